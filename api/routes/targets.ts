import {z} from 'zod';
import {isMetricId, metrics} from '../../warehouse/metrics.ts';
import {endpoint} from '../endpoint.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import type {ColumnType} from '../table.ts';
import {targetsAnswer, type DayOff, type TargetRow} from '../target-schemas.ts';

type Stored = Omit<TargetRow, 'label' | 'is_rate' | 'in_force'>;

/** The targets, deadlines and days off that the figures of a version were judged by, each with its letter. */
export const targets = endpoint({
  path: '/targets',
  summary: 'Mục tiêu, thời hạn và ngày nghỉ đang dùng, kèm văn bản của từng dòng',
  params: z.strictObject({}),
  query: z.strictObject({as_of: parameters.as_of, format: parameters.format}),
  answer: targetsAnswer,
  tabular: true,
  published: true,
  needs: ['reference.targets', 'reference.holidays', 'reference.make_up_days'],
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const [stored, days_off] = await Promise.all([
      version.rows<Stored>('targets'),
      version.rows<DayOff>('days_off'),
    ]);
    const rows = stored.map((one): TargetRow => ({
      ...one,
      label: isMetricId(one.metric) ? metrics[one.metric].label : {vi: one.metric, en: one.metric},
      is_rate: !isMetricId(one.metric) || metrics[one.metric].unit === 'ratio',
      in_force: one.valid_from <= stamp.night && (one.valid_to === null || one.valid_to >= stamp.night),
    }));
    return {
      answer: {...stamp, targets: rows, days_off},
      table: {
        name: `targets-${stamp.night}`,
        meaning: 'Mục tiêu và thời hạn theo từng giai đoạn, kèm văn bản.',
        columns: {
          metric: 'text',
          metric_label: 'text',
          valid_from: 'date',
          valid_to: 'date',
          goal: 'number',
          floor: 'number',
          deadline: 'text',
          letter: 'text',
          clause: 'text',
          by_default: 'boolean',
        } satisfies Record<string, ColumnType>,
        rows: rows.map(({label, is_rate: _, in_force: __, ...row}) => ({...row, metric_label: label.vi})),
      },
    };
  },
});
