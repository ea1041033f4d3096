import type {
  DefectsAnswer,
  MetricAnswer,
  OfficerPageAnswer,
  OfficersAnswer,
  UnitPageAnswer,
} from '../api/answers.ts';
import {fetchJson} from './client.ts';

/** Which unit or officer, on which night, compared with which; null for what the API chooses itself. */
export interface UnitQuestion {
  unit: string | null;
  asOf: string | null;
  compare: string | null;
}

/** Everything a page about a unit shows. */
export async function fetchUnitPage(question: UnitQuestion, signal: AbortSignal): Promise<UnitPageAnswer> {
  return (await fetchJson(`/api/v1/pages/unit?${queryOf(question)}`, signal)) as UnitPageAnswer;
}

/** Everything the page about an officer shows. */
export async function fetchOfficerPage(
  question: UnitQuestion,
  signal: AbortSignal,
): Promise<OfficerPageAnswer> {
  return (await fetchJson(`/api/v1/pages/officer?${queryOf(question)}`, signal)) as OfficerPageAnswer;
}

/** The first few officers whose name has some words, within a province or, without one, the nation. */
export async function fetchOfficers(
  name: string,
  province: string | null,
  signal: AbortSignal,
): Promise<OfficersAnswer> {
  const query = new URLSearchParams(kept({name, unit: province}));
  return (await fetchJson(`/api/v1/officers?${query}`, signal)) as OfficersAnswer;
}

/** The figures of a metric for every unit of a level. */
export async function fetchMetric(
  metric: string,
  {level, asOf}: {level: string; asOf: string | null},
  signal: AbortSignal,
): Promise<MetricAnswer> {
  const query = new URLSearchParams({level, ...(asOf === null ? {} : {as_of: asOf})});
  return (await fetchJson(`/api/v1/metrics/${metric}?${query}`, signal)) as MetricAnswer;
}

/** What the fix list is narrowed to. */
export interface DefectFilters {
  unit?: string | null;
  officer?: string | null;
  rule?: string | null;
  pillar?: string | null;
  state?: string | null;
}

/** A page of the fix list, the first without a cursor. */
export async function fetchDefects(
  filters: DefectFilters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<DefectsAnswer> {
  const query = new URLSearchParams({...kept(filters), ...(cursor === null ? {} : {cursor}), limit: '50'});
  return (await fetchJson(`/api/v1/defects?${query}`, signal)) as DefectsAnswer;
}

/** The address of the whole fix list as a file. */
export const fileOfDefects = (filters: DefectFilters, format: 'csv' | 'xlsx'): string =>
  `/api/v1/defects?${new URLSearchParams({...kept(filters), format})}`;

/** The address of a metric's figures as a file. */
export const fileOfMetric = (
  metric: string,
  {level, unit, night}: {level: string; unit: string | null; night: string},
  format: 'csv' | 'xlsx',
): string =>
  `/api/v1/metrics/${metric}?${new URLSearchParams({...kept({level, unit}), as_of: night, format})}`;

/** The address of the counts of each rule as a file. */
export const fileOfRules = (
  {level, unit, night}: {level: string; unit: string; night: string},
  format: 'csv' | 'xlsx',
): string => `/api/v1/quality/rules?${new URLSearchParams({level, unit, as_of: night, format})}`;

const queryOf = ({unit, asOf, compare}: UnitQuestion) =>
  new URLSearchParams(kept({unit, as_of: asOf, compare}));

const kept = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
