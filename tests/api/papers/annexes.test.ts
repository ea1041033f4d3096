import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {
  DefectsAnswer,
  FormsAnswer,
  ListAnswer,
  MetricAnswer,
  PapersAnswer,
  ReconciliationAnswer,
} from '../../../api/answers.ts';
import type {Role} from '../../../api/roles.ts';
import {wordOf} from '../../../api/papers/wording.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {oneLine, paperFiles, type PaperFiles} from './paper-files.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'a', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

const filesOf = (address: string, name: string, headers?: Record<string, string>): Promise<PaperFiles> =>
  paperFiles(
    (format) => server.get(`${address}${address.includes('?') ? '&' : '?'}format=${format}`, headers),
    name,
  );

/** The words of each file of a paper, page after page. */
const wordsOf = ({html, docx, pdf}: PaperFiles) => [html, docx, pdf.join(' ')];

const rowOf = ({sheets}: PaperFiles, sheet: number, name: string) =>
  sheets[sheet]!.rows.find((row) => row.includes(name));

const catalogueFor = async (role: Role, province?: string): Promise<PapersAnswer> =>
  (await (await server.get('/papers', server.as(role, province))).json()) as PapersAnswer;

describe('the catalogue of papers', () => {
  test('offers the leadership what it may send, with what each is asked about', async () => {
    const {rows, periods} = await catalogueFor('lanh_dao');
    expect(rows.filter(({kind}) => kind === 'annex').map(({id}) => id)).toEqual([
      'criticised-provinces',
      'paper-against-platform',
      'statistical-form',
      'fix-list',
      'ranking',
      'shortlist',
    ]);
    expect(rows.find(({id}) => id === 'statistical-form')).toMatchObject({
      takes: ['unit', 'level', 'loai_bieu', 'nam', 'so_thang'],
      formats: ['html', 'docx', 'pdf', 'xlsx'],
    });
    expect(periods.VIEC).toContainEqual({nam: 2026, so_thang: 6});
  });

  test('offers nobody a paper made of what they may not see', async () => {
    const idsFor = async (role: Role, province?: string) =>
      (await catalogueFor(role, province)).rows.map(({id}) => id);
    expect(await idsFor('tinh', '38')).not.toContain('criticised-provinces');
    expect(await idsFor('hoi_dong')).not.toContain('fix-list');
    expect(await idsFor('phan_tich')).not.toContain('shortlist');
    const refused = await server.problem('/papers/criticised-provinces', server.as('tinh', '38'));
    expect([refused.status, refused.detail]).toEqual([
      403,
      'Vai trò của bạn không được lấy tài liệu “Danh sách đơn vị bị phê bình về dữ liệu tiền”; xem /api/v1/papers.',
    ]);
  });

  test('refuses what a paper is not asked about, and papers there are not', async () => {
    expect(await server.problem('/papers/criticised-provinces?unit=38')).toMatchObject({
      status: 422,
      detail: 'Tài liệu “Danh sách đơn vị bị phê bình về dữ liệu tiền” không nhận tham số nào; hãy bỏ unit.',
    });
    expect((await server.problem('/papers/no-such-paper')).code).toBe('unknown_paper');
    expect((await server.problem('/papers/fix-list?format=odt')).status).toBe(422);
    expect((await server.problem('/papers/fix-list?unit=99')).code).toBe('unknown_unit');
  });
});

test('every annex has the form of the decree, and on each page where its figures come from', async () => {
  for (const id of ['criticised-provinces', 'paper-against-platform', 'statistical-form', 'fix-list']) {
    const files = await filesOf(`/papers/${id}`, id);
    for (const words of wordsOf(files)) {
      for (const part of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: /CQLTHADS',
        '(Kèm theo Công văn số /CQLTHADS ngày tháng năm 2026)',
        'KT. CỤC TRƯỞNG',
        'Nơi nhận:',
      ]) {
        expect([id, words]).toEqual([id, expect.stringContaining(part)]);
      }
    }
    for (const page of files.pdf) {
      expect(page).toContain('đêm số liệu 31/03/2026; phiên bản a; ');
      expect(page).toContain('Số liệu minh họa');
    }
  }
});

test('the list of the criticised is the list of the letter, with the figures of the metric', async () => {
  const list = await server.read<ListAnswer>('/lists/money_coverage_below_5');
  const {rows} = await server.read<MetricAnswer>('/metrics/money_coverage?level=province');
  const files = await filesOf('/papers/criticised-provinces', 'criticised-provinces');
  expect(list.rows.map(({unit_name}) => unit_name)).toEqual(['Thanh Hóa']);
  const thanhHoa = rows.find(({unit_name}) => unit_name === 'Thanh Hóa')!;
  expect([thanhHoa.numerator, thanhHoa.denominator, thanhHoa.value]).toEqual([1, 100, 0.01]);
  expect(rowOf(files, 0, 'Thanh Hóa')).toEqual([1, 'Thanh Hóa', 100, 1, 99, 0.01]);
  expect(rowOf(files, 0, 'TỔNG CỘNG')).toEqual([null, 'TỔNG CỘNG', 100, 1, 99, 0.01]);
  for (const words of wordsOf(files)) {
    expect(words).toContain('1 Thanh Hóa 100 1 99 1,00%');
    expect(words).toContain('TỔNG CỘNG 100 1 99 1,00%');
    expect(words).not.toContain('Sơn La');
  }
});

