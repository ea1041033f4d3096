import type {Level} from '../warehouse/metrics.ts';
import {ApiError} from './errors.ts';
import type {OpenVersion} from './open-version.ts';

/** The level of figures that a unit, or an official, stands at. */
export async function standingOf(unit: string, version: OpenVersion): Promise<Level> {
  if (unit === 'VN') return 'nation';
  const [place] = await version.rows<{level: Level}>('place', {unit});
  if (!place) {
    throw new ApiError('unknown_unit', 'Không có đơn vị hoặc chấp hành viên mang mã này; xem /api/v1/units.');
  }
  return place.level;
}

/** The unit asked for and the level of the rows, which is its own unless another is named; officials are no units. */
export async function unitOf(
  {level, unit = 'VN'}: {level?: UnitLevel | undefined; unit?: string | undefined},
  version: OpenVersion,
): Promise<{level: UnitLevel; unit: string}> {
  const standing = await standingOf(unit, version);
  if (standing === 'officer') {
    throw new ApiError('unknown_unit', 'Mã này là của một cán bộ, không phải đơn vị; xem /api/v1/units.');
  }
  return {level: level ?? standing, unit};
}

/** The levels of units; below an office there are only people. */
export type UnitLevel = Exclude<Level, 'officer'>;
