import {z} from 'zod';
import {endpoint} from '../endpoint.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import type {ColumnType} from '../table.ts';
import {defectAgesAnswer, type DefectAge} from '../work-schemas.ts';

const {level, unit, format} = parameters;

/** How long what is to be put right has been open, unit by unit or person by person. */
export const defectAges = endpoint({
  path: '/defects/ages',
  summary: 'Số lỗi còn mở theo thời gian mở, theo đơn vị hoặc người phụ trách',
  params: z.strictObject({}),
  query: z.strictObject({level, unit, format}),
  answer: defectAgesAnswer,
  tabular: true,
  needs: ['marts.fix_list'],
  async find({query}, version) {
    const stamp = stampOf(version, undefined);
    const place = await unitOf({unit: query.unit}, version);
    const asked = {level: query.level ?? place.level, unit: place.unit};
    const rows = await version.rows<DefectAge>('defect_ages', asked);
    return {
      answer: {...stamp, level: asked.level, rows},
      table: {
        name: `defect-ages-${asked.level}-${stamp.night}`,
        meaning: 'Số lỗi còn mở theo số ngày kể từ đêm đầu tiên thấy lỗi, tính đến đêm số liệu.',
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          up_to_7_days: 'integer',
          up_to_14_days: 'integer',
          up_to_30_days: 'integer',
          over_30_days: 'integer',
          offences: 'integer',
        } satisfies Record<keyof DefectAge, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});
