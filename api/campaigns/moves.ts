import type {CandidateKind} from '../../warehouse/campaign/rank.ts';
import type {MovedRow} from '../campaign-schemas.ts';
import type {ColumnType} from '../table.ts';
import type {Ranking} from './rankings.ts';
import {failedOf, whoOf} from './rows.ts';

/** Every candidate of one ranking beside its rank in another, if there is another, in the order of the first. */
export const movesBetween = (ranking: Ranking, other: Ranking | undefined, kind: CandidateKind): MovedRow[] =>
  [...ranking.ranked(kind), ...ranking.notRanked(kind)].map((entry) => {
    const rank = entry.standing.candidate_rank;
    const otherRank = other?.find(kind, entry.candidate.candidate_id)?.standing.candidate_rank ?? null;
    return {
      ...whoOf(entry.candidate),
      rank,
      other_rank: otherRank,
      moved: rank === null || otherRank === null ? null : otherRank - rank,
      failed: failedOf(entry),
    };
  });

/** Moves as a flat table. */
export const movesTable = (rows: readonly MovedRow[]) => ({
  columns: {
    id: 'text',
    name: 'text',
    province_id: 'text',
    rank: 'integer',
    other_rank: 'integer',
    moved: 'integer',
    failed: 'text',
  } satisfies Record<string, ColumnType>,
  rows: rows.map(({unit_id, officer_id, failed, ...row}) => ({
    ...row,
    id: unit_id ?? officer_id ?? null,
    failed: failed.join(', '),
  })),
});
