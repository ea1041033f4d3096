import {paceOf, type DayOfEntry, type Pace} from '../warehouse/forecast.ts';
import {ApiError} from './errors.ts';
import type {OpenVersion} from './open-version.ts';
import type {UnitLevel} from './places.ts';

/** Reads how files came in as of a night, for the units of a level: what comes back says the pace of each. */
export async function readPaces(
  version: OpenVersion,
  {level, night}: {level: UnitLevel; night: string},
): Promise<(unit: string, missing: number | null, deadline: string | null) => Pace> {
  if (level !== 'nation' && night !== version.current.night) {
    throw new ApiError(
      'night_not_kept',
      `Nhịp nhập theo tỉnh và phòng chỉ có ở đêm mới nhất (${version.current.night}); hãy bỏ as_of hoặc hỏi level=nation.`,
    );
  }
  const [entries, calendar] = await Promise.all([
    level === 'nation'
      ? version.rows<DayOfEntry & {unit_id: string}>('files_by_day', {night})
      : version.rows<DayOfEntry & {unit_id: string}>('files_by_day_and_unit', {level}),
    version.rows<{day: string}>('working_days'),
  ]);
  const byUnit = Map.groupBy(entries, ({unit_id}) => unit_id);
  const workingDays = calendar.map(({day}) => day);
  return (unit, missing, deadline) =>
    paceOf({
      night,
      lastDay: deadline === null ? null : deadline.slice(0, 10),
      missing,
      entered: byUnit.get(unit) ?? [],
      workingDays,
    });
}
