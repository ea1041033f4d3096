import type {NightInputs} from './build.ts';
import {fingerprintOf} from './due-nights.ts';
import type {Receipt} from './landing/receipts.ts';
import type {Manifest} from './versions.ts';

/** Why a night that was counted before is counted again, as a sentence; undefined for a night that is new. */
export function whyCountedAgain(
  inputs: NightInputs,
  versions: readonly Manifest[],
  landedNow: readonly Receipt[],
): string | undefined {
  const {night} = inputs;
  const last = versions.findLast(({counted}) => night in counted);
  if (!last) return undefined;
  if (last.counted[night] === fingerprintOf(inputs)) {
    return `Đêm ${night} được tính lại vì các đêm trước nó đã thay đổi.`;
  }
  const isNew = (receipt: Receipt) =>
    landedNow.some((landed) => placeOf(landed) === placeOf(receipt)) ||
    Date.parse(receipt.landedAt) > Date.parse(last.built_at);
  const fresh = inputs.receipts.filter(isNew);
  const corrections = fresh.filter(({sequence}) => sequence > 1);
  const late = fresh.filter(({sequence}) => sequence === 1);
  const reasons = [
    ...(corrections.length > 0 ? [`có bản giao sửa (${corrections.map(namedOn(night)).join('; ')})`] : []),
    ...(late.length > 0 ? [`có bản giao đến muộn (${late.map(namedOn(night)).join('; ')})`] : []),
  ];
  return `Đêm ${night} được tính lại vì ${reasons.join(', ') || 'bản giao của đêm đó đã thay đổi'}.`;
}

/** A delivery's name as a reader of that night wants it: the date only when it is another one. */
const namedOn =
  (night: string) =>
  ({program, businessDate, sequence}: Receipt): string =>
    [
      program,
      ...(businessDate === night ? [] : [`ngày ${businessDate}`]),
      ...(sequence > 1 ? [`lần ${sequence}`] : []),
    ].join(', ');

const placeOf = ({program, businessDate, sequence}: Receipt) => `${businessDate}/${program}/${sequence}`;
