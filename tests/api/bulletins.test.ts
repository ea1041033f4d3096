import PizZip from 'pizzip';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {extractText, getDocumentProxy} from 'unpdf';
import type {OverviewAnswer, UnitPageAnswer} from '../../api/answers.ts';
import {countWord, pointsWord} from '../../api/bulletins/figures.ts';
import {rateBeside, rateWord} from '../../api/papers/wording.ts';
import {htmlOf, textOf} from '../../api/bulletins/html.ts';
import {provinceBulletin, rankIn} from '../../api/bulletins/province-bulletin.ts';
import {weeklyPage} from '../../api/bulletins/weekly-page.ts';
import {department} from '../../api/papers/paper.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'a', demo: true});
});
afterAll(() => server[Symbol.asyncDispose]());

const textOfPdf = async (response: Response) =>
  (
    await extractText(await getDocumentProxy(new Uint8Array(await response.arrayBuffer())), {
      mergePages: true,
    })
  ).text;

const textOfWord = async (response: Response) =>
  new PizZip(await response.arrayBuffer())
    .file('word/document.xml')!
    .asText()
    .replaceAll(/<[^>]+>/g, '');

describe('the bulletin of a province', () => {
  test('says what the page of the province says, in HTML, in PDF and in Word', async () => {
    const page = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    const html = await (await server.get('/bulletins/38')).text();
    const pdf = await textOfPdf(await server.get('/bulletins/38?format=pdf'));
    const word = await textOfWord(await server.get('/bulletins/38?format=docx'));
    const {completion_rate: files, money_coverage: money} = page.figures;
    for (const words of [
      `đã nhập ${files.numerator}/${files.denominator} hồ sơ (${rateWord(files.value)})`,
      `còn thiếu ${page.files_missing} hồ sơ`,
      `${money.numerator}/${money.denominator} hồ sơ có tiền (${rateWord(money.value)})`,
      ...page.below.map(({unit_name}) => unit_name),
      page.rules[0]!.label.vi,
    ]) {
      expect(html).toContain(words);
      expect(pdf.replaceAll(/\s+/g, ' ')).toContain(words);
      expect(word).toContain(words);
    }
    expect(html).toContain('đã nhập 188/200 hồ sơ (94,00%)');
    expect(html).toContain('minh họa');
  });

  test('has nothing of any other province', async () => {
    const others = ['Sơn La', 'Đà Nẵng', '14.KV01', '48.KV01', 'CB3"', 'P1'];
    const page = await (await server.get('/bulletins/38', server.as('tinh', '38'))).text();
    // The letters of a picture's bytes say nothing.
    const html = page.replaceAll(/src="data:image[^"]*"/g, '');
    expect(others.filter((name) => html.includes(name))).toEqual([]);
    expect(html).toContain('Thanh Hóa');
  });

  test('is not given to another province, nor made of what is no province', async () => {
    const refused = await server.problem('/bulletins/14', server.as('tinh', '38'));
    expect([refused.status, refused.detail]).toEqual([403, 'Bạn chỉ xem được bản tin của tỉnh mình.']);
    expect((await server.problem('/bulletins/38.KV01')).code).toBe('unknown_unit');
    expect((await server.problem('/bulletins/99')).code).toBe('unknown_unit');
    expect((await server.problem('/bulletins/38?format=xlsx')).status).toBe(422);
  });

  test('is written down before it leaves the house', async () => {
    await server.get('/bulletins/38?format=pdf');
    const log = await server.get('/audit?action=rows.read', server.as('quan_tri'));
    expect(await log.text()).toContain('/api/v1/bulletins/38?format=pdf');
  });
});

test('the leaders’ page says what the first page of the dashboard says', async () => {
  const {nation, provinces} = await server.read<OverviewAnswer>('/pages/overview');
  const html = await (await server.get('/bulletins/nation')).text();
  expect(html).toContain(
    `Đến 31/3/2026: ${nation.completion.numerator}/${nation.completion.denominator} hồ sơ (${rateWord(nation.completion.value)}); còn ${nation.files_missing.numerator}.`,
  );
  expect(html).toContain('Dữ liệu tiền: 1 tỉnh, thành phố dưới 5% (thấp nhất Thanh Hóa 1,00%).');
  const thanhHoa = provinces.find(({unit_id}) => unit_id === '38')!;
  expect(html).toContain('2 việc cần quyết định');
  expect(html).toContain(`>${thanhHoa.money_files_missing}</td>`);
  expect(await textOfPdf(await server.get('/bulletins/nation?format=pdf'))).toContain('TỜ TIN TUẦN');
});

