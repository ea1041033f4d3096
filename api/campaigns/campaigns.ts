import type {Campaign as Stated} from '../../warehouse/campaign/campaign.ts';
import {ApiError} from '../errors.ts';
import type {OpenVersion} from '../open-version.ts';

/** A campaign as its rows state it, with the nights of which its candidates are kept. */
export interface Campaign extends Stated {
  nights: readonly string[];
}

/** Every campaign, oldest first. */
export const readCampaigns = async (version: OpenVersion): Promise<Campaign[]> =>
  (await version.rows<Stated & {nights: readonly string[] | null}>('campaigns')).map((campaign) => ({
    ...campaign,
    nights: campaign.nights ?? [],
  }));

/** The campaign of that id. */
export async function campaignOf(id: string, version: OpenVersion): Promise<Campaign> {
  const found = (await readCampaigns(version)).find(({campaign_id}) => campaign_id === id);
  if (!found) {
    throw new ApiError('unknown_campaign', 'Không có đợt thi đua mang mã này; xem /api/v1/campaigns.');
  }
  return found;
}

/** Which night a ranking is of, and whether later nights may still change it. */
export interface RankingNight {
  night: string;
  /** Before the end any night may undo a finish; a closing night stands. */
  is_provisional: boolean;
  /** No night was kept up to the end, so the first after it is the only evidence. */
  is_after_end: boolean;
}

/** The closing night, or the latest before a date: the last night at or before both the date and the campaign’s end. */
export function rankingNightOf(campaign: Campaign, asOf: string): RankingNight {
  const last = asOf < campaign.ends_on ? asOf : campaign.ends_on;
  const night = campaign.nights.findLast((one) => one <= last);
  if (night !== undefined) {
    return {night, is_provisional: asOf < campaign.ends_on, is_after_end: false};
  }
  const first = campaign.nights[0];
  if (first === undefined || first > asOf) {
    throw new ApiError(
      'no_night',
      `Đợt thi đua ${campaign.campaign_id} chưa có đêm dữ liệu nào đến ngày ${asOf}${first ? `; đêm đầu tiên là ${first}` : ''}.`,
    );
  }
  return {night: first, is_provisional: true, is_after_end: true};
}
