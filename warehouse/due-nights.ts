import {createHash} from 'node:crypto';
import type {NightInputs} from './build.ts';
import type {Receipt} from './receipts.ts';

/** What a night is counted from: for each program its last delivery at or before the night, newest sequence. */
export function inputsOf(night: string, receipts: readonly Receipt[]): NightInputs {
  const latest = new Map<string, Receipt>();
  for (const receipt of receipts) {
    if (receipt.businessDate > night) continue;
    const known = latest.get(receipt.program);
    if (!known || isNewer(receipt, known)) latest.set(receipt.program, receipt);
  }
  return {night, receipts: [...latest.values()].sort((a, b) => (a.program < b.program ? -1 : 1))};
}

/** The inputs as a short text: equal texts mean equal bytes were delivered. */
export function fingerprintOf({receipts}: NightInputs): string {
  const digest = createHash('sha256');
  for (const {program, businessDate, sequence, tables} of receipts) {
    digest.update(JSON.stringify([program, businessDate, sequence, tables.map((table) => table.hash)]));
  }
  return digest.digest('hex').slice(0, 16);
}

/**
 * The nights to count, oldest first: those that were never counted, those whose deliveries have changed since,
 * and every night after the first of them, because history is carried from night to night.
 */
export function dueNights(receipts: readonly Receipt[], counted: ReadonlyMap<string, string>): NightInputs[] {
  const nights = [...new Set(receipts.map((receipt) => receipt.businessDate))].sort();
  const inputs = nights.map((night) => inputsOf(night, receipts));
  const first = inputs.findIndex((one) => counted.get(one.night) !== fingerprintOf(one));
  return first < 0 ? [] : inputs.slice(first);
}

function isNewer(one: Receipt, other: Receipt): boolean {
  return one.businessDate === other.businessDate
    ? one.sequence > other.sequence
    : one.businessDate > other.businessDate;
}
