import {z} from 'zod';
import {changesInForce} from '../../board/thresholds.ts';
import {campaignOf, rankingNightOf, type Campaign, type RankingNight} from '../../campaigns/campaigns.ts';
import {rankingOf, type Entry, type Ranking} from '../../campaigns/rankings.ts';
import type {Asker} from '../../endpoint.ts';
import {ApiError} from '../../errors.ts';
import type {NightStamp} from '../../answers.ts';
import {stampOf} from '../../nights.ts';
import type {OpenVersion} from '../../open-version.ts';
import {parameters} from '../../parameters.ts';
import {seesOfficers} from '../../permissions.ts';
import type {Store} from '../../state/store.ts';
import type {CandidateKind} from '../../../warehouse/campaign/rank.ts';

/** What the addresses of a campaign take. */
export const campaignParams = z.strictObject({
  id: z.string().meta({description: 'Mã đợt thi đua.', example: 'nen-tang-so-2026'}),
});

export const kindParameter = z
  .enum(['province', 'office', 'individual'], {error: 'chỉ nhận province, office, individual'})
  .default('province')
  .meta({description: 'Xếp hạng tỉnh (mặc định), phòng hoặc cá nhân.'});

export const candidateParameter = (description: string) =>
  z
    .string({error: 'cần mã của một đơn vị hoặc cá nhân'})
    .min(1, {error: 'cần mã của một đơn vị hoặc cá nhân'})
    .max(64, {error: 'mã dài nhất 64 ký tự'})
    .meta({description, example: '38'});

export const rankingQuery = {kind: kindParameter, as_of: parameters.as_of};

/** Tables that a version built before there were campaigns lacks. */
export const campaignTables = ['history.candidates', 'marts.candidate_matters'];

/** The ranking that an address asks for: of which campaign, on which night. */
export interface AskedRanking {
  stamp: NightStamp;
  campaign: Campaign;
  night: RankingNight;
  ranking: Ranking;
}

/** The ranking on record at a date, under the rules as the board has set them, for somebody who may see it. */
export async function askedRanking(
  id: string,
  {kind, as_of: asOf}: {kind: CandidateKind; as_of?: string | undefined},
  version: OpenVersion,
  asker: Asker,
  store: Store,
): Promise<AskedRanking> {
  if (kind === 'individual' && !seesOfficers.includes(asker.role)) {
    throw new ApiError(
      'not_permitted',
      'Xếp hạng cá nhân chỉ dành cho lãnh đạo, hội đồng và đơn vị quản lý cán bộ đó (Luật 91/2025/QH15, Điều 25).',
    );
  }
  const stamp = stampOf(version, asOf);
  const campaign = await campaignOf(id, version);
  const night = rankingNightOf(campaign, stamp.as_of);
  const ranking = await rankingOf(version, campaign, night.night, changesInForce(store, id));
  return {stamp, campaign, night, ranking};
}

/** Units' ranks are published to all provinces; a person's only to the person's own. */
export const mayBeShown = (
  kind: CandidateKind,
  {province_id}: {province_id: string | null},
  {scope}: Asker,
): boolean => kind !== 'individual' || typeof scope === 'string' || scope.province === province_id;

/** Refuses a province the details of a candidate that is not its own. */
export function mustBeOwn({candidate}: Entry, {scope}: Asker): void {
  if (typeof scope === 'string' || candidate.province_id === scope.province) return;
  throw new ApiError('not_permitted', `Bạn chỉ được xem giải trình thứ hạng của tỉnh ${scope.province}.`);
}

/** The candidate of that kind and code; one without a target takes no part and has no place to explain. */
export function entryOf(ranking: Ranking, kind: CandidateKind, id: string): Entry {
  const entry = ranking.find(kind, id);
  if (entry) return entry;
  const isAbsent = ranking.notTakingPart(kind).some(({candidate_id}) => candidate_id === id);
  throw new ApiError(
    'unknown_candidate',
    isAbsent
      ? `${id} không có chỉ tiêu trong đợt thi đua nên không tham gia xếp hạng.`
      : `Không có ${kindNames[kind]} mang mã ${id} trong đợt thi đua.`,
  );
}

export const kindNames = {province: 'tỉnh', office: 'phòng', individual: 'cá nhân'} as const;
