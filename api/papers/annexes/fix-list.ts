import type {DefectRow, DefectsAnswer, Unit} from '../../answers.ts';
import {countWord, dayWord} from '../../bulletins/figures.ts';
import {defects} from '../../routes/defects.ts';
import {unit as unitRoute} from '../../routes/units.ts';
import {defectsAnswer, unitAnswer} from '../../schemas.ts';
import {ask} from '../asking.ts';
import type {OfferedPaper, PaperWorld} from '../offered.ts';
import {numberColumn, type Block, type PaperTable} from '../paper.ts';
import {annexForm, count, date, stampFrom, text} from './form.ts';

/** More would be a book; those open longest come first, and the whole list is a file of the quality page. */
const mostListed = 1000;

/** What a unit is to put right, file by file, as it is sent to the unit. */
export const fixList: OfferedPaper = {
  id: 'fix-list',
  kind: 'annex',
  purpose: 'quality',
  name: {vi: 'Danh sách lỗi dữ liệu phải sửa của đơn vị', en: 'List of data errors a unit is to put right'},
  follows: 'Công văn của Cục Quản lý THADS tháng 4/2026, mục 1 (rà soát, làm sạch dữ liệu)',
  reads: ['GET /defects'],
  takes: ['unit'],
  formats: ['html', 'docx', 'pdf', 'xlsx'],
  async compose({unit = 'VN'}, world) {
    const [form, found, name] = await Promise.all([
      annexForm(world),
      ask(defects, defectsAnswer, {query: {unit, limit: mostListed}}, world),
      nameOf(unit, world),
    ]);
    const {night} = found;
    return {
      ...form,
      copies: world.person.role === 'tinh' ? form.copies : [name === toWhole ? 'Như trên' : name],
      name: `phu-luc-loi-du-lieu-${unit}-${night}`,
      orientation: 'landscape',
      title: 'Danh sách lỗi dữ liệu phải sửa',
      subtitle: `${name}, số liệu đến hết ngày ${dayWord(night)}`,
      blocks: blocksOf(found, unit),
      stamp: stampFrom(found, 'bộ quy tắc chất lượng của phiên bản này'),
    };
  },
};

const toWhole = 'Toàn quốc';

async function nameOf(unit: string, world: PaperWorld): Promise<string> {
  if (unit === 'VN') return toWhole;
  const {unit: found}: {unit: Unit} = await ask(unitRoute, unitAnswer, {params: {id: unit}}, world);
  return found.unit_name;
}

function blocksOf({total, counts, rows}: DefectsAnswer, unit: string): Block[] {
  if (total === 0) return [{block: 'paragraph', text: 'Đơn vị không còn lỗi dữ liệu nào phải sửa.'}];
  return [
    {block: 'heading', text: '1. Tổng hợp theo loại lỗi'},
    summaryTable(counts, total),
    {block: 'heading', text: '2. Danh sách theo hồ sơ, đơn thư'},
    ...(rows.length < total
      ? [
          {
            block: 'paragraph',
            text:
              `Danh sách dưới đây nêu ${countWord(rows.length)} lỗi tồn tại lâu nhất trong tổng số ${countWord(total)} lỗi; ` +
              'danh sách của từng phòng lập riêng cho phòng đó, danh sách đầy đủ tải tại trang Chất lượng và việc cần sửa.',
          } as const,
        ]
      : []),
    listTable(rows, unit),
  ];
}

function summaryTable({rule}: DefectsAnswer['counts'], total: number): PaperTable {
  const found = rule.filter(({offences}) => offences > 0);
  return {
    block: 'table',
    unitOfMeasure: 'lỗi',
    columns: [numberColumn, text('rule', 'Loại lỗi', 6), count('offences', 'Số lỗi', 1.2)],
    rows: found.map(({label, offences}, index) => ({n: index + 1, rule: label.vi, offences})),
    total: {n: null, rule: 'TỔNG CỘNG', offences: total},
  };
}

/** A column that is empty, or says of an office what its title says, is left out. */
function listTable(rows: readonly DefectRow[], unit: string): PaperTable {
  const isOfOffice = rows.every(({office_id}) => office_id === unit);
  const hasOfficers = rows.some(({officer_name}) => officer_name !== null);
  return {
    block: 'table',
    columns: [
      {...numberColumn, width: 0.6},
      text('subject', 'Hồ sơ, đơn thư', 1.9),
      ...(isOfOffice ? [] : [text('office', 'Phòng', 2.4)]),
      ...(hasOfficers ? [text('officer', 'Chấp hành viên', 1.8)] : []),
      text('rule', 'Lỗi', 2.2),
      text('found', 'Phát hiện', 3),
      date('since', 'Tồn tại từ', 1.2),
      count('age', 'Số ngày', 0.8),
    ],
    rows: rows.map((row, index) => ({
      n: index + 1,
      subject: row.case_id ?? row.petition_id,
      office: row.office_name,
      officer: row.officer_name,
      rule: row.label.vi,
      found: row.found,
      since: row.open_since,
      age: row.age_days,
    })),
  };
}
