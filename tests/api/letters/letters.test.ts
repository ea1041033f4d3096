import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import PizZip from 'pizzip';
import {extractText, getDocumentProxy} from 'unpdf';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {ListAnswer, OverviewAnswer, UnitPageAnswer} from '../../../api/answers.ts';
import {countWord} from '../../../api/bulletins/figures.ts';
import {beforeWord} from '../../../api/letters/letter-wording.ts';
import {rateWord} from '../../../api/papers/wording.ts';
import {startTestServer, type TestServer} from '../running-server.ts';

const artefacts = join(import.meta.dirname, '../../../.build/papers');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'a', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

const oneLine = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ');

/** The words of a letter in each of the files it can be had as, which are kept for people to look at. */
async function filesOf(letter: string, query = ''): Promise<Record<'html' | 'pdf' | 'docx', string>> {
  const fileOf = async (format: string) => {
    const response = await server.get(`/papers/${letter}?format=${format}${query}`);
    expect(response.status).toBe(200);
    const file = Buffer.from(await response.arrayBuffer());
    await mkdir(artefacts, {recursive: true});
    await writeFile(join(artefacts, `${letter}.${format}`), file);
    return file;
  };
  const pdf = await getDocumentProxy(new Uint8Array(await fileOf('pdf')));
  const docx = new PizZip(await fileOf('docx')).file('word/document.xml')!.asText();
  const html = (await fileOf('html')).toString();
  return {
    html: oneLine(unescaped(html.replaceAll(/<[^>]+>/g, ' '))),
    pdf: oneLine((await extractText(pdf, {mergePages: true})).text),
    docx: oneLine(unescaped(docx.replaceAll(/<\/w:p>/g, ' ').replaceAll(/<[^>]+>/g, ''))),
  };
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

describe('the letter of criticism', () => {
  test('says the sentence of the Department’s letter with the figures of the first page', async () => {
    const {nation} = await server.read<OverviewAnswer>('/pages/overview');
    const {rows} = await server.read<ListAnswer>('/lists/money_coverage_below_5');
    const texts = Object.values(await filesOf('criticism-letter'));
    const {completion, files_missing} = nation;
    const sentences = [
      `toàn quốc đã cập nhật được ${countWord(completion.numerator)} hồ sơ trên tổng số ${countWord(completion.denominator)} hồ sơ phải nhập, đạt tỷ lệ ${rateWord(completion.value)}; còn ${countWord(files_missing.numerator)} hồ sơ chưa được cập nhật`,
      'đến hết ngày 31/3/2026, toàn quốc đã cập nhật được 288 hồ sơ trên tổng số 300 hồ sơ phải nhập, đạt tỷ lệ 96,00%; còn 12 hồ sơ chưa được cập nhật',
      `như: ${rows.map(({unit_name, value}) => `${unit_name} (${rateWord(value)})`).join(', ')}. Cục Quản lý THADS nghiêm khắc phê bình ${rows.length} đơn vị`,
      'như: Thanh Hóa (1,00%). Cục Quản lý THADS nghiêm khắc phê bình 1 đơn vị',
      'Thời hạn hoàn thành: trước ngày 15/4/2026.',
    ];
    for (const text of texts) for (const sentence of sentences) expect(text).toContain(sentence);
  });

  test('has the form of an official letter', async () => {
    for (const text of Object.values(await filesOf('criticism-letter'))) {
      for (const part of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        '/CQLTHADS-BCĐ&TKDL',
        'V/v kiểm tra, hoàn thiện dữ liệu trên Nền tảng số',
        'Kính gửi: Trưởng Thi hành án dân sự các tỉnh, thành phố',
        'KT. CỤC TRƯỞNG',
        'PHÓ CỤC TRƯỞNG',
        '- Thứ trưởng Mai Lương Khôi (để b/c);',
        '- Lưu: VT, BCĐ&TKDL.',
      ]) {
        expect(text).toContain(part);
      }
    }
  });

  test('is not for a province', async () => {
    expect((await server.problem('/papers/criticism-letter', server.as('tinh', '38'))).status).toBe(403);
  });
});

