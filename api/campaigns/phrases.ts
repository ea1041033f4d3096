import type {Words} from '../../warehouse/metrics.ts';
import {hundredthsTold} from './told-rate.ts';

const percentIn = (locale: string, rate: number, limit: number | undefined): string =>
  (hundredthsTold(rate, limit) / 100).toLocaleString(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

/** What sentences about a ranking are put together from, in Vietnamese as it stands in the minutes. */
const vi = {
  language: 'vi' as keyof Words,
  /** What a key is called within a sentence. */
  keys: {finished_at: 'ngày về đích', quality_score: 'điểm chất lượng', required: 'số hồ sơ phải nhập'},
  count: (count: number) => count.toLocaleString('vi-VN'),
  rate: (rate: number, limit?: number) => `${percentIn('vi-VN', rate, limit)}%`,
  day: (year: string, month: string, day: string) => `${day}/${month}/${year}`,
  moment: (time: string, day: string) => `${time} ngày ${day}`,
  nothing: 'không có số liệu',

  somebody: 'Đối tượng',
  nameless: '(không nêu tên)',
  next: 'người kế bên',

  finished: (who: string, moment: string, last: string) =>
    `${who} về đích lúc ${moment}; hạn cuối là hết ngày ${last}.`,
  missing: (who: string, missing: string, required: string) =>
    `${who} chưa về đích: còn thiếu ${missing} trên ${required} hồ sơ.`,
  missingBelow: (who: string) => `${who} chưa về đích: có đơn vị trực thuộc còn thiếu hồ sơ.`,
  barred: (gates: string) => `Không được xếp hạng vì không đạt: ${gates}.`,
  gate: (name: string, found: string, letter: string, clause: string) =>
    `${name} (${found}; ${letter}, mục ${clause})`,
  found: (value: string) => `có: ${value}`,
  threshold: (found: string, threshold: string) => `${found}, ngưỡng: ${threshold}`,
  notFinished: 'chưa về đích',
  notIssued: 'chưa ban hành',
  ranked: (rank: number, of: number) => `Đạt mọi điều kiện và xếp hạng ${rank} trong ${of}.`,
  tied: (names: string) => `Bằng mọi tiêu chí với ${names} nên cùng hạng; hệ thống không tự xếp trước sau.`,
  after: (name: string, key: string, mine: string, theirs: string) =>
    `Đứng sau ${name} vì ${key}: ${mine} so với ${theirs}.`,
  before: (name: string, key: string, mine: string, theirs: string) =>
    `Đứng trước ${name} vì ${key}: ${mine} so với ${theirs}.`,
  flagged: (name: string, matters: string) => `Lưu ý (không loại): ${name}, đang có ${matters} vụ việc.`,

  bothBarred: (first: string, second: string) =>
    `Cả ${first} và ${second} đều không được xếp hạng vì không đạt điều kiện.`,
  otherBarred: (one: string, rank: number | null, other: string) =>
    `${one} được xếp hạng ${rank}; ${other} không được xếp hạng vì không đạt điều kiện.`,
  sameRank: (first: string, second: string, rank: number | null) =>
    `${first} và ${second} bằng nhau ở mọi tiêu chí nên cùng hạng ${rank}.`,
  isBefore: (
    one: string,
    rank: number | null,
    other: string,
    otherRank: number | null,
    because: {key: string; mine: string; theirs: string},
  ) =>
    `${one} (hạng ${rank}) đứng trước ${other} (hạng ${otherRank}) vì ${because.key}: ${because.mine} so với ${because.theirs}.`,

  qualityLower: (points: string) => `Ngưỡng chất lượng thấp hơn ${points} điểm %`,
  qualityHigher: (points: string) => `Ngưỡng chất lượng cao hơn ${points} điểm %`,
  almostFinished: (share: string) => `Về đích tính ở mức ${share}%`,
  resolution: 'Độ mịn khi so thời điểm về đích',
  finishShare: 'Về đích được tính ở mức',
  provisional: (endsOn: string, night: string) =>
    `Không có đêm dữ liệu nào đến hết ngày ${endsOn}; tạm tính theo đêm ${night}.`,
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const pointsOf = (points: string) => `${points} percentage ${points === '1' ? 'point' : 'points'}`;

const en: typeof vi = {
  language: 'en',
  keys: {
    finished_at: 'the day of finishing',
    quality_score: 'the score of quality',
    required: 'the number of case files to be entered',
  },
  count: (count) => count.toLocaleString('en-GB'),
  rate: (rate, limit) => `${percentIn('en-GB', rate, limit)}%`,
  day: (year, month, day) => `${Number(day)} ${months[Number(month) - 1]} ${year}`,
  moment: (time, day) => `${time} on ${day}`,
  nothing: 'no figure',

  somebody: 'This candidate',
  nameless: '(not named)',
  next: 'the neighbour',

  finished: (who, moment, last) => `${who} finished at ${moment}; the last day was ${last}.`,
  missing: (who, missing, required) =>
    `${who} has not finished: ${missing} of ${required} case files are missing.`,
  missingBelow: (who) => `${who} has not finished: an office below it still has files to enter.`,
  barred: (gates) => `Not ranked, because it fails: ${gates}.`,
  gate: (name, found, letter, clause) => `${name} (${found}; ${letter}, item ${clause})`,
  found: (value) => `found: ${value}`,
  threshold: (found, threshold) => `${found}, threshold: ${threshold}`,
  notFinished: 'not finished',
  notIssued: 'not issued',
  ranked: (rank, of) => `Passes every gate and has rank ${rank} of ${of}.`,
  tied: (names) => `Equal in every key to ${names}, so of the same rank; the system invents no order.`,
  after: (name, key, mine, theirs) => `Comes after ${name} because of ${key}: ${mine} against ${theirs}.`,
  before: (name, key, mine, theirs) => `Comes before ${name} because of ${key}: ${mine} against ${theirs}.`,
  flagged: (name, matters) => `To note (bars nobody): ${name}, matters open: ${matters}.`,

  bothBarred: (first, second) => `Neither ${first} nor ${second} is ranked: each fails a gate.`,
  otherBarred: (one, rank, other) => `${one} has rank ${rank}; ${other} is not ranked: it fails a gate.`,
  sameRank: (first, second, rank) =>
    `${first} and ${second} are equal in every key, so both have rank ${rank}.`,
  isBefore: (one, rank, other, otherRank, {key, mine, theirs}) =>
    `${one} (rank ${rank}) comes before ${other} (rank ${otherRank}) because of ${key}: ${mine} against ${theirs}.`,

  qualityLower: (points) => `Quality threshold ${pointsOf(points)} lower`,
  qualityHigher: (points) => `Quality threshold ${pointsOf(points)} higher`,
  almostFinished: (share) => `Finish taken at ${share}%`,
  resolution: 'How finely moments of finishing are compared',
  finishShare: 'Finish taken at',
  provisional: (endsOn, night) =>
    `There is no night up to the end of ${endsOn}; provisional, by the night of ${night}.`,
};

/** Words in one language. */
export type Phrases = typeof vi;

/** Says something in each language. */
export const inBoth = (say: (phrases: Phrases) => string): Words => ({vi: say(vi), en: say(en)});

/** Says several things in each language; as many in one as in the other. */
export const allInBoth = (say: (phrases: Phrases) => string[]): Words[] => {
  const english = say(en);
  return say(vi).map((sentence, i) => ({vi: sentence, en: english[i]!}));
};
