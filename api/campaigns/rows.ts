import type {Candidate, CandidateKind, GateResult, SortKey} from '../../warehouse/campaign/rank.ts';
import type {GateAnswer, RankedRow, RankingAnswer, UnrankedRow} from '../campaign-schemas.ts';
import type {Cell, ColumnType} from '../table.ts';
import type {Campaign, RankingNight} from './campaigns.ts';
import {inBoth} from './phrases.ts';
import type {Entry, Ranking} from './rankings.ts';
import {ruleName} from './rule-names.ts';

/** The share of women from which the law prefers a collective among equals: Decree 152/2025/NĐ-CP, article 4.4. */
const preferredShareOfWomen = 0.7;

/** Local time of the database as answers write moments. */
export const momentOf = (local: string | null): string | null =>
  local === null ? null : `${local.slice(0, 10)}T${local.slice(11, 19)}+07:00`;

/** Who a candidate is; a unit and a person are named by different keys. */
export function whoOf({candidate_kind, candidate_id, candidate_name, province_id}: Candidate) {
  const id = candidate_kind === 'individual' ? {officer_id: candidate_id} : {unit_id: candidate_id};
  return {...id, name: candidate_name, province_id};
}

/** What a gate found, as answers show it. */
export const gateOf = (result: GateResult): GateAnswer => ({
  gate: result.gate,
  label: ruleName(result.gate, result.gate_name),
  value:
    result.gate === 'rollout_documents'
      ? (result.gate_moment?.slice(0, 10) ?? null)
      : (momentOf(result.gate_moment) ?? result.gate_value),
  threshold: momentOf(result.threshold_at) ?? result.threshold,
  passed: result.passed,
  is_flag: result.is_flag,
  by_default: result.is_default,
  letter: result.letter,
  clause: result.clause,
});

/** The names of the gates that bar a candidate. */
export const failedOf = ({standing}: Entry): string[] =>
  standing.gates.filter(({passed, is_flag}) => !passed && !is_flag).map(({gate}) => gate);

export const qualityOf = ({quality_numerator, quality_denominator}: Candidate): number | null =>
  quality_denominator === 0 ? null : quality_numerator / quality_denominator;

export const womenShareOf = ({people, women}: Candidate): number | null =>
  people === 0 ? null : women / people;

/** What stands of a candidate with or without a rank. */
export function standingOf({candidate, standing}: Entry, {ends_on}: Campaign, ranking: Ranking) {
  return {
    ...whoOf(candidate),
    ...(candidate.candidate_kind === 'individual' ? worksAt(candidate.unit_id, ranking) : {}),
    required: candidate.files_required,
    entered: candidate.files_entered,
    size_band: candidate.size_band,
    finished_at: momentOf(candidate.finished_at),
    days_early: candidate.finished_at === null ? null : daysBetween(candidate.finished_at, ends_on),
    quality_score: qualityOf(candidate),
    women_share: womenShareOf(candidate),
    gates: standing.gates.map(gateOf),
  };
}

/** Where somebody works; the office itself takes part, so the ranking knows its name. */
const worksAt = (office: string, ranking: Ranking) => ({
  works_at: office,
  works_at_name: ranking.find('office', office)?.candidate.candidate_name ?? null,
});

export function rankedRows(ranking: Ranking, kind: CandidateKind, campaign: Campaign): RankedRow[] {
  const entries = ranking.ranked(kind);
  const atRank = Map.groupBy(entries, ({standing}) => standing.candidate_rank);
  return entries.map((entry) => {
    const {candidate, standing} = entry;
    const tied = atRank.get(standing.candidate_rank)!.length - 1;
    return {
      rank: standing.candidate_rank!,
      ...standingOf(entry, campaign, ranking),
      decided_by: standing.decided_by,
      tied_with: tied,
      preferred: tied > 0 && (womenShareOf(candidate) ?? 0) >= preferredShareOfWomen,
    };
  });
}

