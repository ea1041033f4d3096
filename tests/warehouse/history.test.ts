/** What nights remember of one another: when a file really came, how an offence lived, and that all can be rebuilt. */
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {contentsOf} from '../faults/contents.ts';
import {caseFile, caseFiles, onNightGround, type NightGround} from '../night-ground.ts';
import {deliver} from '../small-landing.ts';

const entriesOf = (ground: NightGround) =>
  ground.read<{case_id: string; absent_before: string | null; entered_at: string}>(
    'select case_id, absent_before, entered_at from marts.entries order by case_id',
  );

const contentsInForce = (ground: NightGround) => contentsOf(join(ground.folder.root, ground.inForce()!.file));

test('a file of the first night was entered when its program says', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {ho_so: [caseFile({ma_ho_so: 'h1', ngay_nhap: '2026-02-02 09:00:00'})]});
    await ground.count();
    expect(await entriesOf(ground)).toEqual([
      {case_id: 'h1', absent_before: null, entered_at: '2026-02-02 09:00:00'},
    ]);
  }));

test('a file that is new was entered after the cut-off of the night before, whatever its program says', () =>
  onNightGround(async (ground) => {
    const old = caseFile({ma_ho_so: 'h1', ngay_nhap: '2026-02-02 09:00:00'});
    ground.deliver('2026-03-24', {ho_so: [old]});
    const all = [
      old,
      caseFile({ma_ho_so: 'h2', ngay_nhap: '2026-03-25 10:00:00'}),
      caseFile({ma_ho_so: 'h3', ngay_nhap: '2026-02-02 09:00:00'}),
    ];
    ground.deliver('2026-03-25', {ho_so: all});
    ground.deliver('2026-03-26', {ho_so: all});
    await ground.count();
    expect(await entriesOf(ground)).toEqual([
      {case_id: 'h1', absent_before: null, entered_at: '2026-02-02 09:00:00'},
      {case_id: 'h2', absent_before: '2026-03-24', entered_at: '2026-03-25 10:00:00'},
      // Backdated: it says February, but was not there at 24:00 of 24 March.
      {case_id: 'h3', absent_before: '2026-03-24', entered_at: '2026-03-25 00:00:00'},
    ]);
  }));

test('a file deleted and restored between two nights keeps its first appearance; absent on a night, it counts from its return', () =>
  onNightGround(async (ground) => {
    const [h1, h2] = caseFiles(2);
    const deleted = {...h2!, ngay_xoa: '2026-03-25 08:00:00', ngay_cap_nhat: '2026-03-25 08:00:00'};
    const restored = {...h1!, ngay_cap_nhat: '2026-03-25 08:05:00'};
    ground.deliver('2026-03-24', {ho_so: [h1!, h2!]});
    ground.deliver('2026-03-25', {ho_so: [restored, deleted]});
    await ground.count();
    expect((await entriesOf(ground)).map(({case_id}) => case_id)).toEqual(['h1']);
    ground.deliver('2026-03-26', {ho_so: [restored, h2!]});
    await ground.count();
    expect(await entriesOf(ground)).toEqual([
      {case_id: 'h1', absent_before: null, entered_at: '2026-02-02 09:00:00'},
      {case_id: 'h2', absent_before: '2026-03-25', entered_at: '2026-03-26 00:00:00'},
    ]);
  }));

test('a program that is late is no evidence: what comes with its next delivery was absent from its last', () =>
  onNightGround(async (ground) => {
    const [h1, h2] = caseFiles(2);
    ground.deliver('2026-03-24', {ho_so: [h1!]});
    deliver(ground.landing, 'tiep-cong-dan', {date: '2026-03-25'});
    await ground.count();
    expect(ground.inForce()?.night).toBe('2026-03-25');
    expect(await entriesOf(ground)).toEqual([
      {case_id: 'h1', absent_before: null, entered_at: '2026-02-02 09:00:00'},
    ]);
    ground.deliver('2026-03-26', {ho_so: [h1!, h2!]});
    await ground.count();
    expect(await entriesOf(ground)).toEqual([
      {case_id: 'h1', absent_before: null, entered_at: '2026-02-02 09:00:00'},
      {case_id: 'h2', absent_before: '2026-03-24', entered_at: '2026-03-25 00:00:00'},
    ]);
  }));

