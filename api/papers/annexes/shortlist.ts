import {standsAt} from '../../board/shortlist.ts';
import {dayWord} from '../../bulletins/figures.ts';
import {
  nominationAnswer,
  nominationsAnswer,
  quotasAnswer,
  type NominationsAnswer,
  type NominationShown,
} from '../../nomination-schemas.ts';
import {nomination, nominations} from '../../routes/board/nominations.ts';
import {quotas} from '../../routes/board/quotas.ts';
import {ask} from '../asking.ts';
import type {OfferedPaper, PaperWorld} from '../offered.ts';
import {numberColumn, type Block, type PaperTable} from '../paper.ts';
import {campaignAsked} from './campaign-papers.ts';
import {annexForm, count, date, stampFrom, text} from './form.ts';

/** Every nomination of a campaign: who is on the shortlist, who is not, and why. */
export const shortlistPaper: OfferedPaper = {
  id: 'shortlist',
  kind: 'annex',
  purpose: 'awards',
  name: {
    vi: 'Danh sách đề nghị khen thưởng kèm kết quả xét và lý do',
    en: 'Nominations with the outcome and the reasons',
  },
  follows: 'Công văn hướng dẫn xét, đề nghị khen thưởng, mục 1 và 2',
  reads: [
    'GET /campaigns',
    'GET /campaigns/{id}/nominations',
    'GET /campaigns/{id}/nominations/{nomination}',
    'GET /campaigns/{id}/quotas',
  ],
  takes: ['campaign'],
  formats: ['html', 'docx', 'pdf', 'xlsx'],
  async compose(asked, world) {
    const campaign = await campaignAsked(asked, world);
    const params = {id: campaign.id};
    const [form, answer, {rows: awards}] = await Promise.all([
      annexForm(world),
      ask(nominations, nominationsAnswer, {params}, world),
      ask(quotas, quotasAnswer, {params}, world),
    ]);
    const names = new Map(awards.map(({award, award_name}) => [award, award_name]));
    const reasons = await reasonsOf(answer, world);
    return {
      ...form,
      name: `danh-sach-de-nghi-khen-thuong-${answer.night}`,
      orientation: 'landscape',
      title: 'Danh sách đề nghị khen thưởng',
      subtitle: `Đợt thi đua “${campaign.name}”, kết quả xét đến ngày ${dayWord(answer.night)}`,
      blocks: blocksOf(answer, names, reasons),
      stamp: stampFrom(
        answer,
        answer.freeze === null ? 'bảng xếp hạng chưa chốt' : `bảng xếp hạng chốt lần ${answer.freeze}`,
      ),
    };
  },
};

const decided: readonly NominationShown['state'][] = ['awarded', 'not_awarded', 'shortlisted'];

/** What the board wrote down when it took, or decided on, each of those it did. */
async function reasonsOf(
  {campaign, rows}: NominationsAnswer,
  world: PaperWorld,
): Promise<ReadonlyMap<string, string>> {
  const told = await Promise.all(
    rows
      .filter(({state}) => decided.includes(state))
      .map(async ({id}) => {
        const {steps} = await ask(
          nomination,
          nominationAnswer,
          {params: {id: campaign, nomination: id}},
          world,
        );
        return [id, steps.findLast(({step}) => step !== 'answered')?.reason ?? ''] as const;
      }),
  );
  return new Map(told);
}

function blocksOf(
  {rows}: NominationsAnswer,
  awards: ReadonlyMap<string, string>,
  reasons: ReadonlyMap<string, string>,
): Block[] {
  if (rows.length === 0) return [{block: 'paragraph', text: 'Chưa có đề nghị khen thưởng nào.'}];
  const byAward = Map.groupBy(rows, ({award}) => award);
  return [...byAward].flatMap(([award, own], index): Block[] => [
    {block: 'heading', text: `${index + 1}. ${awards.get(award) ?? award}`},
    tableOf(own.toSorted(inOrder), reasons),
  ]);
}

const order: readonly NominationShown['state'][] = [
  ...decided,
  'eligible',
  'incomplete',
  'not_eligible',
  'late',
];

/** Those taken first, then those that could be, collectives before persons, each in the order of ranks. */
const inOrder = (one: NominationShown, other: NominationShown): number =>
  order.indexOf(one.state) - order.indexOf(other.state) ||
  other.nominee_kind.localeCompare(one.nominee_kind) ||
  (one.rank ?? Infinity) - (other.rank ?? Infinity) ||
  (one.id < other.id ? -1 : 1);

const tableOf = (rows: readonly NominationShown[], reasons: ReadonlyMap<string, string>): PaperTable => ({
  block: 'table',
  columns: [
    {...numberColumn, width: 0.62},
    text('name', 'Tập thể, cá nhân', 2),
    text('proposer', 'Đơn vị đề nghị', 2),
    count('rank', 'Hạng', 0.7),
    date('received', 'Ngày nhận hồ sơ', 1.1),
    text('state', 'Kết quả xét', 1.8),
    text('reason', 'Lý do, căn cứ', 4),
  ],
  rows: rows.map((row, index) => ({
    n: index + 1,
    name: row.nominee_name ?? row.nominee_id,
    proposer: row.proposer_name ?? row.nominated_by,
    rank: row.rank,
    received: row.received_on,
    state: sentenceCase(standsAt[row.state]),
    reason: [reasons.get(row.id), row.note].filter(Boolean).join('; '),
  })),
});

const sentenceCase = (words: string) => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
