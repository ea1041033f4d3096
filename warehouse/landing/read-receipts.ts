import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {DataFolder} from '../folders.ts';
import type {Delivery} from './deliveries.ts';
import {foldersIn} from './folders-in.ts';
import type {Receipt} from './receipts.ts';

/** Every receipt in the data folder, or those of one date, in the order of date, program and sequence. */
export function readReceipts(folder: DataFolder, date?: string): Receipt[] {
  const dates = foldersIn(folder.deliveries).filter((name) => date === undefined || name === date);
  return dates
    .flatMap((name) => receiptFiles(join(folder.deliveries, name)).map(readReceipt))
    .sort(
      (one, other) =>
        compare(one.businessDate, other.businessDate) ||
        compare(one.program, other.program) ||
        one.sequence - other.sequence,
    );
}

/** The receipt of what landed last of this program before the delivery; reads no receipt of other nights. */
export function findReceiptBefore(
  {program, businessDate}: Pick<Delivery, 'program' | 'businessDate'>,
  folder: DataFolder,
): Receipt | undefined {
  for (const date of foldersIn(folder.deliveries).reverse()) {
    if (date > businessDate) continue;
    const files = receiptFiles(join(folder.deliveries, date)).filter((path) =>
      basename(path).startsWith(`${program}.`),
    );
    if (files.length > 0) {
      return files.map(readReceipt).reduce((one, other) => (one.sequence > other.sequence ? one : other));
    }
  }
  return undefined;
}

/** Of the receipts, the one of the highest sequence for each date and program. */
export function receiptsInForce(receipts: readonly Receipt[]): Receipt[] {
  const inForce = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const place = `${receipt.businessDate}/${receipt.program}`;
    const known = inForce.get(place);
    if (!known || known.sequence < receipt.sequence) inForce.set(place, receipt);
  }
  return [...inForce.values()];
}

function receiptFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
}

function readReceipt(path: string): Receipt {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text) as Receipt;
  } catch (cause) {
    throw new Error(`Không đọc được biên nhận ${path}; hãy khôi phục tệp này từ bản sao lưu.`, {cause});
  }
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
