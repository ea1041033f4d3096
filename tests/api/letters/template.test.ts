import PizZip from 'pizzip';
import {extractText, getDocumentProxy} from 'unpdf';
import {describe, expect, test} from 'vitest';
import {htmlOf} from '../../../api/bulletins/html.ts';
import {ApiError} from '../../../api/errors.ts';
import {paperOf} from '../../../api/letters/letter-text.ts';
import {Missing, type LetterFacts} from '../../../api/letters/letter.ts';
import {longestTemplate, readTemplate} from '../../../api/letters/template.ts';
import {docxOf} from '../../../api/papers/docx.ts';
import {department} from '../../../api/papers/paper.ts';
import {pdfOf} from '../../../api/papers/pdf.ts';

const vocabulary = {
  values: {ten: 'Tên đơn vị', so: 'Số hồ sơ', han: 'Thời hạn'},
  conditions: {con_thieu: 'Còn thiếu'},
  tables: {danh_sach: 'Danh sách'},
};

const facts: LetterFacts = {
  name: 'thu',
  agency: department,
  stamp: {night: '2026-03-31', version: 'a', demo: false},
  values: {
    ten: 'Thanh Hóa',
    so: '3.040',
    con_thieu: true,
    han: new Missing('Hãy đặt thời hạn.'),
  },
  tables: {danh_sach: {columns: [{key: 'a', heading: 'A', kind: 'text', width: 1}], rows: [{a: 'x'}]}},
};

const head = 'V/v: đôn đốc\nKính gửi: Trưởng {{ ten }}\nKý: CỤC TRƯỞNG\n---\n';

const write = (text: string, values: Partial<LetterFacts['values']> = {}) =>
  paperOf(
    readTemplate(text, vocabulary).write({...facts, values: {...facts.values, ...values}} as LetterFacts),
    facts,
  );

