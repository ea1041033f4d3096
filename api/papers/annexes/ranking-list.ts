import {rankingAnswer, type RankedRow, type RankingAnswer, type UnrankedRow} from '../../campaign-schemas.ts';
import {countWord, dayWord} from '../../bulletins/figures.ts';
import {failedGates} from '../../campaigns/sentences.ts';
import {ranking} from '../../routes/campaigns/ranking.ts';
import type {Row} from '../../table.ts';
import {ask} from '../asking.ts';
import type {OfferedPaper} from '../offered.ts';
import {numberColumn, type Block, type PaperColumn, type PaperTable} from '../paper.ts';
import {campaignAsked} from './campaign-papers.ts';
import {annexForm, count, date, rate, stampFrom, text} from './form.ts';

/** More would be a book; the whole ranking is a file of the ranking page. */
const mostListed = 400;

/** The ranking of a campaign with the gates of everybody ranked, and why the others are not. */
export const rankingList: OfferedPaper = {
  id: 'ranking',
  kind: 'annex',
  purpose: 'awards',
  name: {vi: 'Bảng xếp hạng thi đua kèm điều kiện và lý do', en: 'Ranking with gates and reasons'},
  follows: 'Kế hoạch 606/KH-CQLTHADS và công văn hướng dẫn xét khen thưởng',
  reads: ['GET /campaigns', 'GET /campaigns/{id}/ranking'],
  takes: ['campaign', 'kind'],
  formats: ['html', 'docx', 'pdf', 'xlsx'],
  async compose({campaign: asked, kind = 'province'}, world) {
    const campaign = await campaignAsked({campaign: asked}, world);
    const [form, answer] = await Promise.all([
      annexForm(world),
      ask(ranking, rankingAnswer, {params: {id: campaign.id}, query: {kind, limit: mostListed}}, world),
    ]);
    const {ranking_night, is_provisional, frozen} = answer;
    return {
      ...form,
      name: `xep-hang-${kind}-${ranking_night}`,
      orientation: 'landscape',
      title: `Bảng xếp hạng ${kindWords[kind]}`,
      subtitle:
        `Đợt thi đua “${campaign.name}”, theo đêm ${dayWord(ranking_night)}` +
        (is_provisional ? ' (tạm tính)' : ''),
      blocks: blocksOf(answer),
      stamp: stampFrom(
        answer,
        frozen === null || frozen.differs
          ? `bảng xếp hạng chưa chốt, SHA-256 ${answer.hash.slice(0, 16)}`
          : `bảng xếp hạng chốt lần ${frozen.id}, SHA-256 ${answer.hash.slice(0, 16)}`,
      ),
    };
  },
};

const kindWords = {province: 'tỉnh, thành phố', office: 'phòng', individual: 'cá nhân'} as const;

function blocksOf({kind, rows, not_ranked, counts, note}: RankingAnswer): Block[] {
  return [
    ...(note === null ? [] : [sentence(note.vi)]),
    {block: 'heading', text: `1. Được xếp hạng: ${countWord(counts.ranked)}`},
    ...cutSentence(rows.length, counts.ranked),
    ...(rows.length === 0
      ? [sentence('Chưa có đối tượng nào đạt đủ điều kiện.')]
      : [rankedTable(rows, kind)]),
    {block: 'heading', text: `2. Không được xếp hạng: ${countWord(counts.not_ranked)}`},
    ...cutSentence(not_ranked.length, counts.not_ranked),
    ...(not_ranked.length === 0 ? [] : [unrankedTable(not_ranked, kind)]),
    sentence(
      'Bằng nhau ở mọi tiêu chí thì cùng hạng, hạng kế tiếp nhảy. Cột lưu ý nêu điều kiện chỉ để lưu ý, không loại.',
    ),
  ];
}

const sentence = (words: string): Block => ({block: 'paragraph', text: words});

const cutSentence = (listed: number, all: number): Block[] =>
  listed === all
    ? []
    : [
        sentence(
          `Danh sách dưới đây nêu ${countWord(listed)} dòng đầu trong tổng số ${countWord(all)}; danh sách đầy đủ tải tại trang Thi đua của Nền tảng số.`,
        ),
      ];

const nameHeadings = {province: 'Đơn vị', office: 'Đơn vị', individual: 'Họ và tên'} as const;

const nameColumns = (kind: RankingAnswer['kind']): PaperColumn[] => [
  text('name', nameHeadings[kind], 2.4),
  ...(kind === 'individual' ? [text('works_at', 'Mã nơi công tác', 1)] : []),
];

const nameCells = ({name, unit_id, officer_id, works_at}: RankedRow | UnrankedRow): Row => ({
  name: name ?? unit_id ?? officer_id ?? null,
  works_at: works_at ?? null,
});

function rankedTable(rows: readonly RankedRow[], kind: RankingAnswer['kind']): PaperTable {
  const gates = rows[0]?.gates ?? [];
  return {
    block: 'table',
    columns: [
      count('rank', 'Hạng', 0.7),
      ...nameColumns(kind),
      count('required', 'Hồ sơ phải nhập', 1),
      count('entered', 'Đã nhập', 1),
      count('days_early', 'Sớm (ngày)', 0.8),
      ...gates.map(({gate, label}) => gateColumn(gate, label.vi)),
      text('remark', 'Ghi chú', 1.6),
    ],
    rows: rows.map((row) => ({
      rank: row.rank,
      ...nameCells(row),
      required: row.required,
      entered: row.entered,
      days_early: row.days_early,
      ...Object.fromEntries(row.gates.map(({gate, value}) => [gate, value])),
      remark: remarkOn(row),
    })),
  };
}

/** What each gate looks at decides how it is written; the rest are counts of matters. */
function gateColumn(gate: string, label: string): PaperColumn {
  const made = dates.has(gate) ? date : rates.has(gate) ? rate : count;
  return made(gate, label, dates.has(gate) ? 1.3 : 1.05, 'Điều kiện');
}

const dates: ReadonlySet<string> = new Set(['finished_on_time', 'rollout_documents']);
const rates: ReadonlySet<string> = new Set(['new_files_entered', 'quality', 'money']);

const remarkOn = ({tied_with, preferred, gates}: RankedRow): string =>
  [
    ...(tied_with > 0 ? [`Cùng hạng với ${countWord(tied_with)} đối tượng khác`] : []),
    ...(preferred ? ['diện ưu tiên khi bằng nhau'] : []),
    ...gates
      .filter(({passed, is_flag}) => !passed && is_flag)
      .map(({label, value}) => `lưu ý: ${label.vi} (${value ?? 0} vụ việc)`),
  ].join('; ');

const unrankedTable = (rows: readonly UnrankedRow[], kind: RankingAnswer['kind']): PaperTable => ({
  block: 'table',
  columns: [
    {...numberColumn, width: 0.62},
    ...nameColumns(kind),
    count('required', 'Hồ sơ phải nhập', 0.9),
    count('entered', 'Đã nhập', 0.9),
    text('failed', 'Điều kiện không đạt', 6),
  ],
  rows: rows.map((row, index) => ({
    n: index + 1,
    ...nameCells(row),
    required: row.required,
    entered: row.entered,
    failed: failedGates(row.gates).vi,
  })),
});
