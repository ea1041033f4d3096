import {z} from 'zod';

/*
 * The shapes of what the awards board is told and sends in; the types are taken from here, and the OpenAPI document is
 * made of them. Moments are ISO 8601 with offset, rates fractions of 1.
 */

export const count = z.int();
export const day = z.iso.date({error: 'cần một ngày có thật viết dạng YYYY-MM-DD, ví dụ 2026-03-31'});
export const moment = z.iso.datetime({offset: true});
export const stamp = {as_of: day, night: day, version: z.string(), demo: z.boolean()};
export const kind = z.enum(['province', 'office', 'individual'], {
  error: 'chỉ nhận province, office, individual',
});

const longestReason = 2000;
export const text = (least: number, what: string) =>
  z
    .string({error: `cần ${what}`})
    .trim()
    .min(least, {error: `cần ${what}, ít nhất ${least} ký tự`})
    .max(longestReason, {error: `dài nhất ${longestReason} ký tự`});

/** A reason that must be given. */
export const reason = text(10, 'lý do').meta({description: 'Lý do, được ghi vào nhật ký.'});

/** A reason that only some decisions need; when it is given it says something. */
export const reasonIfAny = z
  .union([z.literal(''), reason], {error: 'để trống, hoặc ít nhất 10 ký tự'})
  .default('')
  .meta({description: 'Lý do, ít nhất 10 ký tự; có trường hợp bắt buộc.'});

export const revision = z
  .int({error: 'cần số revision của bản bạn đang xem'})
  .min(0, {error: 'cần số revision của bản bạn đang xem'})
  .meta({description: 'revision của bản đang xem: nếu người khác đã thay đổi, yêu cầu bị từ chối (409).'});

const code = (whose: string) =>
  z
    .string({error: `cần mã của ${whose}`})
    .min(1, {error: `cần mã của ${whose}`})
    .max(64, {error: 'mã dài nhất 64 ký tự'});

const wantedThreshold = 'cần một tỷ lệ từ 0 đến 1, một ngày YYYY-MM-DD, hoặc null để bỏ ngưỡng';
const rate = z.number().min(0, {error: wantedThreshold}).max(1, {error: wantedThreshold});

const appliesTo = z.enum(['collective', 'individual'], {error: 'chỉ nhận collective, individual'});

export const newRule = z.discriminatedUnion(
  'change',
  [
    z.strictObject({
      change: z.literal('threshold'),
      gate: code('điều kiện'),
      applies_to: appliesTo,
      threshold: z.union([rate, day], {error: wantedThreshold}).nullable(),
      reason,
      revision,
    }),
    z.strictObject({
      change: z.literal('resolution'),
      resolution: z.enum(['day', 'second'], {error: 'chỉ nhận day, second'}),
      reason,
      revision,
    }),
  ],
  {error: 'change chỉ nhận threshold, resolution'},
);

export const rulesAnswer = z
  .strictObject({
    campaign: z.string(),
    revision,
    rows: z
      .array(
        z.strictObject({
          id: count,
          rule: z.string().meta({description: 'Điều kiện, hoặc resolution (độ mịn của thời điểm về đích).'}),
          applies_to: z.enum(['collective', 'individual', 'all']),
          value: z.union([z.number(), z.string()]).nullable(),
          is_in_force: z.boolean(),
          reason: z.string(),
          at: moment,
          actor: z.string(),
          role: z.string(),
        }),
      )
      .meta({description: 'Mọi lần đổi, cũ trước.'}),
  })
  .meta({id: 'CampaignRules'});

const freeze = z
  .strictObject({
    id: count,
    campaign: z.string(),
    ranking_night: day,
    is_provisional: z.boolean(),
    made_from: z.string().meta({description: 'Phiên bản dữ liệu đã dùng.'}),
    rules_revision: count,
    thresholds: z.array(
      z.strictObject({
        gate: z.string(),
        applies_to: appliesTo,
        threshold: z.union([z.number(), z.string()]).nullable(),
      }),
    ),
    resolution: z.enum(['day', 'second']).nullable(),
    hash: z.string().meta({description: 'SHA-256 của toàn bộ bảng xếp hạng.'}),
    reason: z.string(),
    proposed_at: moment,
    proposed_by: z.string(),
    state: z.enum(['proposed', 'approved', 'rejected']),
    decided_at: moment.nullable(),
    decided_by: z.string().nullable(),
    decision_reason: z.string().nullable(),
  })
  .meta({id: 'Freeze'});

