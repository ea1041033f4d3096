import type {AssignmentsAnswer, DefectAgesAnswer, NewAssignmentBody} from '../api/answers.ts';
import {fetchJson, refusalIn, send} from './client.ts';

/** What may group open offences. */
export const ageLevels = ['province', 'office', 'officer'] as const;
export type AgeLevel = (typeof ageLevels)[number];

/** How long offences have been open, by unit or person. */
export async function fetchAges(
  unit: string | null,
  level: AgeLevel,
  signal: AbortSignal,
): Promise<DefectAgesAnswer> {
  return (await fetchJson(addressOfAges(unit, level), signal)) as DefectAgesAnswer;
}

/** The address of those ages. */
export const addressOfAges = (unit: string | null, level: string): string =>
  addressOf('/ages', {unit, level});

/** The address of those ages as a file. */
export const fileOfAges = (unit: string | null, level: AgeLevel, format: 'csv' | 'xlsx'): string =>
  addressOf('/ages', {unit, level, format});

/** The work given within a unit, and the most that nobody was given. */
export async function fetchAssignments(unit: string | null, signal: AbortSignal): Promise<AssignmentsAnswer> {
  return (await fetchJson(addressOfAssignments(unit), signal)) as AssignmentsAnswer;
}

/** The address of that work. */
export const addressOfAssignments = (unit: string | null): string => addressOf('/assignments', {unit});

/** The address of the work given as a file. */
export const fileOfAssignments = (unit: string | null, format: 'csv' | 'xlsx'): string =>
  addressOf('/assignments', {unit, format});

/** Gives work; a refusal is a sentence for the reader. */
export async function giveWork(work: NewAssignmentBody): Promise<void> {
  const response = await send('PUT', '/api/v1/defects/assignments', work);
  if (!response.ok) throw await refusalIn(response);
}

/** Says that work is done; the coming night checks it. */
export async function reportDone(id: number): Promise<void> {
  const response = await send('POST', `/api/v1/defects/assignments/${id}/done`);
  if (!response.ok) throw await refusalIn(response);
}

function addressOf(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(
    Object.entries(values).filter((value): value is [string, string] => value[1] !== null),
  );
  return `/api/v1/defects${path}?${query}`;
}
