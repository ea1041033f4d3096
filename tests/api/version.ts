import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Current} from '../../warehouse/current.ts';
import {literal, withDatabase} from '../../warehouse/database.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {sqlFiles, sqlFolder} from '../../warehouse/models.ts';
import {ensureScopes} from '../../warehouse/scopes.ts';

/** How a version is to differ from the small one. */
export interface VersionOptions {
  version: string;
  night?: '2026-03-24' | '2026-03-31';
  demo?: boolean;
  /** A table that a faulty build forgot, or that an older release did not have. */
  without?: 'history.office_metrics' | 'marts.calendar' | 'marts.fix_list';
}

/**
 * Writes a version one can work out in one's head: three provinces, four offices, four officials, two nights.
 *
 * On 31/3 Thanh Hóa's offices have entered 90 and 98 of 100 files each, Sơn La's 100 of 100, Đà Nẵng's nothing known:
 * the nation 288 of 300. A week earlier it was 50, 50 and 100: 200 of 300.
 *
 * The fix list has six open offences, one of a petition and one of an office nobody knows, and one that was fixed.
 * Of file F1 one thing is wrong; of F2 two things in one pillar, and one that came back in another.
 */
export async function createVersion(
  data: string,
  {version, night = '2026-03-31', demo = false, without}: VersionOptions,
): Promise<Current> {
  const folder = dataFolder(data);
  mkdirSync(folder.versions, {recursive: true});
  const path = join(folder.versions, `${version}.duckdb`);
  await withDatabase(path, {file_search_path: join(sqlFolder, 'reference')}, async (db) => {
    await db.run(tables);
    // What is read from files alone comes before what reads other tables.
    const [ofTables, ofFiles] = [true, false].map((reads) =>
      sqlFiles('reference').filter(({sql}) => sql.includes('from reference.') === reads),
    );
    for (const {name, sql} of [...ofFiles!, ...ofTables!]) {
      await db.run(`create table reference.${name} as ${sql}`);
    }
    for (const {name, sql} of sqlFiles('forms')) await db.run(`create view forms.${name} as ${sql}`);
    await db.run(`
      create table meta.night as select
          date ${literal(night)} as night, ${literal(version)} as version,
          timestamptz '2026-04-01 02:14:00+07' as built_at, ${demo} as is_demo;
      delete from history.nights where night > ${literal(night)};
      delete from history.office_metrics where night > ${literal(night)};
      delete from history.officer_metrics where night > ${literal(night)};
      delete from history.rule_offenders where night > ${literal(night)};
      delete from history.live_subjects where night > ${literal(night)};
      delete from history.nation_entry_days where night > ${literal(night)};
    `);
    await db.run(`comment on table marts.units is 'Đơn vị'`);
    await db.run(`comment on column marts.units.unit_id is 'Mã đơn vị | Unit'`);
    if (without) await db.run(`drop table ${without}`);
    await db.run('checkpoint');
  });
  const file = `versions/${version}.duckdb`;
  mkdirSync(folder.scratch, {recursive: true});
  await ensureScopes({version, file}, folder);
  return {
    version,
    night,
    file,
    hash: `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`,
    published_at: '2026-04-01T02:14:00+07:00',
    demo,
  };
}

/** Puts a version in force the way publishing does: `current.json` appears whole. */
export function putInForce(data: string, current: Current): void {
  const path = dataFolder(data).current;
  writeFileSync(`${path}.new`, JSON.stringify(current));
  renameSync(`${path}.new`, path);
}

