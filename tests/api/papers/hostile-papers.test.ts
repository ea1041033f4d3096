/** Names that would be a formula, a tag, a placeholder or half a page in somebody's program are only names on paper. */
import {readXlsx} from 'hucre/xlsx';
import {extractText, getDocumentProxy} from 'unpdf';
import {expect, test} from 'vitest';
import {htmlOf} from '../../../api/bulletins/html.ts';
import {docxOf} from '../../../api/papers/docx.ts';
import {department, numberColumn, type Paper} from '../../../api/papers/paper.ts';
import {pdfOf} from '../../../api/papers/pdf.ts';
import {printable} from '../../../api/papers/wording.ts';
import {xlsxOf} from '../../../api/papers/xlsx-of.ts';
import {oneLine, textOfDocx} from './paper-files.ts';

const names = {
  formula: `=cmd|' /C calc'!A0`,
  link: '=HYPERLINK("http://x.example","xem")',
  tag: '<script>alert("1")</script><w:t>&amp;]]></w:t>',
  turned: 'Phòng \u202eệl iờư\u202c \u0000\u0007\ufffe\ud800 Đào',
  template: '{{tên}} ${name} {%tên%} [[1]]',
  long: `Phòng ${'Nguyễn'.repeat(400)}`,
};

/** A paper in which every field that can come from data is that name; headings of columns are ours, and short. */
const paperOf = (name: string): Paper => ({
  name: 'phu-luc',
  agency: {...department, name, place: name},
  orientation: 'landscape',
  annex: 'Phụ lục I',
  attachedTo: 'Công văn',
  title: name,
  subtitle: name,
  blocks: [
    {block: 'heading', text: name},
    {block: 'paragraph', text: name},
    {
      block: 'table',
      unitOfMeasure: name,
      columns: [
        numberColumn,
        {key: 'name', heading: name.slice(0, 60), kind: 'text', width: 3},
        {key: 'paper', heading: 'Giấy', kind: 'count', width: 1, group: name.slice(0, 60)},
        {key: 'gap', heading: name.slice(0, 60), kind: 'rate', width: 1, group: name.slice(0, 60)},
      ],
      rows: [{n: 1, name, paper: 685_231, gap: -0.0003}],
      total: {n: null, name, paper: 685_231, gap: 0.5},
    },
  ],
  signature: [name],
  copies: [name],
  stamp: {night: '2026-03-31', version: 'a', rules: name, demo: true},
});

/** Words without any space: a long word is broken where the paper ends. */
const packed = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '');

test.each(Object.entries(names))('a name that is a %s is printed as it is', async (_kind, name) => {
  const paper = paperOf(name);
  const shown = packed(printable(name));
  const pdf = await extractText(await getDocumentProxy(new Uint8Array(await pdfOf(paper))), {
    mergePages: true,
  });
  const html = htmlOf(paper);
  const words = {
    pdf: packed(pdf.text),
    docx: packed(oneLine(textOfDocx(await docxOf(paper)))),
    html: packed(oneLine(html.replaceAll(/<[^>]+>/g, ' '))),
  };
  for (const text of Object.values(words)) {
    expect(text).toContain('685.231');
    expect(text).toContain('-0,03%');
  }
  expect(words.docx).toContain(shown);
  expect(words.html).toContain(shown);
  // On a page that is full of it the source line comes in between.
  expect(words.pdf).toContain(shown.slice(0, 40));
  expect(html).not.toContain('<script');
});

test.each(Object.entries(names))(
  'a workbook with a name that is a %s opens, with no formula',
  async (_kind, name) => {
    const {sheets} = await readXlsx(new Uint8Array(await xlsxOf(paperOf(name))), {readStyles: true});
    expect(sheets).toHaveLength(2);
    const cells = [...(sheets[1]!.cells?.values() ?? [])];
    expect(cells.filter(({formula}) => formula !== undefined)).toEqual([]);
    const [, first, total] = sheets[1]!.rows;
    expect([first![0], ...first!.slice(2)]).toEqual([1, 685_231, -0.0003]);
    expect(total!.slice(2)).toEqual([685_231, 0.5]);
  },
);

test('a heading over several columns is one cell, in Word and on screen', async () => {
  const paper = paperOf('Tổng số');
  const {default: PizZip} = await import('pizzip');
  const body = new PizZip(await docxOf(paper)).file('word/document.xml')!.asText();
  expect(body.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1);
  expect(body.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
  expect(body.match(/<w:tblHeader/g)).toHaveLength(3);
  expect(htmlOf(paper).match(/colspan="2"/g)).toHaveLength(1);
});
