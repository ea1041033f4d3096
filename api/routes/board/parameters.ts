import {z} from 'zod';
import type {Gate} from '../../../warehouse/campaign/rank.ts';
import {action, type Action} from '../../action.ts';
import {newRule, rulesAnswer, type RulesAnswer} from '../../board-schemas.ts';
import {rulesSet, setRule, thresholdOf, type NewRule} from '../../board/thresholds.ts';
import {momentOf} from '../../campaigns/rows.ts';
import {actorOf} from '../../identity.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {Store} from '../../state/store.ts';
import type {Versions} from '../../versions.ts';
import {campaignParams} from '../campaigns/asked.ts';
import {boardCampaign} from './board-campaign.ts';

const nothing = z.strictObject({});

/** What was set of a campaign's rules, by whom and why; and setting it. */
export const parameterActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/campaigns/{id}/parameters',
    summary: 'Ngưỡng và tham số đã được đổi của đợt thi đua: ai đổi, lúc nào, vì sao',
    params: campaignParams,
    query: nothing,
    answer: rulesAnswer,
    act: ({params: {id}}, {store}) =>
      versions.use(async (version) => {
        await boardCampaign(id, version);
        return shown(id, store);
      }),
  }),
  action({
    method: 'POST',
    path: '/campaigns/{id}/parameters',
    summary: 'Đổi một ngưỡng do hệ thống đặt hoặc độ mịn của thời điểm về đích, kèm lý do',
    params: campaignParams,
    query: nothing,
    body: newRule,
    answer: rulesAnswer,
    status: 201,
    act: ({params: {id}, body}, {store, person, now}) =>
      versions.use(async (version) => {
        await boardCampaign(id, version);
        const wanted = await ruleOf(body, id, version);
        setRule(store, id, wanted, {seen: body.revision, by: actorOf(person), now});
        return shown(id, store);
      }),
  }),
];

async function ruleOf(
  body: z.output<typeof newRule>,
  campaign: string,
  version: OpenVersion,
): Promise<NewRule> {
  const {reason} = body;
  if (body.change === 'resolution') {
    return {rule: 'resolution', applies_to: 'all', value: body.resolution, reason};
  }
  const {gate, applies_to, threshold} = body;
  const gates = await version.rows<Gate>('campaign_gates', {campaign});
  return {rule: gate, applies_to, value: thresholdOf(gates, {gate, applies_to}, threshold), reason};
}

function shown(campaign: string, store: Store): RulesAnswer {
  const rules = rulesSet(store, campaign);
  return {
    campaign,
    revision: rules.at(-1)?.id ?? 0,
    rows: rules.map((one) => ({
      ...one,
      value: typeof one.value === 'string' && one.applies_to !== 'all' ? momentOf(one.value) : one.value,
      is_in_force:
        one === rules.findLast(({rule, applies_to}) => rule === one.rule && applies_to === one.applies_to),
    })),
  };
}
