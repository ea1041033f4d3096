import {counted} from './counted.ts';
import {inLanguages} from './words.ts';

const vi = {
  title: 'Vận hành',
  night: 'Đêm gần nhất',
  headline: (part: {night: string; checks: string; rows: string; seconds: string}) =>
    `Đêm ${part.night} đã công bố: nạp ${part.rows} dòng, qua ${part.checks} phép kiểm tra, mất ${part.seconds} giây.`,
  headlineHeld: (nights: number) => `${nights} đêm đang bị giữ lại, chờ lãnh đạo Cục quyết định.`,
  headlineBroken: (nights: number) => `${nights} đêm không dựng được vì chưa qua phép kiểm tra.`,
  headlineRefused: (deliveries: number) => `${deliveries} bản giao bị từ chối ở lượt nạp gần nhất.`,
  headlineQuarantined: (rows: string) => `${rows} dòng bị cách ly vì sai hợp đồng dữ liệu.`,
  headlineNotOpened: (reason: string) => `Máy chủ chưa mở được phiên bản mới: ${reason}`,
  countedAgain: (nights: string) => `Đã tính lại từ bản giao sửa: ${nights}.`,

  step: (step: string) => step,
  stepsTitle: (step: string, seconds: string) => `Lâu nhất: ${step} (${seconds} giây)`,
  stepsTitleNone: 'Không có bước nào được ghi',
  stepsSubtitle: (night: string, total: string) =>
    `Các bước của đêm ${night}, tổng ${total} giây, đơn vị: giây`,
  stepsSummary: (count: number, share: string, step: string) =>
    `${count} bước nối nhau; riêng “${step}” chiếm ${share} thời gian.`,
  stepColumns: ['Bước', 'Bắt đầu sau (giây)', 'Kéo dài (giây)'],
  seconds: (seconds: string) => `${seconds} giây`,

  sourcesTitle: (late: number, all: number) =>
    late === 0 ? `Đủ ${all} phần mềm nguồn đã giao` : `${late}/${all} phần mềm nguồn chậm hoặc chưa giao`,
  sourcesSubtitle: (night: string) => `Bản giao mới nhất của từng phần mềm mà đêm ${night} dùng`,
  sourceColumns: {
    name: 'Phần mềm',
    date: 'Ngày số liệu',
    landed: 'Nạp lúc',
    rows: 'Số dòng',
    quarantined: 'Cách ly',
    state: 'Trạng thái',
  },
  onTime: '● đúng hạn',
  late: (days: number) => `◆ chậm ${days} ngày`,
  never: '◆ chưa giao lần nào',

  troubleTitle: (troubles: number) =>
    troubles === 0 ? 'Lượt nạp gần nhất không có lỗi' : `${troubles} việc cần xem ở lượt nạp gần nhất`,
  refused: (delivery: string) => `Bản giao ${delivery} bị từ chối`,
  broken: (night: string) => `Đêm ${night} không dựng được`,
  check: (check: string, offenders: string) => `${check}: ${offenders} dòng vi phạm`,
  lastRun: (moment: string, landed: number) =>
    `Lượt nạp gần nhất kết thúc lúc ${moment}, nhận ${landed} bản giao.`,
  noRun: 'Chưa có lượt nạp nào.',

  versionsTitle: (kept: number, held: number) =>
    held === 0 ? `Đang giữ ${kept} phiên bản` : `${held} phiên bản bị giữ lại trong ${kept} phiên bản`,
  versionsSubtitle: 'Mỗi phiên bản là một tệp số liệu không đổi; quay lại chỉ đổi phiên bản đang dùng',
  rolledBack: 'Đang dùng phiên bản cũ theo quyết định của quản trị; đêm mới sẽ thay thế.',
  versionColumns: {version: 'Phiên bản', night: 'Đêm', built: 'Dựng lúc', state: 'Trạng thái', act: 'Việc'},
  states: {in_force: '● đang dùng', kept: '○ còn giữ', held: '◆ bị giữ lại'},
  reasons: 'Lý do giữ:',
  releasedFrom: 'Đã công bố dù:',
  keptFor: (reasons: string) => `Giữ lâu dài cho: ${reasons}`,
  release: 'Công bố',
  releaseOf: (night: string) => `Công bố đêm ${night}`,
  releaseAdvice: 'Người xem thấy số liệu này ngay sau khi công bố. Lý do được ghi vào nhật ký.',
  rollback: 'Quay lại',
  rollbackOf: (version: string) => `Quay lại phiên bản ${version}`,
  rollbackAdvice: 'Mọi trang dùng phiên bản này cho đến khi có đêm mới. Lý do được ghi vào nhật ký.',
  reason: 'Lý do (ít nhất 10 ký tự)',
  cancel: 'Thôi',
  done: {
    release: (night: string) => `Đã công bố đêm ${night}.`,
    rollback: (version: string) => `Đang dùng phiên bản ${version}.`,
  },

  changesTitle: (figures: number, compared: string) => `${figures} chỉ tiêu đổi so với đêm ${compared}`,
  changesTitleNone: 'Chưa có đêm trước để so sánh',
  changesSubtitle: 'Số dòng được giao, và chỉ tiêu toàn quốc',
  changeColumns: {
    table: 'Bảng được giao',
    before: 'Đêm trước',
    now: 'Đêm này',
    added: 'Thêm',
    changed: 'Sửa',
    vanished: 'Mất',
    metric: 'Chỉ tiêu toàn quốc',
    change: 'Thay đổi',
  },
  points: (points: string) => `${points} điểm %`,
  models: (list: string) => `Cách tính đã đổi: ${list}.`,
  modelsNone: 'Cách tính không đổi.',
};

