import {z} from 'zod';
import {boardRevision} from '../../board/revision.ts';
import {rankedRows, unrankedRows} from '../../campaigns/rows.ts';
import type {RankingAnswer, RankingChangesAnswer} from '../../campaign-schemas.ts';
import {endpoint} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import {mayAsk} from '../../permissions.ts';
import {rankingPageAnswer} from '../../ranking-page-schemas.ts';
import {boardTables} from '../board/board-campaign.ts';
import {freezesShown} from '../board/freezes.ts';
import {objectionsShown} from '../board/objections.ts';
import {askedRanking, campaignParams, campaignTables, rankingQuery, type AskedRanking} from './asked.ts';
import {answerAbout} from './campaigns.ts';
import {changesShown} from './moves.ts';
import {firstOf, limit, rankingShown} from './ranking.ts';

/** Everything the page of a ranking shows, what the board decided and provinces object to for those who may see it. */
export const rankingPage = endpoint({
  path: '/campaigns/{id}/page',
  summary:
    'Mọi số liệu của trang Thi đua: đợt thi đua, bảng xếp hạng, thay đổi thứ hạng, các lần chốt, đề nghị xem lại',
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
    const hasBoard = boardTables.every((table) => version.has(table));
    const may = (route: string) => hasBoard && mayAsk(asker.role, route);
    const [campaign, changes, freezes, objections] = await Promise.all([
      answerAbout(params.id, version, store),
      changesShown(asked, {kind}, version, asker, store),
      may('GET /campaigns/{id}/freezes') ? freezesShown(params.id, version, store) : null,
      may('GET /campaigns/{id}/objections') ? objectionsShown(params.id, version, asker.scope, store) : null,
    ]);
    const ranking = firstOf(rankingShown(asked, kind, asker, store), query.limit);
    return {
      answer: {
        ...asked.stamp,
        campaign,
        ranking,
        changes: query.limit === undefined ? changes : changesOf(ranking, changes),
        provinces: provincesOf(asked),
        freezes,
        objections,
      },
    };
  },
});

/** The changes of those that a part of a ranking has. */
function changesOf({rows, not_ranked}: RankingAnswer, changes: RankingChangesAnswer): RankingChangesAnswer {
  const shown = new Set([...rows, ...not_ranked].map(codeOf));
  return {...changes, rows: changes.rows.filter((row) => shown.has(codeOf(row)))};
}

const codeOf = ({unit_id, officer_id}: {unit_id?: string | undefined; officer_id?: string | undefined}) =>
  officer_id ?? unit_id;

/** Every province by name: their ranks are published to all. */
const provincesOf = ({ranking, campaign}: AskedRanking) =>
  [...rankedRows(ranking, 'province', campaign), ...unrankedRows(ranking, 'province', campaign)].flatMap(
    ({unit_id, name}) => (unit_id === undefined ? [] : [{unit_id, unit_name: name ?? unit_id}]),
  );
