import {DuckDBTypeId, type DuckDBConnection, type DuckDBType} from '@duckdb/node-api';
import {bind, type BoundValues} from './bound-values.ts';
import {rowsOf} from '../../warehouse/database.ts';
import {cellOf, type JsonCell} from './cells.ts';
import type {CutBy, FromChild, ResultColumn, ResultPart, ToChild} from './child-messages.ts';
import {explainWords} from './engine-troubles.ts';
import {checkQuery, type AllowedQuery} from './gate.ts';
import type {QueryLimits} from './limits.ts';
import {RefusedQuery} from './refused-query.ts';

type Run = Extract<ToChild, {run: unknown}>['run'];

/** What a query runs on. */
interface Engine {
  db: DuckDBConnection;
  parser: DuckDBConnection;
  published: ReadonlySet<string>;
}

/** Runs a query that the gate let through, and tells its rows as they come, no more than the limits allow. */
export async function runQuery(
  query: AllowedQuery,
  {params, rows, profile, limits}: Run,
  engine: Engine,
  tell: (said: FromChild) => void,
): Promise<void> {
  const begun = performance.now();
  const bound = bind(params);
  const cutBy = new Set<CutBy>();
  if (query.explain !== 'no') await explain(query, bound, engine.db, tell);
  else await sendRows(query.sql, bound, rows, limits, engine.db, cutBy, tell);
  if (profile && query.explain === 'no') tell({profile: await profileOf(query, bound, engine)});
  tell({done: {cutBy: [...cutBy], milliseconds: performance.now() - begun}});
}

async function sendRows(
  sql: string,
  {values, types}: BoundValues,
  most: number,
  limits: QueryLimits,
  db: DuckDBConnection,
  cutBy: Set<CutBy>,
  tell: (said: FromChild) => void,
): Promise<void> {
  const result = await db.stream(sql, values, types);
  const columns = columnsOf(result);
  if (columns.length > limits.columns) {
    throw new RefusedQuery({
      code: 'query_too_wide',
      sentence: `Kết quả có ${columns.length} cột, quá giới hạn ${limits.columns}; hãy chọn ít cột hơn.`,
    });
  }
  tell({columns});
  let left = most;
  let bytes = 0;
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const texts: string[] = [];
    for (const row of chunk.getRows()) {
      if (left === 0) {
        cutBy.add('rows');
        break;
      }
      const text = JSON.stringify(row.map((value) => shortened(cellOf(value), limits.cell, cutBy)));
      bytes += Buffer.byteLength(text) + 1;
      if (bytes > limits.answer) {
        cutBy.add('bytes');
        break;
      }
      texts.push(text);
      left--;
    }
    if (texts.length > 0) tell({rows: texts.join(','), count: texts.length});
    if (cutBy.has('rows') || cutBy.has('bytes')) return;
  }
}

/** A cell that is too long, as the beginning of its text. */
function shortened(cell: JsonCell, longest: number, cutBy: Set<CutBy>): JsonCell {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  // A letter has four bytes at most, so most texts need not be counted.
  if (typeof cell === 'string' && cell.length * 4 <= longest) return cell;
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  const bytes = Buffer.from(text);
  if (bytes.length <= longest) return cell;
  cutBy.add('cells');
  // Half a letter at the cut is left out.
  return bytes
    .subarray(0, longest)
    .toString()
    .replace(/\ufffd$/, '');
}

async function explain(
  query: AllowedQuery,
  {values, types}: BoundValues,
  db: DuckDBConnection,
  tell: (said: FromChild) => void,
): Promise<void> {
  const reader = await db.runAndReadAll(explainWords[query.explain] + query.sql, values, types);
  const rows = reader.getRows();
  const plan = String(rows.at(-1)?.at(-1) ?? '[]');
  tell({
    columns: [
      {name: 'explain_key', type: 'VARCHAR'},
      {name: 'explain_value', type: 'VARCHAR'},
    ],
  });
  tell({
    rows: JSON.stringify([query.explain === 'plan' ? 'physical_plan' : 'analyzed_plan', plan]),
    count: 1,
  });
  const tree = JSON.parse(plan) as unknown;
  // Of what it answers from its statistics alone there is nothing to measure; the engine calls that an error.
  if (Array.isArray(tree) || !Object.hasOwn(tree as object, 'result')) tell({plan: tree});
}

/** What each column of the answer holds: the parser writes the query anew, without what stood around it. */
async function profileOf(
  query: AllowedQuery,
  {values, types}: BoundValues,
  {db, parser, published}: Engine,
): Promise<ResultPart> {
  const [[written]] = (await rowsOf(
    parser,
    'select json_deserialize_sql(json_serialize_sql($sql::varchar))',
    {sql: query.sql},
  )) as [[string]];
  const {sql} = await checkQuery(`summarize ${written}`, published, parser);
  const result = await db.runAndReadAll(sql, values, types);
  return {
    columns: columnsOf(result),
    rows: result
      .getRows()
      .map((row) => JSON.stringify(row.map(cellOf)))
      .join(','),
  };
}

/** JSON is a text with a meaning, and told as such. */
const columnsOf = (result: Described): ResultColumn[] =>
  result.columnNames().map((name, i) => {
    const type = result.columnType(i);
    return {name, type: type.typeId === DuckDBTypeId.VARCHAR && type.alias ? type.alias : type.toString()};
  });

interface Described {
  columnNames(): string[];
  columnType(index: number): DuckDBType;
}
