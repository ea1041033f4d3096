import {countWord} from '../bulletins/figures.ts';
import type {PaperWorld} from '../papers/offered.ts';
import {department, numberColumn, type PaperTable} from '../papers/paper.ts';
import {
  boardReads,
  boardValues,
  boardValuesOf,
  readBoardMeeting,
  type BoardMeeting,
  type Nominated,
} from './board-meeting.ts';
import {Missing, type AskedLetter, type Letter, type LetterFacts, type Told} from './letter.ts';

const submissionWords = {
  values: {
    ...boardValues,
    so_de_cu: 'Số tập thể, cá nhân trong danh sách đề cử',
    so_tap_the: 'Số tập thể trong danh sách đề cử',
    so_ca_nhan: 'Số cá nhân trong danh sách đề cử',
    so_da_xac_minh:
      'Số trường hợp đề cử đã xác minh là không có việc đang xem xét nào; thiếu khi còn một trường hợp chưa xác minh',
  },
  conditions: {
    co_tap_the: 'Danh sách đề cử có tập thể',
    co_ca_nhan: 'Danh sách đề cử có cá nhân',
  },
  tables: {
    tap_the: 'Tập thể được đề cử, theo hình thức và thứ hạng',
    ca_nhan: 'Cá nhân được đề cử, theo hình thức và thứ hạng',
  },
} as const;

export const submission: Letter = {
  name: {vi: 'Tờ trình đề nghị khen thưởng', en: 'Submission for awards'},
  purpose: 'awards',
  follows: 'Công văn hướng dẫn xét, đề nghị khen thưởng, mục 2',
  reads: boardReads,
  takes: ['campaign'],
  editors: ['hoi_dong'],
  vocabulary: submissionWords,
  read: readSubmission,
};

/** The board's submission: whom it proposes for which award, and that nothing is pending against them. */
async function readSubmission(
  asked: AskedLetter,
  world: PaperWorld,
): Promise<LetterFacts<typeof submissionWords>> {
  const meeting = await readBoardMeeting(asked, world);
  const proposed = meeting.nominations.filter(({of}) => of.state === 'shortlisted');
  const [collectives, persons] = [
    proposed.filter(({of}) => of.nominee_kind === 'TAP_THE'),
    proposed.filter(({of}) => of.nominee_kind === 'CA_NHAN'),
  ];
  const nobody = new Missing(
    'Danh sách đề cử chưa có ai; hãy đưa đề nghị vào danh sách ở trang Xét khen thưởng trước.',
  );
  return {
    name: `to-trinh-khen-thuong-${meeting.stamp.night}`,
    agency: department,
    stamp: meeting.stamp,
    values: {
      ...boardValuesOf(meeting),
      so_de_cu: proposed.length === 0 ? nobody : countWord(proposed.length),
      so_tap_the: countWord(collectives.length),
      so_ca_nhan: countWord(persons.length),
      co_tap_the: collectives.length > 0,
      co_ca_nhan: persons.length > 0,
      so_da_xac_minh: verified(proposed, nobody),
    },
    tables: {
      tap_the: collectives.length === 0 ? nobody : tableOf(collectives, meeting),
      ca_nhan: persons.length === 0 ? nobody : tableOf(persons, meeting),
    },
  };
}

/** The declaration that the letter on awards asks for is made only when it is known to be true of everybody. */
function verified(proposed: readonly Nominated[], nobody: Missing): Told {
  if (proposed.length === 0) return nobody;
  const doubtful = proposed.flatMap(({name, note}) => (note === null ? [] : [`${name}: ${note}`]));
  if (doubtful.length > 0)
    return new Missing(`Danh sách đề cử có trường hợp cần xem lại: ${doubtful.join(' ')}`);
  const open = proposed.flatMap(({name, of}) => {
    const unknown = of.answers
      .filter(({answer}) => answer !== 'no')
      .map(({label}) => label.toLocaleLowerCase('vi'));
    return unknown.length === 0 ? [] : [`${name} (${unknown.join('; ')})`];
  });
  return open.length === 0
    ? countWord(proposed.length)
    : new Missing(
        `Chưa xác minh xong: ${open.join(', ')}; hãy ghi kết quả xác minh ở trang Xét khen thưởng.`,
      );
}

const tableOf = (proposed: readonly Nominated[], {passedOver}: BoardMeeting): Omit<PaperTable, 'block'> => ({
  columns: [
    numberColumn,
    {key: 'name', heading: 'Họ và tên, tên đơn vị', kind: 'text', width: 2.2},
    {key: 'unit', heading: 'Đơn vị công tác, đề nghị', kind: 'text', width: 2.2},
    {key: 'award', heading: 'Hình thức khen thưởng', kind: 'text', width: 1.8},
    {key: 'rank', heading: 'Thứ hạng', kind: 'count', width: 0.8},
    {key: 'why', heading: 'Lý do', kind: 'text', width: 2},
  ],
  rows: proposed.map(({of, name, unit, award, last}, index) => ({
    n: index + 1,
    name,
    unit,
    award,
    rank: of.rank,
    why: [
      'Đủ điều kiện, trong chỉ tiêu',
      ...(passedOver.some(({taken}) => taken.of === of) && last?.reason ? [last.reason] : []),
    ].join('; '),
  })),
});
