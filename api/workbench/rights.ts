import {setPriority} from 'node:os';

/** The user that owns nothing, on every system. */
const nobody = 65_534;

/** From here on the process is nobody, and comes after all others: what it has open is all it can reach. */
export function giveUpRights(isOwnRoot: string | undefined): void {
  setPriority(10);
  if (process.getuid?.() !== 0 || isOwnRoot === 'own-root') return;
  process.setgroups!([]);
  process.setgid!(nobody);
  process.setuid!(nobody);
}
