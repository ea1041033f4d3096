import {z} from 'zod';
import {stamp} from './schemas.ts';

/*
 * The answer about the targets, deadlines and days off that figures are judged by; its type is taken from here, and the
 * OpenAPI document is made of it.
 */

const day = z.iso.date();
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

const dayOff = z
  .strictObject({
    day,
    kind: z.enum(['holiday', 'make_up']).meta({description: 'Ngày nghỉ, hoặc ngày nghỉ đi làm bù.'}),
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
