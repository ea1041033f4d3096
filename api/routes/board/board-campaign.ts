import {campaignOf, type Campaign} from '../../campaigns/campaigns.ts';
import {mustHaveTables} from '../../older-version.ts';
import type {OpenVersion} from '../../open-version.ts';
import {campaignTables} from '../campaigns/asked.ts';

/** Tables that a version built before there was a board lacks. */
export const boardTables = [...campaignTables, 'marts.award_bases', 'reference.dossier_rules'];

/** The campaign that the board does something in, of a version that has all it takes. */
export function boardCampaign(id: string, version: OpenVersion): Promise<Campaign> {
  mustHaveTables(boardTables, version);
  return campaignOf(id, version);
}