export const freezeAnswer = freeze;
export const freezesAnswer = z.strictObject({campaign: z.string(), rows: z.array(freeze)});

export const newFreeze = z.strictObject({reason: reasonIfAny});
export const freezeDecision = z.strictObject({
  outcome: z.enum(['approved', 'rejected'], {error: 'chỉ nhận approved, rejected'}),
  hash: z.string().length(64, {error: 'cần mã SHA-256 của bảng xếp hạng đã xem'}),
  reason: reasonIfAny,
});

const place = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  province_id: z.string().nullable(),
  rank: count.nullable(),
  finished_at: moment.nullable(),
  quality_score: z.number().nullable(),
  required: count,
  failed: z.array(z.string()),
  rank_tonight: count.nullable(),
  differs: z.boolean().meta({description: 'Hạng tối nay khác hạng đã chốt.'}),
});

export const frozenRankingAnswer = z
  .strictObject({
    ...stamp,
    freeze,
    kind,
    verification: z.strictObject({
      hash_of_rows: z.string(),
      hash_made_again: z.string(),
      matches: z
        .boolean()
        .meta({description: 'Các dòng đã lưu và các dòng tính lại đều cho đúng mã đã chốt.'}),
    }),
    tonight: z.strictObject({ranking_night: day, hash: z.string()}),
    rows: z.array(place),
  })
  .meta({id: 'FrozenRankingAnswer'});

export const newObjection = z.strictObject({
  kind,
  candidate: code('tỉnh, phòng hoặc cá nhân'),
  text: text(10, 'nội dung đề nghị xem lại'),
  evidence: text(1, 'căn cứ kèm theo'),
  attachment: z
    .strictObject({
      name: z
        .string({error: 'cần tên tệp'})
        .min(1, {error: 'cần tên tệp'})
        .max(1000, {error: 'tên tệp dài nhất 1000 ký tự'}),
      content: z.string({error: 'cần nội dung của tệp ở dạng base64'}).meta({
        description: 'Nội dung tệp ở dạng base64; tệp PDF, DOCX, PNG hoặc JPEG, lớn nhất 5 MB.',
      }),
    })
    .optional(),
});

export const objectionAnswer = z
  .strictObject({
    id: count,
    kind,
    candidate: z.string(),
    candidate_name: z.string().nullable(),
    province_id: z.string().nullable(),
    text: z.string(),
    evidence: z.string(),
    filed_at: moment,
    filed_by: z.string(),
    filed_role: z.string(),
    state: z.enum(['filed', 'accepted', 'rejected']),
    decided_at: moment.nullable(),
    decided_by: z.string().nullable(),
    decision_reason: z.string().nullable(),
    attachment: z
      .strictObject({
        name: z.string(),
        type: z.enum(['pdf', 'docx', 'png', 'jpg']),
        sha256: z.string(),
        bytes: count,
      })
      .nullable(),
  })
  .meta({id: 'Objection'});

export const objectionsAnswer = z.strictObject({campaign: z.string(), rows: z.array(objectionAnswer)});

export const objectionDecision = z.strictObject({
  outcome: z.enum(['accepted', 'rejected'], {error: 'chỉ nhận accepted, rejected'}),
  reason,
});

export type RulesAnswer = z.infer<typeof rulesAnswer>;
export type FreezeAnswer = z.infer<typeof freezeAnswer>;
export type FreezesAnswer = z.infer<typeof freezesAnswer>;
export type FrozenRankingAnswer = z.infer<typeof frozenRankingAnswer>;
export type ObjectionAnswer = z.infer<typeof objectionAnswer>;
export type ObjectionsAnswer = z.infer<typeof objectionsAnswer>;
