import type {OverviewAnswer, ProvinceRow, TrackedFigure} from '../answers.ts';
import {department, numberColumn, type Block, type Paper, type Picture} from '../papers/paper.ts';
import {countWord, dayWord, fractionWord, pointsWord, statusWords} from './figures.ts';
import {rateBeside, rateWord} from '../papers/wording.ts';

/** As many matters as the first page of the dashboard has, and of these as many about money while files wait too. */
const mostMatters = 7;
const mostAboutMoney = 4;

/** The leaders' one page on Monday: the first page of the dashboard on paper. */
export function weeklyPage(overview: OverviewAnswer, course: Picture | null = null): Paper {
  const {night, version, demo, nation, provinces, compared_with} = overview;
  const matters = mattersOf(overview);
  const complete = {
    numerator: provinces.filter(({completion}) => completion.value === 1).length,
    denominator: provinces.length,
  };
  return {
    name: `to-tin-tuan-${night}`,
    agency: department,
    orientation: 'portrait',
    title: 'TỜ TIN TUẦN',
    subtitle: `Dữ liệu thi hành án dân sự toàn quốc, đến ${dayWord(night)}`,
    blocks: [
      ...[filesSentence(overview), moneySentence(overview), ...paceSentences(overview)].map(
        (text): Block => ({block: 'paragraph', text}),
      ),
      {
        block: 'table',
        columns: [
          {key: 'name', heading: 'Chỉ tiêu', kind: 'text', width: 3.8},
          {key: 'value', heading: 'Giá trị', kind: 'rate', width: 1.2},
          {key: 'fraction', heading: 'Số lượng', kind: 'count', width: 2.2},
          {
            key: 'change',
            heading: compared_with === null ? 'Thay đổi' : `So với ${dayWord(compared_with)}`,
            kind: 'rate',
            width: 1.6,
          },
        ],
        rows: [
          figureRow('Hồ sơ đã nhập', nation.completion),
          figureRow('Dữ liệu tiền', nation.money),
          figureRow('Đơn thư đã nhập', nation.petitions),
          figureRow('Điểm chất lượng', nation.quality),
          {
            name: 'Phòng đã nhập đủ',
            value: rateWord(ratioOf(nation.offices_complete)),
            fraction: fractionWord(nation.offices_complete),
            change: '–',
          },
          {
            name: 'Tỉnh, thành phố đã nhập đủ',
            value: rateWord(ratioOf(complete)),
            fraction: fractionWord(complete),
            change: '–',
          },
        ],
      },
      ...(course === null ? [] : [course]),
      {
        block: 'heading',
        text: matters.all === 0 ? 'Không có việc nào chờ quyết định' : `${matters.all} việc cần quyết định`,
      },
      ...(matters.all === 0
        ? []
        : [
            {
              block: 'table',
              columns: [
                {...numberColumn, width: 0.7},
                {key: 'name', heading: 'Tỉnh, thành phố', kind: 'text', width: 2},
                {key: 'problem', heading: 'Vấn đề', kind: 'text', width: 2.4},
                {key: 'rate', heading: 'Tỷ lệ', kind: 'rate', width: 1},
                {key: 'files', heading: 'Số hồ sơ', kind: 'count', width: 1.1},
                {key: 'deadline', heading: 'Hạn', kind: 'text', width: 1.1},
              ],
              rows: matters.rows.map((row, index) => ({n: index + 1, ...row})),
            } satisfies Block,
          ]),
    ],
    stamp: {night, version, demo},
  };
}

function filesSentence({night, nation}: OverviewAnswer): string {
  const {completion, files_missing} = nation;
  if (completion.value === null) return `Đến ${dayWord(night)}: không có số liệu hồ sơ.`;
  return `Đến ${dayWord(night)}: ${fractionWord(completion)} hồ sơ (${rateWord(completion.value)}); còn ${countWord(files_missing.numerator)}.`;
}

function moneySentence({targets, provinces, nation}: OverviewAnswer): string {
  if (!targets.money) return `Dữ liệu tiền: toàn quốc ${rateWord(nation.money.value)}.`;
  const floor = limitWord(targets.money.floor);
  const [lowest, ...others] = missedMoney(provinces);
  return lowest === undefined
    ? `Dữ liệu tiền: không tỉnh, thành phố nào dưới ${floor}.`
    : `Dữ liệu tiền: ${others.length + 1} tỉnh, thành phố dưới ${floor} (thấp nhất ${lowest.unit_name} ${rateBeside(targets.money.floor, lowest.money.value)}).`;
}

function paceSentences({pace}: OverviewAnswer): string[] {
  if (pace === null) return [];
  return [
    `Còn ${pace.working_days_left} ngày làm việc đến hạn ${dayWord(pace.deadline)}: ` +
      `mỗi ngày cần ${countWord(upTo(pace.needed_per_working_day))} hồ sơ, ` +
      `đang nhập ${countWord(about(pace.entered_per_working_day))} hồ sơ.`,
  ];
}

const upTo = (files: number | null) => (files === null ? null : Math.ceil(files));
const about = (files: number | null) => (files === null ? null : Math.round(files));

const figureRow = (name: string, figure: TrackedFigure) => ({
  name: `${name} (${statusWords[figure.status]})`,
  value: rateWord(figure.value),
  fraction: fractionWord(figure),
  change: pointsWord(figure.value, figure.previous?.value),
});

interface Matter {
  [column: string]: string | number;
  name: string;
  problem: string;
  rate: string;
  files: number;
  deadline: string;
}

/** The matters that wait for a decision: money below the floor, the worst first, then files missing, the most first. */
function mattersOf({provinces, targets}: OverviewAnswer): {rows: Matter[]; all: number} {
  const dayOf = (deadline: string | null | undefined) => (deadline ? dayWord(deadline) : '–');
  const money = missedMoney(provinces).map((province) => ({
    name: province.unit_name,
    problem: 'Dữ liệu tiền dưới ngưỡng',
    rate: targets.money
      ? rateBeside(targets.money.floor, province.money.value)
      : rateWord(province.money.value),
    files: province.money_files_missing,
    deadline: dayOf(targets.money?.deadline),
  }));
  const files = provinces
    .filter(({files_missing}) => files_missing > 0)
    .sort((one, other) => other.files_missing - one.files_missing)
    .map((province) => ({
      name: province.unit_name,
      problem: 'Chưa nhập đủ hồ sơ',
      rate: rateWord(province.completion.value),
      files: province.files_missing,
      deadline: dayOf(targets.completion?.deadline),
    }));
  const shownMoney = money.slice(0, Math.max(mostAboutMoney, mostMatters - files.length));
  return {
    rows: [...shownMoney, ...files.slice(0, mostMatters - shownMoney.length)],
    all: money.length + files.length,
  };
}

const missedMoney = (provinces: readonly ProvinceRow[]): ProvinceRow[] =>
  provinces
    .filter(({money}) => money.status === 'missed')
    .sort((one, other) => (one.money.value ?? 0) - (other.money.value ?? 0));

const ratioOf = ({numerator, denominator}: {numerator: number; denominator: number}): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** A limit as letters write it: 5%. */
export const limitWord = (value: number): string =>
  `${new Intl.NumberFormat('vi-VN', {maximumFractionDigits: 2}).format(value * 100)}%`;
