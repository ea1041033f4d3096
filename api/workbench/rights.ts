import {setPriority} from 'node:os';

/** The user that owns nothing, on every system. */
const nobody = 65_534;

/** Lets the server go first. Threads take it from the one that starts them, so it comes before there are any. */
export const letOthersGoFirst = (): void => setPriority(5);

/** From here on a process of root is nobody's: what it has open is all it can reach. */
export function giveUpRights(startedBy: string | undefined): void {
  if (startedBy !== 'of-root') return;
  process.setgroups!([]);
  process.setgid!(nobody);
  process.setuid!(nobody);
}
