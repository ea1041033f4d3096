import type {
  DefectsAnswer,
  MetricAnswer,
  OfficerPageAnswer,
  OfficersAnswer,
  OfficerWorkAnswer,
  UnitList,
  UnitPageAnswer,
  UnitWorkAnswer,
} from '../api/answers.ts';
import {comesAlong, fetchJson} from './client.ts';
import {addressOfSignals} from './quality-client.ts';
import {addressOfAges, addressOfAssignments} from './work-client.ts';

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

/** How the reader of a page has narrowed its fix list. */
type Narrowed = Pick<DefectFilters, 'rule' | 'pillar' | 'state'>;

/** The lists a page about a unit is to bring along, and how its reader has narrowed them. */
export interface AskedLists extends Narrowed {
  lists: readonly UnitList[];
  /** What divides the open offences. */
  by?: string | null | undefined;
}

/** Everything a page about a unit shows; the lists below its figures come along. */
export async function fetchUnitWork(
  question: UnitQuestion,
  {lists, rule, pillar, state, by}: AskedLists,
  signal: AbortSignal,
): Promise<UnitPageAnswer> {
  const {unit, asOf} = question;
  const query = queryOf(question);
  const asked = {lists: lists.join(','), rule, pillar, state, by, limit: defectsAtATime};
  for (const [name, value] of Object.entries(kept(asked))) query.set(name, value);
  const answer = fetchJson(`/api/v1/pages/unit-work?${query}`, signal) as Promise<UnitWorkAnswer>;
  const along = (list: UnitList, address: string) => {
    if (lists.includes(list))
      comesAlong(
        address,
        answer.then((found) => found[list]),
      );
  };
  along('defects', addressOfDefects({unit, rule, pillar, state}, null));
  along('assignments', addressOfAssignments(unit));
  along('signals', addressOfSignals({unit, level: unit === null ? 'province' : 'office', asOf}));
  const {page, ages} = await answer;
  // What divides them, where nothing is chosen, is known by the answer alone.
  if (ages) comesAlong(addressOfAges(unit, ages.level), Promise.resolve(ages));
  return page;
}

/** Everything the page about an officer shows; the fix list comes along, for a province’s reader within the province. */
export async function fetchOfficerWork(
  question: UnitQuestion & {province: string | null},
  {rule, pillar, state}: Narrowed,
  signal: AbortSignal,
): Promise<OfficerPageAnswer> {
  const {unit: officer, province} = question;
  const query = queryOf(question);
  const asked = {rule, pillar, state, limit: defectsAtATime};
  for (const [name, value] of Object.entries(kept(asked))) query.set(name, value);
  const answer = fetchJson(`/api/v1/pages/officer-work?${query}`, signal) as Promise<OfficerWorkAnswer>;
  comesAlong(
    addressOfDefects({unit: province, officer, rule, pillar, state}, null),
    answer.then(({defects}) => defects),
  );
  return (await answer).page;
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
  return (await fetchJson(addressOfMetric(metric, {level, asOf}), signal)) as MetricAnswer;
}

/** The address of those figures. */
export const addressOfMetric = (
  metric: string,
  {level, asOf}: {level: string; asOf: string | null},
): string => `/api/v1/metrics/${metric}?${new URLSearchParams(kept({level, as_of: asOf}))}`;

/** What the fix list is narrowed to. */
export interface DefectFilters {
  unit?: string | null | undefined;
  officer?: string | null | undefined;
  rule?: string | null | undefined;
  pillar?: string | null | undefined;
  state?: string | null | undefined;
}

/** A page of the fix list, the first without a cursor. */
export async function fetchDefects(
  filters: DefectFilters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<DefectsAnswer> {
  return (await fetchJson(addressOfDefects(filters, cursor), signal)) as DefectsAnswer;
}

const defectsAtATime = '50';

const addressOfDefects = (
  {unit, officer, rule, pillar, state}: DefectFilters,
  cursor: string | null,
): string =>
  `/api/v1/defects?${new URLSearchParams(kept({unit, officer, rule, pillar, state, cursor, limit: defectsAtATime}))}`;

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
