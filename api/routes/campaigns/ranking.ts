import {z} from 'zod';
import {hashOfRanking, type CandidateKind} from '../../../warehouse/campaign/rank.ts';
import {freezeInForce} from '../../board/freezes.ts';
import {boardRevision} from '../../board/revision.ts';
import {rankingAnswer, type RankingAnswer} from '../../campaign-schemas.ts';
import {absentRows, rankedRows, rankingStateOf, rankingTable, unrankedRows} from '../../campaigns/rows.ts';
import {endpoint, type Asker} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import type {Store} from '../../state/store.ts';
import {
  askedRanking,
  campaignParams,
  campaignTables,
  mayBeShown,
  rankingQuery,
  type AskedRanking,
} from './asked.ts';

/** How many of each list a page may ask for at a time. */
const mostAtATime = 5000;

export const limit = z
  .string()
  .regex(/^[0-9]{1,4}$/, {error: `cần một số từ 1 đến ${mostAtATime}`})
  .transform(Number)
  .refine((asked) => asked >= 1 && asked <= mostAtATime, {error: `cần một số từ 1 đến ${mostAtATime}`})
  .optional()
  .meta({
    type: 'integer',
    description: 'Chỉ chừng này dòng đầu của mỗi danh sách; bỏ trống: tất cả. Tệp luôn có mọi dòng.',
  });

/** The ranking on record, with those that fail a gate and those that take no part. */
export const ranking = endpoint({
  path: '/campaigns/{id}/ranking',
  summary:
    'Bảng xếp hạng của đợt thi đua: hạng, các điều kiện, tiêu chí quyết định; ai không được xếp hạng và vì sao',
  params: campaignParams,
  query: z.strictObject({...rankingQuery, limit, format: parameters.format}),
  answer: rankingAnswer,
  tabular: true,
  published: true,
  needs: campaignTables,
  dependsOn: boardRevision,
  async find({params, query}, version, asker, store) {
    const {kind, limit} = query;
    const asked = await askedRanking(params.id, query, version, asker, store);
    const answer = rankingShown(asked, kind, asker, store);
    const {rows, not_ranked} = answer;
    return {
      answer: firstOf(answer, limit),
      table: {
        name: `ranking-${kind}-${asked.night.night}`,
        meaning:
          'Bằng nhau ở mọi tiêu chí thì cùng hạng, hạng kế tiếp nhảy; không có hạng là không đạt điều kiện nêu ở cột failed.',
        ...rankingTable(rows, not_ranked),
      },
    };
  },
});

/** A ranking as far as somebody may see it, all of its rows. */
export function rankingShown(
  {stamp, campaign, night, ranking}: AskedRanking,
  kind: CandidateKind,
  asker: Asker,
  store: Store,
): RankingAnswer {
  const isShown = (row: {province_id: string | null}) => mayBeShown(kind, row, asker);
  const rows = rankedRows(ranking, kind, campaign).filter(isShown);
  const not_ranked = unrankedRows(ranking, kind, campaign).filter(isShown);
  const not_taking_part = absentRows(ranking, kind).filter(isShown);
  const hash = hashOfRanking(ranking.standings);
  return {
    ...stamp,
    ...rankingStateOf(campaign, kind, night),
    hash,
    frozen: frozenOf(campaign.campaign_id, hash, store),
    counts: {
      ranked: rows.length,
      not_ranked: not_ranked.length,
      not_taking_part: not_taking_part.length,
    },
    rows,
    not_ranked,
    not_taking_part,
  };
}

/** The first so many rows of each list of a ranking; all of them when nothing is said. */
export const firstOf = (answer: RankingAnswer, limit: number | undefined): RankingAnswer => ({
  ...answer,
  rows: answer.rows.slice(0, limit),
  not_ranked: answer.not_ranked.slice(0, limit),
  not_taking_part: answer.not_taking_part.slice(0, limit),
});

/** What two people froze of the campaign, and whether the ranking of that hash is still the same. */
function frozenOf(campaign: string, hash: string, store: Store): RankingAnswer['frozen'] {
  const freeze = freezeInForce(store, campaign);
  if (!freeze?.decided_at) return null;
  return {
    id: freeze.id,
    hash: freeze.hash,
    decided_at: freeze.decided_at,
    differs: freeze.hash !== hash,
  };
}
