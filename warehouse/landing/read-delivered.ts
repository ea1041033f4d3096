import type {DuckDBConnection} from '@duckdb/node-api';
import type {ContractColumn, ContractTable} from '../contract.ts';
import {identifier, literal, recordsOf} from '../database.ts';
import {UnreadableFile} from './read-records.ts';
import {mayNeedNfc, valueOfTyped} from './read-values.ts';
import type {DeliveredColumn} from './receipts.ts';
import type {VerifiedCsv, VerifiedFile, VerifiedParquet} from './verify.ts';

/** A verified file laid against the contract. */
export interface DeliveredTable {
  verified: VerifiedFile;
  /** A select with the contract's columns, and what is wrong with each row; see `readDelivered`. */
  sql: string;
  columns: readonly DeliveredColumn[];
  /** Columns that may be NULL and are not in the file. */
  missingColumns: readonly string[];
  /** The file has the contract's columns, each in the contract's type. */
  asContracted: boolean;
}

/**
 * Finds the contract's columns in a verified file by name, and writes the select that reads them: each contract
 * column typed, and beside them
 * `unusable` (the row must be kept out), `normalised` (texts brought to NFC), `emptied` (empty texts that became
 * NULL though the file's format has NULL) and `problems` (column, value, reason; NULL when there are none).
 * Throws `UnreadableFile` with every reason why the file cannot be read so.
 */
export async function readDelivered(
  verified: VerifiedFile,
  table: ContractTable,
  db: DuckDBConnection,
): Promise<DeliveredTable> {
  const delivered = verified.kind === 'csv' ? csvColumns(verified) : await parquetColumns(verified, db);
  const names = delivered.map((column) => column.name);
  const missing = table.columns.filter((column) => !names.includes(column.name));
  const reasons = [
    ...repeatedNames(names),
    ...missing
      .filter((column) => column.required)
      .map((column) => `thiếu cột bắt buộc ${column.name} (${column.meaning}); hãy xuất lại tệp có cột này.`),
  ];

  const columns = table.columns.map((column): ReadColumn => {
    const found = delivered.find((one) => one.name === column.name);
    const value = found ? valueOfTyped(found.as, found.type, column.type) : `null::${column.type}`;
    if (value === undefined) reasons.push(wrongType(column, found!.type));
    return {column, found, value: value ?? 'null'};
  });
  if (reasons.length > 0) throw new UnreadableFile(reasons.join(' '));

  return {
    verified,
    sql: selectOf(columns, table, sourceOf(verified, delivered, columns)),
    columns: delivered.map(({name, type}) => ({name, type: verified.kind === 'csv' ? 'text' : type})),
    missingColumns: missing.map((column) => column.name),
    asContracted:
      names.length === columns.length &&
      columns.every(({column, found}) => found?.type === (column.codes.length > 0 ? 'VARCHAR' : column.type)),
  };
}

/** A column of the file: its name there, the SQL name it is read under, and its type. */
interface FoundColumn {
  name: string;
  as: string;
  type: string;
}

interface ReadColumn {
  column: ContractColumn;
  found: FoundColumn | undefined;
  value: string;
}

/** Columns of a CSV are read under names of ours, so that no header can clash with SQL or with another in upper case. */
function csvColumns({header}: VerifiedCsv): FoundColumn[] {
  return header.map((name, i) => ({name, as: `delivered_${i}`, type: 'VARCHAR'}));
}

async function parquetColumns({path}: VerifiedParquet, db: DuckDBConnection): Promise<FoundColumn[]> {
  try {
    const described = await recordsOf<{column_name: string; column_type: string}>(
      db,
      `describe from read_parquet(${literal(path)}, hive_partitioning = false)`,
    );
    return described.map(({column_name: name, column_type: type}, i) => ({name, as: `delivered_${i}`, type}));
  } catch (cause) {
    throw new UnreadableFile('không đọc được tệp Parquet (tệp hỏng hoặc sai định dạng); hãy xuất lại tệp.', {
      cause,
    });
  }
}

function repeatedNames(names: readonly string[]): string[] {
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  return [...repeated].map(
    (name) => `dòng 1: cột ${name} có hơn một lần trong tiêu đề; hãy giữ một cột và xuất lại tệp.`,
  );
}

