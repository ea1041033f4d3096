import {csvField, csvLine} from '../csv.ts';
import type {QueryResult} from './query-process.ts';
import {kindOf, rowsOfResult, textOfCell, uniqueNames} from './result-rows.ts';

/** A result as RFC 4180 wants it; digits stay digits, and text is never a formula. */
export function* resultAsCsv(result: QueryResult): Generator<Uint8Array> {
  yield Buffer.from(csvLine(result.columns.map(({name}) => csvField(name))));
  const isText = result.columns.map((column) =>
    ['text', 'other', 'json', 'bytes'].includes(kindOf(column).is),
  );
  for (const rows of rowsOfResult(result)) {
    yield Buffer.from(
      rows
        .map((row) =>
          csvLine(
            row.map((cell, i) => {
              const text = textOfCell(cell);
              return isText[i] ? csvField(text) : (text ?? '');
            }),
          ),
        )
        .join(''),
    );
  }
}

/** A result as one JSON object to a line. */
export function* resultAsNdjson(result: QueryResult): Generator<Uint8Array> {
  const names = uniqueNames(result.columns);
  for (const rows of rowsOfResult(result)) {
    yield Buffer.from(
      rows
        .map((row) => `${JSON.stringify(Object.fromEntries(row.map((cell, i) => [names[i], cell])))}\n`)
        .join(''),
    );
  }
}
