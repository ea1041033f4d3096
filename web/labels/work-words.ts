import type {AssignmentAnswer} from '../../api/answers.ts';
import {counted} from './counted.ts';
import {inLanguages} from './words.ts';

const states: Record<AssignmentAnswer['state'], string> = {
  assigned: 'Đã giao',
  awaiting_night: 'Chờ kiểm đêm nay',
  closed: 'Đóng',
  came_back: 'Tái phát',
};

const vi = {
  ages: {
    title: (old: string, all: string) => `${old}/${all} lỗi còn mở đã quá 30 ngày`,
    titleYoung: (all: string) => `${all} lỗi còn mở, chưa lỗi nào quá 30 ngày`,
    titleNone: 'Không còn lỗi nào mở',
    subtitle: (unit: string, date: string) =>
      `Lỗi còn mở theo số ngày kể từ đêm đầu tiên hệ thống thấy lỗi · ${unit} · đêm ${date} · lỗi`,
    caption: 'Bảng số lỗi theo thời gian mở',
    age: 'Thời gian mở',
    offences: 'Số lỗi',
    share: 'Tỷ lệ',
    buckets: {
      up_to_7_days: '0–7 ngày',
      up_to_14_days: '8–14 ngày',
      up_to_30_days: '15–30 ngày',
      over_30_days: 'trên 30 ngày',
    },
    groupCaption: 'Bảng số lỗi còn mở theo nhóm, nhiều lỗi nhất trước',
    by: 'Nhóm theo',
    levels: {province: 'tỉnh', office: 'phòng', officer: 'cán bộ'},
    total: 'Tổng',
    nobody: 'Chưa rõ',
    shown: (shown: string, all: string) => `Đang hiện ${shown}/${all} dòng; tệp có đủ mọi dòng.`,
  },
  assigned: {
    title: (open: number, overdue: number) =>
      overdue > 0
        ? `${open} việc đang giao, ${overdue} việc quá hạn`
        : `${open} việc đang giao, không việc nào quá hạn`,
    titleNone: 'Chưa giao việc nào',
    subtitle: (unit: string, date: string) => `Việc đã giao · ${unit} · theo đêm ${date}`,
    rule: 'Việc chỉ đóng khi đêm số liệu không còn thấy lỗi nào của việc; báo xong chưa phải là đóng.',
    caption: 'Bảng việc đã giao, hạn gần nhất trước',
    unit: 'Đơn vị',
    work: 'Lỗi phải sửa',
    to: 'Giao cho',
    wholeUnit: 'cả đơn vị',
    due: 'Hạn',
    overdue: 'quá hạn',
    state: 'Trạng thái',
    states,
    left: 'Còn/đã hết',
    did: 'Việc cần làm',
    done: 'Báo đã xong',
    saidDone: 'Đã ghi nhận; đêm tới hệ thống kiểm tra.',
    note: (note: string) => `Ghi chú: ${note}`,
  },
  open: {
    title: (count: number) => `${count} nhóm lỗi nhiều nhất chưa giao cho ai`,
    subtitle: 'Việc mới: lỗi của một quy tắc ở một phòng · lỗi',
    caption: 'Bảng việc mới, nhiều lỗi nhất trước',
    since: 'Từ đêm',
    give: 'Giao việc',
    giveAgain: 'Giao lại',
    giveOf: (rule: string, unit: string) => `Giao việc: ${rule}, ${unit}`,
  },
  form: {
    heading: 'Giao việc sửa lỗi',
    about: (rule: string, unit: string, open: string) => `${rule} · ${unit} · ${open} lỗi còn mở`,
    to: 'Giao cho',
    due: 'Hạn hoàn thành',
    note: 'Ghi chú (không bắt buộc)',
    send: 'Giao việc',
    cancel: 'Thôi',
    person: (name: string, offences: string) => `${name} (${offences} lỗi mọi quy tắc)`,
    given: 'Đã giao việc.',
  },
  refused: 'Vai trò của bạn không xem việc đã giao.',
};

const en: typeof vi = {
  ages: {
    title: (old, all) => `${old} of ${all} open offences are older than 30 days`,
    titleYoung: (all) => `${all} open offences, none older than 30 days`,
    titleNone: 'No offence is open',
    subtitle: (unit, date) =>
      `Open offences by days since the first night that saw them · ${unit} · night of ${date} · offences`,
    caption: 'Table of offences by how long they are open',
    age: 'Open for',
    offences: 'Offences',
    share: 'Share',
    buckets: {
      up_to_7_days: '0–7 days',
      up_to_14_days: '8–14 days',
      up_to_30_days: '15–30 days',
      over_30_days: 'over 30 days',
    },
    groupCaption: 'Table of open offences by group, the most first',
    by: 'Group by',
    levels: {province: 'province', office: 'office', officer: 'officer'},
    total: 'Total',
    nobody: 'Not known',
    shown: (shown, all) => `Showing ${shown} of ${all} rows; the file has them all.`,
  },
  assigned: {
    title: (open, overdue) =>
      overdue > 0
        ? `${counted(open, 'task')} under way, ${overdue} overdue`
        : `${counted(open, 'task')} under way, none overdue`,
    titleNone: 'Nothing has been assigned',
    subtitle: (unit, date) => `Assigned work · ${unit} · by the night of ${date}`,
    rule: 'Only a night that finds none of its offences closes a task; saying it is done does not.',
    caption: 'Table of assigned work, due first before the rest',
    unit: 'Unit',
    work: 'To put right',
    to: 'Given to',
    wholeUnit: 'the whole unit',
    due: 'Due',
    overdue: 'overdue',
    state: 'State',
    states: {
      assigned: 'Assigned',
      awaiting_night: 'Waiting for tonight’s check',
      closed: 'Closed',
      came_back: 'Came back',
    },
    left: 'Open/fixed',
    did: 'What to do',
    done: 'Say it is done',
    saidDone: 'Noted; the coming night checks it.',
    note: (note) => `Note: ${note}`,
  },
  open: {
    title: (count) => `The ${count} largest groups of offences that nobody was given`,
    subtitle: 'New work: the offences of a rule at an office · offences',
    caption: 'Table of new work, the most first',
    since: 'Since',
    give: 'Assign',
    giveAgain: 'Assign again',
    giveOf: (rule, unit) => `Assign: ${rule}, ${unit}`,
  },
  form: {
    heading: 'Assign work',
    about: (rule, unit, open) => `${rule} · ${unit} · ${open} open offences`,
    to: 'Give to',
    due: 'Due on',
    note: 'Note (optional)',
    send: 'Assign',
    cancel: 'Cancel',
    person: (name, offences) => `${name} (${offences} offences of any rule)`,
    given: 'Assigned.',
  },
  refused: 'Your role does not see assigned work.',
};

/** The words of work that is to be put right: how old it is, who was given it. */
export const workWords = inLanguages({vi, en});
