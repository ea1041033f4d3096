import {z} from 'zod';
import {boardRevision} from '../../board/revision.ts';
import {rankedRows, unrankedRows} from '../../campaigns/rows.ts';
import {endpoint} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import {rankingPageAnswer} from '../../ranking-page-schemas.ts';
import {askedRanking, campaignParams, campaignTables, rankingQuery, type AskedRanking} from './asked.ts';
import {answerAbout} from './campaigns.ts';
import {changesShown} from './moves.ts';
import {firstOf, limit, rankingShown} from './ranking.ts';

/** Everything the page of a ranking shows but what the board decides and provinces object to. */
export const rankingPage = endpoint({
  path: '/campaigns/{id}/page',
  summary: 'Mọi số liệu của trang Thi đua: đợt thi đua, bảng xếp hạng, thay đổi thứ hạng, tên các tỉnh',
  params: campaignParams,
  query: z.strictObject({...rankingQuery, limit, format: parameters.only_json}),
  answer: rankingPageAnswer,
  tabular: false,
  published: true,
  needs: campaignTables,
  dependsOn: boardRevision,
  async find({params, query}, version, asker, store) {
    const {kind} = query;
    const asked = await askedRanking(params.id, query, version, asker, store);
    const [campaign, changes] = await Promise.all([
      answerAbout(params.id, version, store),
      changesShown(asked, {kind}, version, asker, store),
    ]);
    return {
      answer: {
        ...asked.stamp,
        campaign,
        ranking: firstOf(rankingShown(asked, kind, asker, store), query.limit),
        changes,
        provinces: provincesOf(asked),
      },
    };
  },
});

/** Every province by name: their ranks are published to all. */
const provincesOf = ({ranking, campaign}: AskedRanking) =>
  [...rankedRows(ranking, 'province', campaign), ...unrankedRows(ranking, 'province', campaign)].flatMap(
    ({unit_id, name}) => (unit_id === undefined ? [] : [{unit_id, unit_name: name ?? unit_id}]),
  );
