import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {FrameAnswer, OfficerPageAnswer, UnitPageAnswer} from '../../api/answers.ts';
import {startTestServer, type TestServer} from './running-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
});
afterAll(() => server[Symbol.asyncDispose]());

const asked = async (path: string, headers: Record<string, string>) =>
  (await (await server.get(path, headers)).json()) as UnitPageAnswer;

test('the frame knows every night, and that nothing is frozen yet', async () => {
  const {nights, frozen_nights, published_at, sources} = await server.read<FrameAnswer>('/pages/frame');
  expect([nights, frozen_nights]).toEqual([['2026-03-24', '2026-03-31'], []]);
  expect(published_at).toBe('2026-04-01T02:14:00+07:00');
  expect(sources.map(({late}) => late)).toEqual([true, false]);
});

describe('the page of a unit', () => {
  test('has the nation with its provinces in the Vietnamese order when no unit is named', async () => {
    const {unit, below, siblings, standings} = await server.read<UnitPageAnswer>('/pages/unit');
    expect([unit.level, siblings, standings]).toEqual(['nation', [], null]);
    expect(
      below.map(({unit_name, files_missing, completion_before}) => [
        unit_name,
        files_missing,
        completion_before,
      ]),
    ).toEqual([
      ['Đà Nẵng', 0, null],
      ['Sơn La', 0, 1],
      ['Thanh Hóa', 12, 0.5],
    ]);
  });

  test('has a province beside a week earlier, its offices, and its place among the provinces', async () => {
    const {unit, figures, files_missing, below, standings} =
      await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    expect(unit).toEqual({unit_id: '38', unit_name: 'Thanh Hóa', level: 'province'});
    expect([figures.completion_rate.value, figures.completion_rate.previous?.value, files_missing]).toEqual([
      0.94, 0.5, 12,
    ]);
    expect(
      below.map(({unit_id, files_missing: missing, money_files_missing}) => [
        unit_id,
        missing,
        money_files_missing,
      ]),
    ).toEqual([
      ['38.KV01', 10, 49],
      ['38.KV02', 2, 50],
    ]);
    // Of the two provinces with files: 100% and 94%.
    expect(standings?.[0]).toEqual({
      metric: 'completion_rate',
      rank: 2,
      of: 2,
      median: 0.97,
      peers: null,
    });
  });

  test('has how its files came in, day by day and towards the deadline, for the last night alone', async () => {
    const {entries, pace} = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    expect(entries?.length).toBe(10);
    expect(entries?.[0]).toEqual({day: '2026-03-18', done: 5, entered: 5});
    expect(entries?.at(-1)).toEqual({day: '2026-03-31', done: 148, entered: 105});
    // Nine days of 5 and one of 103.
    expect(pace?.entered_per_working_day).toBeCloseTo(14.8, 10);
    const office = await server.read<UnitPageAnswer>('/pages/unit?unit=38.KV02');
    expect(office.entries).toEqual([{day: '2026-03-31', done: 98, entered: 100}]);
    const before = await server.read<UnitPageAnswer>('/pages/unit?unit=38&as_of=2026-03-24');
    expect([before.entries, before.pace]).toEqual([null, null]);
    const nation = await server.read<UnitPageAnswer>('/pages/unit');
    expect([nation.entries, nation.pace]).toEqual([null, null]);
  });

  test('marks on the course what a letter or the unit’s own document stands behind, up to the night', async () => {
    const {events} = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    expect(events?.map(({day, kind, deadline, letter}) => [day, kind, deadline, letter])).toEqual([
      ['2026-01-20', 'campaign_start', null, '606/KH-CQLTHADS'],
      ['2026-01-20', 'target', '2026-03-25', '606/KH-CQLTHADS'],
      ['2026-02-09', 'plan', null, '211/KH-THADS'],
      ['2026-03-25', 'campaign_end', null, '606/KH-CQLTHADS'],
      ['2026-03-25', 'deadline', null, '606/KH-CQLTHADS'],
      ['2026-03-26', 'target', '2026-04-14', 'CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu)'],
    ]);
    const office = await server.read<UnitPageAnswer>('/pages/unit?unit=38.KV02');
    expect(office.events?.some(({kind}) => kind === 'plan')).toBe(false);
  });

  test('has paper beside the platform where there is paper', async () => {
    const {paper} = await server.read<UnitPageAnswer>('/pages/unit?unit=38.KV01');
    expect(paper).toEqual({
      nam: 2026,
      so_thang: 6,
      counted_night: '2026-03-31',
      rows: [
        {
          code: 'TONG_THU_LY',
          code_name: 'Tổng số thụ lý',
          paper: 103,
          platform: 100,
          gap: 3,
          gap_rate: 3 / 103,
        },
      ],
    });
    expect((await server.read<UnitPageAnswer>('/pages/unit?unit=14')).paper).toBeNull();
  });

  test('has the rules that most files break first, beside a week earlier', async () => {
    const {rules} = await server.read<UnitPageAnswer>('/pages/unit?unit=38');
    expect(rules).toHaveLength(24);
    expect(rules[0]).toMatchObject({rule: 'stale', offenders: 5, offenders_before: 1, files: 200});
  });

  test('has the officers of an office by given name, and the offices beside it', async () => {
    const {officers, province, siblings} = await server.read<UnitPageAnswer>('/pages/unit?unit=38.KV01');
    expect(
      officers?.map(({officer_name, figures}) => [officer_name, figures.officer_completion_rate.value]),
    ).toEqual([
      ['Đặng Văn An', 1],
      ['Trần Thị Đào', 0.9],
    ]);
    expect(province?.unit_name).toBe('Thanh Hóa');
    expect(siblings.map(({unit_id}) => unit_id)).toEqual(['38.KV01', '38.KV02']);
  });

  test('names no officer to an analyst, whose work is not about persons', async () => {
    expect((await asked('/pages/unit?unit=38.KV01', server.as('phan_tich'))).officers).toBeNull();
  });

  test('shows a province its own figures, and not where it stands among the others', async () => {
    const own = server.as('tinh', '38');
    expect((await asked('/pages/unit?unit=38', own)).standings).toBeNull();
    expect(await server.problem('/pages/unit?unit=14', own)).toMatchObject({code: 'not_permitted'});
    expect(await server.problem('/pages/unit', own)).toMatchObject({code: 'not_permitted'});
  });

  test('is not that of an officer', async () => {
    expect(await server.problem('/pages/unit?unit=CB1')).toMatchObject({status: 404, code: 'unknown_unit'});
  });
});

describe('the page of an officer', () => {
  test('has the officer’s own figures and where the officer works', async () => {
    const {officer, office, province, figures} =
      await server.read<OfficerPageAnswer>('/pages/officer?unit=CB1');
    expect([officer.officer_name, office?.unit_id, province?.unit_name]).toEqual([
      'Trần Thị Đào',
      '38.KV01',
      'Thanh Hóa',
    ]);
    expect(figures.officer_completion_rate.value).toBe(0.9);
  });

  test('is for the officer’s own province, and no other', async () => {
    const response = await server.get('/pages/officer?unit=CB1', server.as('tinh', '38'));
    expect(response.status).toBe(200);
    await response.body?.cancel();
    expect(await server.problem('/pages/officer?unit=CB1', server.as('tinh', '14'))).toMatchObject({
      code: 'not_permitted',
    });
  });

  test('is none of a unit', async () => {
    expect(await server.problem('/pages/officer?unit=38')).toMatchObject({
      status: 404,
      code: 'unknown_officer',
    });
  });
});
