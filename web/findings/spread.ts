/** How values are spread: the lowest, the middle and the highest; null without any. */
export function spreadOf(values: readonly number[]): {low: number; median: number; high: number} | null {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return {low, median, high};
}

/** Where an axis of rates begins, so that the lowest has room: 0, 0.5, 0.9 or 0.99. */
export const axisStart = (low: number): number => [0.99, 0.9, 0.5].find((start) => low >= start) ?? 0;
