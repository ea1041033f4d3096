import type {IdentityRow, ReconciliationAnswer, ReconciliationRow} from '../../answers.ts';
import {countWord, dayWord} from '../../bulletins/figures.ts';
import {reconciliationAnswer} from '../../reconciliation-schemas.ts';
import {reconciliation} from '../../routes/reconciliation.ts';
import {ask} from '../asking.ts';
import type {AskedPaper, OfferedPaper, PaperWorld} from '../offered.ts';
import {numberColumn, type Block, type PaperTable} from '../paper.ts';
import {balancedSentence} from './balanced.ts';
import {byUnit, indicatorColumn, indicatorsOf, inParts, numbered, type OfUnit} from './by-unit.ts';
import {annexForm, rate, stampFrom, text} from './form.ts';

/** What letters judge a unit by: how many cases it has to deal with. */
const judgedBy = 'TONG_THU_LY';

/** The widest figures, of money of the nation, still fit on a sheet. */
const indicatorsAtATime = {VIEC: 4, TIEN: 2};

/** The detailed comparison that goes with letters: unit by unit and indicator by indicator. */
export const paperAgainstPlatform: OfferedPaper = {
  id: 'paper-against-platform',
  kind: 'annex',
  purpose: 'reports',
  name: {
    vi: 'Bảng đối chiếu chi tiết báo cáo giấy với Nền tảng số',
    en: 'Detailed comparison of paper reports with the platform',
  },
  follows: 'Công văn của Tổng cục THADS năm 2019 (đối chiếu báo cáo thống kê với phần mềm)',
  reads: ['GET /reconciliation'],
  takes: ['unit', 'loai_bieu', 'nam', 'so_thang'],
  formats: ['html', 'docx', 'pdf', 'xlsx'],
  async compose(asked, world) {
    const {unit, loai_bieu, nam, so_thang} = asked;
    const [form, own] = await Promise.all([
      annexForm(world),
      ask(reconciliation, reconciliationAnswer, {query: {unit, loai_bieu, nam, so_thang}}, world),
    ]);
    const below = await belowOf(asked, own, world);
    const {period} = own;
    const [whole] = byUnit(own.rows);
    return {
      ...form,
      name: `doi-chieu-${own.loai_bieu.toLowerCase()}-${unit ?? 'VN'}-${period.nam}-${period.so_thang}`,
      orientation: 'landscape',
      title: `Bảng đối chiếu số liệu thống kê về ${own.loai_bieu === 'VIEC' ? 'việc' : 'tiền'}`,
      subtitle:
        `Báo cáo giấy và Nền tảng số, ${whole?.unit_name ?? ''}, kỳ ${period.so_thang} tháng năm ${period.nam} ` +
        `(từ ${dayWord(period.from)} đến ${dayWord(period.to)})`,
      blocks: blocksOf(below ?? own, below && whole),
      stamp: stampFrom(own, own.form === null ? undefined : `biểu mẫu: ${own.form.letter}`),
    };
  },
};

/** What is told of the units below; nothing of an office, which has no units below it. */
async function belowOf(
  {unit, loai_bieu, nam, so_thang}: AskedPaper,
  {level}: ReconciliationAnswer,
  world: PaperWorld,
): Promise<ReconciliationAnswer | undefined> {
  if (level === 'office') return undefined;
  const query = {unit, loai_bieu, nam, so_thang, level: level === 'nation' ? 'province' : 'office'};
  return ask(reconciliation, reconciliationAnswer, {query}, world);
}

function blocksOf(
  answer: ReconciliationAnswer,
  whole: OfUnit<ReconciliationRow> | undefined,
): readonly Block[] {
  const {loai_bieu, rows, identities, period} = answer;
  const units = byUnit(rows);
  const names = new Map(rows.map(({unit_id, unit_name}) => [unit_id, unit_name]));
  const broken = identities.filter(({residual}) => residual !== 0);
  return [
    {block: 'heading', text: '1. Tổng số thụ lý'},
    judgedTable(answer, units, whole),
    {block: 'heading', text: '2. Chi tiết theo chỉ tiêu'},
    ...inParts(indicatorsOf(rows), indicatorsAtATime[loai_bieu]).map((part) =>
      detailTable(loai_bieu, part, units, whole),
    ),
    {block: 'heading', text: '3. Đẳng thức kế toán chưa khớp'},
    broken.length === 0
      ? {block: 'paragraph', text: balancedSentence(identities)}
      : identityTable(broken, names),
    ...(period.note === null ? [] : [{block: 'paragraph', text: period.note} as const]),
  ];
}

