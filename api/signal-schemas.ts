import {z} from 'zod';
import {signals, type SignalId} from '../warehouse/defects.ts';
import {stamp} from './schemas.ts';

/*
 * The answer about signals of entry for form's sake; its type is taken from here, and the OpenAPI document is made of it.
 */

const count = z.int();
const words = z.strictObject({vi: z.string(), en: z.string()});

const signalId = z.enum(Object.keys(signals) as [SignalId, ...SignalId[]]).meta({
  id: 'SignalId',
  description: 'Dấu hiệu nhập liệu mang tính hình thức; không dấu hiệu nào tính vào điểm.',
});

const signal = z
  .strictObject({
    signal: signalId,
    label: words,
    meaning: words,
    counted: words.meta({description: 'Một lần là gì: một hồ sơ, một đợt nhập, một phòng với một hạn.'}),
    occurrences: count,
  })
  .meta({id: 'Signal'});

const signalRow = z
  .strictObject({unit_id: z.string(), unit_name: z.string(), signal: signalId, occurrences: count})
  .meta({id: 'SignalRow'});

const signalExample = z
  .strictObject({
    signal: signalId,
    office_id: z.string().nullable(),
    office_name: z.string().nullable(),
    officer_id: z.string().nullable(),
    officer_name: z.string().nullable(),
    case_id: z.string().nullable(),
    found: z.string(),
  })
  .meta({
    id: 'SignalExample',
    description:
      'Mã hồ sơ chỉ có với người được xem từng hồ sơ; cán bộ chỉ có với lãnh đạo, hội đồng và tỉnh của cán bộ đó.',
  });

export const signalsAnswer = z.strictObject({
  ...stamp.shape,
  level: z.enum(['nation', 'province', 'office']),
  signals: z.array(signal),
  rows: z.array(signalRow).meta({description: 'Đơn vị không có dấu hiệu nào thì không có dòng.'}),
  examples: z.array(signalExample),
});

export type Signal = z.infer<typeof signal>;
export type SignalRow = z.infer<typeof signalRow>;
export type SignalExample = z.infer<typeof signalExample>;
export type SignalsAnswer = z.infer<typeof signalsAnswer>;
