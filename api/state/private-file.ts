import {statSync} from 'node:fs';
import {WrongUsage} from '../../warehouse/errors.ts';

/** Refuses to go on with a file or folder that others on this machine can read. */
export function mustBePrivate(path: string): void {
  // Windows keeps who may read a file elsewhere.
  if (process.platform === 'win32') return;
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw new WrongUsage(
    `Người khác trên máy này đọc được ${path} (quyền ${mode.toString(8)}); hãy chạy \`chmod go= ${path}\` rồi mở lại.`,
  );
}
