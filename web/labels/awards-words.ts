import type {NominationAnswer, NominationShown} from '../../api/answers.ts';
import {inLanguages} from './words.ts';

type State = NominationShown['state'];
type Paper = NominationShown['missing'][number];
type Step = NominationAnswer['steps'][number]['step'];

const states: Record<State, string> = {
  late: '✕ gửi sau thời hạn',
  incomplete: '◆ thiếu hồ sơ',
  not_eligible: '◆ không đủ điều kiện',
  eligible: '○ đủ điều kiện',
  shortlisted: '◐ trong danh sách đề cử',
  awarded: '● khen thưởng',
  not_awarded: '✕ không khen thưởng',
};

const papers: Record<Paper, string> = {
  submission: 'Tờ trình',
  minutes: 'Biên bản họp bình xét',
  report: 'Báo cáo thành tích',
  confirmation: 'Xác nhận báo cáo thành tích',
  nominee: 'Đối tượng có trong danh mục đơn vị, cán bộ',
};

const steps: Record<Step, string> = {
  shortlisted: 'đưa vào danh sách đề cử',
  taken_off: 'đưa ra khỏi danh sách đề cử',
  awarded: 'quyết định khen thưởng',
  not_awarded: 'quyết định không khen thưởng',
  answered: 'ghi kết quả xác minh',
};

const vi = {
  headline: (all: number, eligible: number, shortlisted: number, awarded: number) =>
    `${all} đề nghị: ${eligible} đủ điều kiện chờ xét, ${shortlisted} trong danh sách đề cử, ${awarded} đã quyết định khen thưởng.`,
  headlineNone: 'Chưa nhận được đề nghị khen thưởng nào.',
  frozen: (freeze: number) => `■ Xét theo bảng xếp hạng đã chốt (lần ${freeze})`,
  provisional: '□ Xét theo bảng xếp hạng tạm tính, chưa chốt',
  nightOf: (night: string) => `xếp hạng theo đêm ${night}`,
  kinds: {TAP_THE: 'tập thể', CA_NHAN: 'cá nhân'},

  quotas: {
    title: (used: number, all: number) => `Đã dùng ${used}/${all} chỉ tiêu`,
    subtitle: 'Mỗi ô là một chỉ tiêu: ■ đã dùng, □ còn trống',
    about: 'Chỉ tiêu khen thưởng theo nơi đề nghị',
    columns: ['Nơi đề nghị', 'Tập thể', 'Cá nhân'],
    cells: (used: number, quota: number) => `đã dùng ${used}/${quota}`,
    proposed: (proposed: number) => `nhận ${proposed} đề nghị`,
    over: (over: number) => `vượt ${over}`,
    basis: {
      regional_offices: (size: string) => `${size} phòng khu vực`,
      civil_servants: (size: string) => `${size} công chức`,
    },
    corrected: (platform: string, source: string, on: string) =>
      `hội đồng sửa từ ${platform} theo ${source}, ${on}`,
    empty: (count: number) => `${count} nơi chưa đề nghị ai`,
  },

  list: {
    title: (shown: number, all: number) =>
      shown === all ? `${all} đề nghị, hạng cao trước` : `${shown}/${all} đề nghị trong phần đang lọc`,
    subtitle:
      'Chọn một đề nghị để xem hồ sơ và quyết định; tích “so sánh” từ hai đến bốn đề nghị để đặt cạnh nhau',
    about: 'Đề nghị khen thưởng của đợt thi đua',
    compareMark: 'so sánh',
    state: 'Trạng thái',
    award: 'Hình thức',
    proposer: 'Nơi đề nghị',
    all: 'tất cả',
    columns: ['Hạng', 'Được đề nghị', 'Hình thức', 'Nơi đề nghị', 'Trạng thái'],
    overQuota: '◆ vượt chỉ tiêu',
    both: '◇ được đề nghị cả hai hình thức',
    none: 'Không có đề nghị nào trong phần đang lọc.',
    compare: (name: string) => `Chọn ${name} để so`,
  },

  states,
  detail: {
    none: 'Chưa chọn đề nghị nào.',
    facts: (award: string, proposer: string) => `${award}, do ${proposer} đề nghị`,
    priority: (priority: number) => `ưu tiên ${priority}`,
    rank: (rank: number) => `hạng ${rank}`,
    noRank: 'không có hạng',
    takesNoPart: 'không tham gia xếp hạng',
    dossier: 'Hồ sơ',
    received: (on: string, until: string) => `Nhận ngày ${on}; hạn cuối hết ngày ${until}`,
    inTime: '● đúng hạn',
    late: '✕ gửi sau thời hạn: hồ sơ bị khóa, không vai trò nào mở được',
    papers,
    has: '✓ có',
    lacks: '✗ thiếu',
    eligibility: 'Điều kiện và việc cần xác minh',
    noObstacle: '● Không có gì cản trở.',
    obstacle: (label: string) => `✗ ${label}`,
    answers: {yes: '◆ Có', no: '● Không', unknown: '○ Chưa rõ'},
    matter: 'Việc cần xác minh',
    answer: 'Kết quả',
    source: 'Nguồn (số văn bản)',
    sourceOn: 'Ngày của nguồn',
    known: (source: string, on: string, actor: string) => `${source}, ${on}; ${actor} ghi`,
    write: 'Ghi kết quả xác minh',
    also: (ids: string) => `Cùng đối tượng còn được đề nghị ở: ${ids}.`,
    history: 'Các bước đã qua',
    noHistory: 'Chưa có bước nào.',
    step: (at: string, actor: string, deed: string) => `${at}, ${actor}: ${deed}`,
    steps,
    reason: (reason: string) => `Lý do: ${reason}`,
    decide: 'Quyết định của hội đồng',
    shortlist: 'Đưa vào danh sách đề cử',
    shortlistReason: 'Lý do (bắt buộc khi bỏ qua người hạng cao hơn của cùng tỉnh)',
    takeOff: 'Đưa ra khỏi danh sách',
    award: 'Khen thưởng',
    refuse: 'Không khen thưởng',
    decideReason: 'Lý do (ít nhất 10 ký tự)',
    closed: 'Đã quyết định; không đổi được nữa.',
  },

  compare: {
    title: (count: number) => `So ${count} đề nghị đã chọn`,
    rows: {
      award: 'Hình thức',
      proposer: 'Nơi đề nghị',
      rank: 'Hạng',
      priority: 'Ưu tiên',
      received: 'Ngày nhận',
      state: 'Trạng thái',
      missing: 'Còn thiếu',
      obstacles: 'Cản trở',
    },
    clear: 'Bỏ chọn',
  },
};

