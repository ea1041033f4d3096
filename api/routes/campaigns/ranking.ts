import {z} from 'zod';
import {hashOfRanking} from '../../../warehouse/campaign/rank.ts';
import {rulesRevision} from '../../board/thresholds.ts';
import {rankingAnswer} from '../../campaign-schemas.ts';
import {absentRows, rankedRows, rankingStateOf, rankingTable, unrankedRows} from '../../campaigns/rows.ts';
import {endpoint} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import {askedRanking, campaignParams, campaignTables, mayBeShown, rankingQuery} from './asked.ts';

/** The ranking on record, with those that fail a gate and those that take no part. */
export const ranking = endpoint({
  path: '/campaigns/{id}/ranking',
  summary:
    'Bảng xếp hạng của đợt thi đua: hạng, các điều kiện, tiêu chí quyết định; ai không được xếp hạng và vì sao',
  params: campaignParams,
  query: z.strictObject({...rankingQuery, format: parameters.format}),
  answer: rankingAnswer,
  tabular: true,
  published: true,
  needs: campaignTables,
  dependsOn: rulesRevision,
  async find({params, query}, version, asker, store) {
    const {kind} = query;
    const asked = await askedRanking(params.id, query, version, asker, store);
    const isShown = (row: {province_id: string | null}) => mayBeShown(kind, row, asker);
    const rows = rankedRows(asked.ranking, kind, asked.campaign).filter(isShown);
    const not_ranked = unrankedRows(asked.ranking, kind, asked.campaign).filter(isShown);
    return {
      answer: {
        ...asked.stamp,
        ...rankingStateOf(asked.campaign, kind, asked.night),
        hash: hashOfRanking(asked.ranking.standings),
        rows,
        not_ranked,
        not_taking_part: absentRows(asked.ranking, kind).filter(isShown),
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
