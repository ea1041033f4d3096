import {z} from 'zod';
import {
  isMetricId,
  metrics,
  statusOf,
  valueOf,
  type Level,
  type Metric,
  type MetricId,
} from '../../warehouse/metrics.ts';
import type {MetricRow, MetricSummary, SeriesPoint} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import type {ColumnType} from '../table.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {parameters, pathParameters} from '../parameters.ts';
import {standingOf} from '../places.ts';
import * as schemas from '../schemas.ts';
import {readTargets} from '../targets.ts';

/** Answers above this would hold up everybody else while they are written. */
const mostRows = 100_000;

const figureColumns = ({unit}: Metric) =>
  ({
    numerator: 'integer',
    denominator: 'integer',
    value: valueTypes[unit],
    status: 'text',
  }) as const satisfies Partial<Record<keyof MetricRow, ColumnType>>;

const valueTypes = {ratio: 'ratio', count: 'number'} as const satisfies Record<Metric['unit'], ColumnType>;

const {as_of, from, to, level, unit, format} = parameters;

/** Every metric there is, with the target in force. */
export const metricCatalogue = endpoint({
  path: '/metrics',
  summary: 'Danh mục chỉ tiêu và mục tiêu đang có hiệu lực',
  params: z.strictObject({}),
  query: z.strictObject({format}),
  answer: schemas.metricCatalogue,
  tabular: true,
  async find(_question, version) {
    const {night, version: name, demo} = version.current;
    const targets = await readTargets(version, night, night);
    const rows: MetricSummary[] = Object.entries(metrics).map(([id, metric]) => ({
      id,
      ...metric,
      target: targets.find(id, night),
    }));
    return {
      answer: {night, version: name, demo, rows},
      table: {
        name: `metrics-${night}`,
        columns: {
          id: 'text',
          label_vi: 'text',
          label_en: 'text',
          meaning_vi: 'text',
          meaning_en: 'text',
          unit: 'text',
          better: 'text',
          levels: 'text',
          goal: 'number',
          floor: 'number',
          deadline: 'moment',
          letter: 'text',
          clause: 'text',
          by_default: 'boolean',
        },
        rows: rows.map(({id, label, meaning, unit, better, levels, target}) => ({
          id,
          label_vi: label.vi,
          label_en: label.en,
          meaning_vi: meaning.vi,
          meaning_en: meaning.en,
          unit,
          better,
          levels: levels.join(' '),
          ...target,
        })),
      },
    };
  },
});

/** A metric of every unit of a level on one night. */
export const metricFigures = endpoint({
  path: '/metrics/{id}',
  summary: 'Một chỉ tiêu của các đơn vị cùng cấp, tại một đêm',
  params: z.strictObject({id: pathParameters.metric}),
  query: z.strictObject({level, unit, as_of, format}),
  answer: schemas.metricAnswer,
  tabular: true,
  async find({params, query}, version) {
    const {id, metric} = metricCalled(params.id);
    const stamp = stampOf(version, query.as_of);
    const place = await placeOf(id, query, version);
    const points = await readFigures(id, place, {from: stamp.night, to: stamp.night}, version);
    const targets = await readTargets(version, stamp.night, stamp.night);
    const target = targets.find(id, stamp.night);
    const rows = points.map(({unit_id, unit_name, numerator, denominator}): MetricRow => {
      const value = valueOf(metric.unit, numerator, denominator);
      return {
        unit_id,
        unit_name,
        numerator,
        denominator,
        value,
        status: statusOf(value, metric.better, target),
      };
    });
    return {
      answer: {...stamp, metric: id, level: place.level, rows},
      table: {
        name: `${id}-${place.level}-${stamp.night}`,
        meaning: metric.meaning.vi,
        columns: {unit_id: 'text', unit_name: 'text', ...figureColumns(metric)} satisfies Record<
          keyof MetricRow,
          ColumnType
        >,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

/** A metric of every unit of a level, night by night. */
export const metricSeries = endpoint({
  path: '/metrics/{id}/series',
  summary: 'Một chỉ tiêu qua các đêm, kèm mục tiêu của từng đêm',
  params: z.strictObject({id: pathParameters.metric}),
  query: z.strictObject({level, unit, from, to, format}),
  answer: schemas.seriesAnswer,
  tabular: true,
  async find({params, query}, version) {
    const {id, metric} = metricCalled(params.id);
    const stamp = stampOf(version, query.to);
    const period = {from: query.from ?? version.nights[0] ?? stamp.night, to: stamp.as_of};
    if (period.from > period.to) {
      throw new ApiError(
        'invalid_parameter',
        `Tham số “from” (${period.from}) sau “to” (${period.to}); hãy đổi lại thứ tự.`,
      );
    }
    const place = await placeOf(id, query, version);
    const [points, targets] = await Promise.all([
      readFigures(id, place, period, version),
      readTargets(version, period.from, period.to),
    ]);
    const rows = points.map(({night, unit_id, unit_name, numerator, denominator}): SeriesPoint => {
      const value = valueOf(metric.unit, numerator, denominator);
      const target = targets.find(id, night);
      const status = statusOf(value, metric.better, target);
      return {night, unit_id, unit_name, numerator, denominator, value, status, target: target?.goal ?? null};
    });
    return {
      answer: {...stamp, metric: id, level: place.level, ...period, rows},
      table: {
        name: `${id}-${place.level}-${period.from}-${period.to}`,
        meaning: metric.meaning.vi,
        columns: {
          night: 'date',
          unit_id: 'text',
          unit_name: 'text',
          ...figureColumns(metric),
          target: valueTypes[metric.unit],
        } satisfies Record<keyof SeriesPoint, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

function metricCalled(id: string): {id: MetricId; metric: Metric} {
  if (isMetricId(id)) return {id, metric: metrics[id]};
  throw new ApiError(
    'unknown_metric',
    `Không có chỉ tiêu mang mã này; các chỉ tiêu là ${Object.keys(metrics).join(', ')}.`,
  );
}

/** The level and the unit asked for; a unit alone asks for its own level. */
async function placeOf(
  id: MetricId,
  {level, unit = 'VN'}: {level?: Level | undefined; unit?: string | undefined},
  version: OpenVersion,
): Promise<{level: Level; unit: string}> {
  const standing = await standingOf(unit, version);
  const asked = level ?? standing;
  const {levels}: Metric = metrics[id];
  if (!levels.includes(asked)) {
    throw new ApiError(
      'level_not_available',
      `Chỉ tiêu ${id} không có ở cấp ${asked}; các cấp có là ${levels.join(', ')}.`,
    );
  }
  return {level: asked, unit};
}

async function readFigures(
  metric: MetricId,
  {level, unit}: {level: Level; unit: string},
  {from, to}: {from: string; to: string},
  version: OpenVersion,
): Promise<Omit<SeriesPoint, 'value' | 'status' | 'target'>[]> {
  const period = {metric, unit, from, to};
  const rows =
    level === 'officer'
      ? await version.rows<Omit<SeriesPoint, 'value' | 'status' | 'target'>>('metric_by_officer', period)
      : await version.rows<Omit<SeriesPoint, 'value' | 'status' | 'target'>>('metric_by_unit', {
          ...period,
          level,
        });
  if (rows.length > mostRows) {
    throw new ApiError(
      'too_many_rows',
      `Kết quả có ${rows.length} dòng, nhiều hơn ${mostRows} dòng một lần trả lời; hãy thu hẹp đơn vị hoặc khoảng ngày.`,
    );
  }
  return rows;
}
