import {z} from 'zod';
import {defects, petitionDefects} from '../warehouse/defects.ts';
import {stamp} from './schemas.ts';

/*
 * The answers about work to be done: what is open and for how long, what was given to whom, and what came of it. Their
 * types are taken from here, and the OpenAPI document is made of them.
 */

const count = z.int();

const defectAge = z
  .strictObject({
    unit_id: z.string().nullable(),
    unit_name: z.string().nullable(),
    up_to_7_days: count,
    up_to_14_days: count,
    up_to_30_days: count,
    over_30_days: count,
    offences: count,
  })
  .meta({
    id: 'DefectAge',
    description:
      'Số lỗi còn mở theo số ngày kể từ đêm đầu tiên thấy lỗi. Dòng không có mã: lỗi không thuộc đơn vị nào đã biết, ' +
      'hoặc chưa có người phụ trách.',
  });

export const defectAgesAnswer = z.strictObject({
  ...stamp.shape,
  level: z.enum(['nation', 'province', 'office', 'officer']),
  rows: z.array(defectAge),
});

export type DefectAge = z.infer<typeof defectAge>;
export type DefectAgesAnswer = z.infer<typeof defectAgesAnswer>;

const words = z.strictObject({vi: z.string(), en: z.string()});
const moment = z.iso.datetime({offset: true});
const ruleIds = [...Object.keys(defects), ...Object.keys(petitionDefects)] as [string, ...string[]];

const assignmentState = z.enum(['assigned', 'awaiting_night', 'closed', 'came_back']).meta({
  id: 'AssignmentState',
  description:
    'assigned: đã giao; awaiting_night: đã báo xong, chờ kiểm đêm nay; closed: mọi lỗi đã hết, do đêm số liệu xác nhận; ' +
    'came_back: tái phát.',
});

const assignment = z
  .strictObject({
    id: count,
    unit_id: z.string(),
    unit_name: z.string(),
    rule: z.string(),
    label: words,
    officer_id: z.string().nullable(),
    officer_name: z.string().nullable(),
    due_on: z.iso.date(),
    is_overdue: z.boolean(),
    note: z.string(),
    state: assignmentState,
    open: count.meta({description: 'Lỗi thuộc việc này còn mở ở đêm mới nhất.'}),
    fixed: count,
    came_back: count,
    assigned_at: moment,
    assigned_by: z.string(),
    reported_at: moment.nullable(),
    reported_by: z.string().nullable(),
  })
  .meta({id: 'Assignment'});

const openWork = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    rule: z.string(),
    label: words,
    open: count,
    open_since: z.iso.date(),
  })
  .meta({id: 'OpenWork', description: 'Việc mới: lỗi còn mở của một quy tắc ở một phòng, chưa giao cho ai.'});

export const assignmentsAnswer = z.strictObject({
  ...stamp.shape,
  rows: z.array(assignment),
  unassigned: z.array(openWork).meta({description: 'Nhiều lỗi nhất trước, nhiều nhất 20 dòng.'}),
});

export const newAssignment = z.strictObject({
  unit: z.string().min(1, {error: 'cần mã của một đơn vị'}).max(64, {error: 'mã dài nhất 64 ký tự'}),
  rule: z.enum(ruleIds, {error: 'cần mã của một quy tắc chất lượng'}),
  officer: z
    .string()
    .min(1, {error: 'cần mã của một cán bộ'})
    .max(64, {error: 'mã dài nhất 64 ký tự'})
    .optional()
    .meta({description: 'Bỏ trống: giao cho cả đơn vị.'}),
  due_on: z.iso.date({error: 'cần một ngày có thật viết dạng YYYY-MM-DD'}),
  note: z.string().trim().max(500, {error: 'ghi chú dài nhất 500 ký tự'}).default(''),
});

export const assignedAnswer = z.strictObject({id: count});

export type AssignmentAnswer = z.infer<typeof assignment>;
export type OpenWork = z.infer<typeof openWork>;
export type AssignmentsAnswer = z.infer<typeof assignmentsAnswer>;
export type NewAssignmentBody = z.input<typeof newAssignment>;
