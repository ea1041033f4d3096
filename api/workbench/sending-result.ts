import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Response} from 'express';
import type {Current} from '../../warehouse/current.ts';
import {withByteOrderMark} from '../csv.ts';
import {contentTypes, type FileFormat, type Format} from '../formats.ts';
import type {About} from '../table.ts';
import type {QueryResult} from './query-process.ts';
import {resultWriters} from './result-files.ts';

/** A result, and what there is to say of it. */
interface Answer {
  id: string;
  result: QueryResult;
  rowLimit: number;
  version: Pick<Current, 'version' | 'night' | 'demo'>;
  format: Format;
  /** Whether a CSV begins with a byte order mark. */
  hasMark: boolean;
  sql: string;
  /** What names of columns mean, for a workbook. */
  meanings: About['meanings'];
}

/** Sends what a query found; one who has left gets nothing. */
export async function sendResult(answer: Answer, response: Response): Promise<void> {
  const {id, result, version, format, hasMark} = answer;
  const headers = {
    'cache-control': 'no-store',
    vary: 'Accept, Authorization, Cookie',
    'content-type': contentTypes[format],
    'x-thads-night': version.night,
    'x-thads-version': version.version,
    'x-thads-query': id,
    'x-thads-row-count': String(result.rowCount),
    ...(result.cutBy.length > 0 ? {'x-thads-truncated': result.cutBy.join(', ')} : {}),
    ...(version.demo ? {'x-thads-demo': 'true'} : {}),
    ...(format === 'json'
      ? {}
      : {'content-disposition': `attachment; filename="truy-van-${version.night}.${format}"`}),
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const pieces = format === 'json' ? jsonOf(answer) : resultWriters[format](result, aboutOf(answer, format));
  try {
    await pipeline(Readable.from(hasMark ? withByteOrderMark(pieces) : pieces), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** The rows are JSON already, and go out as they came. */
function* jsonOf({id, result, rowLimit, version}: Answer): Generator<Uint8Array> {
  const {columns, rowCount, cutBy, elapsed, plan, profile} = result;
  const facts = {
    id,
    night: version.night,
    version: version.version,
    demo: version.demo,
    columns,
    row_count: rowCount,
    truncated: cutBy.length > 0,
    cut_by: cutBy,
    row_limit: rowLimit,
    elapsed_ms: Math.round(elapsed * 10) / 10,
    plan: plan ?? null,
  };
  yield Buffer.from(`${JSON.stringify(facts).slice(0, -1)},"rows":[`);
  for (const [i, piece] of result.pieces.entries()) yield Buffer.from(i === 0 ? piece : `,${piece}`);
  const shown =
    profile === undefined
      ? 'null'
      : `{"columns":${JSON.stringify(profile.columns)},"rows":[${profile.rows}]}`;
  yield Buffer.from(`],"profile":${shown}}`);
}

const aboutOf = ({version, result, sql, meanings}: Answer, format: FileFormat): About => ({
  title: 'Kết quả truy vấn SQL',
  meaning: undefined,
  ...version,
  sql,
  ...(meanings ? {meanings} : {}),
  filters: result.cutBy.length > 0 ? {'kết quả bị cắt bớt vì': result.cutBy.join(', '), format} : {},
});
