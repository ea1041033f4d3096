/**
 * The address of every page; `:id` stands for one unit or one person. The build hands the list to the server, which
 * answers these with the page and no others. A new page has a line here and one in `routes.ts`.
 */
export const addresses = [
  '/',
  '/tinh',
  '/tinh/:id',
  '/phong/:id',
  '/chap-hanh-vien/:id',
  '/tien',
  '/chat-luong',
  '/doi-chieu',
  '/thi-dua',
  '/xet-chon',
  '/sql',
  '/van-hanh',
  '/tu-dien',
  '/van-ban',
  '/ban-tin',
  '/quan-tri',
  '/_components',
] as const;

export type Address = (typeof addresses)[number];

/** Which address a path is of, and the id in it; null when no page is there. */
export function findAddress(path: string): {address: Address; id: string | null} | null {
  const asked = path.split('/');
  for (const address of addresses) {
    const parts = address.split('/');
    if (parts.length !== asked.length) continue;
    if (parts.some((part, index) => part !== ':id' && part !== asked[index])) continue;
    const place = parts.indexOf(':id');
    const id = place === -1 ? null : (asked[place] ?? '');
    if (id === null || /^[\w.-]{1,64}$/.test(id)) return {address, id};
  }
  return null;
}
