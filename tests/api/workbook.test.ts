import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {readXlsx, type Cell, type Sheet} from 'hucre/xlsx';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {About, Row, Table} from '../../api/table.ts';
import {writeXlsx} from '../../api/xlsx.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'demo-31', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

const about: About = {
  title: 'Danh sách',
  meaning: undefined,
  night: '2026-03-31',
  version: 'a',
  demo: false,
  filters: {},
};

/** A workbook of ours as another program reads it. */
async function sheetsOf(table: Table, rowsPerSheet?: number): Promise<Sheet[]> {
  const bytes = await buffer(Readable.from(writeXlsx(table, about, rowsPerSheet)));
  return (await readXlsx(new Uint8Array(bytes), {readStyles: true})).sheets;
}

/** A cell by its name, as `B2`: of the first 26 columns. */
const cellAt = (sheet: Sheet | undefined, name: string) =>
  sheet?.cells?.get(`${Number(name.slice(1)) - 1},${name.charCodeAt(0) - 65}`);

test('a workbook says first what it is, of which night, how it is counted and what was asked for', async () => {
  const response = await server.get('/metrics/completion_rate?level=province&unit=38&format=xlsx');
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="completion_rate-province-2026-03-31.xlsx"',
  );
  const {sheets} = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  expect(sheets.map(({name}) => name)).toEqual(['Giới thiệu', 'Dữ liệu']);
  expect(sheets[0]?.rows.filter(([first]) => first !== null).map((row) => row.slice(0, 4))).toEqual([
    ['Một chỉ tiêu của các đơn vị cùng cấp, tại một đêm', null, null, null],
    ['Đêm số liệu', '31/03/2026', null, null],
    ['Phiên bản', 'demo-31', null, null],
    [
      'Định nghĩa',
      'Số hồ sơ đã nhập (không vượt số phải nhập của từng phòng và loại dữ liệu) trên số hồ sơ phải nhập.',
      null,
      null,
    ],
    ['Điều kiện lọc', 'Cấp (level) = province\nĐơn vị (unit) = 38', null, null],
    ['Dữ liệu', 'Ở trang tính tiếp theo; tỷ lệ là số, hiển thị dạng phần trăm.', null, null],
    ['Lưu ý', 'Số liệu minh họa, không phải số liệu thật', null, null],
    ['Cột', 'Ý nghĩa', 'Kiểu', 'Tên kỹ thuật'],
    ['Mã đơn vị', 'Mã đơn vị', 'Chữ', 'unit_id'],
    ['Đơn vị', '', 'Chữ', 'unit_name'],
    ['Tử số', '', 'Số nguyên', 'numerator'],
    ['Mẫu số', '', 'Số nguyên', 'denominator'],
    ['Giá trị', 'Tử số chia mẫu số, hoặc số lượng; trống khi không có số liệu.', 'Tỷ lệ', 'value'],
    [
      'Đánh giá',
      'met: đạt; near: gần đạt; missed: chưa đạt; no_target: không có mục tiêu; no_data: không có số liệu.',
      'Chữ',
      'status',
    ],
    ['Lưu ý', 'Tình trạng của số liệu.', 'Chữ', 'data_note'],
  ]);
  expect(sheets[1]?.rows).toEqual([
    ['Mã đơn vị', 'Đơn vị', 'Tử số', 'Mẫu số', 'Giá trị', 'Đánh giá', 'Lưu ý'],
    ['38', 'Thanh Hóa', 188, 200, 0.94, 'missed', 'Số liệu minh họa, không phải số liệu thật'],
  ]);
});

