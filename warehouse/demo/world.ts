import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {literal} from '../database.ts';
import {sqlFolder} from '../models.ts';
import {planUnits} from './plan.ts';

/** The steps of `world/`, each after those it reads. */
const steps = [
  'kinds',
  'draws',
  'calendar',
  'words',
  'units',
  'officials',
  'registered',
  'entries',
  'case_files',
  'copies',
  'money',
  'petitions',
  'paper_reports',
] as const;

/** The night the published figures are of; the made-up world meets them exactly on it. */
const referenceNight = '2026-03-31';

/** What makes one world differ from another. A later `horizon` adds to a world and changes nothing in it. */
export interface World {
  scale: number;
  seed: number;
  /** The last night anybody will ask for. */
  horizon: string;
}

/** Makes the world in the schema `demo` of `db`: everybody and everything that any night will see. */
export async function createWorld(
  db: DuckDBConnection,
  {scale, seed, horizon}: World,
  onStep: (step: string, done: number) => void,
): Promise<void> {
  await db.run('create schema demo');
  await db.run(`
    set variable seed = ${literal(String(seed))};
    set variable reference_night = date ${literal(referenceNight)};
    set variable horizon = greatest(date ${literal(horizon)}, date ${literal(referenceNight)});
    set variable demo_folder = ${literal(import.meta.dirname)};
    set variable reference_folder = ${literal(join(sqlFolder, 'reference'))};
    set variable plan = ${literal(JSON.stringify(await planUnits(db, scale, seed)))};
  `);
  // Joins run as written, the long table first: the planner has no statistics of tables made a moment ago,
  // and turning a join around costs seconds and the order of the rows.
  await db.run(`set disabled_optimizers = 'join_order,build_side_probe_side'`);
  for (const [i, step] of steps.entries()) {
    onStep(step, i / steps.length);
    await db.run(readFileSync(join(import.meta.dirname, 'world', `${step}.sql`), 'utf8'));
  }
}
