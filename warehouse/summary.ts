import {driftLines} from './landing/drift.ts';
import {BrokenNight} from './errors.ts';
import type {NightlyOutcome} from './nightly.ts';

const count = (number: number) => number.toLocaleString('vi-VN');
const seconds = (number: number) =>
  number.toLocaleString('vi-VN', {minimumFractionDigits: 1, maximumFractionDigits: 1});

/** What a night did, in lines for people. */
export function nightlySummary({
  landed,
  refused,
  incomplete,
  published,
  held,
  broken,
  current,
}: NightlyOutcome): string[] {
  const lines: string[] = [];
  for (const folder of incomplete) {
    lines.push(`Chưa đủ: ${folder} chưa có datapackage.json; sẽ nạp khi bản giao hoàn tất.`);
  }
  lines.push(...landed.flatMap(driftLines));
  for (const {night, version, rows, quarantined, checks, metrics, steps} of published) {
    const total = steps.reduce((sum, step) => sum + step.seconds, 0);
    lines.push(
      `Đã công bố đêm ${night} (phiên bản ${version}): ${count(rows)} dòng dùng được, ${count(quarantined)} dòng cách ly, ` +
        `${checks} phép kiểm đạt, ${metrics} chỉ tiêu, ${seconds(total)} giây.`,
    );
  }
  if (
    landed.length === 0 &&
    refused.length === 0 &&
    published.length === 0 &&
    broken.length === 0 &&
    held.length === 0
  ) {
    lines.push('Không có bản giao mới; không phải làm gì.');
  }
  lines.push(
    current
      ? `Đang dùng: đêm ${current.night}, phiên bản ${current.version}.`
      : 'Chưa có đêm nào được công bố.',
  );
  return lines;
}

/** What went wrong, in lines for people; none when nothing did. */
export function troubleLines({refused, held, broken}: NightlyOutcome): string[] {
  return [
    ...refused.map(refusalLine),
    ...broken.map(({night, failures}) => new BrokenNight(night, failures).message),
    ...held.map(holdLine),
  ].flatMap((text) => text.split('\n'));
}

/** A delivery of which nothing landed, and why. */
export const refusalLine = ({delivery, reasons}: NightlyOutcome['refused'][number]): string =>
  [
    `✗ Bản giao ${delivery} bị từ chối, không nạp dòng nào:`,
    ...reasons.map((reason) => `  - ${reason}`),
  ].join('\n');

/** A night that was built and not let out, and why. */
export const holdLine = ({night, version, reasons}: NightlyOutcome['held'][number]): string =>
  [
    `Đêm ${night} đã dựng (phiên bản ${version}) nhưng bị giữ lại, chưa công bố; xem xét rồi chạy lệnh release:`,
    ...reasons.map(({sentence}) => `  - ${sentence}`),
  ].join('\n');
