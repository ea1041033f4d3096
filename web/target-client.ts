import type {ProposedTargetChange, TargetChange, TargetChangesAnswer, TargetsAnswer} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

/** The targets, deadlines and days off in force, each with its letter. */
export async function fetchTargets(signal: AbortSignal): Promise<TargetsAnswer> {
  return (await fetchJson('/api/v1/targets', signal)) as TargetsAnswer;
}

/** The targets as a file to keep. */
export const targetsFile = (format: 'csv' | 'xlsx') => `/api/v1/targets?format=${format}`;

/** What was proposed to be changed of them, the newest first. */
export async function fetchTargetChanges(signal: AbortSignal): Promise<TargetChangesAnswer> {
  return (await fetchJson('/api/v1/targets/changes', signal)) as TargetChangesAnswer;
}

/** Proposes a change, with its letter and the reason. */
export async function proposeTargetChange(
  change: TargetChange,
  reason: string,
): Promise<ProposedTargetChange> {
  return (await answerOf(
    await send('POST', '/api/v1/targets/changes', {change, reason}),
  )) as ProposedTargetChange;
}

/** Approves a change or turns it down. */
export async function decideTargetChange(
  id: number,
  outcome: 'approved' | 'rejected',
  reason: string,
): Promise<ProposedTargetChange> {
  const path = `/api/v1/targets/changes/${id}/decision`;
  return (await answerOf(await send('POST', path, {outcome, reason}))) as ProposedTargetChange;
}
