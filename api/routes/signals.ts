import {z} from 'zod';
import {signals as known, type SignalId} from '../../warehouse/defects.ts';
import {endpoint, type Asker} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import {seesCaseFiles, seesOfficers} from '../permissions.ts';
import {unitOf} from '../places.ts';
import {signalsAnswer, type SignalExample, type SignalRow} from '../signal-schemas.ts';
import type {ColumnType} from '../table.ts';

/** How many examples of a signal are shown: enough to see what it looks like; it is no list to work through. */
const examplesShown = 10;

const {unit_level, unit, as_of, format} = parameters;

/** Where entry looks as if it was made for form's sake: for reviewers to look at, and in no score. */
export const qualitySignals = endpoint({
  path: '/quality/signals',
  summary: 'Nghi vấn nhập liệu mang tính hình thức, theo đơn vị; không tính vào điểm chất lượng',
  params: z.strictObject({}),
  query: z.strictObject({level: unit_level, unit, as_of, format}),
  answer: signalsAnswer,
  tabular: true,
  needs: ['marts.signals'],
  async find({query}, version, asker) {
    const stamp = stampOf(version, query.as_of);
    const place = await unitOf(query, version);
    if (stamp.night !== version.current.night) {
      throw new ApiError(
        'night_not_kept',
        `Nghi vấn hình thức chỉ có ở đêm mới nhất (${version.current.night}); hãy bỏ as_of.`,
      );
    }
    const [rows, examples] = await Promise.all([
      version.rows<SignalRow>('signal_counts', {...place}),
      version.rows<SignalExample>('signal_examples', {unit: place.unit, most: examplesShown}),
    ]);
    return {
      answer: {
        ...stamp,
        level: place.level,
        signals: (Object.keys(known) as SignalId[]).map((signal) => ({
          signal,
          ...known[signal],
          occurrences: rows
            .filter((row) => row.signal === signal)
            .reduce((sum, {occurrences}) => sum + occurrences, 0),
        })),
        rows,
        examples: examples.map((example) => seenBy(asker, example)),
      },
      table: {
        name: `quality-signals-${place.level}-${stamp.night}`,
        meaning:
          'Số lần mỗi dấu hiệu xuất hiện ở đơn vị, để người kiểm tra xem xét; không dấu hiệu nào tính vào điểm ' +
          'chất lượng. Đơn vị không có dấu hiệu nào thì không có dòng.',
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          signal: 'text',
          signal_label: 'text',
          occurrences: 'integer',
          counted: 'text',
        } satisfies Record<string, ColumnType>,
        rows: rows.map((row) => ({
          ...row,
          signal_label: known[row.signal].label.vi,
          counted: known[row.signal].counted.vi,
        })),
      },
    };
  },
});

/** An example as far as a role sees persons and single files. */
function seenBy({role}: Asker, example: SignalExample): SignalExample {
  return {
    ...example,
    ...(seesCaseFiles.includes(role) ? {} : {case_id: null}),
    ...(seesOfficers.includes(role) ? {} : {officer_id: null, officer_name: null}),
  };
}
