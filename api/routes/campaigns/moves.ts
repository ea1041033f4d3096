import {z} from 'zod';
import type {CandidateKind} from '../../../warehouse/campaign/rank.ts';
import {changesInForce, rulesRevision} from '../../board/thresholds.ts';
import {
  rankingChangesAnswer,
  whatIfAnswer,
  type RankingChangesAnswer,
  type WhatIfAnswer,
} from '../../campaign-schemas.ts';
import type {Campaign} from '../../campaigns/campaigns.ts';
import {movesBetween, movesTable} from '../../campaigns/moves.ts';
import {rankingOf, type Ranking} from '../../campaigns/rankings.ts';
import {inBoth} from '../../campaigns/phrases.ts';
import {momentOf, rankingStateOf} from '../../campaigns/rows.ts';
import {ruleName} from '../../campaigns/rule-names.ts';
import type {RuleChanges, ThresholdChange} from '../../campaigns/rules.ts';
import {endpoint, type Asker} from '../../endpoint.ts';
import {ApiError} from '../../errors.ts';
import type {OpenVersion} from '../../open-version.ts';
import {parameters} from '../../parameters.ts';
import type {Store} from '../../state/store.ts';
import {
  askedRanking,
  campaignParams,
  campaignTables,
  mayBeShown,
  rankingQuery,
  type AskedRanking,
} from './asked.ts';

const rate = (description: string) =>
  z
    .string()
    .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, {error: 'cần một tỷ lệ từ 0 đến 1, ví dụ 0.92'})
    .transform(Number)
    .optional()
    .meta({type: 'number', description, example: '0.92'});

const lastDay = (description: string) =>
  z.iso
    .date({error: 'cần một ngày có thật viết dạng YYYY-MM-DD, ví dụ 2026-03-31'})
    .transform((day) => `${day} 23:59:59`)
    .optional()
    .meta({type: 'string', format: 'date', description, example: '2026-03-31'});

const triedThresholds = {
  finished_on_time: lastDay('Thử: ngày cuối cùng được coi là về đích đúng hạn.'),
  new_files_entered: rate('Thử: ngưỡng hồ sơ phát sinh đã nhập.'),
  quality: rate('Thử: ngưỡng điểm chất lượng.'),
  money: rate('Thử: ngưỡng dữ liệu tiền.'),
  rollout_documents: lastDay('Thử: ngày cuối cùng của văn bản triển khai.'),
};

/** What other thresholds would make of the ranking; the record is not touched, and stands beside each row. */
export const whatIf = endpoint({
  path: '/campaigns/{id}/what-if',
  summary: 'Thử tính với ngưỡng khác: KHÔNG phải bảng xếp hạng được ghi nhận; hạng ghi nhận đứng bên cạnh',
  params: campaignParams,
  query: z.strictObject({
    ...rankingQuery,
    ...triedThresholds,
    resolution: z
      .enum(['day', 'second'], {error: 'chỉ nhận day, second'})
      .optional()
      .meta({description: 'Thử: so thời điểm về đích theo ngày hay theo giây.'}),
    finish_share: rate('Thử: về đích được tính ở mức này, đúng tỷ lệ stability_share của đợt thi đua.'),
    format: parameters.format,
  }),
  answer: whatIfAnswer,
  tabular: true,
  published: true,
  needs: campaignTables,
  dependsOn: rulesRevision,
  async find({params, query}, version, asker, store) {
    const {kind, as_of: _as_of, resolution, finish_share, format: _format, ...thresholds} = query;
    const {stamp, campaign, night, ranking} = await askedRanking(params.id, query, version, asker, store);
    const applies_to = kind === 'individual' ? 'individual' : 'collective';
    const changes: RuleChanges = {
      thresholds: Object.entries(thresholds)
        .filter(([, threshold]) => threshold !== undefined)
        .map(([gate, threshold]) => ({gate, applies_to, threshold: threshold!})),
      resolution,
      almost: finish_share === undefined ? undefined : isKeptShare(finish_share, campaign),
    };
    if (changes.thresholds.length === 0 && resolution === undefined && !changes.almost) {
      throw new ApiError(
        'invalid_parameter',
        `Hãy nêu ít nhất một ngưỡng để thử: ${[...Object.keys(triedThresholds), 'resolution', 'finish_share'].join(', ')}.`,
      );
    }
    const inForce = changesInForce(store, campaign.campaign_id);
    const tried = await rankingOf(version, campaign, night.night, over(inForce, changes));
    const rows = movesBetween(tried, ranking, kind);
    return {
      answer: {
        ...stamp,
        ...rankingStateOf(campaign, kind, night),
        is_what_if: true,
        changed: changedRules(changes, campaign, ranking),
        rows,
      },
      table: {
        name: `what-if-${kind}-${night.night}`,
        meaning: 'Thử tính, không phải bảng xếp hạng được ghi nhận; other_rank là hạng đang ghi nhận.',
        ...movesTable(rows),
      },
    };
  },
});

