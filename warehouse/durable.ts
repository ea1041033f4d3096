import {closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** Makes sure that what was written to a file, or renamed within a folder, survives a loss of power. */
export function flushToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Replaces a small file whole: readers see the old text or the new one, never a part. */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, text);
  moveIntoPlace(draft, path);
}

/** Gives a finished file its name, for good. */
export function moveIntoPlace(draft: string, path: string): void {
  flushToDisk(draft);
  try {
    renameSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    moveAcrossDisks(draft, path);
  }
  flushToDisk(dirname(path));
}

/** A rename never crosses disks, and scratch may lie on a faster one: the copy is whole before it gets the name. */
function moveAcrossDisks(draft: string, path: string): void {
  const copy = `${path}.copy`;
  copyFileSync(draft, copy);
  flushToDisk(copy);
  renameSync(copy, path);
  rmSync(draft);
}
