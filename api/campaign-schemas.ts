import {z} from 'zod';

/*
 * The shapes of the campaign's answers; their types are taken from here, and the OpenAPI document is made of them.
 * Moments are ISO 8601 with offset, rates fractions of 1.
 */

const count = z.int();
const day = z.iso.date();
const moment = z.iso.datetime({offset: true});
const words = z.strictObject({vi: z.string(), en: z.string()});
const stamp = {as_of: day, night: day, version: z.string(), demo: z.boolean()};

const kind = z
  .enum(['province', 'office', 'individual'])
  .meta({id: 'CandidateKind', description: 'Tỉnh, phòng hoặc cá nhân: xếp hạng riêng.'});

const sortKey = z.enum(['finished_at', 'quality_score', 'required']).meta({id: 'SortKey'});

const decidedBy = z.enum(['finished_at', 'quality_score', 'required', 'tie']).nullable().meta({
  id: 'DecidedBy',
  description:
    'Tiêu chí quyết định so với người đứng ngay trên (người đứng đầu: so với người kế tiếp); tie: bằng nhau ở mọi tiêu chí.',
});

const gateResult = z
  .strictObject({
    gate: z.string(),
    label: words,
    value: z.union([z.number(), moment, day]).nullable(),
    threshold: z.union([z.number(), moment]).nullable(),
    passed: z.boolean(),
    is_flag: z.boolean().meta({description: 'Chỉ là cờ lưu ý, không loại.'}),
    by_default: z.boolean().meta({description: 'Ngưỡng do hệ thống đặt, văn bản không quy định.'}),
    letter: z.string(),
    clause: z.string(),
  })
  .meta({id: 'GateResult'});

const campaign = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    name_en: z.string(),
    starts_on: day,
    ends_on: day,
    nominations_until: moment,
    stability_rate: z
      .number()
      .meta({description: 'Độ vững của hạng: ngưỡng được thử cao, thấp hơn chừng này.'}),
    stability_share: z.number().meta({description: 'Độ vững của hạng: về đích được thử tính ở mức này.'}),
    letter: z.string(),
    clause: z.string(),
    nights: z.array(day),
  })
  .meta({id: 'Campaign'});

export const campaignsAnswer = z
  .strictObject({...stamp, campaigns: z.array(campaign)})
  .meta({id: 'CampaignsAnswer'});

const gateAsked = z
  .strictObject({
    gate: z.string(),
    label: words,
    applies_to: z.enum(['collective', 'individual']),
    threshold: z.union([z.number(), moment]).nullable(),
    is_flag: z.boolean(),
    by_default: z.boolean(),
    letter: z.string(),
    clause: z.string(),
    valid_from: day,
  })
  .meta({id: 'Gate'});

const keyAsked = z
  .strictObject({
    key: sortKey,
    label: words,
    direction: z.enum(['ascending', 'descending']),
    resolution: z.enum(['day', 'second']).nullable(),
    letter: z.string(),
    clause: z.string(),
    valid_from: day,
  })
  .meta({id: 'KeyAsked'});

export const campaignAnswer = z
  .strictObject({...stamp, campaign, gates: z.array(gateAsked), keys: z.array(keyAsked)})
  .meta({id: 'CampaignAnswer'});

const who = {
  unit_id: z.string().optional().meta({description: 'Của tỉnh hoặc phòng.'}),
  officer_id: z.string().optional().meta({description: 'Của cá nhân.'}),
  name: z.string().nullable(),
  province_id: z.string().nullable(),
};

const standing = {
  ...who,
  works_at: z.string().optional().meta({description: 'Mã nơi công tác của cá nhân.'}),
  works_at_name: z.string().nullable().optional().meta({description: 'Tên nơi công tác của cá nhân.'}),
  required: count,
  entered: count,
  size_band: z.string().nullable(),
  finished_at: moment.nullable(),
  days_early: count.nullable().meta({description: 'Số ngày về đích trước ngày cuối của đợt thi đua.'}),
  quality_score: z.number().nullable(),
  women_share: z.number().nullable(),
  gates: z.array(gateResult),
};

const rankedRow = z
  .strictObject({
    rank: count,
    ...standing,
    decided_by: decidedBy,
    tied_with: count.meta({description: 'Số đối tượng khác cùng hạng.'}),
    preferred: z.boolean().meta({
      description:
        'Trong số cùng hạng, thuộc diện ưu tiên khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP: nữ, hoặc tập thể có từ 70 % nữ.',
    }),
  })
  .meta({id: 'RankedRow'});

const unrankedRow = z
  .strictObject({...standing, failed: z.array(z.string()).meta({description: 'Các điều kiện không đạt.'})})
  .meta({id: 'UnrankedRow'});

const rankingState = {
  campaign: z.string(),
  kind,
  ranking_night: day.meta({description: 'Đêm dùng để xếp hạng: đêm kết thúc đợt thi đua hoặc đêm mới nhất.'}),
  is_provisional: z
    .boolean()
    .meta({description: 'Tạm tính: đợt thi đua chưa kết thúc hoặc thiếu đêm kết thúc.'}),
  note: words.nullable(),
};

const frozen = z
  .strictObject({
    id: count,
    hash: z.string(),
    decided_at: moment,
    differs: z.boolean().meta({description: 'Bảng xếp hạng trả lời ở đây khác bảng đã chốt.'}),
  })
  .nullable()
  .meta({
    id: 'RankingFrozen',
    description: 'Lần chốt đã được duyệt gần nhất; trống khi bảng xếp hạng còn tạm tính.',
  });

