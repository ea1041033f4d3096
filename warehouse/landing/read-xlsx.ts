import {readFile} from 'node:fs/promises';
import {CleanCopy, type CleanCopyPaths} from './clean-copy.ts';
import type {ContractColumn, ContractTable} from '../contract.ts';
import {shownCell, textOfCell, type CellValue} from './hand-made-values.ts';
import {inspectXlsx} from './inspect-xlsx.ts';
import {quoted, UnreadableFile, type BrokenRecord} from './read-records.ts';
import {DAMAGED} from './zip-entries.ts';

/** A sheet as a clean CSV copy, and what `VerifiedCsv` wants to know of it. */
export interface CopiedSheet extends CleanCopyPaths {
  header: readonly string[];
  total: number;
  clean: number;
}

/**
 * Copies the first visible sheet of the workbook at `source`, header in row 1, to `scratch` as the CSV that the
 * programs would have written; the line of a record is its row in the sheet. Throws `UnreadableFile`.
 */
export async function copySheet(source: string, table: ContractTable, scratch: string): Promise<CopiedSheet> {
  const bytes = await readFile(source);
  if (bytes.length > MAX_BYTES)
    throw new UnreadableFile('tệp xlsx lớn hơn 50 MB; hãy giao bảng này bằng CSV.');
  const {index} = await inspectXlsx(bytes);
  const copy = await CleanCopy.begin(scratch, table.name);
  const records = new SheetRecords(table);
  try {
    for await (const {index: row, values} of rowsOfSheet(bytes, index)) {
      records.add(row + 1, values);
      if (records.isFull) await copy.write(records.take(), records.takeBroken());
    }
    await copy.write(records.take(), records.takeBroken());
  } finally {
    await copy.close();
  }
  if (!records.header)
    throw new UnreadableFile('trang tính rỗng, không có cả dòng tiêu đề; hãy giao lại tệp.');
  return {
    ...(await copy.finish(records.lineBreaks)),
    header: records.header,
    total: records.total,
    clean: records.clean,
  };
}

async function* rowsOfSheet(bytes: Buffer, sheet: number) {
  // Few nights hold a sheet, and the library is large.
  const {streamXlsxRows} = await import('hucre/xlsx');
  try {
    yield* streamXlsxRows(bytes, {sheet});
  } catch (cause) {
    throw new UnreadableFile(DAMAGED, {cause});
  }
}

/** Makes records of a sheet's rows, of which the first is the header; rows without any value are no records. */
class SheetRecords {
  header: string[] | undefined;
  total = 0;
  clean = 0;
  readonly lineBreaks: number[] = [];

  readonly #table: ContractTable;
  #columns: (ContractColumn | undefined)[] = [];
  #text = '';
  #broken: BrokenRecord[] = [];
  #expectedLine = -1;

  constructor(table: ContractTable) {
    this.#table = table;
  }

  get isFull(): boolean {
    return this.#text.length > BATCH_LENGTH;
  }

  take(): Buffer {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    return bytes;
  }

  takeBroken(): BrokenRecord[] {
    return this.#broken.splice(0);
  }

  add(line: number, values: readonly unknown[]): void {
    if (values.length > MAX_COLUMNS) {
      throw new UnreadableFile(
        `dòng ${line} kéo đến cột thứ ${values.length.toLocaleString('vi-VN')}; hãy xóa các cột thừa bên phải rồi giao lại.`,
      );
    }
    const cells = values.map(cellOf);
    if (cells.every(isEmpty)) return;
    if (!this.header) this.#begin(line, cells);
    else this.#addRecord(line, cells);
  }

  #begin(line: number, cells: readonly CellValue[]): void {
    if (line !== 1) {
      throw new UnreadableFile(`dòng 1 để trống; hãy đưa dòng tiêu đề (đang ở dòng ${line}) lên dòng 1.`);
    }
    const width = cells.findLastIndex((cell) => !isEmpty(cell)) + 1;
    this.header = cells.slice(0, width).map((cell) => shownCell(cell).trim().normalize('NFC'));
    this.#columns = this.header.map((name) => this.#table.columns.find((column) => column.name === name));
  }

  #addRecord(line: number, cells: readonly CellValue[]): void {
    const unnamed = cells.findIndex((cell, i) => !isEmpty(cell) && !this.header![i]);
    if (unnamed >= 0) {
      throw new UnreadableFile(
        `ô ${letterOf(unnamed)}${line} có giá trị “${shownCell(cells[unnamed]!).slice(0, 100)}” nhưng cột này không có tên ở dòng 1; ` +
          'hãy đặt tên cột hoặc xóa ô này rồi giao lại.',
      );
    }
    this.total++;
    const damaged: number[] = [];
    const fields = this.#columns.map((column, i) => {
      if (!column) return '';
      const text = textOfCell(cells[i] ?? null, column.type);
      if (text === undefined) damaged.push(i);
      return text ?? '';
    });
    const keep = damaged.every((i) => !this.#columns[i]!.required);
    for (const i of damaged) {
      this.#broken.push({
        line,
        ...(keep ? {record: this.clean} : {}),
        column: i,
        value: shownCell(cells[i]!).slice(0, EXCERPT_LENGTH).toWellFormed().replaceAll('\0', '\ufffd'),
        reason: 'bad_value',
      });
    }
    if (!keep) return;
    if (line !== this.#expectedLine) this.lineBreaks.push(this.clean, line);
    this.#expectedLine = line + 1;
    this.clean++;
    this.#text += `${fields.map(quoted).join(',')}\n`;
  }
}

function cellOf(value: unknown): CellValue {
  const isCell =
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date;
  return isCell ? value : null;
}

const isEmpty = (cell: CellValue) => cell === null || (typeof cell === 'string' && cell.trim() === '');

/** The letters of a column, from 0: A, B … Z, AA … */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}

const MAX_BYTES = 50_000_000;
const MAX_COLUMNS = 256;
const BATCH_LENGTH = 1 << 20;
const EXCERPT_LENGTH = 200;
