import type {ContractTable} from '../contract.ts';
import type {QuarantineRecord} from './quarantine.ts';

/** A record of quarantine as people read it: where, what was found, what was wanted, and what became of the row. */
export function problemSentence(
  {line, column_name: column, value, reason, kept_row: keptRow}: QuarantineRecord,
  table: ContractTable,
): string {
  const place = column === null ? `dòng ${line}` : `dòng ${line}, cột ${column}`;
  const found = value === null ? '' : `“${value}” `;
  const fate = keptRow ? 'giá trị này để trống, dòng vẫn được nạp' : 'dòng này không được nạp';
  return `${place}: ${found}${wrongOf(reason, column, table)}; ${fate}.`;
}

function wrongOf(reason: QuarantineRecord['reason'], column: string | null, table: ContractTable): string {
  switch (reason) {
    case 'missing_key':
      return 'khóa để trống';
    case 'duplicate_key':
      return 'là khóa đã có ở dòng trước';
    case 'missing_value':
      return 'cột bắt buộc để trống';
    case 'bad_value':
      return `không phải ${wantedIn(column, table)}`;
    case 'broken_check':
      return `trái điều kiện ${checksOn(column, table).join(' và ')}`;
    case 'broken_record':
      return 'là dòng không đúng RFC 4180';
    case 'bad_encoding':
      return 'không phải UTF-8';
    case 'missing_column':
      return 'không có cột này trong tệp';
  }
}

/** What a column wants, in words. */
export function wantedIn(name: string | null, {columns}: ContractTable): string {
  const column = columns.find((one) => one.name === name);
  if (!column || column.type === 'VARCHAR') return 'văn bản đọc được';
  if (column.codes.length > 0) return `một trong các mã ${column.codes.join(', ')}`;
  switch (column.type) {
    case 'DATE':
      return 'ngày có thật dạng YYYY-MM-DD';
    case 'TIMESTAMP':
      return 'thời điểm có thật dạng YYYY-MM-DD HH:MM:SS';
    case 'BOOLEAN':
      return 'true hoặc false';
    default:
      return 'số nguyên viết liền, không dấu phân cách';
  }
}

/** A broken condition is recorded under every column it speaks of. */
function checksOn(columns: string | null, {checks}: ContractTable): string[] {
  const names = columns?.split(', ') ?? [];
  return checks.filter((check) => names.every((name) => new RegExp(`\\b${name}\\b`).test(check)));
}
