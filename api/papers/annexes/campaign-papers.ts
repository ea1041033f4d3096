import {campaignsAnswer, type CampaignsAnswer} from '../../campaign-schemas.ts';
import {ApiError} from '../../errors.ts';
import {campaigns} from '../../routes/campaigns/campaigns.ts';
import {ask} from '../asking.ts';
import type {AskedPaper, PaperWorld} from '../offered.ts';

/** The campaign that a paper is about: the one asked for, or the latest. */
export async function campaignAsked(
  {campaign}: Pick<AskedPaper, 'campaign'>,
  world: PaperWorld,
): Promise<CampaignsAnswer['campaigns'][number]> {
  const {campaigns: all} = await ask(campaigns, campaignsAnswer, {}, world);
  const found = campaign === undefined ? all.at(-1) : all.find(({id}) => id === campaign);
  if (!found) {
    throw new ApiError('unknown_campaign', 'Không có đợt thi đua mang mã này; xem /api/v1/campaigns.');
  }
  return found;
}
