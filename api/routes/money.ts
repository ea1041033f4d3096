import {z} from 'zod';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {moneyAnswer, type MoneySums} from '../money-schemas.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import type {ColumnType} from '../table.ts';

const {unit_level, unit, as_of, format} = parameters;

/** Which amounts of money are entered, what they add up to, and whether the sums agree. */
export const money = endpoint({
  path: '/money',
  summary: 'Số khoản có tiền phải, đã, còn phải thi hành; tổng tiền; phần lệch giữa các số, theo đơn vị',
  params: z.strictObject({}),
  query: z.strictObject({level: unit_level, unit, as_of, format}),
  answer: moneyAnswer,
  tabular: true,
  needs: ['marts.money_items', 'marts.case_files'],
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const place = await unitOf(query, version);
    if (stamp.night !== version.current.night) {
      throw new ApiError(
        'night_not_kept',
        `Tổng số tiền chỉ có ở đêm mới nhất (${version.current.night}); hãy bỏ as_of.`,
      );
    }
    const sums = await version.rows<Omit<MoneySums, 'residual_vnd'>>('money_sums', {...place});
    const rows = sums.map((row): MoneySums => ({...row, residual_vnd: residualOf(row)}));
    return {
      answer: {...stamp, level: place.level, rows},
      table: {
        name: `money-${place.level}-${stamp.night}`,
        meaning:
          'Tiền tính bằng đồng, của hồ sơ có tiền được tính. whole_… là khoản có đủ ba số; residual_vnd là phần phải ' +
          'thi hành không được giải thích bằng đã thi hành, giảm trừ và còn phải thi hành.',
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          items: 'integer',
          items_due: 'integer',
          items_enforced: 'integer',
          items_outstanding: 'integer',
          due_vnd: 'number',
          enforced_vnd: 'number',
          outstanding_vnd: 'number',
          whole_items: 'integer',
          whole_due_vnd: 'number',
          whole_enforced_vnd: 'number',
          whole_remitted_vnd: 'number',
          whole_outstanding_vnd: 'number',
          residual_vnd: 'number',
          broken_items: 'integer',
        } satisfies Record<keyof MoneySums, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

const residualOf = (row: Omit<MoneySums, 'residual_vnd'>): number =>
  row.whole_due_vnd - row.whole_enforced_vnd - row.whole_remitted_vnd - row.whole_outstanding_vnd;
