import type {JsonCell} from './cells.ts';
import type {ResultColumn} from './child-messages.ts';
import type {QueryResult} from './query-process.ts';

/** What a column holds, as far as forms of files tell it apart; lists and structs are texts of JSON there. */
export type ColumnKind =
  | {is: 'integer'; bits: 8 | 16 | 32 | 64; signed: boolean}
  | {is: 'decimal'; width: number; scale: number}
  | {is: 'huge' | 'float' | 'double' | 'boolean' | 'date' | 'bytes' | 'json' | 'text'}
  | {is: 'timestamp'; unit: 'micro' | 'nano'; zoned: boolean}
  | {is: 'other'};

const integers = Object.fromEntries<ColumnKind>(
  (
    [
      ['TINYINT', 8],
      ['SMALLINT', 16],
      ['INTEGER', 32],
      ['BIGINT', 64],
    ] as const
  ).flatMap(([name, bits]) => [
    [name, {is: 'integer', bits, signed: true}],
    [`U${name}`, {is: 'integer', bits, signed: false}],
  ]),
);

const others: Record<string, ColumnKind> = {
  ...integers,
  HUGEINT: {is: 'huge'},
  FLOAT: {is: 'float'},
  DOUBLE: {is: 'double'},
  BOOLEAN: {is: 'boolean'},
  DATE: {is: 'date'},
  BLOB: {is: 'bytes'},
  VARCHAR: {is: 'text'},
  JSON: {is: 'text'},
  TIMESTAMP: {is: 'timestamp', unit: 'micro', zoned: false},
  TIMESTAMP_S: {is: 'timestamp', unit: 'micro', zoned: false},
  TIMESTAMP_MS: {is: 'timestamp', unit: 'micro', zoned: false},
  TIMESTAMP_NS: {is: 'timestamp', unit: 'nano', zoned: false},
  'TIMESTAMP WITH TIME ZONE': {is: 'timestamp', unit: 'micro', zoned: true},
};

/** What a column of a DuckDB type holds. */
export function kindOf({type}: ResultColumn): ColumnKind {
  const known = others[type];
  if (known) return known;
  const [, width, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (width !== undefined) return {is: 'decimal', width: Number(width), scale: Number(scale)};
  if (type.endsWith(']') || /^(STRUCT|MAP|UNION)\(/.test(type)) return {is: 'json'};
  // Times, intervals, UUIDs, names of an enumeration: as DuckDB writes them.
  return {is: type.startsWith('ENUM(') ? 'text' : 'other'};
}

export type ResultRow = readonly JsonCell[];

/** The rows of a result, piece by piece as they came. */
export function* rowsOfResult({pieces}: Pick<QueryResult, 'pieces'>): Generator<readonly ResultRow[]> {
  for (const piece of pieces) yield JSON.parse(`[${piece}]`) as ResultRow[];
}

/** The names of the columns, none twice: a second `a` is called `a_1`, as DuckDB does in tables. */
export function uniqueNames(columns: readonly ResultColumn[]): string[] {
  const taken = new Set<string>();
  return columns.map(({name}) => {
    let unique = name;
    for (let i = 1; taken.has(unique); i++) unique = `${name}_${i}`;
    taken.add(unique);
    return unique;
  });
}

/** A cell as one text, for forms that have no lists and structs. */
export const textOfCell = (cell: JsonCell): string | null =>
  cell === null ? null : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
