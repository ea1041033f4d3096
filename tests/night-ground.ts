import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readCurrent, type Current} from '../warehouse/current.ts';
import {recordsOf, withDatabase} from '../warehouse/database.ts';
import {dataFolder, type DataFolder} from '../warehouse/folders.ts';
import {runNightly, type NightlyOutcome} from '../warehouse/nightly.ts';
import {createReporter} from '../warehouse/report.ts';
import type {DeliveredRow} from './deliveries.ts';
import {deliver, smallTables} from './small-landing.ts';

/** How a command of the program ended. */
export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** A place where nights are delivered, counted and published, all real. */
export interface NightGround {
  landing: string;
  folder: DataFolder;
  /** Delivers case files (and any other table) of a date by the program that has them. */
  deliver(date: string, tables: Tables, sequence?: number): void;
  /** Lands and counts what waits. */
  count(where?: {fromScratch: true}): Promise<NightlyOutcome>;
  /** Runs the program itself on these folders. */
  thads(command: string, ...args: string[]): Promise<Run>;
  inForce: () => Current | undefined;
  /** Rows of the version in force, as JSON has them. */
  read<Row>(sql: string): Promise<Row[]>;
}

type Tables = Record<string, readonly DeliveredRow[]>;

/** Lends a place for nights to a test, and removes it whatever happens. */
export async function onNightGround<T>(test: (ground: NightGround) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'thads-'));
  const landing = join(root, 'landing');
  const folder = dataFolder(join(root, 'data'));
  try {
    return await test({
      landing,
      folder,
      deliver: (date, tables, sequence = 1) => void deliver(landing, 'to-chuc-tha', {date, sequence, tables}),
      count: (where) => runNightly({landing, data: folder.root, ...where}, createReporter('quiet')),
      thads: (command, ...args) => runProgram([command, ...args, '--data', folder.root], landing),
      inForce: () => readCurrent(folder),
      read: (sql) =>
        withDatabase(join(folder.root, readCurrent(folder)!.file), {access_mode: 'READ_ONLY'}, (db) =>
          recordsOf(db, sql),
        ),
    });
  } finally {
    await rm(root, {recursive: true, force: true});
  }
}

/** A case file that differs from the small one in what is given. */
export const caseFile = (given: DeliveredRow): DeliveredRow => ({...smallTables['ho_so']![0]!, ...given});

/** As many case files as said, h1, h2 …. */
export const caseFiles = (count: number, given: DeliveredRow = {}): DeliveredRow[] =>
  Array.from({length: count}, (_, i) => caseFile({...given, ma_ho_so: `h${i + 1}`}));

function runProgram(args: readonly string[], landing: string): Promise<Run> {
  const program = join(import.meta.dirname, '..', 'warehouse', 'cli.ts');
  const env = {...process.env, THADS_LANDING: landing};
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], {env}, (error, stdout, stderr) => {
      resolve({code: error ? Number(error.code) : 0, stdout, stderr});
    });
  });
}
