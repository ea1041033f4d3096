import {z} from 'zod';
import {defects, petitionDefects, type Defect} from '../../warehouse/defects.ts';
import {isMetricId, metrics, valueOf} from '../../warehouse/metrics.ts';
import type {ChangesAnswer, FigureChange, ModelChange, TableChange} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {findNight, stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import * as schemas from '../schemas.ts';
import type {ColumnType} from '../table.ts';

const {as_of, format} = parameters;

/** What changed since the night before: the rows delivered, the figures, and how we count. */
export const changes = endpoint({
  path: '/changes',
  summary: 'Những gì đã đổi so với đêm trước',
  params: z.strictObject({}),
  query: z.strictObject({as_of, format}),
  answer: schemas.changesAnswer,
  tabular: true,
  needs: ['meta.changes'],
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const before = findNight(version, dayBefore(stamp.night)) ?? null;
    const isLatest = stamp.night === version.current.night;
    const [tables, models, figures] = await Promise.all([
      isLatest ? version.rows<TableChange>('table_changes') : null,
      isLatest && version.has('meta.model_changes') ? version.rows<ModelChange>('model_changes') : null,
      before === null ? [] : version.rows<CountChange>('figure_changes', {before, night: stamp.night}),
    ]);
    const rows = figures.flatMap(changeOf).sort(byMetricThenSize);
    const answer: ChangesAnswer = {
      ...stamp,
      compared_with: before,
      tables,
      models: models && models.map((change) => ({...change, label: labelOf(change.model)})),
      rows,
    };
    return {
      answer,
      table: {
        name: `changes-${stamp.night}`,
        meaning: `Chỉ tiêu của toàn quốc và các tỉnh đã đổi so với đêm ${before ?? 'trước (chưa có)'}.`,
        columns: {
          metric: 'text',
          level: 'text',
          unit_id: 'text',
          unit_name: 'text',
          before: 'number',
          now: 'number',
          change: 'number',
          numerator_before: 'integer',
          denominator_before: 'integer',
          numerator_now: 'integer',
          denominator_now: 'integer',
        } satisfies Record<keyof FigureChange, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

type CountChange = Omit<FigureChange, 'metric' | 'before' | 'now' | 'change'> & {metric_id: string};

/** A figure that is as it was is left out, as is one of a metric there no longer is; one that appeared has no size to its change. */
function changeOf({metric_id, ...counts}: CountChange): FigureChange[] {
  if (!isMetricId(metric_id)) return [];
  const {unit} = metrics[metric_id];
  const before = valueOf(unit, counts.numerator_before, counts.denominator_before);
  const now = valueOf(unit, counts.numerator_now, counts.denominator_now);
  if (before === now) return [];
  return [
    {
      metric: metric_id,
      ...counts,
      before,
      now,
      change: before === null || now === null ? null : now - before,
    },
  ];
}

const order = Object.keys(metrics);

/** In the order of the catalogue; the nation first, then whoever moved most. */
function byMetricThenSize(one: FigureChange, other: FigureChange): number {
  return (
    order.indexOf(one.metric) - order.indexOf(other.metric) ||
    Number(other.level === 'nation') - Number(one.level === 'nation') ||
    Math.abs(other.change ?? 0) - Math.abs(one.change ?? 0) ||
    (one.unit_id < other.unit_id ? -1 : 1)
  );
}

/** What a model that is a metric or a rule is called by people; others have no such name. */
function labelOf(model: string): ModelChange['label'] {
  const [layer, name = ''] = model.split('.');
  if (layer === 'metrics') return isMetricId(name) ? metrics[name].label : null;
  const rules: Record<string, Readonly<Record<string, Defect>>> = {
    defects,
    petition_defects: petitionDefects,
  };
  return rules[layer ?? '']?.[name]?.label ?? null;
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