const en: typeof vi = {
  headline: (all, eligible, shortlisted, awarded) =>
    `${all} nominations: ${eligible} eligible and waiting, ${shortlisted} on the shortlist, ${awarded} awarded.`,
  headlineNone: 'No nomination has come in yet.',
  frozen: (freeze) => `■ Judged by the frozen ranking (freeze ${freeze})`,
  provisional: '□ Judged by the provisional ranking, not frozen',
  nightOf: (night) => `ranked on the night of ${night}`,
  kinds: {TAP_THE: 'collective', CA_NHAN: 'individual'},

  quotas: {
    title: (used, all) => `${used} of ${all} places taken`,
    subtitle: 'Each square is a place: ■ taken, □ free',
    about: 'Places for awards by proposer',
    columns: ['Proposer', 'Collectives', 'Individuals'],
    cells: (used, quota) => `${used} of ${quota} taken`,
    proposed: (proposed) => `${proposed} proposed`,
    over: (over) => `${over} over`,
    basis: {
      regional_offices: (size) => `${size} regional offices`,
      civil_servants: (size) => `${size} civil servants`,
    },
    corrected: (platform, source, on) => `corrected by the board from ${platform} after ${source}, ${on}`,
    empty: (count) => `${count} proposers proposed nobody yet`,
  },

  list: {
    title: (shown, all) =>
      shown === all ? `${all} nominations, better rank first` : `${shown} of ${all} nominations as filtered`,
    subtitle:
      'Choose one to see its dossier and decide; tick “compare” on two to four to lay them side by side',
    about: 'Nominations of the campaign',
    compareMark: 'compare',
    state: 'State',
    award: 'Award',
    proposer: 'Proposer',
    all: 'all',
    columns: ['Rank', 'Nominee', 'Award', 'Proposer', 'State'],
    overQuota: '◆ over the quota',
    both: '◇ proposed for both awards',
    none: 'No nomination passes the filter.',
    compare: (name) => `Choose ${name} to compare`,
  },

  states: {
    late: '✕ came too late',
    incomplete: '◆ papers missing',
    not_eligible: '◆ not eligible',
    eligible: '○ eligible',
    shortlisted: '◐ on the shortlist',
    awarded: '● awarded',
    not_awarded: '✕ not awarded',
  },
  detail: {
    none: 'No nomination is chosen.',
    facts: (award, proposer) => `${award}, proposed by ${proposer}`,
    priority: (priority) => `priority ${priority}`,
    rank: (rank) => `rank ${rank}`,
    noRank: 'no rank',
    takesNoPart: 'takes no part in the ranking',
    dossier: 'Dossier',
    received: (on, until) => `Received ${on}; last day ${until}`,
    inTime: '● in time',
    late: '✕ too late: the dossier is locked, no role can open it',
    papers: {
      submission: 'Submission',
      minutes: 'Minutes of the meeting',
      report: 'Report of achievements',
      confirmation: 'Confirmation of the report',
      nominee: 'Nominee is a known unit or official',
    },
    has: '✓ there',
    lacks: '✗ missing',
    eligibility: 'Gates and what is to be verified',
    noObstacle: '● Nothing stands in the way.',
    obstacle: (label) => `✗ ${label}`,
    answers: {yes: '◆ Yes', no: '● No', unknown: '○ Not known'},
    matter: 'To be verified',
    answer: 'Finding',
    source: 'Source (document number)',
    sourceOn: 'Day of the source',
    known: (source, on, actor) => `${source}, ${on}; written by ${actor}`,
    write: 'Write down the finding',
    also: (ids) => `The same nominee is also proposed in: ${ids}.`,
    history: 'Steps taken',
    noHistory: 'None yet.',
    step: (at, actor, deed) => `${at}, ${actor}: ${deed}`,
    steps: {
      shortlisted: 'put on the shortlist',
      taken_off: 'taken off the shortlist',
      awarded: 'awarded',
      not_awarded: 'not awarded',
      answered: 'finding written down',
    },
    reason: (reason) => `Reason: ${reason}`,
    decide: 'Decision of the board',
    shortlist: 'Put on the shortlist',
    shortlistReason: 'Reason (required when a better rank of the same province is passed over)',
    takeOff: 'Take off the shortlist',
    award: 'Award',
    refuse: 'Do not award',
    decideReason: 'Reason (at least 10 characters)',
    closed: 'Decided; it cannot be changed any more.',
  },

  compare: {
    title: (count) => `${count} nominations side by side`,
    rows: {
      award: 'Award',
      proposer: 'Proposer',
      rank: 'Rank',
      priority: 'Priority',
      received: 'Received',
      state: 'State',
      missing: 'Missing',
      obstacles: 'Obstacles',
    },
    clear: 'Choose none',
  },
};

/** The words of the page about awards. */
export const awardsWords = inLanguages({vi, en});
