/** The least and the most each part may take, in the order of the weights. */
export interface Bounds {
  least?: readonly number[];
  most?: readonly number[];
}

/**
 * Splits a whole number by weights so that the parts add up to it exactly, by largest remainder.
 * A part that would leave its bounds is held at them, and the others share the rest.
 */
export function apportion(total: number, weights: readonly number[], bounds: Bounds = {}): number[] {
  const least = (i: number) => bounds.least?.[i] ?? 0;
  const most = (i: number) => bounds.most?.[i] ?? Infinity;
  const held = new Map<number, number>();

  for (;;) {
    const free = weights.map((_, i) => i).filter((i) => !held.has(i));
    const left = total - sum([...held.values()]);
    const weight = sum(free.map((i) => weights[i]!));
    const quota = (i: number) => (weight > 0 ? (left * weights[i]!) / weight : left / free.length);
    const below = free.filter((i) => quota(i) < least(i));
    const above = below.length > 0 ? [] : free.filter((i) => quota(i) > most(i));
    for (const i of below) held.set(i, least(i));
    for (const i of above) held.set(i, most(i));
    if (below.length > 0 || above.length > 0) continue;

    if (left < 0 || (left > 0 && free.length === 0)) {
      throw new RangeError(`${total} does not fit within the bounds of its parts.`);
    }
    const over = left - sum(free.map((i) => Math.floor(quota(i))));
    const roundedUp = new Set(
      free.toSorted((a, b) => (quota(b) % 1) - (quota(a) % 1) || a - b).slice(0, over),
    );
    return weights.map((_, i) => held.get(i) ?? Math.floor(quota(i)) + (roundedUp.has(i) ? 1 : 0));
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
