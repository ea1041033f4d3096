import type {DayOff, ProposedTargetChange, TargetChange} from '../../api/answers.ts';
import {inLanguages} from './words.ts';

const vi = {
  title: (inForce: number) => `${inForce} mục tiêu đang dùng, mỗi mục tiêu theo một văn bản`,
  subtitle: (night: string) =>
    `Mọi tỷ lệ, thời hạn trên các trang lấy từ đây · đêm ${night} · đổi khi có văn bản, không sửa đêm đã công bố`,
  columns: ['Chỉ tiêu', 'Mục tiêu', 'Ngưỡng phải quyết định', 'Hạn', 'Áp dụng', 'Văn bản'],
  inForce: '● đang dùng',
  past: '○ đã hết',
  future: '◇ sắp dùng',
  period: (from: string, to: string | null) => (to === null ? `từ ${from}` : `${from} – ${to}`),
  ours: 'hệ thống đặt, văn bản không quy định',
  noDeadline: 'không đặt hạn',
  daysOffTitle: (days: number, year: string) => `${days} ngày nghỉ lễ trong năm ${year}`,
  daysOffSubtitle: 'Số ngày làm việc, hạn nhập và nhịp nhập trừ những ngày này; thứ bảy làm bù được tính lại',
  dayColumns: ['Ngày', 'Là ngày', 'Căn cứ'],
  makeUp: (day: string) => `làm bù cho ${day}`,

  changes: {
    title: (open: number, waiting: number) =>
      open > 0
        ? `${open} đề nghị đổi mục tiêu, ngày nghỉ đang chờ duyệt`
        : waiting > 0
          ? `${waiting} thay đổi đã duyệt, chờ đêm số liệu sau`
          : 'Không có đề nghị đổi mục tiêu, ngày nghỉ nào đang chờ',
    subtitle:
      'Quản trị viên đề nghị kèm văn bản, người thứ hai duyệt; đêm số liệu sau mới áp dụng, đêm đã công bố không đổi',
    states: {proposed: '◇ chờ duyệt', approved: '● đã duyệt', rejected: '✕ không duyệt'} as Record<
      ProposedTargetChange['state'],
      string
    >,
    inUse: '■ đêm đang dùng đã áp dụng',
    notYet: 'chờ đêm số liệu sau',
    target: (label: string, from: string) => `${label}, từ ${from}`,
    figures: (goal: string, floor: string, deadline: string) =>
      `mục tiêu ${goal}, ngưỡng phải quyết định ${floor}, ${deadline}`,
    deadline: (day: string) => `hạn hết ngày ${day}`,
    noDeadline: 'không đặt hạn',
    holiday: (day: string, name: string) => `Nghỉ ngày ${day}: ${name}`,
    makeUpDay: (day: string, insteadOf: string) => `Làm việc ngày ${day}, bù cho ngày ${insteadOf}`,
    removedDay: {
      holiday: (day: string) => `Bỏ ngày nghỉ ${day}, làm việc như thường lệ`,
      make_up: (day: string) => `Bỏ ngày làm bù ${day}, nghỉ như thường lệ`,
    } satisfies Record<DayOff['kind'], (day: string) => string>,
    basis: (basis: string) => `Căn cứ: ${basis}`,
    reason: (reason: string) => `Lý do: ${reason}`,
    proposed: (by: string, at: string) => `${by} đề nghị lúc ${at}`,
    decided: (by: string, at: string, reason: string) => `${by} quyết định lúc ${at}: ${reason}`,
    decideReason: 'Lý do quyết định',
    approve: 'Duyệt',
    reject: 'Không duyệt',
    form: 'Đề nghị một thay đổi',
    kind: 'Thay đổi',
    kinds: {
      target: 'Mục tiêu, thời hạn của chỉ tiêu',
      holiday: 'Thêm ngày nghỉ',
      make_up_day: 'Thêm ngày làm bù',
      removed_day_off: 'Bỏ ngày nghỉ, ngày làm bù',
    } as Record<TargetChange['kind'], string>,
    metric: 'Chỉ tiêu',
    from: 'Áp dụng từ ngày',
    goal: 'Mục tiêu',
    floor: 'Ngưỡng phải quyết định',
    figureAdvice: 'tỷ lệ ghi theo %, ví dụ 95 hoặc 99,5; số đếm ghi số',
    deadlineField: 'Ngày cuối của hạn (để trống nếu không có)',
    letter: 'Số, ký hiệu văn bản',
    clause: 'Điểm, khoản',
    day: 'Ngày',
    dayToRemove: 'Ngày bỏ (chỉ những ngày sau đêm số liệu này)',
    noDayToRemove: 'Không còn ngày nghỉ, ngày làm bù nào sau đêm số liệu này',
    name: 'Tên ngày nghỉ',
    insteadOf: 'Làm bù cho ngày',
    legalBasis: 'Căn cứ (văn bản)',
    reasonField: 'Lý do, ít nhất 10 ký tự',
    send: 'Gửi đề nghị',
    sent: 'Đã gửi đề nghị; người thứ hai duyệt thì đêm số liệu sau áp dụng.',
    notAFigure: 'Mục tiêu và ngưỡng cần một số, ví dụ 95 hoặc 99,5.',
  },
};

