import {batchesOf, type Table} from './table.ts';

/** The table as one JSON object to a line. */
export async function* writeNdjson(table: Table): AsyncGenerator<Uint8Array> {
  const names = Object.keys(table.columns);
  for await (const rows of batchesOf(table)) {
    yield Buffer.from(
      rows
        .map(
          (row) => `${JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))}\n`,
        )
        .join(''),
    );
  }
}
