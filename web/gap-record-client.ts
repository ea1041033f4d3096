import type {FormKind, NewGapReason, NewGapSignature} from '../api/answers.ts';
import {refusalIn, send} from './client.ts';

/** Of which period, form and unit a record is. */
export interface AskedRecord {
  nam: number;
  so_thang: number;
  form: FormKind;
  /** Null for every unit. */
  unit: string | null;
}

/** The address of the record as a file. */
export const fileOfGapRecord = (asked: AskedRecord, format: 'csv' | 'xlsx'): string =>
  `${addressOf(asked)}&format=${format}`;

/** Says why an indicator differs; a refusal is a sentence for the reader. */
export async function giveReason(reason: NewGapReason): Promise<void> {
  const response = await send('PUT', '/api/v1/reconciliation/record', reason);
  if (!response.ok) throw await refusalIn(response);
}

/** Signs the record of a unit. */
export async function signRecord(record: NewGapSignature): Promise<void> {
  const response = await send('POST', '/api/v1/reconciliation/record/signature', record);
  if (!response.ok) throw await refusalIn(response);
}

function addressOf({nam, so_thang, form, unit}: AskedRecord): string {
  const query = new URLSearchParams({nam: String(nam), so_thang: String(so_thang), loai_bieu: form});
  if (unit !== null) query.set('unit', unit);
  return `/api/v1/reconciliation/record?${query}`;
}
