import {metrics} from '../../warehouse/metrics.ts';
import type {RankedRow, RankingAnswer, TrackedFigure, UnitPageAnswer, UnrankedRow} from '../answers.ts';
import {
  department,
  numberColumn,
  type Block,
  type Paper,
  type PaperColumn,
  type Picture,
} from '../papers/paper.ts';
import {countWord, dayWord, fractionWord, pointsWord, statusWords} from './figures.ts';
import {rateWord} from '../papers/wording.ts';

/** What is published of the campaign, as far as it is about one province. */
export interface PublishedRank {
  campaign: string;
  is_provisional: boolean;
  /** Null where a condition keeps it from being ranked. */
  rank: number | null;
  /** How many provinces are ranked. */
  of: number;
}

const shownMetrics = [
  'completion_rate',
  'money_coverage',
  'quality_score',
  'petition_completion_rate',
] as const;

const mostRules = 10;

/** The bulletin of a province: what the page of the province says, and nothing of any other. */
export function provinceBulletin(
  page: UnitPageAnswer,
  rank: PublishedRank | null,
  course: Picture | null = null,
): Paper {
  const {unit, night, version, demo} = page;
  return {
    name: `ban-tin-${unit.unit_id}-${night}`,
    agency: department,
    orientation: 'portrait',
    title: 'BẢN TIN DỮ LIỆU THI HÀNH ÁN DÂN SỰ',
    subtitle: `${unit.unit_name}, số liệu đến ${dayWord(night)}`,
    blocks: [
      ...sentencesOf(page, rank).map((text): Block => ({block: 'paragraph', text})),
      {block: 'heading', text: '1. Các chỉ tiêu chính'},
      figuresTable(page),
      ...(course === null ? [] : [course]),
      {block: 'heading', text: '2. Theo phòng'},
      officesTable(page),
      ...rulesBlocks(page),
    ],
    stamp: {night, version, demo},
  };
}

function sentencesOf(page: UnitPageAnswer, rank: PublishedRank | null): string[] {
  const {unit, night, figures, files_missing, targets} = page;
  const {completion_rate: files, money_coverage: money} = figures;
  const deadline = targets.completion_rate?.deadline;
  return [
    files.value === null
      ? `Đến ${dayWord(night)}, ${unit.unit_name} không có số liệu hồ sơ phải nhập.`
      : `Đến ${dayWord(night)}, ${unit.unit_name} đã nhập ${fractionWord(files)} hồ sơ (${rateWord(files.value)}); ` +
        `còn thiếu ${countWord(files_missing)} hồ sơ${deadline ? `, hạn cuối là hết ngày ${dayWord(deadline)}` : ''}.`,
    ...(money.value === null
      ? []
      : [
          `Dữ liệu về tiền đầy đủ ở ${fractionWord(money)} hồ sơ có tiền (${rateWord(money.value)}); đánh giá: ${statusWords[money.status]}.`,
        ]),
    ...(rank === null ? [] : [rankSentence(rank)]),
  ];
}

function rankSentence({campaign, is_provisional, rank, of}: PublishedRank): string {
  const state = is_provisional ? 'tạm tính' : 'theo đêm kết thúc';
  return rank === null
    ? `Trong đợt thi đua “${campaign}” (${state}), đơn vị chưa được xếp hạng vì chưa đạt đủ điều kiện.`
    : `Trong đợt thi đua “${campaign}” (${state}), đơn vị xếp hạng ${rank} trong ${of} tỉnh, thành phố được xếp hạng.`;
}

const text = (key: string, heading: string, width: number): PaperColumn => ({
  key,
  heading,
  kind: 'text',
  width,
});
const rate = (key: string, heading: string, width: number): PaperColumn => ({
  key,
  heading,
  kind: 'rate',
  width,
});
const count = (key: string, heading: string, width: number): PaperColumn => ({
  key,
  heading,
  kind: 'count',
  width,
});

function figuresTable({figures, compared_with}: UnitPageAnswer): Block {
  return {
    block: 'table',
    columns: [
      text('name', 'Chỉ tiêu', 3),
      rate('value', 'Giá trị', 1.2),
      count('fraction', 'Số lượng', 1.8),
      rate('change', compared_with === null ? 'Thay đổi' : `So với ${dayWord(compared_with)}`, 1.6),
      text('status', 'Đánh giá', 1.4),
    ],
    rows: shownMetrics.map((metric) => {
      const figure: TrackedFigure = figures[metric];
      return {
        name: metrics[metric].label.vi,
        value: rateWord(figure.value),
        fraction: fractionWord(figure),
        change: pointsWord(figure.value, figure.previous?.value),
        status: statusWords[figure.status],
      };
    }),
  };
}

function officesTable({below, figures, files_missing}: UnitPageAnswer): Block {
  const files = figures.completion_rate;
  return {
    block: 'table',
    unitOfMeasure: 'hồ sơ',
    columns: [
      {...numberColumn, width: 0.7},
      text('name', 'Phòng', 3),
      count('required', 'Phải nhập', 1.2),
      count('missing', 'Còn thiếu', 1.2),
      rate('completion', 'Đã nhập', 1.2),
      rate('money', 'Dữ liệu tiền', 1.2),
      rate('quality', 'Chất lượng', 1.2),
    ],
    rows: below.map(({unit_name, figures: its, files_missing: missing}, index) => ({
      n: index + 1,
      name: unit_name,
      required: its.completion_rate.denominator,
      // Of who has nothing to enter nothing is missing, nor is anything done.
      missing: its.completion_rate.value === null ? null : missing,
      completion: rateWord(its.completion_rate.value),
      money: rateWord(its.money_coverage.value),
      quality: rateWord(its.quality_score.value),
    })),
    total: {
      n: null,
      name: 'Cộng',
      required: files.denominator,
      missing: files.value === null ? null : files_missing,
      completion: rateWord(files.value),
      money: rateWord(figures.money_coverage.value),
      quality: rateWord(figures.quality_score.value),
    },
  };
}

function rulesBlocks({rules, compared_with}: UnitPageAnswer): Block[] {
  const broken = rules.filter(({offenders}) => offenders > 0).slice(0, mostRules);
  if (broken.length === 0) return [];
  return [
    {block: 'heading', text: '3. Việc cần sửa nhiều nhất'},
    {
      block: 'table',
      unitOfMeasure: 'hồ sơ',
      columns: [
        {...numberColumn, width: 0.7},
        text('rule', 'Lỗi', 4),
        count('offenders', 'Số hồ sơ', 1.2),
        ...(compared_with === null ? [] : [count('before', `Đến ${dayWord(compared_with)}`, 1.2)]),
      ],
      rows: broken.map(({label, offenders, offenders_before}, index) => ({
        n: index + 1,
        rule: label.vi,
        offenders,
        before: offenders_before,
      })),
    },
  ];
}

interface PublishedRanking extends Pick<RankingAnswer, 'is_provisional'> {
  rows: readonly Pick<RankedRow, 'unit_id' | 'rank'>[];
  not_ranked: readonly Pick<UnrankedRow, 'unit_id'>[];
}

/** The rank of a province in what is published of all; null for one that has no target and takes no part. */
export function rankIn(ranking: PublishedRanking, campaign: string, province: string): PublishedRank | null {
  const own = ranking.rows.find(({unit_id}) => unit_id === province);
  if (!own && !ranking.not_ranked.some(({unit_id}) => unit_id === province)) return null;
  return {
    campaign,
    is_provisional: ranking.is_provisional,
    rank: own?.rank ?? null,
    of: ranking.rows.length,
  };
}