test('a program that delivers for the first time on a later night is taken at its word', () =>
  onNightGround(async (ground) => {
    deliver(ground.landing, 'tiep-cong-dan', {date: '2026-03-24'});
    // Without units no night stands, so the first night is that of the program of case files.
    ground.deliver('2026-03-25', {ho_so: caseFiles(1)});
    await ground.count();
    expect(await entriesOf(ground)).toEqual([
      {case_id: 'h1', absent_before: null, entered_at: '2026-02-02 09:00:00'},
    ]);
  }));

const money = (owed: number) => [
  {
    ma_khoan: 'k1',
    ma_ho_so: 'h1',
    phai_thi_hanh: 300,
    da_thi_hanh: 300 - owed,
    con_phai_thi_hanh: owed,
    ngay_cap_nhat: '2026-02-02 09:00:00',
  },
];
const finished = [caseFile({ma_ho_so: 'h1', tinh_trang: 'THI_HANH_XONG', ngay_tinh_trang: '2026-03-01'})];

test('an offence is open, fixed, comes back and is fixed again, night by night', () =>
  onNightGround(async (ground) => {
    const lives = async (date: string, owed: number) => {
      ground.deliver(date, {ho_so: finished, khoan_tien: money(owed)});
      await ground.count();
      return ground.read(
        `select defect_state, first_night, last_night, open_since, fixed_on from marts.fix_list
         where rule = 'finished_with_debt'`,
      );
    };
    const born = {first_night: '2026-03-24', open_since: '2026-03-24'};
    expect(await lives('2026-03-24', 200)).toEqual([
      {...born, defect_state: 'open', last_night: '2026-03-24', fixed_on: null},
    ]);
    expect(await lives('2026-03-25', 200)).toEqual([
      {...born, defect_state: 'open', last_night: '2026-03-25', fixed_on: null},
    ]);
    expect(await lives('2026-03-26', 0)).toEqual([
      {...born, defect_state: 'fixed', last_night: '2026-03-25', fixed_on: '2026-03-26'},
    ]);
    expect(await lives('2026-03-27', 0)).toEqual([
      {...born, defect_state: 'fixed', last_night: '2026-03-25', fixed_on: '2026-03-26'},
    ]);
    const back = {first_night: '2026-03-24', open_since: '2026-03-28'};
    expect(await lives('2026-03-28', 200)).toEqual([
      {...back, defect_state: 'came_back', last_night: '2026-03-28', fixed_on: null},
    ]);
    expect(await lives('2026-03-29', 0)).toEqual([
      {...back, defect_state: 'fixed', last_night: '2026-03-28', fixed_on: '2026-03-29'},
    ]);
    await lives('2026-03-30', 200);
    await lives('2026-03-31', 200);
    expect(
      await ground.read('select open_since, fixed_on from marts.returned_offences order by all'),
    ).toEqual([
      {open_since: '2026-03-24', fixed_on: '2026-03-26'},
      {open_since: '2026-03-28', fixed_on: '2026-03-29'},
    ]);
  }));

test('history rebuilt from the lake is the history that grew night by night', () =>
  onNightGround(async (ground) => {
    const [h1, h2, h3] = caseFiles(3);
    ground.deliver('2026-03-24', {ho_so: [h1!, h2!], khoan_tien: money(200)});
    await ground.count();
    ground.deliver('2026-03-25', {ho_so: [...finished, h2!, h3!], khoan_tien: money(200)});
    await ground.count();
    deliver(ground.landing, 'tiep-cong-dan', {date: '2026-03-26'});
    await ground.count();
    ground.deliver('2026-03-27', {ho_so: [...finished, {...h2!, ngay_xoa: '2026-03-26 08:00:00'}, h3!]});
    await ground.count();
    ground.deliver('2026-03-28', {ho_so: [...finished, h2!, h3!], khoan_tien: money(0)});
    await ground.count();
    const grown = await contentsInForce(ground);
    const version = ground.inForce()?.version;

    const {code, stdout} = await ground.thads('rebuild-history');
    expect(code).toBe(0);
    expect(stdout).toContain('Đã công bố đêm 2026-03-24');
    expect(ground.inForce()).toMatchObject({night: '2026-03-28'});
    expect(ground.inForce()?.version).not.toBe(version);
    expect(await contentsInForce(ground)).toEqual(grown);
    expect(Object.keys(grown)).toEqual(
      expect.arrayContaining(['marts.entries', 'marts.fix_list', 'history.office_metrics', 'meta.changes']),
    );
  }));
