import {setPriority} from 'node:os';

/** The user that owns nothing, on every system. */
const nobody = 65_534;

/** From here on a process of root is nobody's, and comes after all others: what it has open is all it can reach. */
export function giveUpRights(startedBy: string | undefined): void {
  setPriority(10);
  if (startedBy !== 'of-root') return;
  process.setgroups!([]);
  process.setgid!(nobody);
  process.setuid!(nobody);
}