const tables = `
create schema meta; create schema history; create schema marts; create schema reference; create schema forms;

create table meta.sources as from (values
    ('to-chuc-tha', 'Tổ chức thi hành án', date '2026-03-31', '2026-04-01T02:00:00+07:00', 300::bigint, 2::bigint, false),
    ('bien-lai', 'Biên lai điện tử', date '2026-03-24', '2026-03-25T02:00:00+07:00', 40::bigint, 0::bigint, true)
) as s (program_id, program_name, business_date, landed_at, row_count, quarantined_rows, is_late);
create table meta.steps as from (values ('land', 1.5::double), ('build', 2.25::double)) as s (step, seconds);
create table meta.checks as from (values ('files_add_up', 0::bigint), ('rates_are_fractions', 0::bigint)) as c (check_name, offenders);

create table meta.changes as from (values
    ('ho_so', 200::bigint, 300::bigint, 101::bigint, 40::bigint, 1::bigint),
    ('bien_lai', 40::bigint, 40::bigint, 0::bigint, 0::bigint, 0::bigint)
) as c (table_name, rows_before, rows_now, rows_added, rows_changed, rows_vanished);
create table meta.model_changes as from (values
    ('metrics.money_coverage', 'changed'), ('defects.stale', 'changed'), ('marts.calendar', 'added')
) as m (model, model_change);
create table meta.lineage_tables as from (values
    ('metrics.completion_rate', 'marts.completion'), ('marts.completion', 'marts.case_files')
) as l (model, reads_model);
create table meta.lineage_columns as from (values
    ('metrics.completion_rate', 'numerator', 'marts.completion', 'files_done', 'output'),
    ('metrics.completion_rate', null, 'marts.completion', 'entry_system', 'condition')
) as l (model, column_name, reads_model, reads_column, column_use);

create table marts.units as from (values
    ('CUC', 'Cục Quản lý THADS', 'department', null, null, date '2025-07-01', null::date),
    ('CUC.CDS', 'Ban Chuyển đổi số', 'department_unit', 'CUC', null, date '2025-07-01', null),
    ('38', 'THADS tỉnh Thanh Hóa', 'province', 'CUC', '38', date '2025-07-01', null),
    ('38.KV01', 'Phòng THADS khu vực 1 - Thanh Hóa', 'office', '38', '38', date '2025-07-01', null),
    ('38.KV02', 'Phòng THADS khu vực 2 - Thanh Hóa', 'office', '38', '38', date '2025-07-01', null),
    ('38.KV09', 'Phòng THADS khu vực 9 - Thanh Hóa', 'office', '38', '38', date '2025-07-01', date '2026-03-25'),
    ('14', 'THADS tỉnh Sơn La', 'province', 'CUC', '14', date '2025-07-01', null),
    ('14.KV01', 'Phòng THADS khu vực 1 - Sơn La', 'office', '14', '14', date '2025-07-01', null),
    ('48', 'THADS thành phố Đà Nẵng', 'province', 'CUC', '48', date '2025-07-01', null),
    ('48.KV01', 'Phòng THADS khu vực 1 - Đà Nẵng', 'office', '48', '48', date '2025-07-01', null)
) as u (unit_id, unit_name, unit_level, parent_id, province_id, valid_from, valid_to);

create table marts.provinces as from (values
    ('14', 'Sơn La', 'tỉnh', 1, 2, 'SL', 1),
    ('38', 'Thanh Hóa', 'tỉnh', 2, 3, 'TH', 2),
    ('48', 'Đà Nẵng', 'thành phố trực thuộc trung ương', 4, 8, 'ĐN', 1)
) as p (province_id, province_name, province_type, tile_column, tile_row, abbreviation, offices);

create table marts.unit_members as
with own as (
    select unit_id as office_id, unit_name, province_id, unit_level
    from marts.units where province_id is not null and unit_id <> '38.KV09'
)
select 'nation' as level, 'VN' as unit_id, 'Toàn quốc' as unit_name, office_id, null as province_id from own
union all
select 'province', province_id, p.province_name, office_id, province_id from own join marts.provinces as p using (province_id)
union all
select 'office', office_id, unit_name, office_id, province_id from own where unit_level = 'office';

create table marts.officials as from (values
    ('CB1', 'Trần Thị Đào', '38.KV01', '38', true),
    ('CB2', 'Đặng Văn An', '38.KV01', '38', true),
    ('CB3', '=HYPERLINK("http://x")', '38.KV02', '38', true),
    ('CB4', 'Lê Thị Thư ký', '38.KV01', '38', false)
) as o (officer_id, officer_name, office_id, province_id, is_enforcement_officer);

create table marts.case_files (case_id varchar, office_id varchar);

create table history.nights as from (values (date '2026-03-24'), (date '2026-03-31')) as n (night);

create table history.office_metrics as
select night::date as night, metric_id, office_id, numerator::bigint as numerator, denominator::bigint as denominator
from (values
    ('2026-03-24', 'completion_rate', '38.KV01', 50, 100),
    ('2026-03-24', 'completion_rate', '38.KV02', 50, 100),
    ('2026-03-24', 'completion_rate', '14.KV01', 100, 100),
    ('2026-03-31', 'completion_rate', '38.KV01', 90, 100),
    ('2026-03-31', 'completion_rate', '38.KV02', 98, 100),
    ('2026-03-31', 'completion_rate', '14.KV01', 100, 100),
    ('2026-03-24', 'files_missing', '38.KV01', 50, null),
    ('2026-03-24', 'files_missing', '38.KV02', 50, null),
    ('2026-03-24', 'files_missing', '14.KV01', 0, null),
    ('2026-03-31', 'files_missing', '38.KV01', 10, null),
    ('2026-03-31', 'files_missing', '38.KV02', 2, null),
    ('2026-03-31', 'files_missing', '14.KV01', 0, null),
    ('2026-03-31', 'money_coverage', '38.KV01', 1, 50),
    ('2026-03-31', 'money_coverage', '38.KV02', 0, 50),
    ('2026-03-31', 'money_coverage', '14.KV01', 40, 50),
    ('2026-03-31', 'money_amount_coverage', '38', 9007199254740991, 9007199254740991),
    ('2026-03-31', 'petition_completion_rate', '14.KV01', 3, 4)
) as m (night, metric_id, office_id, numerator, denominator);

create table history.officer_metrics as
select night::date as night, metric_id, officer_id, numerator::bigint as numerator, denominator::bigint as denominator
from (values
    ('2026-03-31', 'officer_completion_rate', 'CB1', 9, 10),
    ('2026-03-31', 'officer_completion_rate', 'CB2', 10, 10),
    ('2026-03-31', 'officer_completion_rate', 'CB3', 0, 10)
) as m (night, metric_id, officer_id, numerator, denominator);

create table history.rule_offenders as
select night::date as night, office_id, rule, pillar, offenders::bigint as offenders
from (values
    ('2026-03-24', '38.KV01', 'missing_judgment', 'complete', 1),
    ('2026-03-24', '38.KV01', 'stale', 'current', 1),
    ('2026-03-24', '38.KV02', 'bad_identifier', 'clean', 1),
    ('2026-03-31', '38.KV01', 'missing_judgment', 'complete', 1),
    ('2026-03-31', '38.KV01', 'missing_debtor', 'complete', 1),
    ('2026-03-31', '38.KV01', 'missing_money', 'complete', 1),
    ('2026-03-31', '38.KV01', 'stale', 'current', 1),
    ('2026-03-31', '38.KV02', 'stale', 'current', 4),
    ('2026-03-31', '14.KV01', 'petition_stale', 'current', 1)
) as r (night, office_id, rule, pillar, offenders);

create table history.live_subjects as
select night::date as night, office_id, live_files::bigint as live_files, live_petitions::bigint as live_petitions
from (values
    ('2026-03-24', '38.KV01', 50, 0),
    ('2026-03-24', '38.KV02', 50, 0),
    ('2026-03-24', '14.KV01', 100, 4),
    ('2026-03-31', '38.KV01', 100, 0),
    ('2026-03-31', '38.KV02', 100, 0),
    ('2026-03-31', '14.KV01', 100, 4)
) as s (night, office_id, live_files, live_petitions);

create table marts.pillar_weights as from (values
    ('correct', 1), ('complete', 1), ('clean', 1), ('current', 1)
) as w (pillar, weight);

create table marts.fix_list as
select
    rule, pillar, coalesce(case_id, petition_id) as subject_id, case_id, petition_id, office_id, officer_id, found,
    first_night::date as first_night, last_night::date as last_night, defect_state,
    fixed_on::date as fixed_on, open_since::date as open_since
from (values
    ('missing_judgment', 'complete', 'F1', null, '38.KV01', 'CB1', 'thiếu số bản án', '2026-03-24', '2026-03-31', 'open', null, '2026-03-24'),
    ('missing_debtor', 'complete', 'F2', null, '38.KV01', 'CB2', 'thiếu địa chỉ', '2026-03-31', '2026-03-31', 'open', null, '2026-03-31'),
    ('missing_money', 'complete', 'F2', null, '38.KV01', 'CB2', 'chưa có khoản tiền', '2026-03-31', '2026-03-31', 'open', null, '2026-03-31'),
    ('stale', 'current', 'F2', null, '38.KV01', 'CB2', 'đã 40 ngày', '2026-03-24', '2026-03-31', 'came_back', null, '2026-03-31'),
    ('bad_identifier', 'clean', 'F3', null, '38.KV02', 'CB3', '123', '2026-03-24', '2026-03-24', 'fixed', '2026-03-31', '2026-03-24'),
    ('petition_stale', 'current', null, 'P1', '14.KV01', null, 'đã 31 ngày', '2026-03-31', '2026-03-31', 'open', null, '2026-03-31'),
    ('unknown_reference', 'clean', 'F4', null, '99.KV01', 'CB9', 'phòng 99.KV01', '2026-03-31', '2026-03-31', 'open', null, '2026-03-31')
) as f (
    rule, pillar, case_id, petition_id, office_id, officer_id, found,
    first_night, last_night, defect_state, fixed_on, open_since
);

create table marts.returned_offences as
select rule, subject_id, office_id, officer_id, date '2026-03-17' as open_since, date '2026-03-24' as fixed_on
from marts.fix_list where defect_state = 'came_back';

create table marts.calendar as
select day::date as day, isodow(day) < 6 as is_working_day
from generate_series(date '2026-01-01', date '2026-04-24', interval 1 day) as calendar (day);

-- Khu vực 1 of Thanh Hóa enters 5 files on each of ten working days, khu vực 2 only ever entered on one, two too many.
create table marts.entry_days as
select '38.KV01' as office_id, day as entered_on, 5::bigint as files_entered, 5::bigint as files_done
from marts.calendar where is_working_day and day between date '2026-03-18' and date '2026-03-31'
union all
select '38.KV02', date '2026-03-31', 100::bigint, 98::bigint;

-- 25 files on each of ten working days, and 38 on a Saturday.
create table history.nation_entry_days as
select date '2026-03-31' as night, day::date as entered_on, 25::bigint as done
from generate_series(date '2026-03-18', date '2026-03-31', interval 1 day) as calendar (day)
where isodow(day) < 6
union all
select date '2026-03-31', date '2026-03-21', 38
union all
select date '2026-03-24', date '2026-03-24', 200;

create table marts.rollout_documents as from (values
    ('VB1', '38', 'KE_HOACH', '211/KH-THADS', date '2026-02-09'), ('VB2', '38', 'TAP_HUAN', '7/TB-THADS', date '2026-04-02')
) as d (document_id, unit_id, document_type, document_number, issued_on);

create table marts.offices as
select unit_id as office_id, province_id, valid_from, valid_to from marts.units where unit_level = 'office';

-- On 31/3 Khu vực 1 of Thanh Hóa has 100 cases on the platform, and 103 on paper.
create table marts.form_periods as
select
    2026 as statistical_year, 6 as months, form_kind, date '2025-10-01' as period_from, date '2026-03-31' as period_end,
    form_kind = 'VIEC' as has_paper, 'night' as platform_source, date '2026-03-31' as counted_to,
    date '2026-03-31' as counted_night, true as is_over
from (values ('VIEC'), ('TIEN')) as f (form_kind);
create table marts.platform_figures as
select
    date '2026-03-31' as counted_to, form_kind, level, unit_id, 'TONG_THU_LY' as indicator, 100::hugeint as figure,
    0::hugeint as null_items
from (values ('office', '38.KV01'), ('province', '38'), ('nation', 'VN'), ('whole', 'VN')) as u (level, unit_id)
cross join (values ('VIEC'), ('TIEN')) as f (form_kind);
create table marts.reported_figures as
select
    'paper' as side, 2026 as statistical_year, 6 as months, 'VIEC' as form_kind, '38.KV01' as unit_id,
    'TONG_THU_LY' as indicator, true as is_final, 103::bigint as figure, false as has_former_code, 'office' as level,
    '38' as code_province_id, '38' as province_id;
create table marts.reported_totals as
select
    'paper' as side, 2026 as statistical_year, 6 as months, 'VIEC' as form_kind, level, unit_id,
    'TONG_THU_LY' as indicator, 103::hugeint as figure, true as is_final, null::hugeint as parts_figure,
    null::hugeint as whole_figure
from (values ('office', '38.KV01'), ('province', '38'), ('nation', 'VN')) as u (level, unit_id);
`;
