import {z} from 'zod';
import type {Gate, SortKey} from '../../../warehouse/campaign/rank.ts';
import {changesInForce, rulesRevision} from '../../board/thresholds.ts';
import {campaignAnswer, campaignsAnswer, type CampaignAnswer} from '../../campaign-schemas.ts';
import {campaignOf, readCampaigns, type Campaign} from '../../campaigns/campaigns.ts';
import {momentOf} from '../../campaigns/rows.ts';
import {ruleName} from '../../campaigns/rule-names.ts';
import {changedGates, changedKeys} from '../../campaigns/rules.ts';
import {endpoint} from '../../endpoint.ts';
import {stampOf} from '../../nights.ts';
import type {OpenVersion} from '../../open-version.ts';
import {parameters} from '../../parameters.ts';
import type {Store} from '../../state/store.ts';
import {campaignParams, campaignTables} from './asked.ts';

/** The campaigns there are. */
export const campaigns = endpoint({
  path: '/campaigns',
  summary: 'Các đợt thi đua',
  params: z.strictObject({}),
  query: z.strictObject({format: parameters.only_json}),
  answer: campaignsAnswer,
  tabular: false,
  published: true,
  needs: campaignTables,
  async find(_question, version) {
    return {
      answer: {...stampOf(version, undefined), campaigns: (await readCampaigns(version)).map(shown)},
    };
  },
});

/** One campaign: its days, its gates and its sort keys, each with the clause it comes from. */
export const campaign = endpoint({
  path: '/campaigns/{id}',
  summary: 'Một đợt thi đua: thời gian, điều kiện và tiêu chí xếp hạng, kèm điểm khoản của văn bản',
  params: campaignParams,
  query: z.strictObject({format: parameters.only_json}),
  answer: campaignAnswer,
  tabular: false,
  published: true,
  needs: campaignTables,
  dependsOn: rulesRevision,
  async find({params}, version, _asker, store) {
    return {answer: await answerAbout(params.id, version, store)};
  },
});

/** A campaign with its gates and sort keys as the board has set them. */
export async function answerAbout(id: string, version: OpenVersion, store: Store): Promise<CampaignAnswer> {
  const found = await campaignOf(id, version);
  const of = {campaign: found.campaign_id};
  const changes = changesInForce(store, found.campaign_id);
  const [gates, keys] = await Promise.all([
    version.rows<Gate>('campaign_gates', of),
    version.rows<SortKey>('campaign_keys', of),
  ]);
  return {
    ...stampOf(version, undefined),
    campaign: shown(found),
    gates: changedGates(gates, changes).map((gate) => ({
      gate: gate.gate,
      label: ruleName(gate.gate, gate.gate_name),
      applies_to: gate.applies_to,
      threshold: momentOf(gate.threshold_at) ?? gate.threshold,
      is_flag: gate.is_flag,
      by_default: gate.is_default,
      letter: gate.letter,
      clause: gate.clause,
      valid_from: gate.valid_from,
    })),
    keys: changedKeys(keys, changes).map((key) => ({
      key: key.sort_key,
      label: ruleName(key.sort_key, key.key_name),
      direction: key.direction,
      resolution: key.resolution,
      letter: key.letter,
      clause: key.clause,
      valid_from: key.valid_from,
    })),
  };
}

const shown = (one: Campaign) => ({
  id: one.campaign_id,
  name: one.campaign_name,
  name_en: one.campaign_name_en,
  starts_on: one.starts_on,
  ends_on: one.ends_on,
  nominations_until: momentOf(one.nominations_until)!,
  stability_rate: one.stability_rate,
  stability_share: one.stability_share,
  letter: one.letter,
  clause: one.clause,
  nights: [...one.nights],
});
