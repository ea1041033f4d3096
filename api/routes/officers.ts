import {z} from 'zod';
import {endpoint} from '../endpoint.ts';
import {stampOf} from '../nights.ts';
import {officersAnswer, type OfficerFound} from '../officer-schemas.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';

/** How many officers are told of at once: enough to pick one, no list of staff. */
const mostFound = 5;

const {unit, only_json} = parameters;

const name = z
  .string()
  .trim()
  .min(2, {error: 'cần ít nhất 2 chữ cái của họ tên'})
  .max(60, {error: 'họ tên dài nhất 60 chữ cái'})
  .meta({description: 'Một phần họ tên, có dấu hoặc không dấu.', example: 'van an'});

/** The first few officials whose name has the words asked for, for those who may see officers. */
export const officers = endpoint({
  path: '/officers',
  summary: 'Tìm cán bộ theo họ tên trong phạm vi được xem; nhiều nhất 5 người',
  params: z.strictObject({}),
  query: z.strictObject({name, unit, format: only_json}),
  answer: officersAnswer,
  tabular: false,
  async find({query}, version) {
    const place = await unitOf({unit: query.unit}, version);
    return {
      answer: {
        ...stampOf(version, undefined),
        rows: await version.rows<OfficerFound>('officers_found', {
          name: query.name,
          unit: place.unit,
          most: mostFound,
        }),
      },
    };
  },
});
