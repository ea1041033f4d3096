import type {GateAnswer, RankedRow, UnrankedRow} from '../../api/answers.ts';

/** What identifies a candidate: the code of its unit, or of the person. */
export const candidateId = ({unit_id, officer_id}: Pick<RankedRow, 'unit_id' | 'officer_id'>): string =>
  unit_id ?? officer_id ?? '';

/** What a candidate is called; its code where the reader may not know the name. */
export const candidateName = (row: Pick<RankedRow, 'unit_id' | 'officer_id' | 'name'>): string =>
  row.name ?? candidateId(row);

/** How a candidate is written in a field that is typed into. */
export const candidateText = (row: Pick<RankedRow, 'unit_id' | 'officer_id' | 'name'>): string =>
  row.name === null ? candidateId(row) : `${row.name} (${candidateId(row)})`;

/** The code in what was typed: the whole text, or what stands in its last brackets. */
export const candidateTyped = (text: string): string => /\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text.trim();

/** Which candidates are shown. */
export interface PlaceFilter {
  province: string | null;
  size: string | null;
}

/** The candidates that a filter leaves, in their order. */
export const placesIn = <Row extends RankedRow | UnrankedRow>(
  rows: readonly Row[],
  {province, size}: PlaceFilter,
): Row[] =>
  rows.filter(
    (row) => (province === null || row.province_id === province) && (size === null || row.size_band === size),
  );

/** The gates that bar somebody, and the flags that do not. */
export const barring = (gates: readonly GateAnswer[]): GateAnswer[] =>
  gates.filter(({passed, is_flag}) => !passed && !is_flag);
export const flagged = (gates: readonly GateAnswer[]): GateAnswer[] =>
  gates.filter(({passed, is_flag}) => !passed && is_flag);

/** Where a moment lies between the start of a campaign and the end of its last day, as a fraction; null before or after. */
export function laneShare(moment: string | null, from: string, to: string): number | null {
  if (moment === null) return null;
  const start = Date.parse(`${from}T00:00:00+07:00`);
  const end = Date.parse(`${to}T23:59:59+07:00`);
  const share = (Date.parse(moment) - start) / (end - start);
  return share < 0 || share > 1 ? null : share;
}

/** Between which ranks somebody stays in the trials of a ranking, and whether some trial leaves them none. */
export function rankInterval(
  rank: number,
  trials: readonly {rank: number | null}[],
): {best: number; worst: number; isLost: boolean} {
  const ranks = [rank, ...trials.flatMap((trial) => trial.rank ?? [])];
  return {
    best: Math.min(...ranks),
    worst: Math.max(...ranks),
    isLost: trials.some((trial) => trial.rank === null),
  };
}

/** A percentage as people type it, as a fraction of 1 that addresses take; null when it is none. */
export function typedShare(text: string): string | null {
  const number = Number(text.trim().replace(/\s*%$/, '').replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(number) || number < 0 || number > 100) return null;
  return String(Math.round(number * 10_000) / 1_000_000);
}
