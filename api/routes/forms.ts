import {z} from 'zod';
import type {FormKind, FormPeriod, FormRow, Level} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {findPeriod, formTables} from '../form-periods.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion} from '../open-version.ts';
import {parameters} from '../parameters.ts';
import {standingOf} from '../places.ts';
import {formsAnswer} from '../reconciliation-schemas.ts';
import type {ColumnType} from '../table.ts';

const {nam, so_thang, loai_bieu, level, unit, format} = parameters;

/** The statistical forms from the platform alone, for any period. */
export const forms = endpoint({
  path: '/forms',
  summary:
    'Biểu thống kê về việc và về tiền (biểu 06, 07 trước đây), tính từ Nền tảng số, theo đơn vị và chấp hành viên',
  params: z.strictObject({}),
  query: z.strictObject({nam, so_thang, loai_bieu, level, unit, format}),
  answer: formsAnswer,
  tabular: true,
  needs: formTables,
  async find({query}, version) {
    const stamp = stampOf(version, undefined);
    const {unit = 'VN'} = query;
    const standing = await standingOf(unit, version);
    const place = {level: query.level ?? standing, unit};
    const {form, period, printed} = await findPeriod(query, version);
    const rows = await readForms({form, period, ...place}, version);
    return {
      answer: {...stamp, level: place.level, loai_bieu: form, form: printed, period, rows},
      table: {
        name: `forms-${form}-${period.nam}-${period.so_thang}-${place.level}`,
        meaning:
          `${printed ? `Biểu ${printed.form_number}: ${printed.form_name}. ` : ''}` +
          `Kỳ ${period.so_thang} tháng năm ${period.nam} (${period.from} – ${period.to}); tiền tính bằng đồng, ` +
          `số tiền còn trống tính là 0. ${period.note ?? ''}`.trim(),
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          code: 'text',
          code_name: 'text',
          value: 'number',
          null_items: 'integer',
        } satisfies Record<keyof FormRow, ColumnType>,
        rows: rows.map((row) => ({...row})),
      },
    };
  },
});

async function readForms(
  {form, period, level, unit}: {form: FormKind; period: FormPeriod; level: Level; unit: string},
  version: OpenVersion,
): Promise<FormRow[]> {
  if (level !== 'officer') {
    const asked = {form, year: period.nam, months: period.so_thang, level, unit};
    return version.rows<FormRow>('unit_forms', asked);
  }
  if (period.platform_source !== 'night') {
    throw new ApiError(
      'level_not_available',
      'Kỳ này không có đêm số liệu nào nên không có số liệu theo chấp hành viên; hãy hỏi level=office.',
    );
  }
  return version.rows<FormRow>('officer_forms', {form, unit, counted_to: period.counted_to});
}
