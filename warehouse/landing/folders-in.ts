import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

/** The names of the folders in a folder, sorted; none if it is not there. */
export function foldersIn(folder: string): string[] {
  // A folder that cannot be read is not one that is empty: whoever believed that would sweep the lake.
  if (!statSync(folder, {throwIfNoEntry: false})) return [];
  return readdirSync(folder)
    .filter(
      (name) => !name.startsWith('.') && statSync(join(folder, name), {throwIfNoEntry: false})?.isDirectory(),
    )
    .sort();
}
