import {z} from 'zod';
import {endpoint} from '../endpoint.ts';
import {formerProvincesAnswer, type FormerProvince} from '../former-province-schemas.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import type {ColumnType} from '../table.ts';

const {unit, format} = parameters;

/** Which provinces of before 01/07/2025 each province of today is made of; of a province or of all. */
export const formerProvinces = endpoint({
  path: '/former-provinces',
  summary: '63 tỉnh, thành phố trước 01/07/2025 và tỉnh, thành phố nay của mỗi nơi',
  params: z.strictObject({}),
  query: z.strictObject({unit, format}),
  answer: formerProvincesAnswer,
  tabular: true,
  async find({query}, version) {
    const place = await unitOf({unit: query.unit}, version);
    const rows = await version.rows<FormerProvince>('former_provinces', {unit: place.unit});
    return {
      answer: {...stampOf(version, undefined), rows},
      table: {
        name: 'former-provinces',
        meaning:
          'Mã tỉnh luôn đi cùng thời điểm của danh mục: bảy mã nay dùng cho một tỉnh khác với trước 01/07/2025.',
        columns: {
          former_province_id: 'text',
          former_province_name: 'text',
          province_id: 'text',
          province_name: 'text',
          is_code_reused: 'boolean',
        } satisfies Record<keyof FormerProvince, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});
