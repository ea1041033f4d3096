import {z} from 'zod';
import {isMetricId} from '../../warehouse/metrics.ts';
import type {PaceRow} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {stampOf} from '../nights.ts';
import {readPaces} from '../paces.ts';
import {parameters, pathParameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import * as schemas from '../schemas.ts';
import type {ColumnType} from '../table.ts';
import {readTargets} from '../targets.ts';

const {as_of, unit_level, unit, format} = parameters;

/** The metric whose files come in day by day. */
const paced = 'completion_rate';

/** How fast files come in, how fast they would have to, and when they will all be there. */
export const pace = endpoint({
  path: '/metrics/{id}/pace',
  summary: 'Nhịp nhập hồ sơ, nhịp cần có đến thời hạn và dự báo ngày xong',
  params: z.strictObject({id: pathParameters.metric}),
  query: z.strictObject({level: unit_level, unit, as_of, format}),
  answer: schemas.paceAnswer,
  tabular: true,
  needs: ['marts.calendar'],
  async find({params, query}, version) {
    mustBePaced(params.id);
    const stamp = stampOf(version, query.as_of);
    const place = await unitOf(query, version);
    const [figures, targets, paceFor] = await Promise.all([
      version.rows<{
        unit_id: string;
        unit_name: string;
        numerator: number | null;
        denominator: number | null;
      }>('metric_by_unit', {metric: paced, ...place, from: stamp.night, to: stamp.night}),
      readTargets(version, stamp.night, stamp.night),
      readPaces(version, {level: place.level, night: stamp.night}),
    ]);
    const deadline = targets.find(paced, stamp.night)?.deadline ?? null;
    const rows = figures.map(({unit_id, unit_name, numerator, denominator}): PaceRow => {
      const missing = numerator === null || denominator === null ? null : denominator - numerator;
      return {unit_id, unit_name, missing, ...paceFor(unit_id, missing, deadline)};
    });
    return {
      answer: {...stamp, metric: paced, level: place.level, deadline, rows},
      table: {
        name: `pace-${place.level}-${stamp.night}`,
        meaning:
          'Nhịp là số hồ sơ nhập bình quân mỗi ngày làm việc trong 10 ngày làm việc gần nhất, không kể hồ sơ nhập ' +
          'ngày nghỉ; dự báo là ngày xong ở phân vị 10, 50, 90 khi lấy mẫu lại 10 ngày đó 1.000 lần.',
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          missing: 'integer',
          working_days_left: 'integer',
          needed_per_working_day: 'number',
          entered_per_working_day: 'number',
          p10: 'date',
          p50: 'date',
          p90: 'date',
          no_forecast: 'text',
        } satisfies Record<string, ColumnType>,
        rows: rows.map(({forecast, ...row}) => ({...row, ...forecast})),
      },
    };
  },
});

function mustBePaced(id: string): void {
  if (id === paced) return;
  throw isMetricId(id)
    ? new ApiError('pace_not_available', `Chỉ tiêu ${id} không có nhịp nhập; chỉ ${paced} có.`)
    : new ApiError('unknown_metric', 'Không có chỉ tiêu mang mã này; xem /api/v1/metrics.');
}
