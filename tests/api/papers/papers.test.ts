import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import PizZip from 'pizzip';
import {extractText, getDocumentProxy, renderPageAsImage} from 'unpdf';
import {expect, test} from 'vitest';
import {docxOf} from '../../../api/papers/docx.ts';
import {department, numberColumn, type Paper} from '../../../api/papers/paper.ts';
import {pdfOf} from '../../../api/papers/pdf.ts';
import {wordOf} from '../../../api/papers/wording.ts';

const artefacts = join(import.meta.dirname, '../../../.build/papers');

/** An annex of many pages, in which one name is hostile. */
const annex: Paper = {
  name: 'phu-luc',
  agency: department,
  orientation: 'portrait',
  annex: 'Phụ lục',
  attachedTo: 'Công văn',
  title: 'DANH SÁCH ĐƠN VỊ CẬP NHẬT DỮ LIỆU VỀ TIỀN DƯỚI 5%',
  blocks: [
    {block: 'paragraph', text: 'Đề nghị các đơn vị khắc phục trước ngày 15/4/2026.'},
    {
      block: 'table',
      unitOfMeasure: 'hồ sơ',
      columns: [
        numberColumn,
        {key: 'name', heading: 'Đơn vị', kind: 'text', width: 3},
        {key: 'files', heading: 'Tổng số phải nhập', kind: 'count', width: 1},
        {key: 'rate', heading: 'Tỷ lệ (%)', kind: 'rate', width: 1},
        {key: 'day', heading: 'Ngày', kind: 'date', width: 1},
      ],
      rows: Array.from({length: 90}, (_, index) => ({
        n: index + 1,
        name: index === 7 ? '=1+1 <b>Ễ\u202e\u0000ương</b> {tên}' : `Phòng khu vực ${index + 1} Đắk Lắk`,
        files: 685_231 + index,
        rate: 0.99999,
        day: '2026-03-31',
      })),
      total: {n: null, name: 'TỔNG CỘNG', files: 61_674_795, rate: 0.012, day: null},
    },
  ],
  signature: ['KT. CỤC TRƯỞNG', 'PHÓ CỤC TRƯỞNG'],
  copies: ['Như trên'],
  stamp: {night: '2026-03-31', version: '2026-03-31-0a1b2c3d', demo: true},
};

const oneLine = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ');

test('a PDF has the decree’s form, every figure, and where it comes from on each page', async () => {
  const pdf = await pdfOf(annex);
  const pages = await getDocumentProxy(new Uint8Array(pdf));
  const {text} = await extractText(pages, {mergePages: false});
  expect(text.length).toBeGreaterThan(1);
  const [first = '', ...others] = text.map(oneLine);
  expect(first).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(first).toContain('Độc lập - Tự do - Hạnh phúc');
  expect(first).toContain('=1+1 <b>Ễương</b> {tên}');
  for (const page of [first, ...others]) {
    expect(page).toContain('Tổng số phải nhập');
    expect(page).toContain('đêm số liệu 31/03/2026; phiên bản 2026-03-31-0a1b2c3d');
  }
  const whole = [first, ...others].join(' ');
  for (let index = 0; index < 90; index += 1) expect(whole).toContain(`685.${231 + index}`);
  expect(whole).toContain('61.674.795');
  expect(whole).toContain('PHÓ CỤC TRƯỞNG');
  expect(whole).toContain('Nơi nhận');

  // For people to look at.
  await mkdir(artefacts, {recursive: true});
  await writeFile(join(artefacts, 'annex.pdf'), pdf);
  const picture = await renderPageAsImage(new Uint8Array(await pdfOf(annex)), 1, {
    canvasImport: () => import('@napi-rs/canvas'),
    scale: 1,
  });
  await writeFile(join(artefacts, 'annex-1.png'), Buffer.from(picture));
});

test('a Word document has real text in a real table whose header comes again on each page', async () => {
  const file = await docxOf(annex);
  await mkdir(artefacts, {recursive: true});
  await writeFile(join(artefacts, 'annex.docx'), file);
  const parts = new PizZip(file);
  const body = parts.file('word/document.xml')!.asText();
  expect(body).toContain('<w:tblHeader');
  expect(body.match(/<w:tr[ >]/g)!.length).toBeGreaterThan(91);
  const text = body.replaceAll(/<[^>]+>/g, ' ');
  expect(text).toContain('=1+1 &lt;b&gt;Ễương&lt;/b&gt; {tên}');
  for (let index = 0; index < 90; index += 1) expect(text).toContain(`685.${231 + index}`);
  expect(parts.file('word/styles.xml')!.asText()).toContain('w:ascii="Times New Roman"');
});

test('a figure on paper is the figure on the screen', () => {
  expect(wordOf(685_231, 'count')).toBe('685.231');
  expect(wordOf(0.99999, 'rate')).toBe('99,99%');
  expect(wordOf(0.00001, 'rate')).toBe('0,01%');
  expect(wordOf(1, 'rate')).toBe('100%');
  expect(wordOf(null, 'rate')).toBe('–');
  expect(wordOf('2026-03-31', 'date')).toBe('31/03/2026');
});

test.each([30, 34, 38, 42])(
  'a heading stands on the page its table begins on, below %i rows',
  async (rows) => {
    const table = (count: number) => ({
      block: 'table' as const,
      unitOfMeasure: 'việc',
      columns: [numberColumn, {key: 'name', heading: 'Đơn vị', kind: 'text' as const, width: 3}],
      rows: Array.from({length: count}, (_, index) => ({n: index + 1, name: 'Phòng'})),
    });
    const pdf = await pdfOf({
      ...annex,
      orientation: 'landscape',
      blocks: [table(rows), {block: 'heading', text: 'Bảng sau'}, table(2)],
    });
    const {text} = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {mergePages: false});
    const page = text.map(oneLine).find((words) => words.includes('Bảng sau'))!;
    expect(page.slice(page.indexOf('Bảng sau'))).toContain(
      'Đơn vị tính: việc STT Đơn vị (1) (2) 1 Phòng 2 Phòng',
    );
  },
);
