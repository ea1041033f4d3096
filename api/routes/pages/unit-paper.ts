import {findPeriod, formTables} from '../../form-periods.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {UnitPaper} from '../../page-schemas.ts';
import type {UnitLevel} from '../../places.ts';

/** The indicators that the letter of 2019 lays side by side, in its order. */
const indicators = [
  'TONG_THU_LY',
  'THU_LY_MOI',
  'UY_THAC',
  'TONG_PHAI_THI_HANH',
  'THI_HANH_XONG',
  'CHUA_CO_DIEU_KIEN',
];

/** Paper beside the platform for a unit, of the last period that is over and has paper; null where there is none. */
export async function readPaper(
  version: OpenVersion,
  {unit, level}: {unit: string; level: UnitLevel},
): Promise<UnitPaper | null> {
  if (formTables.some((table) => !version.has(table))) return null;
  const {form, period} = await findPeriod({}, version);
  if (!period.has_paper) return null;
  const {nam, so_thang, counted_night} = period;
  const rows = await version.rows<UnitPaper['rows'][number] & {unit_id: string}>('reconciliation', {
    form,
    year: nam,
    months: so_thang,
    unit,
    level,
  });
  const shown = indicators.flatMap((indicator) =>
    rows
      .filter(({unit_id, code, paper}) => unit_id === unit && code === indicator && paper !== null)
      .map(({code, code_name, paper, platform, gap, gap_rate}) => ({
        code,
        code_name,
        paper,
        platform,
        gap,
        gap_rate,
      })),
  );
  return shown.length === 0 ? null : {nam, so_thang, counted_night, rows: shown};
}
