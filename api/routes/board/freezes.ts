import {z} from 'zod';
import {action, type Action} from '../../action.ts';
import {
  freezeAnswer,
  freezeDecision,
  freezesAnswer,
  newFreeze,
  type FreezeAnswer,
  type FreezesAnswer,
} from '../../board-schemas.ts';
import {decideFreeze, listFreezes, proposeFreeze, type Freeze} from '../../board/freezes.ts';
import {changesInForce, rulesRevision} from '../../board/thresholds.ts';
import {rankingNightOf} from '../../campaigns/campaigns.ts';
import {rankingOf} from '../../campaigns/rankings.ts';
import {momentOf} from '../../campaigns/rows.ts';
import {ApiError} from '../../errors.ts';
import {actorOf, type Person} from '../../identity.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {Store} from '../../state/store.ts';
import type {Versions} from '../../versions.ts';
import {campaignParams} from '../campaigns/asked.ts';
import {boardCampaign} from './board-campaign.ts';

const nothing = z.strictObject({});

/** What the addresses of one freeze take. */
export const freezeParams = campaignParams.extend({
  freeze: z.coerce
    .number()
    .int()
    .catch(0)
    .meta({type: 'integer', description: 'Số của lần chốt.', example: 1}),
});

/** Freezing a ranking: one person proposes, another decides. */
export const freezeActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/campaigns/{id}/freezes',
    summary: 'Các lần chốt bảng xếp hạng, mới trước: ai đề nghị, ai duyệt, mã SHA-256',
    params: campaignParams,
    query: nothing,
    answer: freezesAnswer,
    act: ({params: {id}}, {store}) => versions.use((version) => freezesShown(id, version, store)),
  }),
  action({
    method: 'POST',
    path: '/campaigns/{id}/freezes',
    summary: 'Đề nghị chốt bảng xếp hạng của đêm kết thúc; còn tạm tính thì phải nêu lý do',
    params: campaignParams,
    query: nothing,
    body: newFreeze,
    answer: freezeAnswer,
    status: 201,
    act: ({params: {id}, body: {reason}}, {store, person, now}) => {
      mustBeSignedIn(person);
      return versions.use(async (version) => {
        const campaign = await boardCampaign(id, version);
        const night = rankingNightOf(campaign, version.current.night);
        const rules = {revision: rulesRevision(store), changes: changesInForce(store, id)};
        const ranking = await rankingOf(version, campaign, night.night, rules.changes);
        const proposed = {campaign, night, version: version.current.version, rules, ranking, reason};
        return shownFreeze(proposeFreeze(store, proposed, {by: actorOf(person), now}));
      });
    },
  }),
  action({
    method: 'POST',
    path: '/campaigns/{id}/freezes/{freeze}/decision',
    summary:
      'Duyệt hoặc không duyệt một đề nghị chốt; người duyệt khác người đề nghị, chỉ người đến trước được ghi',
    params: freezeParams,
    query: nothing,
    body: freezeDecision,
    answer: freezeAnswer,
    act({params, body}, {store, person, now}) {
      mustBeSignedIn(person);
      const of = {campaign_id: params.id, id: params.freeze};
      const keep = ({version, id}: Freeze) => versions.keep(version, `freeze:${id}`);
      return shownFreeze(decideFreeze(store, of, body, {by: actorOf(person), now, keep}));
    },
  }),
];

/** Every freeze of a campaign, the newest first. */
export async function freezesShown(id: string, version: OpenVersion, store: Store): Promise<FreezesAnswer> {
  await boardCampaign(id, version);
  return {campaign: id, rows: listFreezes(store, id).map(shownFreeze)};
}

/** Two people are two who signed in; whoever made a program's token may be one of them. */
function mustBeSignedIn({via}: Person): void {
  if (via === 'session') return;
  throw new ApiError(
    'second_person_required',
    'Chốt bảng xếp hạng cần hai người đăng nhập bằng tài khoản của mình, không dùng token.',
  );
}

/** A freeze as answers show it. */
export const shownFreeze = ({campaign_id, night, version, parameters, ...freeze}: Freeze): FreezeAnswer => ({
  ...freeze,
  campaign: campaign_id,
  ranking_night: night,
  made_from: version,
  thresholds: parameters.thresholds.map(({threshold, ...rule}) => ({
    ...rule,
    threshold: typeof threshold === 'string' ? momentOf(threshold) : threshold,
  })),
  resolution: parameters.resolution ?? null,
});
