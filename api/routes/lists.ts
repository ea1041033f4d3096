import {z} from 'zod';
import {isMetricId, metrics, valueOf} from '../../warehouse/metrics.ts';
import type {LetterList, ListRow} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {findPeriod, formTables} from '../form-periods.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {parameters, pathParameters} from '../parameters.ts';
import {listAnswer} from '../reconciliation-schemas.ts';
import type {ColumnType} from '../table.ts';

const {nam, so_thang, as_of, format} = parameters;

/** The units that a letter praises or criticises, by its rule and in its order. */
export const letterList = endpoint({
  path: '/lists/{id}',
  summary: 'Danh sách biểu dương, phê bình theo quy tắc của văn bản',
  params: z.strictObject({id: pathParameters.list}),
  query: z.strictObject({nam, so_thang, as_of, format}),
  answer: listAnswer,
  tabular: true,
  needs: ['reference.letter_lists', ...formTables],
  async find({params, query}, version) {
    const [list] = await version.rows<LetterList>('letter_list', {id: params.id});
    if (!list) {
      const known = await version.rows<LetterList>('letter_lists');
      throw new ApiError(
        'unknown_list',
        `Không có danh sách mang mã này; các danh sách là ${known.map(({list_id}) => list_id).join(', ')}.`,
      );
    }
    const stamp = stampOf(version, query.as_of);
    const values = isMetricId(list.metric_id)
      ? await metricValues(list, stamp.night, version)
      : await gaps(list, query, version);
    const rows = chosenBy(list, values);
    return {
      answer: {...stamp, list, rows},
      table: {
        name: `list-${list.list_id}-${stamp.night}`,
        meaning: `${list.list_name} (${list.letter}).`,
        columns: {
          n: 'integer',
          unit_id: 'text',
          unit_name: 'text',
          value: isMetricId(list.metric_id) ? 'ratio' : 'number',
        } satisfies Record<keyof ListRow, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

type Valued = Omit<ListRow, 'n'>;

/** Those the rule chooses, numbered in its order; who has the same value has the same number, and nobody is cut off. */
function chosenBy({comparison, threshold, sort_order}: LetterList, values: readonly Valued[]): ListRow[] {
  const direction = sort_order === 'ascending' ? 1 : -1;
  const ordered = values.toSorted((one, other) => direction * (one.value - other.value));
  const numbered = ordered.map((row) => ({
    n: 1 + ordered.findIndex(({value}) => value === row.value),
    ...row,
  }));
  const isChosen = {
    below: ({value}: ListRow) => value < threshold,
    above: ({value}: ListRow) => value > threshold,
    first: ({n}: ListRow) => n <= threshold,
  } satisfies Record<LetterList['comparison'], (row: ListRow) => boolean>;
  return numbered.filter(isChosen[comparison]);
}

async function metricValues(
  {metric_id, level}: LetterList,
  night: string,
  version: OpenVersion,
): Promise<Valued[]> {
  if (!isMetricId(metric_id)) return [];
  const {unit} = metrics[metric_id];
  const figures = await version.rows<{
    unit_id: string;
    unit_name: string;
    numerator: number | null;
    denominator: number | null;
  }>('metric_by_unit', {metric: metric_id, level, unit: 'VN', from: night, to: night});
  return figures.flatMap(({unit_id, unit_name, numerator, denominator}) => {
    const value = valueOf(unit, numerator, denominator);
    return value === null ? [] : [{unit_id, unit_name, value}];
  });
}

/** How far paper and platform lie apart in the cases to be dealt with, whichever of them is more. */
async function gaps(
  {level}: LetterList,
  asked: {nam?: number | undefined; so_thang?: number | undefined},
  version: OpenVersion,
): Promise<Valued[]> {
  const {form, period} = await findPeriod({...asked, loai_bieu: 'VIEC'}, version);
  const rows = await version.rows<{unit_id: string; unit_name: string; code: string; gap: number | null}>(
    'reconciliation',
    {form, year: period.nam, months: period.so_thang, level, unit: 'VN'},
  );
  return rows.flatMap(({unit_id, unit_name, code, gap}) =>
    code === 'TONG_THU_LY' && gap !== null ? [{unit_id, unit_name, value: Math.abs(gap)}] : [],
  );
}
