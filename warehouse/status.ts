import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {readCurrent, type Current} from './current.ts';
import {recordsOf, rowsOf, withDatabase} from './database.ts';
import {dataFolder} from './folders.ts';
import {readLastRun, type LastRun} from './last-run.ts';
import type {MetricId} from './metrics.ts';
import {sqlFiles} from './models.ts';
import {vietnamMoment} from './moments.ts';
import {readVersions, type HoldReason} from './versions.ts';

/** A program's snapshot as the version in force reads it. */
export interface SourceStatus {
  program_id: string;
  program_name: string;
  business_date: string | null;
  sequence: number | null;
  row_count: number;
  quarantined_rows: number;
  is_late: boolean;
  /** How many nights older than the night in force; null for a program that never delivered. */
  age_nights: number | null;
}

/** How a table of the deliveries differs from the night before. */
export interface TableChange {
  table_name: string;
  rows_before: number;
  rows_now: number;
  rows_added: number;
  rows_changed: number;
  rows_vanished: number;
}

/** A province whose share has moved since the night before. */
export interface Mover {
  metric_id: MetricId;
  unit_id: string;
  unit_name: string;
  value_before: number;
  value_now: number;
}

/** A model that is not what it was in the version before. */
export interface ModelChange {
  model: string;
  model_change: 'added' | 'changed' | 'removed';
}

/** What is published, what it was counted from, and what happened lately. */
export interface Status {
  current: Current | undefined;
  /** Days from the night in force to today. */
  age_days: number | undefined;
  nights: string[];
  sources: SourceStatus[];
  /** Since the night before; empty on the first night. */
  changes: TableChange[];
  movers: Mover[];
  model_changes: ModelChange[];
  /** Versions that wait for somebody to look at them. */
  held: {version: string; night: string; reasons: readonly HoldReason[]}[];
  last_run: LastRun | undefined;
}

/** Whose movement by province a status shows, and how many provinces of each. */
const moving = ['completion_rate', 'money_coverage'] as const satisfies MetricId[];
const moversShown = 5;

/** Reads what there is to know of a data folder; that nothing is published yet is an answer too. */
export async function readStatus(data: string, now = new Date()): Promise<Status> {
  const folder = dataFolder(data);
  const current = readCurrent(folder);
  const around = {
    held: readVersions(folder)
      .filter(({held_for}) => held_for.length > 0)
      .map(({version, night, held_for}) => ({version, night, reasons: held_for})),
    last_run: readLastRun(folder),
  };
  if (!current) {
    const nothing = {nights: [], sources: [], changes: [], movers: [], model_changes: []};
    return {current, age_days: undefined, ...nothing, ...around};
  }
  return withDatabase(join(folder.root, current.file), {access_mode: 'READ_ONLY'}, async (db) => {
    const nights = await recordsOf<{night: string}>(db, 'select night from history.nights order by night');
    const isFirst = nights.length < 2;
    return {
      current,
      age_days: daysBetween(current.night, vietnamMoment(now).slice(0, 10)),
      nights: nights.map(({night}) => night),
      sources: await recordsOf<SourceStatus>(
        db,
        `select program_id, program_name, business_date, sequence, row_count, quarantined_rows, is_late,
             date_diff('day', business_date, $night::date) as age_nights
         from meta.sources`,
        {night: current.night},
      ),
      changes: isFirst ? [] : await knownRows<TableChange>('changes', db),
      movers: isFirst ? [] : await readMovers(db),
      model_changes: await knownRows<ModelChange>('model_changes', db),
      ...around,
    };
  });
}

async function readMovers(db: DuckDBConnection): Promise<Mover[]> {
  const {sql} = sqlFiles('queries').find(({name}) => name === 'province_movers')!;
  const movers = [];
  for (const metric_id of moving) {
    const rows = await recordsOf<Omit<Mover, 'metric_id'>>(db, sql, {metric: metric_id, most: moversShown});
    movers.push(...rows.map((row) => ({metric_id, ...row})));
  }
  return movers;
}

/** All of a table of `meta`; nothing where the version was built by a release that did not write it yet. */
async function knownRows<T>(table: 'changes' | 'model_changes', db: DuckDBConnection): Promise<T[]> {
  const [known] = await rowsOf(
    db,
    `select 1 from duckdb_tables() where schema_name = 'meta' and table_name = $table`,
    {table},
  );
  return known ? recordsOf<T>(db, `from meta.${table}`) : [];
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
