import {z} from 'zod';
import {count, day, kind, moment, reason, reasonIfAny, revision, stamp, text} from './board-schemas.ts';

/* The shapes of quotas and nominations, and of what the board sends in about them. */

const basis = z.enum(['regional_offices', 'civil_servants'], {
  error: 'chỉ nhận regional_offices, civil_servants',
});

const nomineeKind = z.enum(['TAP_THE', 'CA_NHAN']);

const correction = z.strictObject({
  id: count,
  platform_size: count.meta({description: 'Số trên nền tảng.'}),
  source: z.string(),
  source_on: day,
  at: moment,
  actor: z.string(),
});

const quota = z
  .strictObject({
    award: z.string(),
    award_name: z.string(),
    proposer: z.enum(['department', 'provinces', 'province']),
    proposer_name: z.string(),
    province_id: z.string().nullable(),
    nominee_kind: nomineeKind,
    basis: basis.nullable(),
    basis_size: count.nullable(),
    corrected: correction.nullable(),
    quota: count,
    proposed: count.meta({description: 'Số đề nghị nhận được trong hạn.'}),
    used: count.meta({description: 'Số đã vào danh sách đề cử hoặc đã quyết định khen thưởng.'}),
    free: count,
    letter: z.string(),
    clause: z.string(),
  })
  .meta({id: 'Quota'});

export const quotasAnswer = z
  .strictObject({...stamp, campaign: z.string(), rows: z.array(quota)})
  .meta({id: 'QuotasAnswer'});

export const newSize = z.strictObject({
  province: z.string().regex(/^\d{2}$/, {error: 'cần mã tỉnh hai chữ số'}),
  basis,
  size: z
    .int({error: 'cần một số nguyên từ 0'})
    .min(0, {error: 'cần một số nguyên từ 0'})
    .max(100_000, {error: 'lớn nhất 100000'}),
  source: text(3, 'nguồn của số liệu'),
  source_on: day,
  revision,
});

export const sizesAnswer = z
  .strictObject({
    campaign: z.string(),
    rows: z.array(
      z.strictObject({
        id: count,
        province_id: z.string(),
        basis,
        basis_size: count,
        source: z.string(),
        source_on: day,
        at: moment,
        actor: z.string(),
      }),
    ),
  })
  .meta({id: 'CorrectedSizes'});

const matter = z.enum(['discipline', 'prosecution', 'inspection', 'verification'], {
  error: 'chỉ nhận discipline, prosecution, inspection, verification',
});
const answer = z.enum(['yes', 'no', 'unknown'], {error: 'chỉ nhận yes, no, unknown'});

const nominationState = z
  .enum(['late', 'incomplete', 'not_eligible', 'eligible', 'shortlisted', 'awarded', 'not_awarded'])
  .meta({id: 'NominationState'});

const nomination = z
  .strictObject({
    id: z.string(),
    award: z.string(),
    nominee_kind: nomineeKind,
    nominee_id: z.string(),
    nominee_name: z.string().nullable(),
    works_at: z.string().nullable(),
    nominated_by: z.string(),
    proposer_name: z.string().nullable(),
    province_id: z.string().nullable().meta({description: 'Tỉnh đề nghị; trống là đơn vị thuộc Cục.'}),
    priority: count.nullable(),
    received_on: day,
    state: nominationState,
    note: z.string().nullable().meta({description: 'Một câu về trạng thái, kèm điểm khoản.'}),
    note_en: z.string().nullable().meta({description: 'Câu đó bằng tiếng Anh.'}),
    missing: z.array(z.enum(['submission', 'minutes', 'report', 'confirmation', 'nominee'])),
    obstacles: z.array(
      z.strictObject({
        kind: z.enum(['gate', 'matter', 'answer']),
        code: z.string(),
        label: z.string(),
        label_en: z.string(),
        letter: z.string(),
        clause: z.string(),
      }),
    ),
    candidate_kind: kind.nullable(),
    takes_part: z
      .boolean()
      .meta({description: 'Có tham gia xếp hạng; không thì không có điều kiện xếp hạng.'}),
    rank: count.nullable(),
    is_over_quota: z.boolean(),
    also_nominated: z.array(z.string()).meta({description: 'Đề nghị khác cho cùng đối tượng.'}),
    pending: z.array(
      z.strictObject({
        matter,
        label: z.string(),
        label_en: z.string(),
        answer,
        source: z.string().nullable(),
        source_on: day.nullable(),
        at: moment.nullable(),
        actor: z.string().nullable(),
      }),
    ),
    revision,
  })
  .meta({id: 'Nomination'});

export const nominationsAnswer = z
  .strictObject({
    ...stamp,
    campaign: z.string(),
    ranking_night: day,
    freeze: count.nullable().meta({description: 'Lần chốt dùng để xét; trống là bảng xếp hạng chưa chốt.'}),
    rows: z.array(nomination),
  })
  .meta({id: 'NominationsAnswer'});

const step = z.strictObject({
  id: count,
  step: z.enum(['shortlisted', 'taken_off', 'awarded', 'not_awarded', 'answered']),
  matter: matter.nullable(),
  answer: answer.nullable(),
  source: z.string().nullable(),
  source_on: day.nullable(),
  reason: z.string().nullable(),
  at: moment,
  actor: z.string(),
  role: z.string(),
});

export const nominationAnswer = z
  .strictObject({...stamp, campaign: z.string(), nomination, steps: z.array(step)})
  .meta({id: 'NominationAnswer'});

export const changedNominationAnswer = z.strictObject({nomination, steps: z.array(step)});

export const shortlisting = z.strictObject({
  is_shortlisted: z.boolean({error: 'cần true hoặc false'}),
  reason: reasonIfAny,
  revision,
});

export const nominationDecision = z.strictObject({
  outcome: z.enum(['awarded', 'not_awarded'], {error: 'chỉ nhận awarded, not_awarded'}),
  reason,
  revision,
});

export const pendingMatter = matter;
export const foundOut = z.strictObject({
  answer,
  source: text(3, 'nguồn của thông tin'),
  source_on: day,
  revision,
});

export type QuotaAnswer = z.infer<typeof quota>;
export type QuotasAnswer = z.infer<typeof quotasAnswer>;
export type SizesAnswer = z.infer<typeof sizesAnswer>;
export type NominationShown = z.infer<typeof nomination>;
export type NominationsAnswer = z.infer<typeof nominationsAnswer>;
export type NominationAnswer = z.infer<typeof nominationAnswer>;
export type ChangedNominationAnswer = z.infer<typeof changedNominationAnswer>;
