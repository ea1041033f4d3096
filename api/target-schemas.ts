import {z} from 'zod';
import {metrics, type MetricId} from '../warehouse/metrics.ts';
import {moment, reason, text} from './board-schemas.ts';
import {stamp} from './schemas.ts';

/*
 * The answer about the targets, deadlines and days off that figures are judged by; its type is taken from here, and the
 * OpenAPI document is made of it.
 */

const day = z.iso.date({error: 'cần một ngày có thật viết dạng YYYY-MM-DD, ví dụ 2026-05-01'});
const words = z.strictObject({vi: z.string(), en: z.string()});

const target = z
  .strictObject({
    metric: z.string(),
    label: words,
    is_rate: z.boolean().meta({description: 'goal và floor là phân số của 1; nếu không là số đếm.'}),
    valid_from: day,
    valid_to: day.nullable(),
    in_force: z.boolean().meta({description: 'Đang dùng cho đêm số liệu này.'}),
    goal: z.number().nullable(),
    floor: z.number().nullable(),
    deadline: z.iso.datetime({offset: true}).nullable(),
    letter: z.string(),
    clause: z.string(),
    by_default: z.boolean().meta({description: 'Do hệ thống đặt, văn bản không quy định.'}),
  })
  .meta({id: 'TargetRow'});

const dayOffKind = z.enum(['holiday', 'make_up'], {error: 'chỉ nhận holiday, make_up'});

const dayOff = z
  .strictObject({
    day,
    kind: dayOffKind.meta({description: 'Ngày nghỉ, hoặc ngày nghỉ đi làm bù.'}),
    name: z.string().nullable(),
    instead_of: day.nullable(),
    legal_basis: z.string(),
  })
  .meta({id: 'DayOff'});

export const targetsAnswer = z.strictObject({
  ...stamp.shape,
  targets: z.array(target),
  days_off: z.array(dayOff),
});

export type TargetRow = z.infer<typeof target>;
export type DayOff = z.infer<typeof dayOff>;
export type TargetsAnswer = z.infer<typeof targetsAnswer>;

const targetChange = z.strictObject({
  kind: z.literal('target'),
  metric: z.enum(Object.keys(metrics) as [MetricId, ...MetricId[]], {error: 'không có chỉ tiêu này'}),
  valid_from: day.meta({description: 'Ngày đầu áp dụng; mục tiêu đang dùng kết thúc trước ngày này.'}),
  goal: z.number({error: 'cần mục tiêu'}).min(0, {error: 'cần một số không âm'}),
  floor: z.number({error: 'cần ngưỡng phải quyết định'}).min(0, {error: 'cần một số không âm'}),
  deadline: day.nullable().meta({description: 'Ngày cuối của hạn; hết 23:59:59 ngày đó.'}),
  letter: text(3, 'số, ký hiệu văn bản'),
  clause: text(1, 'điểm, khoản của văn bản'),
});

const holidayChange = z.strictObject({
  kind: z.literal('holiday'),
  day,
  name: text(3, 'tên ngày nghỉ'),
  legal_basis: text(3, 'căn cứ'),
});

const makeUpDayChange = z.strictObject({
  kind: z.literal('make_up_day'),
  day: day.meta({description: 'Ngày cuối tuần đi làm.'}),
  instead_of: day.meta({description: 'Ngày nghỉ được làm bù.'}),
  legal_basis: text(3, 'căn cứ'),
});

const removedDayOff = z.strictObject({
  kind: z.literal('removed_day_off'),
  day: day.meta({description: 'Ngày bỏ khỏi danh sách.'}),
  was: dayOffKind.meta({description: 'Ngày ấy đang là ngày nghỉ hay ngày làm bù.'}),
  legal_basis: text(3, 'căn cứ'),
});

const change = z
  .discriminatedUnion('kind', [targetChange, holidayChange, makeUpDayChange, removedDayOff], {
    error: 'kind chỉ nhận target, holiday, make_up_day, removed_day_off',
  })
  .meta({id: 'TargetChange'});

export const newTargetChange = z.strictObject({change, reason});

const proposedChange = z
  .strictObject({
    id: z.int(),
    change,
    reason: z.string(),
    proposed_at: moment,
    proposed_by: z.string(),
    state: z.enum(['proposed', 'approved', 'rejected']),
    decided_at: moment.nullable(),
    decided_by: z.string().nullable(),
    decision_reason: z.string().nullable(),
  })
  .meta({id: 'ProposedTargetChange'});

export const targetChangeAnswer = proposedChange;

export const targetChangesAnswer = z.strictObject({
  night: z.iso.date(),
  rows: z.array(
    proposedChange.extend({
      in_use: z.boolean().meta({description: 'Phiên bản đang phục vụ đã được dựng với thay đổi này.'}),
    }),
  ),
});

export const targetChangeDecision = z.strictObject({
  outcome: z.enum(['approved', 'rejected'], {error: 'chỉ nhận approved, rejected'}),
  reason,
});

export type TargetChange = z.infer<typeof change>;
export type ProposedTargetChange = z.infer<typeof proposedChange>;
export type TargetChangesAnswer = z.infer<typeof targetChangesAnswer>;
