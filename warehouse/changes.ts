import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import type {NightInputs} from './build.ts';
import type {ContractTable} from './contract.ts';
import {identifier, literal} from './database.ts';
import type {LandedTable, Receipt} from './landing/receipts.ts';

/**
 * Writes what changed since the night before into `meta.changes`: rows added, changed and vanished in each table,
 * by key and by content. A table carried forward has not changed; without a night before everything is new.
 */
export async function recordChanges(
  {receipts}: NightInputs,
  before: NightInputs | undefined,
  contract: readonly ContractTable[],
  lakeRoot: string,
  db: DuckDBConnection,
): Promise<void> {
  await db.run(`
    create table meta.changes (
        table_name varchar primary key,
        rows_before bigint not null,
        rows_now bigint not null,
        rows_added bigint not null,
        rows_changed bigint not null,
        rows_vanished bigint not null,
    )
  `);
  for (const table of contract) {
    const now = landedOf(table, receipts);
    const then = landedOf(table, before?.receipts ?? []);
    if (now?.lakeFile === then?.lakeFile) {
      const rows = BigInt(now?.loaded ?? 0);
      await db.run('insert into meta.changes values ($table, $rows, $rows, 0, 0, 0)', {
        table: table.name,
        rows,
      });
      continue;
    }
    const keys = table.key.map(identifier).join(', ');
    await db.run(`
      insert into meta.changes
      select
          ${literal(table.name)},
          count(content_before),
          count(content_now),
          count(*) filter (where content_before is null),
          count(*) filter (where content_before <> content_now),
          count(*) filter (where content_now is null),
      from (${contentOf(table, now, lakeRoot, 'content_now')}) as now
      full join (${contentOf(table, then, lakeRoot, 'content_before')}) as before using (${keys})
    `);
  }
}

/** The keys of a landed table, and a hash of each row's content. */
function contentOf(
  table: ContractTable,
  landed: LandedTable | undefined,
  lakeRoot: string,
  name: string,
): string {
  const keys = table.columns.filter((column) => table.key.includes(column.name));
  if (!landed) {
    const none = keys.map((column) => `null::${column.type} as ${identifier(column.name)}`);
    return `select ${none.join(', ')}, null::ubigint as ${name} where false`;
  }
  const columns = table.columns.map((column) => identifier(column.name));
  return `select ${keys.map((column) => `${identifier(column.name)}::${column.type} as ${identifier(column.name)}`).join(', ')},
      hash(${columns.join(', ')}) as ${name}
    from read_parquet(${literal(join(lakeRoot, landed.lakeFile))}, hive_partitioning = false)`;
}

const landedOf = (table: ContractTable, receipts: readonly Receipt[]) =>
  receipts.flatMap((receipt) => receipt.tables).find((one) => one.table === table.name);
