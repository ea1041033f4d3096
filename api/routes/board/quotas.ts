import {z} from 'zod';
import {action, type Action} from '../../action.ts';
import {
  newSize,
  quotasAnswer,
  sizesAnswer,
  type QuotaAnswer,
  type QuotasAnswer,
  type SizesAnswer,
} from '../../nomination-schemas.ts';
import {holdsPlace} from '../../board/nominations.ts';
import {correctedSizes, correctSize, quotasOf, readQuotaRules, type Quota} from '../../board/quotas.ts';
import {boardRevision} from '../../board/revision.ts';
import {endpoint} from '../../endpoint.ts';
import {ApiError} from '../../errors.ts';
import {actorOf} from '../../identity.ts';
import {stampOf} from '../../nights.ts';
import {parameters} from '../../parameters.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {Scope} from '../../roles.ts';
import type {Store} from '../../state/store.ts';
import type {ColumnType} from '../../table.ts';
import type {Versions} from '../../versions.ts';
import {campaignParams} from '../campaigns/asked.ts';
import {boardCampaign, boardTables} from './board-campaign.ts';
import {judge, type Judged} from './nominations.ts';

/** How many may be proposed, how many places are taken, and how many are free. */
export const quotas = endpoint({
  path: '/campaigns/{id}/quotas',
  summary: 'Chỉ tiêu khen thưởng theo hình thức, nơi đề nghị và đối tượng: được bao nhiêu, đã dùng, còn lại',
  params: campaignParams,
  query: z.strictObject({format: parameters.format}),
  answer: quotasAnswer,
  tabular: true,
  published: true,
  needs: boardTables,
  dependsOn: boardRevision,
  async find({params: {id}}, version, {scope}, store) {
    const answer = quotasShown(await judge(id, version, store), version, scope, store);
    return {
      answer,
      table: {
        name: `award-quotas-${version.current.night}`,
        meaning: 'used là số đã vào danh sách đề cử hoặc đã quyết định khen thưởng.',
        ...tableOf(answer.rows),
      },
    };
  },
});

/** The quotas that somebody may see, with the nominations under each. */
export function quotasShown(
  {facts, all}: Judged,
  version: OpenVersion,
  scope: Scope,
  store: Store,
): QuotasAnswer {
  const campaign = facts.campaign.campaign_id;
  const rows = quotasOf(facts.quotaRules, correctedSizes(store, campaign))
    .filter((quota) => typeof scope === 'string' || quota.province_id === scope.province)
    .map((quota): QuotaAnswer => {
      const under = all.filter((one) => one.quota !== undefined && isSame(one.quota, quota));
      const used = under.filter(holdsPlace).length;
      return {
        ...shownQuota(quota),
        proposed: under.filter(({state}) => state !== 'late').length,
        used,
        free: Math.max(0, quota.quota - used),
      };
    });
  return {...stampOf(version, undefined), campaign, rows};
}

/** What the board corrected of the provinces' sizes; and correcting it. */
export const sizeActions = (versions: Versions): Action[] => [
  action({
    method: 'GET',
    path: '/campaigns/{id}/sizes',
    summary: 'Số phòng khu vực, số công chức đã được hội đồng sửa: nguồn, ngày, ai sửa',
    params: campaignParams,
    query: z.strictObject({}),
    answer: sizesAnswer,
    act: ({params: {id}}, {store}) => versions.use((version) => sizesShown(id, version, store)),
  }),
  action({
    method: 'POST',
    path: '/campaigns/{id}/sizes',
    summary: 'Sửa số phòng khu vực hoặc số công chức của một tỉnh, kèm nguồn và ngày của nguồn',
    params: campaignParams,
    query: z.strictObject({}),
    body: newSize,
    answer: sizesAnswer,
    status: 201,
    act: ({params: {id}, body}, {store, person, now}) =>
      versions.use(async (version) => {
        const campaign = await boardCampaign(id, version);
        const {sizes} = await readQuotaRules(version, campaign.campaign_id);
        const {province, basis, size, source, source_on, revision} = body;
        if (!sizes.some(({province_id}) => province_id === province)) {
          throw new ApiError('unknown_unit', `Không có tỉnh mang mã ${province} trong đợt thi đua.`);
        }
        const wanted = {province_id: province, basis, basis_size: size, source, source_on};
        correctSize(store, id, wanted, {seen: revision, by: actorOf(person), now});
        return shownSizes(id, store);
      }),
  }),
];

/** What the board corrected of a campaign's sizes, the oldest first. */
export async function sizesShown(id: string, version: OpenVersion, store: Store): Promise<SizesAnswer> {
  await boardCampaign(id, version);
  return shownSizes(id, store);
}

const shownSizes = (campaign: string, store: Store): SizesAnswer => ({
  campaign,
  rows: correctedSizes(store, campaign),
});

const isSame = (one: Quota, other: Quota) =>
  one.award === other.award &&
  one.nominee_kind === other.nominee_kind &&
  one.proposer === other.proposer &&
  one.province_id === other.province_id;

const proposers = {
  department: 'Các đơn vị thuộc Cục',
  provinces: 'THADS các tỉnh, thành phố',
  province: '',
} as const;

function shownQuota({
  corrected,
  province_name,
  ...quota
}: Quota): Omit<QuotaAnswer, 'proposed' | 'used' | 'free'> {
  return {
    ...quota,
    proposer_name: province_name ?? proposers[quota.proposer],
    corrected: corrected && {
      id: corrected.id,
      platform_size: corrected.platform_size,
      source: corrected.source,
      source_on: corrected.source_on,
      at: corrected.at,
      actor: corrected.actor,
    },
  };
}

const tableOf = (rows: readonly QuotaAnswer[]) => ({
  columns: {
    award: 'text',
    award_name: 'text',
    proposer: 'text',
    proposer_name: 'text',
    province_id: 'text',
    nominee_kind: 'text',
    basis: 'text',
    basis_size: 'integer',
    platform_size: 'integer',
    size_source: 'text',
    quota: 'integer',
    proposed: 'integer',
    used: 'integer',
    free: 'integer',
    letter: 'text',
    clause: 'text',
  } satisfies Record<string, ColumnType>,
  rows: rows.map(({corrected, ...row}) => ({
    ...row,
    platform_size: corrected?.platform_size ?? row.basis_size,
    size_source: corrected ? `${corrected.source}, ${corrected.source_on}` : null,
  })),
});
