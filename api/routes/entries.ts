import {z} from 'zod';
import type {EntryDay} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import type {ColumnType} from '../table.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import * as schemas from '../schemas.ts';

const {as_of, format} = parameters;

/** How the nation's files were entered, day by day, as a night knew it. */
export const entries = endpoint({
  path: '/entries',
  summary: 'Số hồ sơ đã nhập của cả nước, cộng dồn theo ngày',
  params: z.strictObject({}),
  query: z.strictObject({as_of, format}),
  answer: schemas.entriesAnswer,
  tabular: true,
  async find({query}, version) {
    const stamp = stampOf(version, query.as_of);
    const rows = await version.rows<EntryDay>('entry_days', {night: stamp.night});
    return {
      answer: {...stamp, rows},
      table: {
        name: `entries-${stamp.night}`,
        columns: {day: 'date', done: 'integer'} satisfies Record<keyof EntryDay, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});