/** What became of each rank since another night of the campaign. */
export const rankingChanges = endpoint({
  path: '/campaigns/{id}/changes',
  summary: 'Thứ hạng thay đổi thế nào so với đêm trước, hoặc so với một đêm khác của đợt thi đua',
  params: campaignParams,
  query: z.strictObject({...rankingQuery, compare: parameters.compare, format: parameters.format}),
  answer: rankingChangesAnswer,
  tabular: true,
  published: true,
  needs: campaignTables,
  dependsOn: rulesRevision,
  async find({params, query}, version, asker, store) {
    const {kind, compare} = query;
    const asked = await askedRanking(params.id, query, version, asker, store);
    const answer = await changesShown(asked, {kind, compare}, version, asker, store);
    return {
      answer,
      table: {
        name: `ranking-changes-${kind}-${asked.night.night}`,
        meaning: 'other_rank là hạng của đêm so sánh; moved dương là tăng hạng.',
        ...movesTable(answer.rows),
      },
    };
  },
});

/** What became of the ranks somebody may see since another night, the one before when none is named. */
export async function changesShown(
  {stamp, campaign, night, ranking}: AskedRanking,
  {kind, compare}: {kind: CandidateKind; compare?: string | undefined},
  version: OpenVersion,
  asker: Asker,
  store: Store,
): Promise<RankingChangesAnswer> {
  const until = compare ?? night.night;
  const other_night =
    campaign.nights.findLast((one) => (compare === undefined ? one < until : one <= until)) ?? null;
  const other =
    other_night === null
      ? undefined
      : await rankingOf(version, campaign, other_night, changesInForce(store, campaign.campaign_id));
  const rows = movesBetween(ranking, other, kind).filter((row) => mayBeShown(kind, row, asker));
  return {...stamp, ...rankingStateOf(campaign, kind, night), other_night, rows};
}

/** The rules tried in the place of those in force; what is not tried stays as the board has set it. */
const over = (inForce: RuleChanges, tried: RuleChanges): RuleChanges => ({
  thresholds: [
    ...tried.thresholds,
    ...inForce.thresholds.filter(
      ({gate, applies_to}) =>
        !tried.thresholds.some((one) => one.gate === gate && one.applies_to === applies_to),
    ),
  ],
  resolution: tried.resolution ?? inForce.resolution,
  almost: tried.almost,
});

/** Of an earlier finish only the moment at the campaign's own share is kept. */
function isKeptShare(share: number, {stability_share}: Campaign): true {
  if (share === stability_share) return true;
  throw new ApiError(
    'invalid_parameter',
    `finish_share: đợt thi đua này chỉ thử được mức ${stability_share}.`,
  );
}

/** The rules tried beside those on record. */
function changedRules(
  {thresholds, resolution, almost}: RuleChanges,
  {stability_share}: Campaign,
  {inputs}: Ranking,
): WhatIfAnswer['changed'] {
  const changed: WhatIfAnswer['changed'] = thresholds.map(
    ({gate, applies_to, threshold}: ThresholdChange) => {
      const record = inputs.gates.find((one) => one.gate === gate && one.applies_to === applies_to);
      return {
        rule: gate,
        label: ruleName(gate, record?.gate_name ?? gate),
        record: momentOf(record?.threshold_at ?? null) ?? record?.threshold ?? null,
        tried: typeof threshold === 'string' ? momentOf(threshold) : threshold,
      };
    },
  );
  if (resolution) {
    const key = inputs.keys.find(({sort_key}) => sort_key === 'finished_at');
    const label = inBoth((phrases) => phrases.resolution);
    changed.push({rule: 'resolution', label, record: key?.resolution ?? null, tried: resolution});
  }
  if (almost) {
    const label = inBoth((phrases) => phrases.finishShare);
    changed.push({rule: 'finish_share', label, record: 1, tried: stability_share});
  }
  return changed;
}
