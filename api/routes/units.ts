import {z} from 'zod';
import type {Unit} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import type {ColumnType} from '../table.ts';
import {stampOf} from '../nights.ts';
import {parameters, pathParameters} from '../parameters.ts';
import * as schemas from '../schemas.ts';

const {as_of, format, only_json} = parameters;

/** The units in force on a night, from the Department down. */
export const units = endpoint({
  path: '/units',
  summary: 'Cây đơn vị có hiệu lực tại một đêm',
  params: z.strictObject({}),
  query: z.strictObject({as_of, format}),
  answer: schemas.unitsAnswer,
  tabular: true,
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const rows = await version.rows<Unit>('units_in_force', {night: stamp.night});
    return {
      answer: {...stamp, rows},
      table: {
        name: `units-${stamp.night}`,
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          level: 'text',
          parent_id: 'text',
          province_id: 'text',
          valid_from: 'date',
          valid_to: 'date',
        } satisfies Record<keyof Unit, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

/** A unit and those directly below it, whenever they were in force. */
export const unit = endpoint({
  path: '/units/{id}',
  summary: 'Một đơn vị và các đơn vị trực thuộc',
  params: z.strictObject({id: pathParameters.unit}),
  query: z.strictObject({format: only_json}),
  answer: schemas.unitAnswer,
  tabular: false,
  async find({params}, version) {
    const [found] = await version.rows<Unit>('unit', {unit: params.id});
    if (!found) throw new ApiError('unknown_unit', 'Không có đơn vị mang mã này; xem /api/v1/units.');
    const children = await version.rows<Unit>('units_below', {unit: params.id});
    return {answer: {...stampOf(version, undefined), unit: found, children}};
  },
});
