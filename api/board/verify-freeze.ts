import {hashOfRanking, rank} from '../../warehouse/campaign/rank.ts';
import type {Freeze, FrozenRanking} from './freezes.ts';

/** Whether a frozen ranking still is what was frozen. */
export interface FreezeVerification {
  /** Of the rows as they lie in the store. */
  hash_of_rows: string;
  /** Of the rows made again from what they were made from. */
  hash_made_again: string;
  /** Both are the hash that two people put their names to. */
  matches: boolean;
}

/** Hashes a frozen ranking again, as it lies there and as it comes out when it is made again by the models of today. */
export async function verifyFreeze(
  {hash}: Freeze,
  {inputs, standings}: FrozenRanking,
): Promise<FreezeVerification> {
  const hash_of_rows = hashOfRanking(standings);
  const hash_made_again = hashOfRanking(await rank(inputs));
  return {hash_of_rows, hash_made_again, matches: hash === hash_of_rows && hash === hash_made_again};
}
