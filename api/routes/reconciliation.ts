import {z} from 'zod';
import type {GapBand, IdentityRow, ReconciliationRow, ReportedRate} from '../answers.ts';
import {endpoint} from '../endpoint.ts';
import {findPeriod, formTables} from '../form-periods.ts';
import {stampOf} from '../nights.ts';
import {parameters} from '../parameters.ts';
import {unitOf} from '../places.ts';
import {reconciliationAnswer} from '../reconciliation-schemas.ts';
import type {ColumnType} from '../table.ts';

const {nam, so_thang, loai_bieu, unit_level, unit, format} = parameters;

/** Paper against platform, indicator by indicator, and what does not add up on either side. */
export const reconciliation = endpoint({
  path: '/reconciliation',
  summary: 'Đối chiếu báo cáo thống kê giấy với Nền tảng số, và các đẳng thức kế toán của từng bên',
  params: z.strictObject({}),
  query: z.strictObject({nam, so_thang, loai_bieu, level: unit_level, unit, format}),
  answer: reconciliationAnswer,
  tabular: true,
  needs: formTables,
  async find({query}, version) {
    const stamp = stampOf(version, undefined);
    const place = await unitOf(query, version);
    const {form, period, periods, printed} = await findPeriod(query, version);
    const asked = {form, year: period.nam, months: period.so_thang, ...place};
    const [figures, identities, findings, missing] = await Promise.all([
      version.rows<FigureRow>('reconciliation', asked),
      version.rows<IdentityRow>('identity_residuals', asked),
      version.rows<ReportedRate>('reported_rates', asked),
      version.rows<{unit_id: string; reports_missing: number}>('paper_reports_missing', {
        ...asked,
        period_end: period.to,
      }),
    ]);
    const missingOf = new Map(missing.map(({unit_id, reports_missing}) => [unit_id, reports_missing]));
    const rows = figures.map(
      ({band, band_name, deadline, deadline_words, letter, ...figure}): ReconciliationRow => ({
        ...figure,
        paper_reports_missing: period.has_paper ? (missingOf.get(figure.unit_id) ?? 0) : null,
        band: band === null ? null : {band, name: band_name, deadline, deadline_words, letter},
      }),
    );
    return {
      answer: {
        ...stamp,
        level: place.level,
        loai_bieu: form,
        form: printed,
        period,
        periods: periods.map(({nam, so_thang}) => ({nam, so_thang})),
        rows,
        identities,
        findings,
      },
      table: {
        name: `reconciliation-${form}-${period.nam}-${period.so_thang}-${place.level}`,
        meaning:
          `Kỳ ${period.so_thang} tháng năm ${period.nam} (${period.from} – ${period.to}). Chênh lệch là số trên báo cáo ` +
          `giấy trừ số trên Nền tảng số; tiền tính bằng đồng. ${period.note ?? ''}`.trim(),
        columns: {
          unit_id: 'text',
          unit_name: 'text',
          code: 'text',
          code_name: 'text',
          paper: 'number',
          paper_version: 'text',
          paper_reports_missing: 'integer',
          platform: 'number',
          gap: 'number',
          gap_rate: 'ratio',
          band: 'text',
          deadline: 'moment',
        } satisfies Partial<Record<keyof ReconciliationRow | keyof GapBand, ColumnType>>,
        rows: rows.map(({band, ...row}) => ({
          ...row,
          band: band?.name ?? null,
          deadline: band?.deadline ?? null,
        })),
      },
    };
  },
});

/** A row as SQL has it: the band's own columns beside the figures. */
type FigureRow = Omit<ReconciliationRow, 'band' | 'paper_reports_missing'> &
  Omit<GapBand, 'band' | 'name'> & {band: GapBand['band'] | null; band_name: string};
