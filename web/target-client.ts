import type {TargetsAnswer} from '../api/answers.ts';
import {fetchJson} from './client.ts';

/** The targets, deadlines and days off in force, each with its letter. */
export async function fetchTargets(signal: AbortSignal): Promise<TargetsAnswer> {
  return (await fetchJson('/api/v1/targets', signal)) as TargetsAnswer;
}

/** The targets as a workbook. */
export const targetsFile = '/api/v1/targets?format=xlsx';
