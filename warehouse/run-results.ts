import {randomUUID} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {DuckDBConnection} from '@duckdb/node-api';
import {recordsOf} from './database.ts';
import {replaceFile} from './durable.ts';
import {BrokenNight} from './errors.ts';
import type {DataFolder} from './folders.ts';
import {vietnamMoment} from './moments.ts';
import type {Receipt} from './landing/receipts.ts';
import type {Reporter, Step} from './report.ts';
import type {HoldReason} from './versions.ts';

/**
 * What one run did, in the form of dbt's `run_results.json` (v6), which many tools read: a result for each delivery,
 * step, model, check and guard. A run that counts several nights leaves one record for each, under one invocation.
 */
export interface RunResults {
  metadata: {
    dbt_schema_version: string;
    generated_at: string;
    invocation_id: string;
    env: Record<string, string>;
  };
  results: RunResult[];
  elapsed_time: number;
  /** `night` is absent when there was none to count, `version` when none came of it. */
  args: {which: 'nightly'; night?: string; version?: string};
}

/** `fail` is a broken promise, `warn` a guard that holds the night, `error` a refusal or a failure of ours. */
export interface RunResult {
  unique_id: string;
  status: 'success' | 'error' | 'pass' | 'fail' | 'warn';
  timing: {name: 'execute'; started_at: string; completed_at: string}[];
  thread_id: string;
  execution_time: number;
  adapter_response: Record<string, string | number>;
  message: string | null;
  failures: number | null;
  compiled: null;
  compiled_code: null;
  relation_name: string | null;
}

/** Keeps what happens to one night until it is written down. */
export interface NightRecord {
  /** Reads from the candidate what was built and checked so far; a broken night's candidate is gone soon after. */
  look(db: DuckDBConnection): Promise<void>;
  /** Writes the record of a night that became a version, in force or held. */
  finish(made: {version: string; held_for: readonly HoldReason[]}): void;
  /** Writes the record of a night that became none, and why. */
  fail(why: unknown): void;
}

/** The records of one run. */
export interface RunRecords {
  beginNight(night: string): NightRecord;
  /** Writes a record all the same when deliveries came but no night was due. */
  end(): void;
}

/** How many records stay. */
const recordsKept = 30;

/** Begins to record a run that has landed its deliveries; these go into the first record it writes. */
export function recordRun(
  deliveries: {
    landed: readonly Receipt[];
    refused: readonly {delivery: string; reasons: readonly string[]}[];
  },
  reporter: Pick<Reporter, 'steps'>,
  folder: DataFolder,
): RunRecords {
  const invocation_id = randomUUID();
  let untold = [...deliveries.landed.map(landedResult), ...deliveries.refused.map(refusedResult)];
  let stepsTold = 0;
  let begun = performance.now() - totalOf(reporter.steps()) * 1000;

  const write = (args: Omit<RunResults['args'], 'which'>, results: readonly RunResult[]) => {
    const steps = reporter.steps().slice(stepsTold);
    const now = new Date();
    const record: RunResults = {
      metadata: {
        dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
        generated_at: now.toISOString(),
        invocation_id,
        env: {},
      },
      results: [...untold, ...steps.map((step, i) => stepResult(step, stepsTold + i + 1)), ...results],
      elapsed_time: (performance.now() - begun) / 1000,
      args: {which: 'nightly', ...args},
    };
    untold = [];
    stepsTold += steps.length;
    begun = performance.now();
    mkdirSync(folder.runs, {recursive: true});
    const moment = vietnamMoment(now).slice(0, 19).replaceAll(/[-:]/g, '');
    replaceFile(
      join(folder.runs, `${moment}.${args.night ?? 'none'}.json`),
      `${JSON.stringify(record, null, 2)}\n`,
    );
    for (const name of leftOver(folder)) rmSync(join(folder.runs, name), {force: true});
  };

  return {
    beginNight(night) {
      const seen: RunResult[] = [];
      return {
        look: async (db) => void seen.push(...(await resultsIn(db))),
        finish: ({version, held_for}) => write({night, version}, [...seen, ...held_for.map(guardResult)]),
        fail(why) {
          const failures = why instanceof BrokenNight ? why.failures : [];
          const results = seen.map((result) => {
            const failure = failures.find(({check}) => result.unique_id === checkId(check));
            return failure ? {...result, message: failure.examples.join('\n')} : result;
          });
          if (why instanceof BrokenNight) return write({night}, results);
          try {
            write({night}, [...results, failedNight(night, why)]);
          } catch {
            // The disk that failed the night may fail its record, too; the first failure is the one to tell.
          }
        },
      };
    },
    end() {
      if (untold.length > 0) write({}, []);
    },
  };
}

