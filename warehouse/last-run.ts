import type {DataFolder} from './folders.ts';
import {vietnamMoment} from './moments.ts';
import type {Step} from './report.ts';
import {readRunResults, type RunResult, type RunResults} from './run-results.ts';

/** What became of a night, the worst that can be said of it. */
export type NightOutcome = 'published' | 'held' | 'broken' | 'failed';

/** The last run, put together from the records of its nights. */
export interface LastRun {
  /** ISO 8601 with offset. */
  ended_at: string;
  seconds: number;
  nights: {night: string; version?: string; outcome: NightOutcome}[];
  steps: Step[];
  refused: {delivery: string; reasons: readonly string[]}[];
  /** Why nights are held, or failed, a sentence each. */
  held_for: readonly string[];
  failures: readonly string[];
  broken: {check: string; offenders: number; examples: readonly string[]}[];
}

/** The records of the last run that did anything; none before the first. */
export function lastRecords(records: readonly RunResults[]): readonly RunResults[] {
  const last = records.at(-1)?.metadata.invocation_id;
  return records.filter(({metadata}) => metadata.invocation_id === last);
}

/** The last run that did anything; undefined before the first. */
export function readLastRun(folder: DataFolder): LastRun | undefined {
  const records = lastRecords(readRunResults(folder));
  const last = records.at(-1);
  if (!last) return undefined;
  return {
    ended_at: vietnamMoment(new Date(last.metadata.generated_at)),
    seconds: secondsOf(records),
    nights: records.flatMap((record) => {
      const {night, version} = record.args;
      return night ? [{night, ...(version && {version}), outcome: outcomeOf(record)}] : [];
    }),
    steps: resultsOf(records, 'operation.thads.step.', 'success').map(({message, execution_time}) => ({
      step: message ?? '',
      seconds: execution_time,
    })),
    refused: refusedIn(records),
    held_for: resultsOf(records, 'test.thads.guard.', 'warn').flatMap(({message}) => linesOf(message)),
    failures: failedIn(records),
    broken: brokenIn(records).flatMap(({checks}) => checks),
  };
}

/** How long the nights of a run took together. */
export const secondsOf = (records: readonly RunResults[]): number =>
  records.reduce((sum, {elapsed_time}) => sum + elapsed_time, 0);

/** How many deliveries a run landed. */
export const landedIn = (records: readonly RunResults[]): number =>
  resultsOf(records, landing, 'success').length;

/** The deliveries that a run refused, and what was wrong with them. */
export const refusedIn = (records: readonly RunResults[]): {delivery: string; reasons: string[]}[] =>
  resultsOf(records, landing, 'error').map(({name, message}) => ({
    delivery: name.replace('.', '/'),
    reasons: linesOf(message),
  }));

/** Why nights failed for a reason of our own, a sentence each. */
export const failedIn = (records: readonly RunResults[]): string[] =>
  resultsOf(records, 'operation.thads.night.', 'error').flatMap(({message}) => linesOf(message));

/** The nights of a run that broke a promise of ours. */
export const brokenIn = (records: readonly RunResults[]) =>
  records.flatMap((record) => {
    const checks = resultsOf([record], 'test.thads.', 'fail').map(({name, failures, message}) => ({
      check: name,
      offenders: failures ?? 0,
      examples: linesOf(message),
    }));
    return checks.length > 0 && record.args.night !== undefined ? [{night: record.args.night, checks}] : [];
  });

const landing = 'operation.thads.land.';

/** The results of a kind that ended so, by the name they have within their kind. */
const resultsOf = (records: readonly RunResults[], kind: string, status: RunResult['status']) =>
  records.flatMap(({results}) =>
    results.flatMap(({unique_id, ...result}) =>
      unique_id.startsWith(kind) && result.status === status
        ? [{...result, name: unique_id.slice(kind.length)}]
        : [],
    ),
  );

function outcomeOf({results}: RunResults): NightOutcome {
  const has = (prefix: string, status: RunResult['status']) =>
    results.some((result) => result.unique_id.startsWith(prefix) && result.status === status);
  if (has('operation.thads.night.', 'error')) return 'failed';
  if (has('test.thads.', 'fail')) return 'broken';
  return has('test.thads.guard.', 'warn') ? 'held' : 'published';
}

const linesOf = (message: string | null) => message?.split('\n') ?? [];
