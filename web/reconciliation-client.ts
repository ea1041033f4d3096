import type {FormerProvincesAnswer, FormKind, ListAnswer, ReconciliationAnswer} from '../api/answers.ts';
import {fetchJson} from './client.ts';

/** Which paper is laid beside the platform: of which period, form and units. */
export interface AskedReconciliation {
  /** As `year-months`; null for the last period that is over and has paper. */
  period: string | null;
  form: FormKind;
  level: ReconciliationAnswer['level'];
  /** The units at or below this one; null for the nation's. */
  unit: string | null;
}

/** Paper beside the platform. */
export async function fetchReconciliation(
  asked: AskedReconciliation,
  signal: AbortSignal,
): Promise<ReconciliationAnswer> {
  return (await fetchJson(addressOf(asked), signal)) as ReconciliationAnswer;
}

/** The address of the same rows as a file to keep. */
export const reconciliationFile = (asked: AskedReconciliation, format: 'csv' | 'xlsx'): string =>
  `${addressOf(asked)}&format=${format}`;

/** The provinces whose paper and platform lie closest together. */
export async function fetchSmallestGaps(period: string, signal: AbortSignal): Promise<ListAnswer> {
  return (await fetchJson(smallestGaps(period), signal)) as ListAnswer;
}

/** The same list as a workbook. */
export const smallestGapsFile = (period: string): string => `${smallestGaps(period)}&format=xlsx`;

/** Which provinces of before 01/07/2025 a province, or without one each, is made of. */
export async function fetchFormerProvinces(
  province: string | null,
  signal: AbortSignal,
): Promise<FormerProvincesAnswer> {
  return (await fetchJson(formerProvinces(province), signal)) as FormerProvincesAnswer;
}

/** The same rows as a file to keep. */
export const fileOfFormerProvinces = (province: string | null, format: 'csv' | 'xlsx'): string =>
  `${formerProvinces(province)}${province === null ? '?' : '&'}format=${format}`;

const formerProvinces = (province: string | null) =>
  `/api/v1/former-provinces${province === null ? '' : `?unit=${province}`}`;

const smallestGaps = (period: string) => `/api/v1/lists/gap_smallest_13?${periodQuery(period)}`;

function addressOf({period, form, level, unit}: AskedReconciliation): string {
  const query = new URLSearchParams({level, loai_bieu: form});
  if (unit !== null) query.set('unit', unit);
  return `/api/v1/reconciliation?${[query.toString(), periodQuery(period)].filter(Boolean).join('&')}`;
}

function periodQuery(period: string | null): string {
  const [, year, months] = /^(\d{4})-(\d{1,2})$/.exec(period ?? '') ?? [];
  return year ? `nam=${year}&so_thang=${months}` : '';
}