describe('the fix list of a unit', () => {
  test('has every offence as the API has it, and no name that is a formula', async () => {
    const answer = await server.read<DefectsAnswer>('/defects?unit=38');
    const files = await filesOf('/papers/fix-list?unit=38', 'fix-list-38');
    const [summary, list] = files.sheets;
    expect(summary!.rows.at(-1)).toEqual([null, 'TỔNG CỘNG', answer.total]);
    expect(answer.rows.length).toBeGreaterThan(0);
    for (const row of answer.rows) {
      const subject = row.case_id ?? row.petition_id;
      const own = list!.rows.find((cells) => cells.includes(subject) && cells.includes(row.label.vi))!;
      expect(own).toEqual(expect.arrayContaining([row.found, row.age_days]));
      for (const words of wordsOf(files)) {
        expect(words).toContain(oneLine(row.found));
        expect(words).toContain(wordOf(row.open_since, 'date'));
        if (row.officer_name) expect(words).toContain(row.officer_name);
      }
    }
  });

  test('names nobody to those who see officers by their code', async () => {
    const {rows} = await server.read<DefectsAnswer>('/defects?unit=38');
    const names = rows.flatMap(({officer_name}) => officer_name ?? []);
    expect(names.length).toBeGreaterThan(0);
    const files = await filesOf('/papers/fix-list?unit=38', 'fix-list-analyst', server.as('phan_tich'));
    for (const words of [...wordsOf(files), JSON.stringify(files.sheets)]) {
      expect(names.filter((name) => words.includes(name))).toEqual([]);
      expect(words).toContain('CB1');
    }
  });

  test('is a province’s own, and has nothing of any other', async () => {
    const own = server.as('tinh', '38');
    for (const asked of ['', '?unit=14', '?unit=VN', '?unit=14.KV01']) {
      expect((await server.problem(`/papers/fix-list${asked}`, own)).status).toBe(403);
    }
    for (const id of ['fix-list', 'statistical-form', 'paper-against-platform']) {
      const files = await filesOf(`/papers/${id}?unit=38`, `${id}-own`, own);
      for (const words of [...wordsOf(files), JSON.stringify(files.sheets)]) {
        expect(words).toContain('Thanh Hóa');
        expect(
          ['Sơn La', 'Đà Nẵng', '14.KV', '48.KV', 'P1'].filter((other) => words.includes(other)),
        ).toEqual([]);
      }
      for (const words of wordsOf(files)) {
        expect(words).toContain('THI HÀNH ÁN DÂN SỰ TỈNH THANH HÓA');
        expect(words).toContain('TRƯỞNG THI HÀNH ÁN DÂN SỰ');
      }
    }
  });
});

test('a statistical form has the figures of the API, unit by unit and together', async () => {
  for (const form of ['VIEC', 'TIEN']) {
    const whole = await server.read<FormsAnswer>(`/forms?loai_bieu=${form}`);
    const below = await server.read<FormsAnswer>(`/forms?loai_bieu=${form}&level=province`);
    const files = await filesOf(`/papers/statistical-form?loai_bieu=${form}`, `form-${form}`);
    for (const {unit_name, value} of [
      ...below.rows,
      ...whole.rows.map((row) => ({...row, unit_name: 'TỔNG CỘNG'})),
    ]) {
      if (value === null) continue;
      const own = files.sheets.flatMap(({rows}) => rows.filter((row) => row.includes(unit_name)));
      expect(own.flat()).toContain(value);
    }
    for (const words of wordsOf(files)) {
      expect(words).toContain(oneLine(whole.form!.form_name.toLocaleUpperCase('vi')));
      expect(words).toContain(`Đơn vị tính: ${form === 'VIEC' ? 'việc' : 'đồng'}`);
    }
  }
});

test('the comparison has paper, platform and gap of every unit and indicator, as the API has them', async () => {
  const {rows} = await server.read<ReconciliationAnswer>('/reconciliation?level=province');
  const files = await filesOf('/papers/paper-against-platform', 'paper-against-platform');
  expect(rows.some(({gap}) => gap !== null)).toBe(true);
  for (const row of rows) {
    const own = files.sheets.flatMap(({rows: lines}) => lines.filter((line) => line.includes(row.unit_name)));
    for (const figure of [row.paper, row.platform, row.gap]) {
      if (figure !== null) expect(own.flat()).toContain(figure);
    }
  }
});

test('a paper is written down before it leaves the house', async () => {
  await server.get('/papers/fix-list?unit=38&format=pdf');
  const log = await server.get('/audit?action=rows.read', server.as('quan_tri'));
  expect(await log.text()).toContain('/api/v1/papers/fix-list?unit=38&format=pdf');
});
