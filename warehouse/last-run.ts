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

/** The last run that did anything; undefined before the first. */
export function readLastRun(folder: DataFolder): LastRun | undefined {
  const records = readRunResults(folder);
  const last = records.at(-1);
  if (!last) return undefined;
  const ours = records.filter(({metadata}) => metadata.invocation_id === last.metadata.invocation_id);
  const results = ours.flatMap((record) => record.results);
  const named = (prefix: string, status: RunResult['status']) =>
    results.flatMap(({unique_id, ...result}) =>
      unique_id.startsWith(prefix) && result.status === status
        ? [{...result, name: unique_id.slice(prefix.length)}]
        : [],
    );
  return {
    ended_at: vietnamMoment(new Date(last.metadata.generated_at)),
    seconds: ours.reduce((sum, {elapsed_time}) => sum + elapsed_time, 0),
    nights: ours.flatMap((record) => {
      const {night, version} = record.args;
      return night ? [{night, ...(version && {version}), outcome: outcomeOf(record)}] : [];
    }),
    steps: named('operation.thads.step.', 'success').map(({message, execution_time}) => ({
      step: message ?? '',
      seconds: execution_time,
    })),
    refused: named('operation.thads.land.', 'error').map(({name, message}) => ({
      delivery: name.replace('.', '/'),
      reasons: linesOf(message),
    })),
    held_for: named('test.thads.guard.', 'warn').flatMap(({message}) => linesOf(message)),
    failures: named('operation.thads.night.', 'error').flatMap(({message}) => linesOf(message)),
    broken: named('test.thads.', 'fail').map(({name, failures, message}) => ({
      check: name,
      offenders: failures ?? 0,
      examples: linesOf(message),
    })),
  };
}

function outcomeOf({results}: RunResults): NightOutcome {
  const has = (prefix: string, status: RunResult['status']) =>
    results.some((result) => result.unique_id.startsWith(prefix) && result.status === status);
  if (has('operation.thads.night.', 'error')) return 'failed';
  if (has('test.thads.', 'fail')) return 'broken';
  return has('test.thads.guard.', 'warn') ? 'held' : 'published';
}

const linesOf = (message: string | null) => message?.split('\n') ?? [];
