import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {recordsOf} from './database.ts';
import {sqlFiles, sqlFolder} from './models.ts';

/** A column as the delivery contract wants it. `codes` are the values allowed; empty means any. */
export interface ContractColumn {
  name: string;
  type: string;
  required: boolean;
  codes: readonly string[];
  meaning: string;
}

/** A table of the deliveries, as `sql/sources/<name>.sql` declares it. `checks` are SQL conditions each row meets. */
export interface ContractTable {
  name: string;
  program: string;
  meaning: string;
  key: readonly string[];
  columns: readonly ContractColumn[];
  checks: readonly string[];
}

/**
 * Creates the empty tables of `sql/sources` in `db` and reads the contract back from DuckDB's own catalogue:
 * the one place that says what a delivery holds (1-extracts § 1.2).
 */
export async function readContract(db: DuckDBConnection): Promise<ContractTable[]> {
  await db.run('create schema if not exists sources');
  for (const file of sqlFiles('sources')) await db.run(file.sql);

  const columns = await recordsOf<{
    table: string;
    name: string;
    type: string;
    nullable: boolean;
    meaning: string;
  }>(
    db,
    `select table_name as table, column_name as name, data_type as type, is_nullable as nullable, comment as meaning
     from duckdb_columns() where schema_name = 'sources' order by table_name, column_index`,
  );
  const constraints = await recordsOf<{table: string; kind: string; expression: string; columns: string[]}>(
    db,
    `select table_name as table, constraint_type as kind, expression, constraint_column_names as columns
     from duckdb_constraints() where schema_name = 'sources' order by table_name, constraint_index`,
  );
  const tables = await recordsOf<{name: string; program: string; meaning: string}>(
    db,
    `select catalogue.table_name as name, program_id as program, comment as meaning
     from duckdb_tables() as catalogue
     join read_csv($programs, header = true, all_varchar = true) as given using (table_name)
     where schema_name = 'sources' order by table_name`,
    {programs: join(sqlFolder, 'reference', 'source_tables.csv')},
  );
  return tables.map(({name, program, meaning}) => ({
    name,
    program,
    meaning,
    key: constraints.find((one) => one.table === name && one.kind === 'PRIMARY KEY')!.columns,
    checks: constraints
      .filter((one) => one.table === name && one.kind === 'CHECK')
      .map((one) => one.expression),
    columns: columns
      .filter((column) => column.table === name)
      .map(({name: column, type, nullable, meaning: says}) => ({
        name: column,
        type,
        required: !nullable,
        codes: codesOf(type),
        meaning: says,
      })),
  }));
}

/** The programs that deliver, in the order of the contract. */
export function readPrograms(): string[] {
  const [, ...lines] = readFileSync(join(sqlFolder, 'reference', 'programs.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => line.split(',')[0]!);
}

function codesOf(type: string): string[] {
  return type.startsWith('ENUM(') ? [...type.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]!) : [];
}
