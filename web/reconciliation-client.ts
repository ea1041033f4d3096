import type {
  FormerProvincesAnswer,
  FormKind,
  ReconciliationAnswer,
  ReconciliationPageAnswer,
} from '../api/answers.ts';
import {comesAlong, fetchJson} from './client.ts';

/** Which paper is laid beside the platform: of which period, form and units. */
export interface AskedReconciliation {
  /** As `year-months`; null for the last period that is over and has paper. */
  period: string | null;
  form: FormKind;
  level: ReconciliationAnswer['level'];
  /** The units at or below this one; null for the nation's. */
  unit: string | null;
}

/** Everything the page shows of a province, or of the nation; the provinces of before come along where they are shown. */
export function fetchReconciliationPage(
  {period, form, province}: {period: string | null; form: FormKind; province: string | null},
  showsFormer: boolean,
  signal: AbortSignal,
): Promise<ReconciliationPageAnswer> {
  const query = new URLSearchParams({loai_bieu: form});
  if (province !== null) query.set('unit', province);
  if (showsFormer) query.set('provinces', 'former');
  const address = `/api/v1/pages/reconciliation?${[query.toString(), periodQuery(period)].filter(Boolean).join('&')}`;
  const page = fetchJson(address, signal) as Promise<ReconciliationPageAnswer>;
  if (showsFormer) {
    comesAlong(
      formerProvinces(province),
      page.then(({former}) => former),
    );
  }
  return page;
}

/** The address of one side of it as a file to keep. */
export const reconciliationFile = (asked: AskedReconciliation, format: 'csv' | 'xlsx'): string =>
  `${addressOf(asked)}&format=${format}`;

/** The provinces whose paper and platform lie closest together, as a workbook. */
export const smallestGapsFile = (period: string): string =>
  `/api/v1/lists/gap_smallest_13?${periodQuery(period)}&format=xlsx`;

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

function addressOf({period, form, level, unit}: AskedReconciliation): string {
  const query = new URLSearchParams({level, loai_bieu: form});
  if (unit !== null) query.set('unit', unit);
  return `/api/v1/reconciliation?${[query.toString(), periodQuery(period)].filter(Boolean).join('&')}`;
}

function periodQuery(period: string | null): string {
  const [, year, months] = /^(\d{4})-(\d{1,2})$/.exec(period ?? '') ?? [];
  return year ? `nam=${year}&so_thang=${months}` : '';
}
