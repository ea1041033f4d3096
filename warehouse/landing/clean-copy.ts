import {open, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import {quoted, type BrokenRecord} from './read-records.ts';

/** Where a clean copy is, as `VerifiedCsv` says it. */
export interface CleanCopyPaths {
  path: string;
  brokenPath: string | undefined;
  linesPath: string;
}

/**
 * The scratch copy of a delivered table: its well-formed records as CSV, the broken ones beside them, and the line
 * of each record where it is not one after the line before.
 */
export class CleanCopy {
  readonly #paths: {[name in keyof CleanCopyPaths]: string};
  readonly #clean: FileHandle;
  readonly #kept: FileHandle;
  #broken = false;

  /** Begins the copy of `table` in `scratch`. */
  static async begin(scratch: string, table: string): Promise<CleanCopy> {
    const paths = {
      path: join(scratch, `${table}.csv`),
      brokenPath: join(scratch, `${table}.broken.csv`),
      linesPath: join(scratch, `${table}.lines.csv`),
    };
    return new CleanCopy(paths, await open(paths.path, 'w'), await open(paths.brokenPath, 'w'));
  }

  private constructor(paths: {[name in keyof CleanCopyPaths]: string}, clean: FileHandle, kept: FileHandle) {
    this.#paths = paths;
    this.#clean = clean;
    this.#kept = kept;
  }

  /** Adds records that are well formed, and those found broken on the way. */
  async write(records: Uint8Array, broken: readonly BrokenRecord[]): Promise<void> {
    if (records.length > 0) await this.#clean.write(records);
    if (broken.length === 0) return;
    this.#broken = true;
    await this.#kept.write(
      broken
        .map(
          ({line, record = '', column = '', value, reason}) =>
            `${line},${record},${column},${quoted(value)},${reason}\n`,
        )
        .join(''),
    );
  }

  /** Closes the files; to be called whatever happened. */
  async close(): Promise<void> {
    await this.#clean.close();
    await this.#kept.close();
  }

  /** Writes the lines down, given as record, line, record, line …, and says where everything is. */
  async finish(lineBreaks: readonly number[]): Promise<CleanCopyPaths> {
    const lines = await open(this.#paths.linesPath, 'w');
    for (let i = 0; i < lineBreaks.length; i += LINES_AT_ONCE) {
      await lines.write(pairs(lineBreaks.slice(i, i + LINES_AT_ONCE)));
    }
    await lines.close();
    return {...this.#paths, brokenPath: this.#broken ? this.#paths.brokenPath : undefined};
  }
}

const LINES_AT_ONCE = 100_000;

const pairs = (breaks: readonly number[]) =>
  breaks.map((at, i) => `${at}${i % 2 === 0 ? ',' : '\n'}`).join('');