export const unrankedRows = (ranking: Ranking, kind: CandidateKind, campaign: Campaign): UnrankedRow[] =>
  ranking
    .notRanked(kind)
    .map((entry) => ({...standingOf(entry, campaign, ranking), failed: failedOf(entry)}));

export const absentRows = (ranking: Ranking, kind: CandidateKind): RankingAnswer['not_taking_part'] =>
  ranking.notTakingPart(kind).map((candidate) => ({...whoOf(candidate), reason: 'Không có chỉ tiêu'}));

/** What an answer says of the ranking it is about. */
export const rankingStateOf = (campaign: Campaign, kind: CandidateKind, night: RankingNight) => ({
  campaign: campaign.campaign_id,
  kind,
  ranking_night: night.night,
  is_provisional: night.is_provisional,
  note: night.is_after_end ? inBoth(({provisional}) => provisional(campaign.ends_on, night.night)) : null,
});

/** A sort key's value of a candidate, as it is compared: by day, after rounding. */
export function keyValueOf({sort_key, resolution}: SortKey, candidate: Candidate): number | string | null {
  switch (sort_key) {
    case 'finished_at':
      return resolution === 'day'
        ? (candidate.finished_at?.slice(0, 10) ?? null)
        : momentOf(candidate.finished_at);
    case 'quality_score': {
      // Multiplied before it is divided, as the ranking does: two halves would not always meet.
      const {quality_numerator, quality_denominator} = candidate;
      return quality_denominator === 0
        ? null
        : Math.round((10_000 * quality_numerator) / quality_denominator) / 10_000;
    }
    case 'required':
      return candidate.files_required;
  }
}

/** A ranking as a flat table: those with a rank first, then those without, each gate with its value and whether it passed. */
export function rankingTable(rows: readonly RankedRow[], others: readonly UnrankedRow[]) {
  const gates = [...rows, ...others][0]?.gates ?? [];
  const columns: Record<string, ColumnType> = {
    rank: 'integer',
    id: 'text',
    name: 'text',
    province_id: 'text',
    finished_at: 'moment',
    days_early: 'integer',
    quality_score: 'ratio',
    required: 'integer',
    entered: 'integer',
    size_band: 'text',
    women_share: 'ratio',
    tied_with: 'integer',
    decided_by: 'text',
    failed: 'text',
  };
  for (const {gate, value, threshold} of gates) {
    const isMoment = typeof (threshold ?? value) === 'string';
    columns[`gate_${gate}`] = isMoment ? 'moment' : 'number';
    columns[`gate_${gate}_passed`] = 'boolean';
  }
  const words = Object.fromEntries(
    gates.flatMap(({gate, label}) => [
      [`gate_${gate}`, {heading: label.vi, meaning: 'Giá trị được xét ở điều kiện này.'}],
      [`gate_${gate}_passed`, {heading: `Đạt: ${label.vi}`, meaning: 'Đúng: đạt điều kiện này.'}],
    ]),
  );
  return {columns, words, rows: [...rows, ...others].map(flat)};
}

function flat(row: RankedRow | UnrankedRow): Record<string, Cell> {
  const cells: Record<string, Cell> = {
    rank: 'rank' in row ? row.rank : null,
    id: row.unit_id ?? row.officer_id ?? null,
    name: row.name,
    province_id: row.province_id,
    finished_at: row.finished_at,
    days_early: row.days_early,
    quality_score: row.quality_score,
    required: row.required,
    entered: row.entered,
    size_band: row.size_band,
    women_share: row.women_share,
    tied_with: 'rank' in row ? row.tied_with : null,
    decided_by: 'rank' in row ? row.decided_by : null,
    failed: 'failed' in row ? row.failed.join(', ') : null,
  };
  for (const {gate, value, passed} of row.gates) {
    cells[`gate_${gate}`] = value;
    cells[`gate_${gate}_passed`] = passed;
  }
  return cells;
}

const daysBetween = (moment: string, day: string) =>
  Math.round((Date.parse(day) - Date.parse(moment.slice(0, 10))) / 86_400_000);
