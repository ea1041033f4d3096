import {z} from 'zod';
import {stamp} from './schemas.ts';
import {gapReasons, type GapReasonId} from './work/gap-record.ts';

/*
 * The answer about the record of a reconciliation; its types are taken from here, and the OpenAPI document is made of it.
 */

const count = z.int();
const words = z.strictObject({vi: z.string(), en: z.string()});
const moment = z.iso.datetime({offset: true});
const form = z.enum(['VIEC', 'TIEN'], {error: 'chỉ nhận VIEC, TIEN'});

const reasonId = z
  .enum(Object.keys(gapReasons) as [GapReasonId, ...GapReasonId[]], {
    error: `chỉ nhận ${Object.keys(gapReasons).join(', ')}`,
  })
  .meta({id: 'GapReasonId'});

const gapReason = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    code: z.string(),
    reason: reasonId,
    comment: z.string(),
    paper: z.number(),
    platform: z.number(),
    said_at: moment,
    said_by: z.string(),
  })
  .meta({id: 'GapReason', description: 'Hai số như lúc đơn vị nêu lý do; tiền tính bằng đồng.'});

const gapSignature = z
  .strictObject({unit_id: z.string(), signed_at: moment, signed_by: z.string()})
  .meta({id: 'GapSignature', description: 'Biên bản đã chốt thì không sửa, không thêm được.'});

export const gapRecordAnswer = z.strictObject({
  ...stamp.shape,
  nam: count,
  so_thang: count,
  loai_bieu: form,
  reasons: z.array(z.strictObject({reason: reasonId, label: words})),
  rows: z.array(gapReason),
  signatures: z.array(gapSignature),
});

const recorded = z.strictObject({
  nam: count,
  so_thang: count,
  loai_bieu: form,
  unit: z.string().min(1, {error: 'cần mã của một đơn vị'}).max(64, {error: 'mã dài nhất 64 ký tự'}),
});

export const newGapReason = recorded.extend({
  code: z.string().min(1, {error: 'cần mã của một chỉ tiêu'}).max(64, {error: 'mã dài nhất 64 ký tự'}),
  reason: reasonId,
  comment: z
    .string()
    .trim()
    .min(1, {error: 'cần một câu giải trình'})
    .max(1000, {error: 'giải trình dài nhất 1000 ký tự'}),
});

export const newGapSignature = recorded;

export type GapReasonAnswer = z.infer<typeof gapReason>;
export type GapRecordAnswer = z.infer<typeof gapRecordAnswer>;
export type NewGapReason = z.infer<typeof newGapReason>;
export type NewGapSignature = z.infer<typeof newGapSignature>;