const measureOf = (form: 'VIEC' | 'TIEN') => (form === 'VIEC' ? 'việc' : 'đồng');

function judgedTable(
  {loai_bieu: form}: ReconciliationAnswer,
  units: readonly OfUnit<ReconciliationRow>[],
  whole: OfUnit<ReconciliationRow> | undefined,
): PaperTable {
  const of = (key: string, heading: string) =>
    indicatorColumn(form, judgedBy, key, heading, form === 'VIEC' ? 1.4 : 1.8);
  return {
    block: 'table',
    unitOfMeasure: measureOf(form),
    columns: [
      {...numberColumn, width: 0.62},
      text('unit', 'Đơn vị', 2.4),
      of('paper', 'Báo cáo giấy'),
      of('platform', 'Nền tảng số'),
      of('gap', 'Chênh lệch (giấy − nền tảng)'),
      rate('gap_rate', 'Tỷ lệ so với giấy', 1.1),
      text('remark', 'Ghi chú', 2.6),
    ],
    ...numbered(units, whole, (lines) => {
      const line = lines.get(judgedBy);
      const {paper = null, platform = null, gap = null, gap_rate = null} = line ?? {};
      return {paper, platform, gap, gap_rate, remark: line === undefined ? '' : remarkOn(line)};
    }),
  };
}

/** How large the gap is in the words of the letter, by when it must be gone, and what is not in it. */
const remarkOn = ({band, paper, paper_reports_missing: missing}: ReconciliationRow): string =>
  [
    ...(paper === null ? ['Chưa có báo cáo giấy'] : []),
    ...(missing !== null && missing > 0 ? [`Thiếu ${countWord(missing)} báo cáo giấy`] : []),
    ...(band === null ? [] : [band.name]),
    ...(band?.deadline_words ? [`thời hạn: ${band.deadline_words}`] : []),
  ].join('; ');

function detailTable(
  form: 'VIEC' | 'TIEN',
  part: readonly [code: string, name: string][],
  units: readonly OfUnit<ReconciliationRow>[],
  whole: OfUnit<ReconciliationRow> | undefined,
): PaperTable {
  return {
    block: 'table',
    unitOfMeasure: measureOf(form),
    columns: [
      {...numberColumn, width: 0.6},
      text('unit', 'Đơn vị', form === 'VIEC' ? 2 : 1.5),
      ...part.flatMap(([code, name]) =>
        sides.map(({side, heading}) => indicatorColumn(form, code, `${code} ${side}`, heading, 1, name)),
      ),
    ],
    ...numbered(units, whole, (lines) =>
      Object.fromEntries(
        part.flatMap(([code]) => sides.map(({side}) => [`${code} ${side}`, lines.get(code)?.[side] ?? null])),
      ),
    ),
  };
}

const sides = [
  {side: 'paper', heading: 'Giấy'},
  {side: 'platform', heading: 'Nền tảng'},
  {side: 'gap', heading: 'Lệch'},
] as const;

const identityTable = (broken: readonly IdentityRow[], names: ReadonlyMap<string, string>): PaperTable => ({
  block: 'table',
  columns: [
    {...numberColumn, width: 0.62},
    text('unit', 'Đơn vị', 2.4),
    text('side', 'Bên', 1.2),
    text('identity', 'Đẳng thức', 4),
    {key: 'residual', heading: 'Phần dư', kind: 'count', width: 1.4},
  ],
  rows: broken.map(({unit_id, side, identity, residual}, index) => ({
    n: index + 1,
    unit: names.get(unit_id) ?? unit_id,
    side: side === 'paper' ? 'Báo cáo giấy' : 'Nền tảng số',
    identity: identityWords[identity],
    residual,
  })),
});

const identityWords: Record<IdentityRow['identity'], string> = {
  1: 'Năm trước chuyển sang + thụ lý mới = tổng thụ lý',
  2: 'Tổng thụ lý − ủy thác − thu hồi = tổng phải thi hành',
  3: 'Các phần cộng lại = tổng phải thi hành',
  4: 'Cấp dưới cộng lại = số cấp trên báo cáo',
  5: 'Số lũy kế không giảm so với tháng trước',
};
