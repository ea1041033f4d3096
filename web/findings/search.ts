/** A text without marks and capitals, so that “da nang” finds Đà Nẵng. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();

/** The things whose name has every word asked for, those that begin with the first word before the others. */
export function search<Thing extends {name: string}>(
  things: readonly Thing[],
  asked: string,
  most: number,
): Thing[] {
  const parts = foldText(asked).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  return things
    .map((thing) => ({thing, name: foldText(thing.name)}))
    .filter(({name}) => parts.every((part) => name.includes(part)))
    .map((found) => ({...found, order: found.name.startsWith(parts[0]!) ? 0 : 1}))
    .sort((one, other) => one.order - other.order)
    .slice(0, most)
    .map(({thing}) => thing);
}