/** The steps of a night, which the program that takes them names in Vietnamese. */
const englishSteps: Readonly<Record<string, string>> = {
  'dựng các bảng': 'building the tables',
  'so với đêm trước': 'comparing with the night before',
  'ghi lịch sử chỉ tiêu': 'recording the history of metrics',
  'kiểm tra': 'checking',
  'công bố': 'publishing',
  'tệp theo phạm vi quyền': 'files by scope of access',
};

const en: typeof vi = {
  title: 'Operations',
  night: 'Last night',
  headline: (part) =>
    `The night of ${part.night} is published: ${part.rows} rows landed, ${part.checks} checks passed, ${part.seconds} s.`,
  headlineHeld: (nights) => `${counted(nights, 'night')} held, waiting for the leadership’s decision.`,
  headlineBroken: (nights) => `${counted(nights, 'night')} not built because a check failed.`,
  headlineRefused: (deliveries) => `${deliveries} delivery(ies) refused in the last run.`,
  headlineQuarantined: (rows) => `${rows} rows quarantined because they break the data contract.`,
  headlineNotOpened: (reason) => `The server could not open the new version: ${reason}`,
  countedAgain: (nights) => `Counted again from corrected deliveries: ${nights}.`,
  step: (step) => englishSteps[step] ?? step,
  stepsTitle: (step, seconds) => `Longest: ${step} (${seconds} s)`,
  stepsTitleNone: 'No step was recorded',
  stepsSubtitle: (night, total) => `Steps of the night of ${night}, ${total} s in all, in seconds`,
  stepsSummary: (count, share, step) =>
    `${count} steps one after the other; “${step}” took ${share} of the time.`,
  stepColumns: ['Step', 'Begins after (s)', 'Lasts (s)'],
  seconds: (seconds) => `${seconds} s`,
  sourcesTitle: (late, all) =>
    late === 0
      ? `All ${all} source programs have delivered`
      : `${late} of ${all} source programs late or missing`,
  sourcesSubtitle: (night) => `The latest delivery of each program that the night of ${night} used`,
  sourceColumns: {
    name: 'Program',
    date: 'Business date',
    landed: 'Landed',
    rows: 'Rows',
    quarantined: 'Quarantined',
    state: 'State',
  },
  onTime: '● on time',
  late: (days) => `◆ ${counted(days, 'day')} late`,
  never: '◆ never delivered',
  troubleTitle: (troubles) =>
    troubles === 0
      ? 'Nothing went wrong in the last run'
      : `${counted(troubles, 'thing')} to look at in the last run`,
  refused: (delivery) => `Delivery ${delivery} was refused`,
  broken: (night) => `The night of ${night} could not be built`,
  check: (check, offenders) => `${check}: ${offenders} offending rows`,
  lastRun: (moment, landed) => `The last run ended at ${moment} and took in ${landed} deliveries.`,
  noRun: 'There has been no run yet.',
  versionsTitle: (kept, held) => (held === 0 ? `${kept} versions kept` : `${held} of ${kept} versions held`),
  versionsSubtitle:
    'A version is a file of figures that never changes; going back only changes which one is used',
  rolledBack: 'An older version is in use by decision of the administrator; a new night will replace it.',
  versionColumns: {version: 'Version', night: 'Night', built: 'Built', state: 'State', act: 'Action'},
  states: {in_force: '● in use', kept: '○ kept', held: '◆ held'},
  reasons: 'Held because:',
  releasedFrom: 'Published although:',
  keptFor: (reasons) => `Kept for good for: ${reasons}`,
  release: 'Publish',
  releaseOf: (night) => `Publish the night of ${night}`,
  releaseAdvice: 'Readers see these figures at once. The reason goes into the audit log.',
  rollback: 'Go back',
  rollbackOf: (version) => `Go back to version ${version}`,
  rollbackAdvice: 'Every page uses this version until a new night comes. The reason goes into the audit log.',
  reason: 'Reason (at least 10 characters)',
  cancel: 'Cancel',
  done: {
    release: (night) => `The night of ${night} is published.`,
    rollback: (version) => `Version ${version} is in use.`,
  },
  changesTitle: (figures, compared) => `${figures} figures changed since the night of ${compared}`,
  changesTitleNone: 'There is no earlier night to compare with',
  changesSubtitle: 'Rows delivered, and figures of the nation',
  changeColumns: {
    table: 'Table delivered',
    before: 'Night before',
    now: 'This night',
    added: 'Added',
    changed: 'Changed',
    vanished: 'Gone',
    metric: 'Figure of the nation',
    change: 'Change',
  },
  points: (points) => `${points} points`,
  models: (list) => `Counted otherwise now: ${list}.`,
  modelsNone: 'Everything is counted as before.',
};

/** The words of the page about how the warehouse runs, which come with its code. */
export const operationsWords = inLanguages({vi, en});
