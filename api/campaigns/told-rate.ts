/**
 * A rate as sentences tell it, in hundredths of a percent: what is not whole is not told as 100, what is not nothing
 * not as 0, and what is below a limit does not reach it by rounding.
 */
export function hundredthsTold(rate: number, limit?: number): number {
  const rounded = Math.round(rate * 10_000);
  if (rate < 1 && rounded >= 10_000) return 9_999;
  if (rate > 0 && rounded === 0) return 1;
  const reaches = limit !== undefined && rate < limit && rounded >= Math.round(limit * 10_000);
  return reaches ? Math.floor(rate * 10_000) : rounded;
}
