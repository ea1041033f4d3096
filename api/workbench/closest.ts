/** No name of ours is as long; comparing takes the product of two lengths. */
const longestName = 100;

/** The names that are most like one that is not there, the likest first. */
export function closestTo(wanted: string, names: Iterable<string>, most = 5): string[] {
  if (wanted.length > longestName) return [];
  const name = wanted.toLowerCase();
  return [...names]
    .map((candidate) => ({candidate, distance: distanceOf(name, candidate.toLowerCase())}))
    .filter(({distance}) => distance <= Math.ceil(name.length / 3))
    .sort((one, other) => one.distance - other.distance || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, most)
    .map(({candidate}) => candidate);
}

/** How many letters one would change; a name without its schema is as good as with it. */
function distanceOf(name: string, candidate: string): number {
  const short = candidate.slice(candidate.indexOf('.') + 1);
  return Math.min(changes(name, candidate), changes(name, short));
}

/** Levenshtein's distance, of names no longer than names are. */
function changes(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > one.length) return one.length + 1;
  let row = Array.from({length: other.length + 1}, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
