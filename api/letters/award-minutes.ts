import {countWord} from '../bulletins/figures.ts';
import type {PaperWorld} from '../papers/offered.ts';
import {department, numberColumn, type PaperColumn, type PaperTable} from '../papers/paper.ts';
import type {Row} from '../table.ts';
import {
  boardReads,
  boardValues,
  boardValuesOf,
  readBoardMeeting,
  type BoardMeeting,
  type Nominated,
} from './board-meeting.ts';
import {Missing, type AskedLetter, type Letter, type LetterFacts} from './letter.ts';

const minutesWords = {
  values: {
    ...boardValues,
    so_quyet_dinh: 'Số trường hợp hội đồng đã đưa vào danh sách hoặc đã quyết định',
  },
  conditions: {
    co_bo_qua: 'Có đối tượng hạng cao hơn bị bỏ qua',
    co_dua_ra: 'Có đề nghị bị đưa ra khỏi danh sách đề cử',
    co_khong_xet: 'Có đề nghị không được xét (trễ hạn, thiếu hồ sơ, không đủ điều kiện)',
  },
  tables: {
    quyet_dinh: 'Từng trường hợp hội đồng đã quyết định, kèm lý do',
    bo_qua: 'Đối tượng hạng cao hơn bị bỏ qua, ai được chọn, lý do',
    dua_ra: 'Đề nghị đã đưa ra khỏi danh sách đề cử, kèm lý do',
    khong_xet: 'Đề nghị không được xét, kèm lý do và điểm khoản',
  },
} as const;

export const minutes: Letter = {
  name: {vi: 'Biên bản họp bình xét khen thưởng', en: 'Minutes of the awards board'},
  purpose: 'awards',
  follows: 'Công văn hướng dẫn xét, đề nghị khen thưởng, mục 2',
  reads: boardReads,
  takes: ['campaign'],
  editors: ['hoi_dong'],
  vocabulary: minutesWords,
  read: readMinutes,
};

/** The minutes of the board: each of its decisions with the reason, and who was not taken and why. */
async function readMinutes(asked: AskedLetter, world: PaperWorld): Promise<LetterFacts<typeof minutesWords>> {
  const meeting = await readBoardMeeting(asked, world);
  const {nominations, passedOver, stamp} = meeting;
  const decided = nominations.filter(({of}) => of.state in decisions);
  const takenOff = nominations.filter(({last}) => last?.step === 'taken_off');
  const refused = nominations.filter(({of}) => refusals.includes(of.state));
  return {
    name: `bien-ban-xet-khen-thuong-${stamp.night}`,
    agency: department,
    stamp,
    values: {
      ...boardValuesOf(meeting),
      so_quyet_dinh: decided.length === 0 ? nothingDecided : countWord(decided.length),
      co_bo_qua: passedOver.length > 0,
      co_dua_ra: takenOff.length > 0,
      co_khong_xet: refused.length > 0,
    },
    tables: {
      quyet_dinh:
        decided.length === 0
          ? nothingDecided
          : tableOf(
              [text('decision', 'Quyết định', 1.6), text('why', 'Lý do', 2.2)],
              decided.map((one) => ({...rowOf(one), decision: decisionOf(one), why: reasonOf(one)})),
            ),
      bo_qua: passedOverTable(meeting),
      dua_ra: tableOf(
        [text('why', 'Lý do', 2.6)],
        takenOff.map((one) => ({...rowOf(one), why: one.last?.reason ?? null})),
      ),
      khong_xet: tableOf(
        [text('why', 'Lý do', 3)],
        refused.map((one) => ({...rowOf(one), why: one.note})),
      ),
    },
  };
}

const nothingDecided = new Missing(
  'Hội đồng chưa đưa ai vào danh sách đề cử và chưa quyết định trường hợp nào; hãy làm ở trang Xét khen thưởng trước.',
);

const decisions: Readonly<Record<string, string>> = {
  shortlisted: 'Đưa vào danh sách đề cử',
  awarded: 'Đề nghị khen thưởng',
  not_awarded: 'Không đề nghị khen thưởng',
};

const refusals: readonly string[] = ['late', 'incomplete', 'not_eligible'];

const decisionOf = ({of}: Nominated) => decisions[of.state] ?? null;
const reasonOf = ({last}: Nominated) => last?.reason ?? 'Đủ điều kiện, trong chỉ tiêu';

const text = (key: string, heading: string, width: number): PaperColumn => ({
  key,
  heading,
  kind: 'text',
  width,
});

const rowOf = ({of, name, unit, award}: Nominated): Row => ({name, unit, award, rank: of.rank});

/** Those a decision is about, numbered, with what was decided. */
const tableOf = (more: readonly PaperColumn[], rows: readonly Row[]): Omit<PaperTable, 'block'> | Missing =>
  rows.length === 0
    ? new Missing('Không có trường hợp nào; hãy bỏ bảng này hoặc đặt trong điều kiện.')
    : {
        columns: [
          numberColumn,
          text('name', 'Họ và tên, tên đơn vị', 2),
          text('unit', 'Đơn vị công tác, đề nghị', 2),
          text('award', 'Hình thức khen thưởng', 1.6),
          {key: 'rank', heading: 'Thứ hạng', kind: 'count', width: 0.8},
          ...more,
        ],
        rows: rows.map((row, index) => ({n: index + 1, ...row})),
      };

/** Nobody is passed over without a reason on record, so minutes that lack one are not written. */
function passedOverTable({passedOver}: BoardMeeting): Omit<PaperTable, 'block'> | Missing {
  if (passedOver.length === 0) return new Missing('Không có đối tượng nào bị bỏ qua; hãy bỏ bảng này.');
  const unexplained = passedOver.filter(({reason}) => reason === null);
  if (unexplained.length > 0) {
    const pairs = unexplained.map(({better, taken}) => `${better.name} xếp trên ${taken.name}`);
    return new Missing(
      `Chưa ghi lý do bỏ qua: ${pairs.join(', ')}; hãy đưa người được chọn ra khỏi danh sách rồi đưa vào lại kèm lý do.`,
    );
  }
  return {
    columns: [
      numberColumn,
      text('better', 'Đối tượng bị bỏ qua', 2),
      {key: 'better_rank', heading: 'Thứ hạng', kind: 'count', width: 0.8},
      text('taken', 'Đối tượng được chọn', 2),
      {key: 'taken_rank', heading: 'Thứ hạng', kind: 'count', width: 0.8},
      text('why', 'Lý do', 2.6),
    ],
    rows: passedOver.map(({better, taken, reason}, index) => ({
      n: index + 1,
      better: better.name,
      better_rank: better.of.rank,
      taken: taken.name,
      taken_rank: taken.of.rank,
      why: reason,
    })),
  };
}