test('the chart of the screen stands on the leaders’ page, in each form of it', async () => {
  const html = await (await server.get('/bulletins/nation')).text();
  expect(html).toMatch(
    /<img src="data:image\/png;base64,iVBOR[^"]{1000,}" alt="[^"]*Hồ sơ đã nhập, lũy kế · toàn quốc/,
  );
  // Drawn with lines and letters, not as a photograph of them.
  const pdf = await textOfPdf(await server.get('/bulletins/nation?format=pdf'));
  expect(pdf.replaceAll(/\s+/g, ' ')).toMatch(/Phải nhập [\d.]+.*Đã nhập [\d.]+.*Hồ sơ đã nhập, lũy kế/);
  const word = new PizZip(await (await server.get('/bulletins/nation?format=docx')).arrayBuffer());
  expect(Object.keys(word.files).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(1);
});

test('a province is complete when nothing is missing, whatever a target asks for', async () => {
  const page = await server.read<OverviewAnswer>('/pages/overview');
  const met = page.provinces.map((one) => ({
    ...one,
    completion: {...one.completion, status: 'met' as const},
  }));
  expect(JSON.stringify(weeklyPage({...page, provinces: met}))).toContain(
    '"name":"Tỉnh, thành phố đã nhập đủ","value":"33,33%","fraction":"1/3"',
  );
});

describe('the bulletin of a province', () => {
  test('names the day that its faults are compared with, which need not be a week ago', async () => {
    const page = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    const headings = (compared_with: string | null) =>
      JSON.stringify(provinceBulletin({...page, compared_with}, null)).match(/"heading":"Đến [^"]*"/g);
    expect(headings('2026-02-28')).toEqual(['"heading":"Đến 28/2/2026"']);
    expect(headings(null)).toBeNull();
  });

  test('says of a province without a target nothing about conditions it would have failed', () => {
    const ranking = {is_provisional: false, rows: [{unit_id: '38', rank: 1}], not_ranked: [{unit_id: '14'}]};
    expect(['38', '14', '48'].map((province) => rankIn(ranking, 'Đợt', province)?.rank)).toEqual([
      1,
      null,
      undefined,
    ]);
  });
});

test('the leaders’ page does not round a rate below the floor to the floor', async () => {
  const page = await server.read<OverviewAnswer>('/pages/overview');
  const provinces = page.provinces.map((one) => ({
    ...one,
    money: one.money.status === 'missed' ? {...one.money, value: 0.04997} : one.money,
  }));
  const words = JSON.stringify(weeklyPage({...page, provinces}));
  expect(words).toContain('dưới 5% (thấp nhất Thanh Hóa 4,99%)');
  expect(words).toContain('"rate":"4,99%"');
});

test('a bulletin tells of an office without a target nothing that it lacks', async () => {
  const page = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
  const none = {numerator: 0, denominator: 0, value: null, status: 'no_data' as const};
  const below = page.below.map((one) => ({
    ...one,
    files_missing: 0,
    figures: {...one.figures, completion_rate: none},
  }));
  const rows = JSON.stringify(provinceBulletin({...page, below}, null)).match(
    /"required":0,"missing":[^,]*/g,
  );
  expect(rows).toEqual(below.map(() => '"required":0,"missing":null'));
});

describe('a figure', () => {
  test('beside its limit is not rounded to it, from below or from above', () => {
    expect([0.04996, 0.05, 0.05004, 0.0312, null].map((value) => rateBeside(0.05, value))).toEqual([
      '4,99%',
      '5,00%',
      '5,01%',
      '3,12%',
      '–',
    ]);
  });

  test.each([
    [0.99999, '99,99%'],
    [1, '100%'],
    [0.000001, '0,01%'],
    [0, '0%'],
    [0.9956, '99,56%'],
    [null, '–'],
  ])('%j is written %s, as on the screen', (value, word) => {
    expect(rateWord(value)).toBe(word);
  });

  test('has its change with a sign, and none where there is nothing to compare with', () => {
    expect([
      pointsWord(0.95, 0.9),
      pointsWord(0.9, 0.95),
      pointsWord(0.9, 0.9),
      pointsWord(0.9, null),
    ]).toEqual(['+5,00 điểm', '−5,00 điểm', 'không đổi', '–']);
    expect(countWord(685231)).toBe('685.231');
  });
});

describe('a paper as a mail', () => {
  const hostile = `<script>alert("1")</script>'&\u202e\u0000=cmd|' /C calc'!A0`;
  const paper = {
    name: 'thu',
    agency: {...department, name: hostile},
    orientation: 'portrait' as const,
    title: hostile,
    subtitle: hostile,
    blocks: [
      {block: 'heading' as const, text: hostile},
      {block: 'paragraph' as const, text: hostile},
      {
        block: 'table' as const,
        unitOfMeasure: hostile,
        columns: [{key: 'a', heading: hostile, kind: 'text' as const, width: 1}],
        rows: [{a: hostile}],
        total: {a: hostile},
      },
      {block: 'picture' as const, svg: '<svg/>', caption: hostile},
    ],
    stamp: {night: '2026-03-31', version: hostile, demo: false},
  };

  test('shows a hostile name as it is written, in every field, and fetches nothing', () => {
    const html = htmlOf(paper, new URL('https://thads.example.vn/tinh/38?a="b"'));
    expect(html).not.toContain('<script');
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(html.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g)).toHaveLength(13);
    expect(html).not.toMatch(/<(img|link|iframe|object|svg)|\bsrc=|url\(/);
    expect(html).toContain('href="https://thads.example.vn/tinh/38?a=%22b%22"');
  });

  test('has the same words without HTML', () => {
    const words = textOf(paper);
    expect(words.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(words).toContain('<script>alert("1")</script>');
  });
});
