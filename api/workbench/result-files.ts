import type {FileFormat} from '../formats.ts';
import type {About} from '../table.ts';
import type {QueryResult} from './query-process.ts';
import {resultAsArrow} from './result-arrow.ts';
import {resultAsParquet} from './result-parquet.ts';
import {resultAsCsv, resultAsNdjson} from './result-text.ts';
import {resultAsXlsx} from './result-xlsx.ts';

/** Writes a result in a form of files, piece by piece where the form allows. */
export const resultWriters: Readonly<
  Record<FileFormat, (result: QueryResult, about: About) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>>
> = {
  csv: resultAsCsv,
  ndjson: resultAsNdjson,
  xlsx: resultAsXlsx,
  arrow: (result) => whole(resultAsArrow(result)),
  parquet: (result) => whole(resultAsParquet(result)),
};

async function* whole(bytes: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await bytes;
}
