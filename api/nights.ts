import type {NightStamp} from './answers.ts';
import {ApiError} from './errors.ts';
import type {OpenVersion} from './open-version.ts';

/** The last night at or before a date; none when the date is before the first. */
export const findNight = ({nights}: OpenVersion, date: string): string | undefined =>
  nights.findLast((night) => night <= date);

/** Which night answers for a date, the latest unless one is named. */
export function stampOf(version: OpenVersion, asOf: string | undefined): NightStamp {
  const {version: name, night: latest, demo} = version.current;
  const as_of = asOf ?? latest;
  const night = findNight(version, as_of);
  if (night === undefined) {
    throw new ApiError(
      'no_night',
      `Không có đêm dữ liệu nào đến ngày ${as_of}; đêm đầu tiên là ${version.nights[0] ?? latest}.`,
    );
  }
  return {as_of, night, version: name, demo};
}