export const rankingAnswer = z
  .strictObject({
    ...stamp,
    ...rankingState,
    hash: z.string().meta({description: 'SHA-256 của toàn bộ bảng xếp hạng.'}),
    frozen,
    counts: z
      .strictObject({ranked: count, not_ranked: count, not_taking_part: count})
      .meta({description: 'Tất cả có bao nhiêu, kể cả những dòng không nằm trong câu trả lời khi có limit.'}),
    rows: z.array(rankedRow),
    not_ranked: z.array(unrankedRow),
    not_taking_part: z.array(z.strictObject({...who, reason: z.string()})),
  })
  .meta({id: 'RankingAnswer'});

const keyCompared = z.strictObject({
  key: sortKey,
  label: words,
  value: z.union([z.number(), moment, day]).nullable(),
  exact: moment.nullable().meta({description: 'Thời điểm chính xác, khi tiêu chí so theo ngày.'}),
  above: z.union([z.number(), day, moment]).nullable(),
  below: z.union([z.number(), day, moment]).nullable(),
  decides: z.boolean(),
});

const neighbour = z.strictObject({...who, rank: count}).nullable();

export const explanationAnswer = z
  .strictObject({
    ...stamp,
    ...rankingState,
    rank: count.nullable(),
    of: count.meta({description: 'Số đối tượng được xếp hạng.'}),
    ...standing,
    gates: z.array(
      gateResult.extend({
        evidence: z.string().meta({description: 'Câu truy vấn SQL cho thấy bằng chứng.'}),
        matters: z.array(
          z.strictObject({id: z.string(), name: z.string(), from: day, until: day.nullable()}),
        ),
      }),
    ),
    decided_by: decidedBy,
    keys: z.array(keyCompared),
    above: neighbour,
    below: neighbour,
    tied_with: z.array(z.strictObject({...who, women_share: z.number().nullable()})),
    stability: z.array(
      z.strictObject({
        change: z.enum(['quality_lower', 'quality_higher', 'almost_finished']),
        label: words,
        rank: count.nullable(),
      }),
    ),
    sentences: z.array(words),
  })
  .meta({id: 'ExplanationAnswer'});

export const comparisonAnswer = z
  .strictObject({
    ...stamp,
    ...rankingState,
    first: z.strictObject({...who, rank: count.nullable(), failed: z.array(z.string())}),
    second: z.strictObject({...who, rank: count.nullable(), failed: z.array(z.string())}),
    before: z.enum(['first', 'second', 'neither']),
    decided_by: z.union([decidedBy, z.literal('gates')]),
    keys: z.array(
      z.strictObject({
        key: sortKey,
        label: words,
        first: z.union([z.number(), day, moment]).nullable(),
        second: z.union([z.number(), day, moment]).nullable(),
        decides: z.boolean(),
      }),
    ),
    sentence: words,
  })
  .meta({id: 'ComparisonAnswer'});

const movedRow = z.strictObject({
  ...who,
  rank: count.nullable(),
  other_rank: count.nullable(),
  moved: count
    .nullable()
    .meta({description: 'Số bậc tăng (dương) hoặc giảm (âm); trống khi một bên không có hạng.'}),
  failed: z.array(z.string()),
});

export const whatIfAnswer = z
  .strictObject({
    ...stamp,
    ...rankingState,
    is_what_if: z.literal(true),
    changed: z.array(
      z.strictObject({
        rule: z.string(),
        label: words,
        record: z.union([z.number(), z.string()]).nullable(),
        tried: z.union([z.number(), z.string()]).nullable(),
      }),
    ),
    rows: z.array(movedRow).meta({description: 'rank: hạng thử tính; other_rank: hạng đang ghi nhận.'}),
  })
  .meta({id: 'WhatIfAnswer'});

export const rankingChangesAnswer = z
  .strictObject({
    ...stamp,
    ...rankingState,
    other_night: day.nullable(),
    rows: z.array(movedRow).meta({description: 'rank: hạng của đêm này; other_rank: hạng của đêm so sánh.'}),
  })
  .meta({id: 'RankingChangesAnswer'});

/** What each answer about a ranking says of the night and the campaign. */
export type RankingStamp = Pick<RankingAnswer, keyof typeof stamp | keyof typeof rankingState>;
export type CampaignAnswer = z.infer<typeof campaignAnswer>;
export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;
export type RankingAnswer = z.infer<typeof rankingAnswer>;
export type RankedRow = z.infer<typeof rankedRow>;
export type UnrankedRow = z.infer<typeof unrankedRow>;
export type GateAnswer = z.infer<typeof gateResult>;
export type ExplanationAnswer = z.infer<typeof explanationAnswer>;
export type ComparisonAnswer = z.infer<typeof comparisonAnswer>;
/** An explanation but for its stamp and its sentences. */
export type Explained = Omit<ExplanationAnswer, keyof RankingStamp | 'sentences'>;
/** A comparison but for its stamp and its sentence. */
export type Compared = Omit<ComparisonAnswer, keyof RankingStamp | 'sentence'>;
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
export type RankingChangesAnswer = z.infer<typeof rankingChangesAnswer>;
export type MovedRow = z.infer<typeof movedRow>;
