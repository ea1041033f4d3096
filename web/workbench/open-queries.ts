/** A query that is open in a tab of the page. */
export interface OpenQuery {
  id: string;
  /** What its writer called it; empty until they do. */
  name: string;
  /** What it is called until then. */
  number: number;
  text: string;
  /** The kept query it is; null for one that is not kept. */
  saved: string | null;
  /** The values of its parameters, as a link has them. */
  params: string | null;
}

/** The queries that are open, in their order, and the one that is in front. There is always one. */
export interface OpenQueries {
  queries: readonly OpenQuery[];
  current: string;
}

/** What stands in the first tab before its reader has written anything. */
const example = `select unit_id, unit_name
from marts.units
where unit_level = 'province'
order by unit_id
`;

const nameOf = (reader: string | undefined) => `thads-queries-${reader ?? ''}`;

/** The queries that somebody had open in this window; one to begin with when they had none. */
export function readOpen(reader: string | undefined): OpenQueries {
  const kept = sessionStorage.getItem(nameOf(reader));
  return kept === null ? opened([], example) : (JSON.parse(kept) as OpenQueries);
}

/** Keeps what somebody has open until the window is closed. */
export function keepOpen(reader: string | undefined, open: OpenQueries): void {
  sessionStorage.setItem(nameOf(reader), JSON.stringify(open));
}

/** The query in front. */
export const currentOf = ({queries, current}: OpenQueries): OpenQuery =>
  queries.find(({id}) => id === current)!;

/** Opens an empty query behind the others, in front of the reader. */
export const addQuery = ({queries}: OpenQueries): OpenQueries => opened(queries, '');

/** Closes the query in front; its neighbour comes forward, and a new one when it was the last. */
export function closeCurrent({queries, current}: OpenQueries): OpenQueries {
  const place = queries.findIndex(({id}) => id === current);
  const left = queries.toSpliced(place, 1);
  return left.length === 0
    ? opened([], '')
    : {queries: left, current: left[Math.min(place, left.length - 1)]!.id};
}

/** Changes something about the query in front. */
export const changeCurrent = (
  {queries, current}: OpenQueries,
  part: Partial<Omit<OpenQuery, 'id' | 'number'>>,
): OpenQueries => ({
  current,
  queries: queries.map((query) => (query.id === current ? {...query, ...part} : query)),
});

function opened(queries: readonly OpenQuery[], text: string): OpenQueries {
  const number = Math.max(0, ...queries.map((query) => query.number)) + 1;
  const query = {id: `q${number}`, name: '', number, text, saved: null, params: null};
  return {queries: [...queries, query], current: query.id};
}
