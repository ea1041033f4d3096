import type {CandidateKind} from '../../warehouse/campaign/rank.ts';
import {ApiError} from '../errors.ts';

/** What the map may show. */
export const mapMeasures = ['completion', 'missing', 'money'] as const;

/** What a picture is asked about. */
export interface AskedPicture {
  unit?: string | undefined;
  as_of?: string | undefined;
  /** Of the map alone. */
  measure?: (typeof mapMeasures)[number] | undefined;
  /** Of a ranking alone. */
  campaign?: string | undefined;
  kind?: CandidateKind | undefined;
}

/** Refuses what is asked of one picture and meant for another. */
export function mustTake(chart: string, {measure, campaign, kind}: AskedPicture): void {
  if (measure !== undefined && chart !== 'map') {
    throw new ApiError('invalid_parameter', 'measure chỉ dùng cho bản đồ ô (map).');
  }
  if ((campaign ?? kind) !== undefined && chart !== 'ranking') {
    throw new ApiError('invalid_parameter', 'campaign và kind chỉ dùng cho bảng xếp hạng (ranking).');
  }
}

export const isNation = (unit: string | undefined): boolean => unit === undefined || unit === 'VN';

/** Refuses the unit that a figure of the whole nation is asked of. */
export function mustBeNation(unit: string | undefined, figure: string): void {
  if (isNation(unit)) return;
  throw new ApiError('invalid_parameter', `${figure} chỉ có của toàn quốc; hãy bỏ unit.`);
}
