import {z} from 'zod';
import {stamp} from './schemas.ts';

/* The answer about amounts of money; its type is taken from here, and the OpenAPI document is made of it. */

const count = z.int();
const dong = z.number();

const moneySums = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    items: count,
    items_due: count,
    items_enforced: count,
    items_outstanding: count,
    due_vnd: dong,
    enforced_vnd: dong,
    outstanding_vnd: dong,
    whole_items: count,
    whole_due_vnd: dong,
    whole_enforced_vnd: dong,
    whole_remitted_vnd: dong,
    whole_outstanding_vnd: dong,
    residual_vnd: dong,
    broken_items: count,
  })
  .meta({
    id: 'MoneySums',
    description:
      'Khoản tiền của hồ sơ có tiền được tính: số khoản có từng số tiền, tổng từng số tiền (đồng); whole_… chỉ tính ' +
      'khoản có đủ ba số, ở đó residual_vnd = phải − đã − giảm trừ − còn phải thi hành.',
  });

export const moneyAnswer = z.strictObject({
  ...stamp.shape,
  level: z.enum(['nation', 'province', 'office']),
  rows: z.array(moneySums),
});

export type MoneySums = z.infer<typeof moneySums>;
export type MoneyAnswer = z.infer<typeof moneyAnswer>;
