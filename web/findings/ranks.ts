/** The rank of each value, 1 for the first by `before`; equal values share a rank. */
export function ranks(values: readonly number[], first: 'lowest' | 'highest'): number[] {
  const isBefore = (one: number, other: number) => (first === 'lowest' ? one < other : one > other);
  return values.map((value) => 1 + values.filter((other) => isBefore(other, value)).length);
}
