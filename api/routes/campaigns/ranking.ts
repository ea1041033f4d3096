import {z} from 'zod';
import {hashOfRanking} from '../../../warehouse/campaign/rank.ts';
import {freezeInForce} from '../../board/freezes.ts';
import {boardRevision} from '../../board/revision.ts';
import {rankingAnswer, type RankingAnswer} from '../../campaign-schemas.ts';
import {absentRows, rankedRows, rankingStateOf, rankingTable, unrankedRows} from '../../campaigns/rows.ts';
import {endpoint} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import type {Store} from '../../state/store.ts';
import {askedRanking, campaignParams, campaignTables, mayBeShown, rankingQuery} from './asked.ts';

/** How many of each list a page may ask for at a time. */
const mostAtATime = 5000;

const limit = z
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
    const {kind} = query;
    const asked = await askedRanking(params.id, query, version, asker, store);
    const isShown = (row: {province_id: string | null}) => mayBeShown(kind, row, asker);
    const rows = rankedRows(asked.ranking, kind, asked.campaign).filter(isShown);
    const not_ranked = unrankedRows(asked.ranking, kind, asked.campaign).filter(isShown);
    const not_taking_part = absentRows(asked.ranking, kind).filter(isShown);
    const hash = hashOfRanking(asked.ranking.standings);
    return {
      answer: {
        ...asked.stamp,
        ...rankingStateOf(asked.campaign, kind, asked.night),
        hash,
        frozen: frozenOf(params.id, hash, store),
        counts: {
          ranked: rows.length,
          not_ranked: not_ranked.length,
          not_taking_part: not_taking_part.length,
        },
        rows: rows.slice(0, query.limit),
        not_ranked: not_ranked.slice(0, query.limit),
        not_taking_part: not_taking_part.slice(0, query.limit),
      },
      table: {
        name: `ranking-${kind}-${asked.night.night}`,
        meaning:
          'Bằng nhau ở mọi tiêu chí thì cùng hạng, hạng kế tiếp nhảy; không có hạng là không đạt điều kiện nêu ở cột failed.',
        ...rankingTable(rows, not_ranked),
      },
    };
  },
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
