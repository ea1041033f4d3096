import type {ListAnswer, MetricAnswer, MetricRow} from '../../answers.ts';
import {dayWord, fractionWord} from '../../bulletins/figures.ts';
import {listAnswer} from '../../reconciliation-schemas.ts';
import {letterList} from '../../routes/lists.ts';
import {metricFigures} from '../../routes/metrics.ts';
import {metricAnswer} from '../../schemas.ts';
import {ask} from '../asking.ts';
import type {OfferedPaper} from '../offered.ts';
import {numberColumn, type Block, type Paper, type PaperTable} from '../paper.ts';
import {rateWord} from '../wording.ts';
import {annexForm, count, rate, stampFrom, text} from './form.ts';

const list = {id: 'money_coverage_below_5'};

/** The list that goes with the Department's letter of April 2026: who is criticised for data on money. */
export const criticisedProvinces: OfferedPaper = {
  id: 'criticised-provinces',
  kind: 'annex',
  purpose: 'entries',
  name: {
    vi: 'Danh sách đơn vị bị phê bình về dữ liệu tiền',
    en: 'Provinces criticised for data on money',
  },
  follows: 'Công văn của Cục Quản lý THADS tháng 4/2026 (kiểm tra, hoàn thiện dữ liệu)',
  reads: ['GET /lists/{id}', 'GET /metrics/{id}'],
  takes: [],
  formats: ['html', 'docx', 'pdf', 'xlsx'],
  async compose(_asked, world) {
    const metric = {id: 'money_coverage'};
    const [form, listed, provinces, nation] = await Promise.all([
      annexForm(world),
      ask(letterList, listAnswer, {params: list}, world),
      ask(metricFigures, metricAnswer, {params: metric, query: {level: 'province'}}, world),
      ask(metricFigures, metricAnswer, {params: metric}, world),
    ]);
    return {...form, ...criticism(listed, provinces, nation)};
  },
};

function criticism(listed: ListAnswer, provinces: MetricAnswer, nation: MetricAnswer) {
  const {night, list: rule} = listed;
  const figures = new Map(provinces.rows.map((row) => [row.unit_id, row]));
  const rows = listed.rows.flatMap(({unit_id}) => figures.get(unit_id) ?? []);
  return {
    name: `phu-luc-phe-binh-du-lieu-tien-${night}`,
    orientation: 'portrait',
    title: 'Danh sách đơn vị có tỷ lệ cập nhật dữ liệu về tiền thấp',
    subtitle: `Tỷ lệ dưới ${rateWord(rule.threshold).replace(',00', '')}, số liệu đến hết ngày ${dayWord(night)}`,
    blocks: [
      ...(rows.length === 0
        ? [sentence(`Đến hết ngày ${dayWord(night)}, không có đơn vị nào trong danh sách này.`)]
        : [tableOf(rows, rule.threshold)]),
      ...nation.rows.map((whole) =>
        sentence(
          `Toàn quốc: ${fractionWord(whole)} hồ sơ có tiền đã có đủ dữ liệu về tiền, đạt tỷ lệ ${rateWord(whole.value)}.`,
        ),
      ),
    ],
    stamp: stampFrom(listed, `quy tắc: ${rule.letter}`),
  } satisfies Partial<Paper>;
}

const sentence = (words: string): Block => ({block: 'paragraph', text: words});

function tableOf(rows: readonly MetricRow[], limit: number): PaperTable {
  const sum = (of: (row: MetricRow) => number | null) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const [due, done] = [sum(({denominator}) => denominator), sum(({numerator}) => numerator)];
  return {
    block: 'table',
    unitOfMeasure: 'hồ sơ',
    columns: [
      numberColumn,
      text('unit', 'Đơn vị', 3),
      count('due', 'Tổng số phải có dữ liệu về tiền', 1.5),
      count('done', 'Đã có đủ', 1.2),
      count('left', 'Còn lại', 1.2),
      {...rate('rate', 'Tỷ lệ', 1), limit},
    ],
    rows: rows.map(({unit_name, numerator, denominator, value}, index) => ({
      n: index + 1,
      unit: unit_name,
      due: denominator,
      done: numerator,
      left: numerator === null || denominator === null ? null : denominator - numerator,
      rate: value,
    })),
    total: {n: null, unit: 'TỔNG CỘNG', due, done, left: due - done, rate: due === 0 ? null : done / due},
  };
}