function refusalOf(work: () => unknown): ApiError {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('a template', () => {
  test('gives the head of a letter, its paragraphs, headings and tables', () => {
    const paper = write(
      `${head}# 1. Kết quả\n\nĐơn vị còn\n{{ so }} hồ sơ:\n{% bang danh_sach %}\n- Một;\n- Hai {% if con_thieu %}và ba{% else %}thôi{% endif %}./.`,
    );
    expect(paper).toMatchObject({
      about: 'đôn đốc',
      recipients: ['Trưởng Thanh Hóa'],
      signature: ['CỤC TRƯỞNG'],
      blocks: [
        {block: 'heading', text: '1. Kết quả'},
        {block: 'paragraph', text: 'Đơn vị còn 3.040 hồ sơ:'},
        {block: 'table', rows: [{a: 'x'}]},
        {block: 'paragraph', text: '- Một;'},
        {block: 'paragraph', text: '- Hai và ba./.'},
      ],
    });
  });

  test('stops at a value that is missing, and says which and what to do', () => {
    const refused = refusalOf(() => write(`${head}Hạn {{ han }}.`));
    expect([refused.code, refused.message]).toEqual([
      'letter_incomplete',
      'Chưa lập được văn bản, vì thiếu “Thời hạn” (han). Hãy đặt thời hạn.',
    ]);
    expect(refusalOf(() => write(`${head}{% if han %}x{% endif %}`)).code).toBe('letter_incomplete');
    expect(write(`${head}{% unless con_thieu %}{{ han }}{% endunless %}Xong.`).blocks).toHaveLength(1);
  });

  test('lets no value be anything but words of a sentence', () => {
    for (const ten of [
      '# x',
      '---',
      '\ue000danh_sach',
      '- a\n- b',
      'V/v: khác',
      '{{ so }}',
      '{% bang danh_sach %}',
    ]) {
      const {blocks, about, recipients} = write(`${head}{{ ten }}`, {ten});
      expect(blocks).toHaveLength(1);
      expect(blocks[0]).toMatchObject({block: 'paragraph'});
      expect([about, recipients?.length]).toEqual(['đôn đốc', 1]);
    }
  });

  test.each([
    ['{{ la }}', 'Dòng 5: không có giá trị “la”'],
    ['x\n{% if false %}{{ la }}{% endif %}', 'Dòng 6: không có giá trị “la”'],
    ['{{ ten.constructor }}', 'không có giá trị “ten.constructor”'],
    ['{{ __proto__ }}', 'không có giá trị “__proto__”'],
    ['{{ constructor.constructor }}', 'không có giá trị “constructor.constructor”'],
    ['{{ ten', '{{ ten chưa được đóng lại'],
    ['{% if con_thieu %}x', 'chưa được đóng lại'],
    ['{{ ten | upcase }}', 'không dùng được “| upcase”'],
    ['{{ han | default: "" }}', 'không dùng được “| default”'],
    ['{% for i in (1..9999999999) %}x{% endfor %}', 'không có lệnh “for”'],
    ['{% include "/etc/passwd" %}', 'không có lệnh “include”'],
    ['{% render "/etc/passwd" %}', 'không có lệnh “render”'],
    ['{% layout "/etc/passwd" %}', 'không có lệnh “layout”'],
    ['{% assign ten = "x" %}', 'không có lệnh “assign”'],
    ['{% bang khac %}', 'không có bảng “khac”; các bảng là danh_sach'],
    ['{% bang constructor %}', 'không có bảng “constructor”'],
    ['{{ (1..9999999999) }}', 'đòi máy tính làm quá nhiều việc'],
    ['{{ nil }}', 'chỉ được có tên một giá trị'],
    ['{{ }}', 'không đọc được'],
    ['{{ con_thieu }}', 'chỉ dùng làm điều kiện'],
    ['{% if con_thieu %}'.repeat(1_400) + '{% endif %}'.repeat(1_400), 'quá 30.000'],
    ['x'.repeat(longestTemplate), 'dài quá 30.000 ký tự'],
  ])('that says %j is refused in a sentence', (body, sentence) => {
    const refused = refusalOf(() => write(head + body));
    expect(refused.code).toBe('letter_template');
    expect(refused.message.toLocaleLowerCase('vi')).toContain(sentence.toLocaleLowerCase('vi'));
  });

  test('says in which line and column it cannot be read', () => {
    expect(refusalOf(() => write(`${head}ba\n  {{ la }}`)).hints).toEqual({line: 6, column: 6});
  });

  test.each([
    ['Không có gì', 'thiếu dòng “---”'],
    ['Người gửi: x\n---\nx', 'không nhận dòng “Người gửi: x”'],
    ['Ký: CỤC TRƯỞNG\n---\nx', '“V/v: …”'],
    ['V/v: x\n---\nx', '“Ký: …”'],
    ['V/v: {{ ten }}\nKính gửi:\nKý: x\n---\nx', 'Mục “Kính gửi” ở phần đầu của mẫu đang trống'],
    [`${head}\n`, 'chưa có nội dung'],
  ])('whose head is %j is refused', (text, sentence) => {
    expect(refusalOf(() => write(text)).message).toContain(sentence);
  });
});

test('a hostile name is written as it is, in every file', async () => {
  const ten = `=HYPERLINK("http://x") <script>alert(1)</script> & {{ so }} \u202e\u0000]]>${'rất dài '.repeat(200)}`;
  const paper = write(`${head}Đơn vị {{ ten }} còn {{ so }} hồ sơ./.`, {ten});
  const shown = `=HYPERLINK("http://x") <script>alert(1)</script> & {{ so }} ]]>rất dài`;
  expect(htmlOf(paper)).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ so }} ]]&gt;rất dài');
  expect(htmlOf(paper)).not.toContain('<script');
  const body = new PizZip(await docxOf(paper)).file('word/document.xml')!.asText();
  expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ so }} ]]&gt;rất dài');
  const pdf = await getDocumentProxy(new Uint8Array(await pdfOf(paper)));
  const {text} = await extractText(pdf, {mergePages: true});
  const withoutSpaces = (words: string) => words.normalize('NFC').replaceAll(/\s+/g, '');
  expect(withoutSpaces(text)).toContain(withoutSpaces(shown));
});
