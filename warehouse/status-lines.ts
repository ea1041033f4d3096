import type {LastRun, NightOutcome} from './last-run.ts';
import {metrics} from './metrics.ts';
import type {ModelChange, Mover, SourceStatus, Status, TableChange} from './status.ts';
import {refusalLine} from './summary.ts';

/** A status in lines for people: what is in force, from what, what the last run did, and what has changed. */
export function statusLines(status: Status): string[] {
  const {current, age_days, nights, sources, changes, movers, model_changes, held, last_run} = status;
  const inForce = current
    ? [
        `Đang dùng: đêm ${current.night}, phiên bản ${current.version}, công bố lúc ${current.published_at}.`,
        ...(age_days !== undefined && age_days > 1
          ? [`Số liệu đang dùng đã cũ ${count(age_days)} ngày.`]
          : []),
        `Lịch sử: ${count(nights.length)} đêm, từ ${nights[0]} đến ${nights.at(-1)}.`,
      ]
    : ['Chưa có đêm nào được công bố.'];
  return [
    ...inForce,
    ...sources.map(sourceLine),
    ...part('Đang bị giữ lại, chờ xem xét:', held, ({version, night, reasons}) => [
      `◆ đêm ${night}, phiên bản ${version}`,
      ...reasons.map(({sentence}) => `  ${sentence}`),
    ]),
    ...(last_run ? lastRunLines(last_run) : []),
    ...part('Thay đổi so với đêm trước:', changes.filter(hasChanged), changeLine),
    ...part('Tỉnh thay đổi nhiều nhất so với đêm trước:', movers, moverLine),
    ...part('Mô hình đổi so với phiên bản trước:', model_changes, modelLine),
  ];
}

/** A heading and what belongs to it; nothing where there is nothing to say. */
function part<T>(heading: string, items: readonly T[], linesOf: (item: T) => string | string[]): string[] {
  if (items.length === 0) return [];
  return ['', heading, ...items.flatMap(linesOf).map((line) => `  ${line}`)];
}

function sourceLine({
  program_name,
  business_date,
  is_late,
  age_nights,
  quarantined_rows,
}: SourceStatus): string {
  const state = !is_late
    ? '● đúng hạn'
    : age_nights === null
      ? '◆ chưa giao'
      : `◆ chậm ${count(age_nights)} đêm`;
  const quarantined = quarantined_rows > 0 ? `, ${count(quarantined_rows)} dòng cách ly` : '';
  return `${state}  ${program_name}: ${business_date ?? 'chưa giao lần nào'}${quarantined}`;
}

const outcomes: Record<NightOutcome, string> = {
  published: '✓ đã công bố',
  held: '◆ bị giữ lại',
  broken: '✗ không công bố vì phép kiểm không đạt',
  failed: '✗ không dựng được',
};

function lastRunLines({
  ended_at,
  seconds,
  nights,
  steps,
  refused,
  held_for,
  failures,
  broken,
}: LastRun): string[] {
  const lines = [
    ...nights.map(({night, version, outcome}) =>
      version
        ? `${outcomes[outcome]}: đêm ${night}, phiên bản ${version}`
        : `${outcomes[outcome]}: đêm ${night}`,
    ),
    ...refused.flatMap((one) => refusalLine(one).split('\n')),
    ...held_for.map((sentence) => `◆ ${sentence}`),
    ...failures.map((sentence) => `✗ ${sentence}`),
    ...broken.flatMap(({check, offenders, examples}) => [
      `✗ Phép kiểm ${check} có ${count(offenders)} dòng vi phạm, ví dụ:`,
      ...examples.map((example) => `  ${example}`),
    ]),
    ...steps.map((step) => `${step.step}: ${secondsOf(step.seconds)}`),
  ];
  return part(`Lượt nạp gần nhất, xong lúc ${ended_at} (${secondsOf(seconds)}):`, lines, (line) => line);
}

const hasChanged = ({rows_added, rows_changed, rows_vanished}: TableChange) =>
  rows_added + rows_changed + rows_vanished > 0;

const changeLine = ({
  table_name,
  rows_before,
  rows_now,
  rows_added,
  rows_changed,
  rows_vanished,
}: TableChange) =>
  `${table_name}: ${count(rows_before)} → ${count(rows_now)} dòng ` +
  `(${count(rows_added)} mới, ${count(rows_changed)} đổi, ${count(rows_vanished)} mất)`;

const moverLine = ({metric_id, unit_name, value_before, value_now}: Mover) =>
  `${metrics[metric_id].label.vi}, ${unit_name}: ${percent(value_before)} → ${percent(value_now)} ` +
  `(${points(value_now - value_before)} điểm)`;

const modelChanges: Record<ModelChange['model_change'], string> = {
  added: 'thêm',
  changed: 'đổi',
  removed: 'bỏ',
};

const modelLine = ({model, model_change}: ModelChange) => `${modelChanges[model_change]}  ${model}`;

const count = (number: number) => number.toLocaleString('vi-VN');
const twoDecimals = {minimumFractionDigits: 2, maximumFractionDigits: 2} as const;
const percent = (share: number) => share.toLocaleString('vi-VN', {style: 'percent', ...twoDecimals});
const points = (difference: number) =>
  (difference * 100).toLocaleString('vi-VN', {signDisplay: 'exceptZero', ...twoDecimals});
const secondsOf = (seconds: number) =>
  `${seconds.toLocaleString('vi-VN', {minimumFractionDigits: 1, maximumFractionDigits: 1})} giây`;