const en: typeof vi = {
  title: (inForce) => `${inForce} targets in force, each by a letter`,
  subtitle: (night) =>
    `Every threshold and deadline on the pages comes from here · night of ${night} · changes with a letter, never a published night`,
  columns: ['Metric', 'Goal', 'Floor', 'Deadline', 'In force', 'Letter'],
  inForce: '● in force',
  past: '○ over',
  future: '◇ to come',
  period: (from, to) => (to === null ? `from ${from}` : `${from} – ${to}`),
  ours: 'our default, no document sets it',
  noDeadline: 'no deadline',
  daysOffTitle: (days, year) => `${days} public holidays in ${year}`,
  daysOffSubtitle: 'Working days, deadlines and pace leave these out; a Saturday worked instead counts',
  dayColumns: ['Day', 'What it is', 'Based on'],
  makeUp: (day) => `worked instead of ${day}`,

  changes: {
    title: (open, waiting) =>
      open > 0
        ? `Proposed changes of targets and days off that wait for a decision: ${open}`
        : waiting > 0
          ? `Approved changes that wait for the next night: ${waiting}`
          : 'No change of targets or days off is waiting',
    subtitle:
      'The administrator proposes with the letter, a second person approves; the next night takes it, no published night changes',
    states: {proposed: '◇ waiting', approved: '● approved', rejected: '✕ turned down'},
    inUse: '■ the night in force has it',
    notYet: 'waits for the next night',
    target: (label, from) => `${label}, from ${from}`,
    figures: (goal, floor, deadline) => `goal ${goal}, floor ${floor}, ${deadline}`,
    deadline: (day) => `due by the end of ${day}`,
    noDeadline: 'no deadline',
    holiday: (day, name) => `Day off on ${day}: ${name}`,
    makeUpDay: (day, insteadOf) => `Worked on ${day} instead of ${insteadOf}`,
    removedDay: {
      holiday: (day) => `No day off on ${day}, worked as usual`,
      make_up: (day) => `Not worked on ${day}, off as usual`,
    },
    basis: (basis) => `Based on: ${basis}`,
    reason: (reason) => `Reason: ${reason}`,
    proposed: (by, at) => `proposed by ${by} at ${at}`,
    decided: (by, at, reason) => `${by} decided at ${at}: ${reason}`,
    decideReason: 'Reason of the decision',
    approve: 'Approve',
    reject: 'Turn down',
    form: 'Propose a change',
    kind: 'Change',
    kinds: {
      target: 'Target and deadline of a metric',
      holiday: 'One more day off',
      make_up_day: 'One more day worked instead',
      removed_day_off: 'Take back a day off or a day worked instead',
    },
    metric: 'Metric',
    from: 'In force from',
    goal: 'Goal',
    floor: 'Floor',
    figureAdvice: 'rates in per cent, such as 95 or 99.5; counts as numbers',
    deadlineField: 'Last day of the deadline (empty for none)',
    letter: 'Number of the letter',
    clause: 'Clause',
    day: 'Day',
    dayToRemove: 'Day to take back (only those after this night)',
    noDayToRemove: 'No day off or day worked instead is left after this night',
    name: 'Name of the day off',
    insteadOf: 'Worked instead of',
    legalBasis: 'Based on (document)',
    reasonField: 'Reason, at least 10 characters',
    send: 'Propose',
    sent: 'Proposed; once a second person approves it the next night takes it.',
    notAFigure: 'Goal and floor take a number, such as 95 or 99.5.',
  },
};

/** The words about targets, deadlines and days off. */
export const targetWords = inLanguages({vi, en});
