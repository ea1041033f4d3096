import {writeArrow} from './arrow.ts';
import {writeCsv} from './csv.ts';
import {writeNdjson} from './ndjson.ts';
import {writeParquet} from './parquet.ts';
import type {About, Table} from './table.ts';
import {writeXlsx} from './xlsx.ts';

/** The forms rows can be had in; JSON unless another is asked for. */
export const formats = ['json', 'csv', 'arrow', 'xlsx', 'ndjson', 'parquet'] as const;
export type Format = (typeof formats)[number];

/** A form of rows that is a file, and not the answer itself. */
export type FileFormat = Exclude<Format, 'json'>;
export const fileFormats = formats.filter((format) => format !== 'json');

export const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
} as const satisfies Record<Format, string>;

/** The media type of an answer, with what its reader must know besides. */
export const contentTypes = {
  ...mediaTypes,
  json: `${mediaTypes.json}; charset=utf-8`,
  csv: `${mediaTypes.csv}; charset=utf-8; header=present`,
  ndjson: `${mediaTypes.ndjson}; charset=utf-8`,
} as const satisfies Record<Format, string>;

/** Formats that are compressed already. */
export const isCompressed = (format: Format) => format === 'xlsx' || format === 'parquet';

/** Writes a table in a format, piece by piece, no faster than the pieces are taken. */
export const writers = {
  csv: writeCsv,
  arrow: writeArrow,
  xlsx: writeXlsx,
  ndjson: writeNdjson,
  parquet: writeParquet,
} as const satisfies Record<FileFormat, (table: Table, about: About) => AsyncIterable<Uint8Array>>;