const wrongType = ({name, type}: ContractColumn, found: string) =>
  `cột ${name} có kiểu ${found} nhưng hợp đồng dữ liệu cần ${type.startsWith('ENUM') ? 'VARCHAR' : type}; ` +
  'hãy xuất lại tệp với đúng kiểu.';

function sourceOf(
  verified: VerifiedFile,
  delivered: readonly FoundColumn[],
  columns: readonly ReadColumn[],
): string {
  if (verified.kind === 'csv') {
    const types = delivered.map(({as}) => `${as}: 'varchar'`).join(', ');
    return `(
      select *, 0 as emptied,
      from read_csv(
        ${literal(verified.path)}, auto_detect = false, header = false, columns = {${types}},
        delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true
      )
    )`;
  }
  const wanted = columns.flatMap(({found}) => (found ? [found] : []));
  const texts = wanted.filter(({type}) => type === 'VARCHAR');
  const read = wanted.map(({name, as, type}) =>
    type === 'VARCHAR' ? `nullif(${identifier(name)}, '') as ${as}` : `${identifier(name)} as ${as}`,
  );
  const emptied = texts.map(({name}) => `(${identifier(name)} is not distinct from '')::utinyint`);
  return `(
      select ${read.join(', ')}, ${sum(emptied)} as emptied,
      from read_parquet(${literal(verified.path)}, hive_partitioning = false)
    )`;
}

function selectOf(columns: readonly ReadColumn[], {key, checks}: ContractTable, source: string): string {
  const name = ({column}: ReadColumn) => identifier(column.name);
  const delivered = columns.filter(({found}) => found);
  const unread = ({found, column}: ReadColumn) =>
    `${found!.as} is not null and ${identifier(column.name)} is null`;
  const absent = ({found, column}: ReadColumn) => (found && column.required ? [`${found.as} is null`] : []);

  const isProblem = [
    ...delivered.map((column) => `(${unread(column)})`),
    ...delivered.flatMap(absent).map((condition) => `(${condition})`),
    ...checks.map((check) => `(${check}) is false`),
  ];
  const problems = [
    ...delivered.map(
      (column) =>
        `case when ${unread(column)} then ${problem(literal(column.column.name), `${column.found!.as}::varchar`, 'bad_value')} end`,
    ),
    ...delivered
      .filter(({column}) => column.required)
      .map(
        ({column, found}) =>
          `case when ${found!.as} is null then ${problem(
            literal(column.name),
            'null',
            key.includes(column.name) ? 'missing_key' : 'missing_value',
          )} end`,
      ),
    ...checks.map((check) => {
      const involved = columns.map(({column}) => column.name).filter((column) => mentions(check, column));
      const values = involved.map((column) => `coalesce(${identifier(column)}::varchar, '')`);
      return `case when (${check}) is false then ${problem(literal(involved.join(', ')), values.join(` || ' | ' || `), 'broken_check')} end`;
    }),
  ];
  const unusable = [
    ...delivered.filter(({column}) => column.required).map((column) => `${name(column)} is null`),
    ...checks.map((check) => `(${check}) is false`),
  ];
  const texts = delivered.filter(({column}) => column.type === 'VARCHAR');
  const normalised = texts.map(
    (column) => `(${name(column)} is distinct from ${column.found!.as})::utinyint`,
  );

  return `
    select
      ${columns.map(name).join(', ')},
      ${unusable.join(' or ') || 'false'} as unusable,
      case when may_need_nfc then ${sum(normalised)} else 0 end as normalised,
      emptied,
      case when ${isProblem.join(' or ')} then list_filter([${problems.join(', ')}], lambda one: one is not null) end as problems,
    from (
      select
        ${columns.map((column) => `${column.value} as ${name(column)}`).join(', ')},
        ${delivered.map(({found}) => found!.as).join(', ')},
        emptied,
        may_need_nfc,
      from (select *, ${mayNeedNfc(texts.map(({found}) => found!.as))} as may_need_nfc, from ${source})
    )`;
}

const problem = (column: string, value: string, reason: string) =>
  `{'column_name': ${column}, 'value': ${value}, 'reason': '${reason}'}`;

const sum = (flags: readonly string[]) => (flags.length > 0 ? flags.join(' + ') : '0');

const mentions = (check: string, column: string) => new RegExp(`\\b${column}\\b`).test(check);
