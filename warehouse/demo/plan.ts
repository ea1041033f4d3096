import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {recordsOf} from '../database.ts';
import {apportion} from './apportion.ts';

/** A unit of the made-up world and how much of everything it has, as counted on the reference night. */
export interface PlannedUnit {
  /** Two digits of the province and two of the unit within it; the Department's own units begin with 00. */
  unit_no: number;
  unit_id: string;
  level: 'CUC' | 'DON_VI_CUC' | 'TINH' | 'PHONG_KV' | 'PHONG_NV';
  parent_id: string | null;
  province: string | null;
  province_name: string | null;
  /** Its name; absent where the name follows from level, number and province. */
  given_name: string | null;
  officials: number;
  officers: number;
  ton_cu: number;
  phat_sinh: number;
  missing_ton_cu: number;
  missing_phat_sinh: number;
}

interface Province {
  code: string;
  name: string;
  files: number;
  offices: number;
  officials: number;
  missing: number;
}

// What the letter of April 2026 reports; each province's part is in province_profiles.csv.
const newFilesShare = 0.12;
const divisionsShare = 0.08;
const officersShare = 0.46;
/** From this scale on everybody is there; below it people shrink with the files. */
const fullStaffScale = 0.2;

/** Apportions the nation's files, gaps and people to provinces and their offices, so that every sum is exact. */
export async function planUnits(db: DuckDBConnection, scale: number, seed: number): Promise<PlannedUnit[]> {
  const provinces = await readProvinces(db);
  const files = apportion(
    Math.round(total(provinces, 'files') * scale),
    provinces.map((one) => one.files),
    {least: provinces.map((one) => one.offices + divisionsOf(one))},
  );
  const missing = apportion(
    Math.round(total(provinces, 'missing') * scale),
    provinces.map((one) => one.missing),
  );
  const staff = Math.min(1, scale / fullStaffScale);
  return [
    ...(await planDepartment(db, staff)),
    ...provinces.flatMap((province, i) =>
      planProvince({...province, files: files[i]!, missing: missing[i]!}, staff, seed),
    ),
  ];
}

async function planDepartment(db: DuckDBConnection, staff: number): Promise<PlannedUnit[]> {
  const units = await recordsOf<{unit_id: string; unit_name: string; officials: number}>(
    db,
    'select * from read_csv($file, header = true)',
    {file: join(import.meta.dirname, 'department_units.csv')},
  );
  return units.map((unit, i) => ({
    ...unitOf({unit_no: i + 1, unit_id: unit.unit_id, level: i === 0 ? 'CUC' : 'DON_VI_CUC'}),
    parent_id: i === 0 ? null : 'CUC',
    given_name: unit.unit_name,
    officials: Math.max(3, Math.round(unit.officials * staff)),
  }));
}

function planProvince(province: Province, staff: number, seed: number): PlannedUnit[] {
  const {code, name} = province;
  const number = Number(code) * 100;
  const drawn = (what: string, unit: string) => chance(seed, what, unit);
  const divisions = divisionsOf(province);
  const offices: PlannedUnit[] = [
    ...counting(province.offices).map((n) =>
      unitOf({unit_no: number + n, unit_id: `${code}.KV${String(n).padStart(2, '0')}`, level: 'PHONG_KV'}),
    ),
    ...counting(divisions).map((n) =>
      unitOf({unit_no: number + 50 + n, unit_id: `${code}.NV${n}`, level: 'PHONG_NV'}),
    ),
  ].map((unit) => ({...unit, parent_id: code, province: code, province_name: name}));

  const size = offices.map(({level, unit_id}, i) => {
    if (level === 'PHONG_NV') return 0;
    // The first regional office holds the provincial capital.
    return (i === 0 ? 1.6 : 0.6) + drawn('size', unit_id);
  });
  const regional = size.reduce((all, one) => all + one, 0);
  const weights = size.map((one) => one || (regional * divisionsShare) / (1 - divisionsShare) / divisions);

  const files = apportion(province.files, weights, {least: offices.map(() => 1)});
  const fresh = apportion(
    Math.round(province.files * newFilesShare),
    offices.map(({unit_id}, i) => files[i]! * (0.8 + 0.4 * drawn('new files', unit_id))),
    {most: files.map((one) => one - 1)},
  );
  // A few offices hold nearly all of a province's gap.
  const missing = apportion(
    province.missing,
    offices.map(({unit_id}, i) => files[i]! * drawn('gap', unit_id) ** 6),
    {most: files.map((one) => Math.ceil(one * 0.3))},
  );
  const leaders = Math.min(6, 3 + Math.floor((province.officials * staff) / 80));
  const staffed = Math.max(Math.round(province.officials * staff), leaders + 2 * offices.length);
  const officials = apportion(
    staffed - leaders,
    weights.map((weight, i) => (offices[i]!.level === 'PHONG_NV' ? weight * 3 : weight)),
    {least: offices.map(() => 2)},
  );

  return [
    {
      ...unitOf({unit_no: number, unit_id: code, level: 'TINH'}),
      parent_id: 'CUC',
      province: code,
      province_name: name,
      officials: leaders,
    },
    ...offices.map((office, i) => {
      const missingNew = Math.min(fresh[i]!, Math.round(missing[i]! * 0.35));
      return {
        ...office,
        officials: officials[i]!,
        officers: Math.max(1, Math.round(officials[i]! * officersShare)),
        ton_cu: files[i]! - fresh[i]!,
        phat_sinh: fresh[i]!,
        missing_ton_cu: missing[i]! - missingNew,
        missing_phat_sinh: missingNew,
      };
    }),
  ];
}

/** Provinces with their sizes and what the letter says of them, in the order of their codes. */
function readProvinces(db: DuckDBConnection): Promise<Province[]> {
  return recordsOf<Province>(
    db,
    `select
         sizes.code,
         sizes.name,
         sizes.files_to_enter as files,
         sizes.regional_offices as offices,
         sizes.officials_modelled as officials,
         profiles.missing,
     from read_csv($sizes, header = true, types = {'code': 'varchar'}) as sizes
     join read_csv($profiles, header = true, types = {'code': 'varchar'}) as profiles using (code)
     order by sizes.code`,
    {
      sizes: join(import.meta.dirname, 'province_sizes.csv'),
      profiles: join(import.meta.dirname, 'province_profiles.csv'),
    },
  );
}

/** Professional divisions: more in a larger agency. */
function divisionsOf({officials}: Pick<Province, 'officials'>): number {
  if (officials < 90) return 2;
  return officials < 250 ? 3 : 4;
}

function unitOf(unit: Pick<PlannedUnit, 'unit_no' | 'unit_id' | 'level'>): PlannedUnit {
  return {
    ...unit,
    parent_id: null,
    province: null,
    province_name: null,
    given_name: null,
    officials: 0,
    officers: 0,
    ton_cu: 0,
    phat_sinh: 0,
    missing_ton_cu: 0,
    missing_phat_sinh: 0,
  };
}

/** A number from 0 to under 1 that depends on the seed and on what it is for, and on nothing else. */
function chance(seed: number, what: string, whom: string): number {
  const hash = createHash('sha256').update(`${seed}/${what}/${whom}`).digest();
  return hash.readUIntBE(0, 6) / 2 ** 48;
}

const counting = (to: number) => Array.from({length: to}, (_, i) => i + 1);

const total = (provinces: readonly Province[], of: 'files' | 'missing') =>
  provinces.reduce((all, province) => all + province[of], 0);