/** The records kept, the last run at the end; none before the first run. */
export function readRunResults(folder: DataFolder): RunResults[] {
  return recordNames(folder).map(
    (name) => JSON.parse(readFileSync(join(folder.runs, name), 'utf8')) as RunResults,
  );
}

function recordNames(folder: DataFolder): string[] {
  if (!existsSync(folder.runs)) return [];
  return readdirSync(folder.runs)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

/** What is past keeping, and drafts of a run that died while it wrote. */
function leftOver(folder: DataFolder): string[] {
  const drafts = readdirSync(folder.runs).filter((name) => !name.endsWith('.json'));
  return [...drafts, ...recordNames(folder).slice(0, -recordsKept)];
}

const idOf = (kind: 'model' | 'operation' | 'test', name: string) => `${kind}.thads.${name}`;
const checkId = (check: string) => idOf('test', check);

const plain: Omit<RunResult, 'unique_id' | 'status'> = {
  timing: [],
  thread_id: 'Thread-1',
  execution_time: 0,
  adapter_response: {},
  message: null,
  failures: null,
  compiled: null,
  compiled_code: null,
  relation_name: null,
};

function landedResult({program, businessDate, sequence, tables}: Receipt): RunResult {
  const sum = (count: (table: Receipt['tables'][number]) => number) =>
    tables.reduce((total, table) => total + count(table), 0);
  return {
    ...plain,
    unique_id: idOf('operation', `land.${businessDate}.${program}`),
    status: 'success',
    adapter_response: {
      sequence,
      rows_affected: sum(({loaded}) => loaded),
      rows_quarantined: sum(({quarantined}) => quarantined),
    },
  };
}

const refusedResult = ({delivery, reasons}: {delivery: string; reasons: readonly string[]}): RunResult => ({
  ...plain,
  unique_id: idOf('operation', `land.${delivery.replace('/', '.')}`),
  status: 'error',
  message: reasons.join('\n'),
  failures: reasons.length,
});

const stepResult = ({step, seconds}: Step, position: number): RunResult => ({
  ...plain,
  unique_id: idOf('operation', `step.${position}`),
  status: 'success',
  execution_time: seconds,
  message: step,
});

const guardResult = ({guard, sentence}: HoldReason, position: number): RunResult => ({
  ...plain,
  unique_id: idOf('test', `guard.${guard}.${position + 1}`),
  status: 'warn',
  message: sentence,
  failures: 1,
});

const failedNight = (night: string, why: unknown): RunResult => ({
  ...plain,
  unique_id: idOf('operation', `night.${night}`),
  status: 'error',
  message: sentencesOf(why).join('\n'),
});

/** An error and what caused it. */
function sentencesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [error.message, ...(error.cause === undefined ? [] : sentencesOf(error.cause))];
}

async function resultsIn(db: DuckDBConnection): Promise<RunResult[]> {
  const models = await recordsOf<{
    model: string;
    model_kind: string;
    sql_hash: string;
    started_at: number;
    seconds: number;
    row_count: number | null;
  }>(db, 'select * replace (epoch_ms(started_at) as started_at) from meta.models');
  const checks = await recordsOf<{check_name: string; offenders: number}>(db, 'from meta.checks');
  return [
    ...models.map(({model, model_kind, sql_hash, started_at, seconds, row_count}): RunResult => {
      const [schema, name] = model.split('.');
      return {
        ...plain,
        unique_id: idOf('model', model),
        status: 'success',
        timing: [
          {
            name: 'execute',
            started_at: new Date(started_at).toISOString(),
            completed_at: new Date(started_at + seconds * 1000).toISOString(),
          },
        ],
        execution_time: seconds,
        adapter_response: {
          kind: model_kind,
          sql_hash,
          ...(row_count === null ? {} : {rows_affected: row_count}),
        },
        relation_name: `"${schema}"."${name}"`,
      };
    }),
    ...checks.map(({check_name, offenders}): RunResult => ({
      ...plain,
      unique_id: checkId(check_name),
      status: offenders === 0 ? 'pass' : 'fail',
      failures: offenders,
    })),
  ];
}

const totalOf = (steps: readonly Step[]) => steps.reduce((sum, {seconds}) => sum + seconds, 0);
