import type {Figure, Status} from '../answers.ts';

const whole = new Intl.NumberFormat('vi-VN');
const twoDecimals = new Intl.NumberFormat('vi-VN', {minimumFractionDigits: 2, maximumFractionDigits: 2});

/** A whole number as the screen has it: 685.231. */
export const countWord = (value: number | null): string => (value === null ? '–' : whole.format(value));

/** How a rate changed, in percentage points with a sign: +0,12 điểm. */
export function pointsWord(now: number | null, before: number | null | undefined): string {
  if (now === null || before === null || before === undefined) return '–';
  const difference = now - before;
  if (Math.abs(difference) < 1e-9) return 'không đổi';
  const hundredths = Math.max(1, Math.round(Math.abs(difference) * 10_000));
  return `${difference > 0 ? '+' : '−'}${twoDecimals.format(hundredths / 100)} điểm`;
}

/** A day as the screen has it: 31/3/2026. */
export const dayWord = (day: string): string => day.slice(0, 10).split('-').reverse().map(Number).join('/');

/** How many of how many: 188/200. */
export const fractionWord = ({numerator, denominator}: Pick<Figure, 'numerator' | 'denominator'>): string =>
  numerator === null || denominator === null ? '–' : `${countWord(numerator)}/${countWord(denominator)}`;

export const statusWords: Readonly<Record<Status, string>> = {
  met: 'đạt',
  near: 'chưa đạt',
  missed: 'dưới ngưỡng',
  no_target: 'không đặt chỉ tiêu',
  no_data: 'không có số liệu',
};
