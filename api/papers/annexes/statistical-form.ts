import type {FormRow, FormsAnswer, Level} from '../../answers.ts';
import {dayWord} from '../../bulletins/figures.ts';
import {seesOfficers} from '../../permissions.ts';
import {formsAnswer} from '../../reconciliation-schemas.ts';
import {forms} from '../../routes/forms.ts';
import {ask} from '../asking.ts';
import type {AskedPaper, OfferedPaper, PaperWorld} from '../offered.ts';
import {numberColumn, type Block} from '../paper.ts';
import {byUnit, indicatorColumn, indicatorsOf, inParts, numbered, type OfUnit} from './by-unit.ts';
import {annexForm, stampFrom, text} from './form.ts';

/** The widest figures, of money of the nation, still fit on a sheet. */
const columnsAtATime = {VIEC: 9, TIEN: 6};

/** The statistical forms on cases and on money, as they are reported, out of the platform alone. */
export const statisticalForm: OfferedPaper = {
  id: 'statistical-form',
  kind: 'annex',
  purpose: 'reports',
  name: {
    vi: 'Biểu thống kê về việc, về tiền (biểu 06, 07 trước đây)',
    en: 'Statistical forms on cases and on money (06 and 07 of before)',
  },
  follows: 'Chế độ báo cáo thống kê thi hành án dân sự (Thông tư 05/2024)',
  reads: ['GET /forms'],
  takes: ['unit', 'level', 'loai_bieu', 'nam', 'so_thang'],
  formats: ['html', 'docx', 'pdf', 'xlsx'],
  async compose(asked, world) {
    const {unit, loai_bieu, nam, so_thang} = asked;
    const [form, own] = await Promise.all([
      annexForm(world),
      ask(forms, formsAnswer, {query: {unit, loai_bieu, nam, so_thang}}, world),
    ]);
    const below = await belowOf(asked, own, world);
    const [whole] = byUnit(own.rows);
    const {form: printed, period} = own;
    return {
      ...form,
      annex: printed === null ? form.annex : `Biểu số ${printed.form_number}`,
      name: `bieu-thong-ke-${own.loai_bieu.toLowerCase()}-${unit ?? 'VN'}-${period.nam}-${period.so_thang}`,
      orientation: 'landscape',
      title: printed?.form_name ?? 'Biểu thống kê thi hành án dân sự',
      subtitle:
        `${whole?.unit_name ?? ''}, kỳ ${period.so_thang} tháng năm ${period.nam} ` +
        `(từ ${dayWord(period.from)} đến ${dayWord(period.to)})`,
      blocks: blocksOf(own, whole, below),
      stamp: stampFrom(own, printed === null ? undefined : `biểu mẫu: ${printed.letter}`),
    };
  },
};

/** The lines of the units one level down, or of the level asked for; none where there are only people nobody may see. */
async function belowOf(
  {unit, level, loai_bieu, nam, so_thang}: AskedPaper,
  own: FormsAnswer,
  world: PaperWorld,
): Promise<readonly FormRow[]> {
  const next: Level | undefined = level ?? nextBelow[own.level];
  if (next === undefined || next === own.level) return [];
  const hasOfficers = own.period.platform_source === 'night' && seesOfficers.includes(world.person.role);
  if (level === undefined && next === 'officer' && !hasOfficers) return [];
  const {rows} = await ask(forms, formsAnswer, {query: {unit, level: next, loai_bieu, nam, so_thang}}, world);
  return rows;
}

const nextBelow: Partial<Record<Level, Level>> = {nation: 'province', province: 'office', office: 'officer'};

function blocksOf(
  {loai_bieu, period, rows}: FormsAnswer,
  whole: OfUnit<FormRow> | undefined,
  below: readonly FormRow[],
): Block[] {
  const units = byUnit(below);
  const parts = inParts(indicatorsOf(rows), columnsAtATime[loai_bieu]);
  const tables = parts.flatMap((indicators, part): Block[] => [
    ...(parts.length > 1
      ? [{block: 'heading', text: `Phần ${part + 1} trong ${parts.length} phần`} as const]
      : []),
    {
      block: 'table',
      unitOfMeasure: loai_bieu === 'VIEC' ? 'việc' : 'đồng',
      columns: [
        {...numberColumn, width: 0.45},
        text('unit', 'Đơn vị, chấp hành viên', loai_bieu === 'VIEC' ? 2.2 : 1.4),
        ...indicators.map(([code, name]) => indicatorColumn(loai_bieu, code, code, name, 1)),
      ],
      ...numbered(units, whole, (of) =>
        Object.fromEntries(indicators.map(([code]) => [code, of.get(code)?.value ?? null])),
      ),
    },
  ]);
  return [...tables, ...(period.note === null ? [] : [{block: 'paragraph', text: period.note} as const])];
}
