import type {CampaignAnswer, RankingAnswer} from '../../api/answers.ts';
import {formatDate} from '../format.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {candidateName} from './places.ts';

/** Who leads a ranking. */
export function headingOfRanking({rows}: Pick<RankingAnswer, 'rows'>): string {
  const {table} = rankingWords();
  const [first, second] = rows;
  if (!first?.finished_at) return table.titleNone;
  if (second?.rank === first.rank) return table.titleTied(first.tied_with + 1);
  return table.title(candidateName(first), formatDate(first.finished_at), first.days_early ?? 0);
}

/** Whom a ranking ranks, and over which days. */
export function subtitleOfRanking(
  {kind}: Pick<RankingAnswer, 'kind'>,
  {starts_on, ends_on}: Pick<CampaignAnswer['campaign'], 'starts_on' | 'ends_on'>,
): string {
  const {table, kinds} = rankingWords();
  return table.subtitle(kinds[kind], formatDate(starts_on), formatDate(ends_on));
}
