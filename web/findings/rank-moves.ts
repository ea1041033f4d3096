import type {MovedRow, RankingChangesAnswer} from '../../api/answers.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {candidateId} from './places.ts';

/** How many places each of a ranking moved since another night; nobody is new where there is no other night. */
export function rankMoves(changes: RankingChangesAnswer | null): ReadonlyMap<string, string> {
  if (changes === null || changes.other_night === null) return new Map();
  return new Map(changes.rows.map((row) => [candidateId(row), moved(row)]));
}

/** How many places somebody moved, as a sign and a number. */
function moved({rank, moved}: MovedRow): string {
  const {table} = rankingWords();
  if (rank === null) return '–';
  if (moved === null) return table.isNew;
  if (moved === 0) return table.same;
  return moved > 0 ? table.up(moved) : table.down(-moved);
}
