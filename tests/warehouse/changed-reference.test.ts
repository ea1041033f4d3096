/** Targets and days off that were decided since the release: what a night makes of them, and what it leaves alone. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {mkdirSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {recordsOf} from '../../warehouse/database.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {sqlFolder} from '../../warehouse/models.ts';
import {referenceFolders} from '../../warehouse/reference-folders.ts';
import {onNightGround} from '../night-ground.ts';
import {onSmallNight} from '../small-night.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, {recursive: true})));
});

/** What a query of reference gives when some files lie in the data folder. */
async function withChanges<Row>(files: Record<string, readonly string[]>, sql: string): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'thads-'));
  folders.push(folder);
  for (const [table, lines] of Object.entries(files)) {
    await writeFile(join(folder, `${table}.csv`), `${lines.join('\n')}\n`);
  }
  return onSmallNight({}, (db) => recordsOf<Row>(db, sql), '2026-03-31', [
    folder,
    join(sqlFolder, 'reference'),
  ]);
}

const targetHeader = 'change_id,metric_id,valid_from,goal,floor,deadline,letter,clause';
const coverage = `select valid_from, valid_to, goal, letter from reference.targets
  where metric_id = 'money_coverage' order by valid_from`;
const first = {valid_from: '2026-01-20', goal: 1, letter: 'CV CQLTHADS tháng 4/2026 (kiểm tra dữ liệu)'};

describe('a target that was decided', () => {
  test('ends the one in force on its first day, and takes its place', async () => {
    expect(
      await withChanges(
        {
          changed_targets: [
            targetHeader,
            '1,money_coverage,2026-05-01,1,0.5,2026-06-30 23:59:59,"12/CV, mới",2',
          ],
        },
        coverage,
      ),
    ).toEqual([
      {...first, valid_to: '2026-04-30'},
      {valid_from: '2026-05-01', valid_to: null, goal: 1, letter: '12/CV, mới'},
    ]);
  });

  test('gives way to a later decision about the same day', async () => {
    expect(
      await withChanges(
        {
          changed_targets: [
            targetHeader,
            '1,money_coverage,2026-05-01,0.9,0.5,,12/CV,2',
            '2,money_coverage,2026-05-01,0.95,0.5,,13/CV,1',
          ],
        },
        coverage,
      ),
    ).toEqual([
      {...first, valid_to: '2026-04-30'},
      {valid_from: '2026-05-01', valid_to: null, goal: 0.95, letter: '13/CV'},
    ]);
  });

  test('holds until one of the release that begins later', async () => {
    const rows = await withChanges(
      {changed_targets: [targetHeader, '1,completion_rate,2026-03-01,0.9,0.5,,12/CV,2']},
      "select valid_from, valid_to from reference.targets where metric_id = 'completion_rate' order by valid_from",
    );
    expect(rows).toEqual([
      {valid_from: '2026-01-20', valid_to: '2026-02-28'},
      {valid_from: '2026-03-01', valid_to: '2026-03-25'},
      {valid_from: '2026-03-26', valid_to: null},
    ]);
  });

  test('changes nothing where there is none', async () => {
    expect(await withChanges({}, coverage)).toEqual([{...first, valid_to: null}]);
  });
});

test('a day off that was decided is not worked, a Saturday that was decided is', async () => {
  const days = `select day, is_working_day from marts.calendar
    where day in ('2026-06-01', '2026-06-06') order by day`;
  expect(await withChanges({}, days)).toEqual([
    {day: '2026-06-01', is_working_day: true},
    {day: '2026-06-06', is_working_day: false},
  ]);
  expect(
    await withChanges(
      {
        changed_holidays: ['change_id,holiday,holiday_name,legal_basis', '3,2026-06-01,Nghỉ hoán đổi,TB 1'],
        changed_make_up_days: [
          'change_id,make_up_day,instead_of,legal_basis',
          '4,2026-06-06,2026-06-01,TB 1',
        ],
      },
      days,
    ),
  ).toEqual([
    {day: '2026-06-01', is_working_day: false},
    {day: '2026-06-06', is_working_day: true},
  ]);
});

test('a holiday that a later release has too is one day off', async () => {
  expect(
    await withChanges(
      {changed_holidays: ['change_id,holiday,holiday_name,legal_basis', '3,2026-09-02,Trùng,TB 1']},
      "select holiday_name from reference.holidays where holiday = '2026-09-02'",
    ),
  ).toEqual([{holiday_name: 'Quốc khánh'}]);
});

describe('a day off that was taken back', () => {
  const holidays = ['change_id,holiday,holiday_name,legal_basis', '3,2026-09-02,Thêm lại,TB 3'];
  const makeUpDays = ['change_id,make_up_day,instead_of,legal_basis', '3,2026-08-22,2026-08-31,TB 3'];
  const takenBack = (id: number) => ({
    removed_days_off: ['change_id,day,legal_basis', `${id},2026-09-02,TB 2`, `${id},2026-08-22,TB 2`],
  });
  const days = `select day, is_working_day from marts.calendar
    where day in ('2026-08-22', '2026-09-02') order by day`;
  const off = [
    {day: '2026-08-22', is_working_day: true},
    {day: '2026-09-02', is_working_day: false},
  ];
  const asUsual = off.map(({day, is_working_day}) => ({day, is_working_day: !is_working_day}));

  test('is a day like any other', async () => {
    expect(await withChanges({}, days)).toEqual(off);
    expect(await withChanges(takenBack(2), days)).toEqual(asUsual);
  });

  test('is off again once a later decision says so, under the name it gives', async () => {
    const changed = {changed_holidays: holidays, changed_make_up_days: makeUpDays};
    expect(await withChanges({...takenBack(2), ...changed}, days)).toEqual(off);
    expect(await withChanges({...takenBack(4), ...changed}, days)).toEqual(asUsual);
    expect(
      await withChanges(
        {...takenBack(2), ...changed},
        "select holiday_name from reference.holidays where holiday = '2026-09-02'",
      ),
    ).toEqual([{holiday_name: 'Thêm lại'}]);
  });
});

test('the night reads what lies in its data folder, and a night before stays as it was', () =>
  onNightGround(async (ground) => {
    ground.deliver('2026-03-24', {});
    await ground.count();
    const {reference} = ground.folder;
    mkdirSync(reference, {recursive: true});
    writeFileSync(
      join(reference, 'changed_targets.csv'),
      `${targetHeader}\n7,money_coverage,2026-03-25,0.8,0.5,,12/CV,2\n`,
    );
    const goals =
      "select goal, letter from reference.targets where metric_id = 'money_coverage' order by valid_from";
    expect(await ground.read(goals)).toHaveLength(1);
    ground.deliver('2026-03-25', {});
    await ground.count();
    expect(await ground.read(goals)).toEqual([
      {goal: 1, letter: first.letter},
      {goal: 0.8, letter: '12/CV'},
    ]);
  }));

test('a data folder whose name DuckDB would take for two is refused, so that no rule is lost', () => {
  expect(() => referenceFolders(dataFolder('/srv/dữ liệu, tỉnh'))).toThrow('không được có dấu phẩy');
});
