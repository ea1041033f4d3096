import {z} from 'zod';
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