describe('a workbook', () => {
  const types = {
    text: 'text',
    whole: 'integer',
    part: 'number',
    share: 'ratio',
    yes: 'boolean',
    day: 'date',
    at: 'moment',
  } as const;

  test('has numbers, dates and truths as such, and nothing where there is nothing', async () => {
    const [, data] = await sheetsOf({
      columns: types,
      rows: [
        {
          text: 'a',
          whole: 685231,
          part: -0.5,
          share: 0.9956,
          yes: true,
          day: '2026-03-31',
          at: '2026-03-10T23:42:49+07:00',
        },
        {text: null, whole: null, part: null, share: null, yes: null, day: null, at: null},
      ],
    });
    expect(data?.rows[1]).toEqual([
      'a',
      685231,
      -0.5,
      0.9956,
      true,
      new Date('2026-03-31T00:00:00Z'),
      // What the clocks of Vietnam showed: Excel knows no time zones.
      new Date('2026-03-10T23:42:49Z'),
    ]);
    expect((data?.rows[2] ?? []).filter((cell) => cell !== null)).toEqual([]);
  });

  test('writes figures with a dot for each thousand, rates in percent with two places, days as days', async () => {
    const [, data] = await sheetsOf({
      columns: types,
      rows: [{whole: 685231, part: 12.5, share: 0.9956, day: '2026-03-31', at: '2026-03-10T23:42:49+07:00'}],
    });
    const formats = ['B2', 'C2', 'D2', 'F2', 'G2'].map((at) => cellAt(data, at)?.style?.numFmt);
    expect(formats).toEqual(['#,##0', '#,##0.0###', '0.00%', 'dd/mm/yyyy', 'dd/mm/yyyy hh:mm:ss']);
  });

  test('leaves as a text the day that the calendar of Excel does not have, and the number that no file has', async () => {
    const [, data] = await sheetsOf({
      columns: {day: 'date', part: 'number'},
      rows: [
        {day: '1900-02-28', part: Infinity},
        {day: 'chưa rõ', part: NaN},
      ],
    });
    expect(data?.rows.slice(1)).toEqual([
      ['1900-02-28', 'Infinity'],
      ['chưa rõ', 'NaN'],
    ]);
  });

  test('cuts a text that is longer than a cell can be, and says so', async () => {
    const [, data] = await sheetsOf({columns: {text: 'text'}, rows: [{text: 'ă'.repeat(40_000)}]});
    expect(data?.rows[1]).toEqual([`${'ă'.repeat(32_766)}…`]);
  });

  test('keeps every text as it was, also one that looks like a formula or holds markup', async () => {
    const texts = [
      '=1+1',
      '+1',
      '@a',
      '<b>&"\'',
      ' hai  chỗ trống ',
      'dòng\nmới',
      '_x0041_',
      'Đặng ăâ',
      '001',
    ];
    const [, data] = await sheetsOf({columns: {text: 'text'}, rows: texts.map((text) => ({text}))});
    expect(data?.rows.slice(1).map(([text]) => text)).toEqual(texts);
    const cells: Cell[] = [...(data?.cells?.values() ?? [])];
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  test('can be opened although a text holds what XML cannot carry', async () => {
    const [, data] = await sheetsOf({columns: {text: 'text'}, rows: [{text: 'a\u0000b\u0007\ud800'}]});
    expect(data?.rows[1]).toEqual(['a\ufffdb\ufffd\ufffd']);
  });

  test('keeps its header in sight and filters by it', async () => {
    const [, data] = await sheetsOf({columns: {a: 'text', b: 'integer'}, rows: [{a: 'x', b: 1}]});
    expect(data?.freezePane?.rows).toBe(1);
    expect(data?.autoFilter?.range).toBe('A1:B2');
  });

  test('is printed as wide as a page, with its header on each', async () => {
    const [about, data] = await sheetsOf({columns: {a: 'text', b: 'integer'}, rows: [{a: 'x', b: 1}]});
    const wide = {paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToHeight: 0};
    expect(about?.pageSetup).toMatchObject(wide);
    expect(data?.pageSetup).toMatchObject({...wide, printTitlesRow: '$1:$1'});
  });

  test('goes on in another sheet when one is full, and has its header also when there are no rows', async () => {
    const rows: Row[] = [1, 2, 3, 4, 5].map((whole) => ({whole}));
    const sheets = await sheetsOf({columns: {whole: 'integer'}, rows}, 3);
    expect(sheets.slice(1).map((sheet) => [sheet.name, ...sheet.rows.flat()])).toEqual([
      ['Dữ liệu', 'whole', 1, 2],
      ['Dữ liệu 2', 'whole', 3, 4],
      ['Dữ liệu 3', 'whole', 5],
    ]);
    const [, empty] = await sheetsOf({columns: {whole: 'integer'}, rows: []});
    expect(empty?.rows).toEqual([['whole']]);
  });
});
