import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractTable} from '../contract.ts';
import {identifier, literal, recordsOf} from '../database.ts';
import type {DeliveredTable} from './read-delivered.ts';

/** Why a row or a value could not be used: a stable word for programs; people read it through a label. */
export type QuarantineReason =
  | 'missing_key'
  | 'duplicate_key'
  | 'missing_value'
  | 'bad_value'
  | 'broken_check'
  | 'broken_record'
  | 'bad_encoding'
  | 'missing_column';

/** One problem in a delivered file: a row of `quarantine/<table>/night=<date>/<program>.<sequence>.parquet`. */
export interface QuarantineRecord {
  program: string;
  table_name: string;
  file: string;
  /** Physical line of a CSV or row of a sheet, from 1; row of a Parquet file, from 1. */
  line: number;
  /** The column, or several with `, ` between; null when the record as a whole is broken. */
  column_name: string | null;
  value: string | null;
  reason: QuarantineReason;
  /** True when only the value was dropped and the row stayed. */
  kept_row: boolean;
}

/** What was written to quarantine: rows kept out, and values dropped from rows that stayed. */
export interface Quarantined {
  rows: number;
  values: number;
  records: number;
}

/**
 * Writes a record for each problem of the rows in temp table `delivered` and of the records that never became
 * rows, with the line each is on, to a Parquet file at `path`.
 */
export async function writeQuarantine(
  {verified, missingColumns}: DeliveredTable,
  {name, program, key}: ContractTable,
  path: string,
  db: DuckDBConnection,
): Promise<Quarantined> {
  await db.run(`
    create or replace temp table quarantine as
    with
    starts as (
        ${verified.kind === 'csv' ? linesOfCsv(verified.linesPath) : 'select 0::bigint as record, 1::bigint as line'}
    ),
    broken as (
        ${verified.kind === 'csv' && verified.brokenPath ? brokenRecords(verified.brokenPath, verified.header) : NO_BROKEN_RECORDS}
    ),
    found as (
        select rowid as record, unnest(problems, recursive := true), not kept_out as kept_row,
        from temp.delivered
        where problems is not null
        union all by name
        select
            rowid as record,
            ${literal(key.join(', '))} as column_name,
            concat_ws(' | ', ${key.map((column) => `${identifier(column)}::varchar`).join(', ')}) as value,
            'duplicate_key' as reason,
            false as kept_row,
        from temp.delivered
        where repeated
        union all by name
        select broken.record, column_name, value, reason, not kept_out as kept_row,
        from broken
        join temp.delivered on delivered.rowid = broken.record
    ),
    located as (
        select starts.line + found.record - starts.record as line, found.* exclude (record),
        from found
        asof join starts on found.record >= starts.record
        union all by name
        select line, column_name, value, reason, false as kept_row,
        from broken
        where record is null
        union all by name
        select 1 as line, unnest(${list(missingColumns)}) as column_name, null as value, 'missing_column' as reason, true as kept_row,
    )
    select
        ${literal(program)} as program,
        ${literal(name)} as table_name,
        ${literal(verified.file.path)} as file,
        line,
        column_name,
        left(value, ${MAX_VALUE_LENGTH}) as value,
        reason,
        kept_row,
    from located`);
  const [counted] = await recordsOf<Quarantined>(
    db,
    `select
        count(distinct line) filter (not kept_row) as rows,
        count(*) filter (kept_row and reason <> 'missing_column') as values,
        count(*) as records,
    from temp.quarantine`,
  );
  await db.run(
    `copy (from temp.quarantine order by line, column_name, reason) to ${literal(path)} (format parquet, compression zstd)`,
  );
  await db.run('drop table temp.quarantine');
  return counted!;
}

const MAX_VALUE_LENGTH = 500;

const NO_BROKEN_RECORDS = `
        select null::bigint as line, null::bigint as record, null::varchar as column_name, null::varchar as value,
            null::varchar as reason,
        where false`;

function linesOfCsv(path: string): string {
  return `from read_csv(
            ${literal(path)}, auto_detect = false, header = false, delim = ',', new_line = '\\n',
            columns = {record: 'bigint', line: 'bigint'}
        )`;
}

function brokenRecords(path: string, header: readonly string[]): string {
  return `select line, record, (${list(header)})[column_place + 1] as column_name, value, reason,
        from read_csv(
            ${literal(path)}, auto_detect = false, header = false, delim = ',', new_line = '\\n', quote = '"', escape = '"', nullstr = '',
            columns = {line: 'bigint', record: 'bigint', column_place: 'integer', value: 'varchar', reason: 'varchar'}
        )`;
}

const list = (texts: readonly string[]) => `[${texts.map(literal).join(', ')}]::varchar[]`;
