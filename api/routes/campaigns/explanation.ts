import {z} from 'zod';
import {rulesRevision} from '../../board/thresholds.ts';
import {comparisonAnswer, explanationAnswer} from '../../campaign-schemas.ts';
import {compare, explain} from '../../campaigns/explain.ts';
import {rankingStateOf} from '../../campaigns/rows.ts';
import {endpoint} from '../../endpoint.ts';
import {parameters} from '../../parameters.ts';
import {
  askedRanking,
  campaignParams,
  campaignTables,
  candidateParameter,
  entryOf,
  mustBeOwn,
  rankingQuery,
} from './asked.ts';

/** Why a candidate stands where it stands. */
export const explanation = endpoint({
  path: '/campaigns/{id}/explanation',
  summary:
    'Vì sao có thứ hạng này: từng điều kiện kèm bằng chứng, từng tiêu chí so với người trên và dưới, độ vững',
  params: campaignParams,
  query: z.strictObject({
    ...rankingQuery,
    candidate: candidateParameter('Mã tỉnh, phòng hoặc cá nhân.'),
    format: parameters.only_json,
  }),
  answer: explanationAnswer,
  tabular: false,
  published: true,
  needs: campaignTables,
  dependsOn: rulesRevision,
  async find({params, query}, version, asker, store) {
    const {kind, candidate} = query;
    const {stamp, campaign, night, ranking} = await askedRanking(params.id, query, version, asker, store);
    const entry = entryOf(ranking, kind, candidate);
    mustBeOwn(entry, asker);
    const explained = await explain(entry, kind, campaign, ranking);
    return {answer: {...stamp, ...rankingStateOf(campaign, kind, night), ...explained}};
  },
});

/** Why one candidate is before another. */
export const comparison = endpoint({
  path: '/campaigns/{id}/comparison',
  summary: 'Vì sao người này đứng trước người kia: tiêu chí đầu tiên mà hai bên khác nhau',
  params: campaignParams,
  query: z.strictObject({
    ...rankingQuery,
    first: candidateParameter('Mã của bên thứ nhất.'),
    second: candidateParameter('Mã của bên thứ hai.'),
    format: parameters.only_json,
  }),
  answer: comparisonAnswer,
  tabular: false,
  published: true,
  needs: campaignTables,
  dependsOn: rulesRevision,
  async find({params, query}, version, asker, store) {
    const {kind} = query;
    const {stamp, campaign, night, ranking} = await askedRanking(params.id, query, version, asker, store);
    const first = entryOf(ranking, kind, query.first);
    const second = entryOf(ranking, kind, query.second);
    for (const entry of [first, second]) mustBeOwn(entry, asker);
    return {
      answer: {
        ...stamp,
        ...rankingStateOf(campaign, kind, night),
        ...compare(first, second, ranking),
      },
    };
  },
});