describe('the reminder to a unit', () => {
  test('has the unit’s own numbers, its open offences and the deadline in force', async () => {
    const page = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    const {completion_rate: files, money_coverage: money} = page.figures;
    const offences = page.rules.reduce((sum, {offenders}) => sum + offenders, 0);
    for (const text of Object.values(await filesOf('reminder-letter', '&unit=38'))) {
      for (const sentence of [
        'Kính gửi: Trưởng THADS tỉnh Thanh Hóa',
        `đã cập nhật được ${files.numerator} hồ sơ trên tổng số ${files.denominator} hồ sơ phải nhập, đạt tỷ lệ ${rateWord(files.value)}; còn ${page.files_missing} hồ sơ`,
        'đã cập nhật được 188 hồ sơ trên tổng số 200 hồ sơ phải nhập, đạt tỷ lệ 94,00%; còn 12 hồ sơ',
        `${money.numerator} hồ sơ trên tổng số ${money.denominator} hồ sơ có tiền, đạt tỷ lệ ${rateWord(money.value)} (dưới mức 5%)`,
        `đơn vị còn ${offences} lượt lỗi`,
        ...page.rules.filter(({offenders}) => offenders > 0).map(({label}) => label.vi),
        `Thời hạn hoàn thành: ${beforeWord(page.targets.completion_rate!.deadline!)}`,
      ]) {
        expect(text).toContain(sentence);
      }
    }
  });

  test('to an office comes from its province', async () => {
    const {html} = await filesOf('reminder-letter', '&unit=38.KV01');
    expect(html).toContain('THI HÀNH ÁN DÂN SỰ TỈNH THANH HÓA');
    expect(html).toContain('Kính gửi: Trưởng Phòng THADS khu vực 1 - Thanh Hóa');
    expect(html).toContain('đã cập nhật được 90 hồ sơ trên tổng số 100 hồ sơ');
    expect(html).not.toContain('khu vực 2');
  });

  test('has nothing of any other province, and is given to no other', async () => {
    const others = ['Sơn La', 'Đà Nẵng', '14.KV01', '48.KV01', 'P1'];
    const own = await server.get('/papers/reminder-letter?unit=38', server.as('tinh', '38'));
    expect(own.status).toBe(200);
    const html = await own.text();
    expect(others.filter((name) => html.includes(name))).toEqual([]);
    const refused = await server.problem('/papers/reminder-letter?unit=14', server.as('tinh', '38'));
    expect(refused.code).toBe('not_permitted');
  });

  test('is not written without a unit, to a unit nobody knows, or without figures', async () => {
    expect((await server.problem('/papers/reminder-letter')).detail).toContain(
      'hãy chọn một tỉnh hoặc một phòng',
    );
    expect((await server.problem('/papers/reminder-letter?unit=99')).code).toBe('unknown_unit');
    expect((await server.problem('/papers/reminder-letter?unit=CUC')).code).toBe('unknown_unit');
    const refused = await server.problem('/papers/reminder-letter?unit=48');
    expect([refused.status, refused.code]).toEqual([409, 'letter_incomplete']);
    expect(refused.detail).toContain('thiếu “Số hồ sơ đơn vị đã nhập” (ho_so_da_nhap)');
    expect(refused.detail).toContain('THADS thành phố Đà Nẵng không có số liệu');
  });
});

test('the board’s papers wait for its ranking, and are for nobody else', async () => {
  for (const letter of ['award-submission', 'award-minutes']) {
    for (const role of ['phan_tich', 'tinh', 'quan_tri'] as const) {
      expect(
        (await server.problem(`/papers/${letter}`, server.as(role, role === 'tinh' ? '38' : undefined)))
          .status,
      ).toBe(403);
    }
  }
});

test('a last moment is told as the day before which something must be done', () => {
  expect(beforeWord('2026-04-14T23:59:59+07:00')).toBe('trước ngày 15/4/2026');
  expect(beforeWord('2026-04-30 23:59:59')).toBe('trước ngày 1/5/2026');
  expect(beforeWord('2026-04-30T17:30:00+07:00')).toBe('trước 17 giờ 30 ngày 30/4/2026');
});
