import type {ContractTable} from '../contract.ts';
import type {DeliveredColumn, Drift, LandedTable, Receipt} from './receipts.ts';

/** How a delivered table's columns differ from the contract, and from those of the delivery that landed before. */
export function findDrift(
  {columns: wanted}: ContractTable,
  delivered: readonly DeliveredColumn[],
  before: LandedTable | undefined,
): Drift[] {
  const drift: Drift[] = [];
  for (const {name: column} of delivered) {
    if (!wanted.some(({name}) => name === column)) drift.push({column, kind: 'unknown'});
  }
  for (const {name: column} of wanted) {
    if (!delivered.some(({name}) => name === column)) drift.push({column, kind: 'missing'});
  }
  if (!before) return drift;

  for (const {name: column, type} of delivered) {
    const known = before.columns.find(({name}) => name === column);
    if (!known) drift.push({column, kind: 'new'});
    else if (known.type !== type && known.type !== UNTYPED && type !== UNTYPED) {
      drift.push({column, kind: 'retyped', before: known.type, now: type});
    }
  }
  for (const {name: column} of before.columns) {
    if (!delivered.some(({name}) => name === column)) drift.push({column, kind: 'vanished'});
  }
  return drift;
}

/** What drifted in a delivery, a sentence a column and kind; nothing when all is as the contract and before. */
export function driftLines({
  program,
  businessDate,
  tables,
}: Pick<Receipt, 'program' | 'businessDate' | 'tables'>): string[] {
  return tables.flatMap(({file, drift}) =>
    drift.map((one) => `Bản giao ${businessDate}/${program}, ${file}: ${driftSentence(one)}`),
  );
}

/** One drift as a sentence, without saying of which file. */
export function driftSentence(drift: Drift): string {
  const {column} = drift;
  switch (drift.kind) {
    case 'unknown':
      return `cột ${column} không có trong hợp đồng dữ liệu nên không được nạp.`;
    case 'missing':
      return `không có cột ${column} của hợp đồng dữ liệu; mọi dòng được để trống cột này.`;
    case 'new':
      return `cột ${column} không có trong lần giao trước.`;
    case 'vanished':
      return `cột ${column} có trong lần giao trước, nay không còn.`;
    case 'retyped':
      return `cột ${column} đổi kiểu từ ${drift.before} sang ${drift.now}.`;
  }
}

/** CSV and sheets have no types, so a change to or from them says nothing. */
const UNTYPED = 'text';
