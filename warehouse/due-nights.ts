import {createHash} from 'node:crypto';
import type {NightInputs} from './build.ts';
import {receiptsInForce} from './landing/read-receipts.ts';
import type {Receipt} from './landing/receipts.ts';
import type {Manifest} from './versions.ts';

/** What is to be counted, oldest night first, and the version that the first of them goes on from. */
export interface Plan {
  base: Manifest | undefined;
  nights: NightInputs[];
}

/** What a night is counted from: for each program its last delivery at or before the night. */
export function inputsOf(night: string, inForce: readonly Receipt[]): NightInputs {
  const latest = new Map<string, Receipt>();
  for (const receipt of inForce) {
    const known = latest.get(receipt.program);
    if (receipt.businessDate > night || (known && known.businessDate > receipt.businessDate)) continue;
    latest.set(receipt.program, receipt);
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
 * A version stays true as long as every night in it was counted from what the lake holds now. The newest true version
 * is gone on from, and every night after it is due: history and evidence are carried from night to night, so a
 * correction of an old night counts all that follow again.
 * A night that is held is not due again, and not missing from those that were built without it; neither is a broken
 * one from those that passed it over, until other deliveries come for it.
 */
export function planNights(receipts: readonly Receipt[], versions: readonly Manifest[]): Plan {
  const inForce = receiptsInForce(receipts);
  const nights = [...new Set(inForce.map((receipt) => receipt.businessDate))].sort();
  const inputs = nights.map((night) => inputsOf(night, inForce));
  const fingerprints = new Map(inputs.map((one) => [one.night, fingerprintOf(one)]));

  const isUnchanged = ({counted}: Manifest) =>
    Object.entries(counted).every(([night, fingerprint]) => fingerprints.get(night) === fingerprint);
  const isHeld = (night: string) =>
    versions.some((one) => one.held_for.length > 0 && one.night === night && isUnchanged(one));
  const mayLack = (version: Manifest, night: string) =>
    !(night in version.counted) && (isHeld(night) || version.passed_over[night] === fingerprints.get(night));
  const isTrue = (version: Manifest) =>
    nights
      .filter((night) => night <= version.night && !mayLack(version, night))
      .every((night) => version.counted[night] === fingerprints.get(night));

  const base = versions
    .filter((version) => version.held_for.length === 0 && isTrue(version))
    .reduce<Manifest | undefined>(
      (newest, one) => (newest && newest.night > one.night ? newest : one),
      undefined,
    );
  return {
    base,
    nights: inputs.filter(({night}) => (!base || night > base.night) && !isHeld(night)),
  };
}
