import type {FormKind, FormPeriod, PrintedForm} from './answers.ts';
import {ApiError} from './errors.ts';
import type {OpenVersion} from './open-version.ts';

/** Tables of the statistical forms; a version built by an older release lacks them. */
export const formTables = ['marts.form_periods', 'marts.platform_figures', 'marts.reported_totals'];

/** Which period of which form is asked for; without one, the last that is over and has paper. */
export interface AskedPeriod {
  nam?: number | undefined;
  so_thang?: number | undefined;
  loai_bieu?: FormKind | undefined;
}

/** The period asked for and the form it is printed as, or a sentence saying which periods there are. */
export async function findPeriod(
  {nam, so_thang, loai_bieu = 'VIEC'}: AskedPeriod,
  version: OpenVersion,
): Promise<{
  form: FormKind;
  period: FormPeriod;
  periods: readonly FormPeriod[];
  printed: PrintedForm | null;
}> {
  if ((nam === undefined) !== (so_thang === undefined)) {
    throw new ApiError(
      'invalid_parameter',
      'Kỳ báo cáo cần cả “nam” và “so_thang”; bỏ cả hai để lấy kỳ mới nhất đã có báo cáo giấy.',
    );
  }
  const periods = await readPeriods(loai_bieu, version);
  const period =
    nam === undefined
      ? latestOf(periods)
      : periods.find((one) => one.nam === nam && one.so_thang === so_thang);
  if (!period) throw noFigures({nam, so_thang, loai_bieu}, periods);
  const [printed] = await version.rows<PrintedForm>('statistical_form', {
    form: loai_bieu,
    period_end: period.to,
  });
  return {form: loai_bieu, period, periods, printed: printed ?? null};
}

/** Every period that the form can be answered for, oldest first. */
export async function readPeriods(form: FormKind, version: OpenVersion): Promise<FormPeriod[]> {
  const rows = await version.rows<{
    statistical_year: number;
    months: number;
    period_from: string;
    period_end: string;
    is_over: boolean;
    has_paper: boolean;
    platform_source: FormPeriod['platform_source'];
    counted_to: string | null;
    counted_night: string | null;
  }>('form_periods', {form});
  return rows.map(({statistical_year, months, period_from, period_end, ...evidence}) => ({
    nam: statistical_year,
    so_thang: months,
    from: period_from,
    to: period_end,
    ...evidence,
    note: noteOf({period_end, ...evidence}),
  }));
}

/** The last period there is something to compare in; else the one the latest night lies in. */
function latestOf(periods: readonly FormPeriod[]): FormPeriod | undefined {
  return (
    periods.findLast(({is_over, has_paper, platform_source}) => is_over && has_paper && platform_source) ??
    periods.find(({is_over}) => !is_over) ??
    periods.at(-1)
  );
}

/** What a reader must know of the platform side before believing a gap; null where there is nothing to say. */
function noteOf({
  period_end,
  platform_source,
  counted_night,
  is_over,
}: {
  period_end: string;
  platform_source: FormPeriod['platform_source'];
  counted_night: string | null;
  is_over: boolean;
}): string | null {
  if (platform_source === null) return 'Kỳ này không có số liệu phía Nền tảng số, chỉ có báo cáo giấy.';
  if (platform_source === 'delivered') {
    return 'Số liệu phía phần mềm là số đã công bố, do đơn vị thống kê giao; không tính lại được từ hồ sơ.';
  }
  if (platform_source === 'later_night') {
    return `Không có đêm số liệu nào trong kỳ; số liệu phía Nền tảng số tính lại từ đêm ${counted_night}, sau khi kỳ đã kết thúc, nên có thể khác tình trạng lúc cuối kỳ.`;
  }
  if (!is_over) return `Kỳ chưa kết thúc; số liệu phía Nền tảng số tính đến đêm ${counted_night}.`;
  if (counted_night !== period_end) {
    return `Đêm ${period_end} không có số liệu; số liệu phía Nền tảng số tính đến đêm ${counted_night}.`;
  }
  return null;
}

function noFigures({nam, so_thang, loai_bieu}: AskedPeriod, periods: readonly FormPeriod[]): ApiError {
  const [first, last] = [periods[0], periods.at(-1)];
  const known =
    first && last
      ? `Các kỳ có số liệu từ kỳ ${first.so_thang} tháng năm ${first.nam} đến kỳ ${last.so_thang} tháng năm ${last.nam}.`
      : 'Chưa kỳ nào của biểu này có số liệu; hãy giao báo cáo giấy hoặc chạy nightly.';
  const asked = nam === undefined ? '' : ` kỳ ${so_thang} tháng năm ${nam}`;
  return new ApiError(
    'no_figures',
    `Biểu ${loai_bieu}${asked} không có báo cáo giấy và không có đêm số liệu nào. ${known}`,
  );
}
