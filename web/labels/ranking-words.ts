import type {FreezeAnswer, ObjectionAnswer, RankingAnswer} from '../../api/answers.ts';
import type {Moves} from '../findings/what-if.ts';
import {counted} from './counted.ts';
import {inLanguages} from './words.ts';

type Kind = RankingAnswer['kind'];

const kinds: Record<Kind, string> = {province: 'tỉnh, thành phố', office: 'phòng', individual: 'cá nhân'};

const freezeStates: Record<FreezeAnswer['state'], string> = {
  proposed: '◇ chờ duyệt',
  approved: '■ đã chốt',
  rejected: '✕ không duyệt',
};

const objectionStates: Record<ObjectionAnswer['state'], string> = {
  filed: '◇ chờ xem xét',
  accepted: '● chấp nhận',
  rejected: '✕ bác',
};

const vi = {
  kinds,
  tabs: {province: 'Tỉnh', office: 'Phòng', individual: 'Cá nhân'} satisfies Record<Kind, string>,
  tabsLabel: 'Xếp hạng của',
  headline: (ranked: string, all: string, kind: string) =>
    `${ranked}/${all} ${kind} đạt mọi điều kiện và được xếp hạng.`,
  frozen: (at: string) => `■ Đã chốt lúc ${at}`,
  provisional: '□ Tạm tính, chưa chốt',
  stillOpen: 'đợt thi đua chưa kết thúc',
  nightOf: (night: string) => `xếp hạng theo đêm ${night}`,
  campaign: (name: string, from: string, to: string) => `Đợt thi đua “${name}”, ${from} – ${to}`,
  differs: 'Bảng tính lại đêm nay khác bảng đã chốt. Bảng đã chốt không đổi; chênh lệch xem ở phần Chốt.',
  hash: 'SHA-256 của bảng này',
  hashFrozen: 'SHA-256 của bảng đã chốt',

  /** What is said where nothing was found, by gate or key. */
  nothingFound: {
    finished_on_time: 'chưa về đích',
    finished_at: 'chưa về đích',
    rollout_documents: 'chưa có văn bản',
  } as Readonly<Record<string, string>>,

  rules: {
    heading: 'Quy tắc xếp hạng',
    gates: 'Điều kiện: không đạt một điều thì không xếp hạng',
    keys: 'Thứ tự so sánh',
    byDefault: 'mức tạm đặt, văn bản không quy định; hội đồng đổi được',
    flag: 'chỉ lưu ý, không loại',
    noThreshold: 'không đặt ngưỡng',
    ascending: 'sớm hoặc ít trước',
    descending: 'nhiều hoặc cao trước',
    resolution: {day: 'so theo ngày', second: 'so theo giây'},
    tie: 'Bằng nhau ở mọi tiêu chí thì cùng hạng, hạng kế tiếp nhảy; hệ thống không tự xếp trước sau.',
  },

  filters: {
    province: 'Tỉnh',
    size: 'Nhóm quy mô',
    all: 'tất cả',
    more: (more: string) => `Hiện thêm ${more}`,
  },

  table: {
    title: (name: string, day: string, early: number) =>
      early > 0 ? `${name} đứng đầu: về đích ${day}, sớm ${early} ngày` : `${name} đứng đầu: về đích ${day}`,
    titleTied: (count: number) => `${count} đơn vị, cá nhân cùng đứng đầu`,
    titleNone: 'Chưa ai đạt mọi điều kiện',
    subtitle: (kind: string, from: string, to: string) =>
      `Thứ hạng theo ngày về đích · ${kind} · ${from} – ${to}`,
    columns: {
      rank: 'Hạng',
      name: 'Tên',
      size: 'Quy mô',
      required: 'Phải nhập',
      lane: 'Từ đầu đợt đến hạn',
      finished: 'Về đích',
      early: 'Sớm (ngày)',
      quality: 'Chất lượng',
      gates: 'Điều kiện',
      moved: 'Đổi hạng',
      why: 'Giải trình',
    },
    legend: '│ hạn cuối   ● về đích',
    tied: (others: number) => `cùng hạng với ${others} ứng viên khác`,
    preferred: '◇ diện ưu tiên của luật khi bằng nhau (nữ, hoặc tập thể có từ 70% nữ)',
    gatesPassed: (passed: number, all: number) => `✓ ${passed}/${all}`,
    flagged: (flags: string) => `◇ ${flags}`,
    up: (steps: number) => `▲ ${steps}`,
    down: (steps: number) => `▼ ${steps}`,
    same: '=',
    isNew: 'mới',
    movedSince: (night: string) => `đổi hạng so với đêm ${night}`,
    why: 'Vì sao hạng này?',
    close: 'Đóng giải trình',
  },

  unranked: {
    title: (count: string, kind: string) => `${count} ${kind} chưa được xếp hạng vì không đạt điều kiện`,
    titleNone: 'Không ai bị loại khỏi bảng xếp hạng',
    subtitle: 'Nêu lý do, không ẩn đi',
    columns: ['Tên', 'Không đạt'],
    gate: (label: string, found: string, wanted: string) => `✗ ${label}: ${found} (ngưỡng ${wanted})`,
    gateDue: (label: string, found: string, due: string) => `✗ ${label}: ${found} (hạn ${due})`,
    gatePlain: (label: string, found: string) => `✗ ${label}: ${found}`,
    notTakingPart: (count: string) => `${count} không có chỉ tiêu nên không tham gia.`,
    why: 'Vì sao?',
  },

  why: {
    heading: (name: string, rank: string) => `${name}: hạng ${rank}`,
    headingNone: (name: string) => `${name}: không được xếp hạng`,
    gates: 'Các điều kiện',
    gateColumns: ['Điều kiện', 'Có', 'Ngưỡng', 'Kết quả', 'Căn cứ'],
    passed: '✓ đạt',
    failed: '✗ không đạt',
    flag: '◇ lưu ý',
    keys: 'Các tiêu chí, từ trên xuống; tiêu chí quyết định in đậm',
    keyColumns: (above: string, below: string) => ['Tiêu chí', above, 'Của mình', below],
    above: (name: string, rank: number) => `Ngay trên: ${name} (hạng ${rank})`,
    below: (name: string, rank: number) => `Ngay dưới: ${name} (hạng ${rank})`,
    noneAbove: 'Ngay trên: không có',
    noneBelow: 'Ngay dưới: không có',
    decides: '◄ quyết định',
    stability: 'Độ vững của thứ hạng',
    interval: (best: number, worst: number, isLost: boolean) =>
      `${best === worst ? `Hạng giữ nguyên ${best}` : `Hạng nằm trong khoảng ${best}–${worst}`} qua các phép thử dưới đây${isLost ? '; có phép thử không còn được xếp hạng' : ''}.`,
    stableRank: (rank: number) => `hạng ${rank}`,
    stableNone: 'không được xếp hạng',
    evidence: 'Câu truy vấn bằng chứng',
    inSql: 'Mở trong trang SQL',
    copy: 'Chép câu truy vấn',
    copied: 'Đã chép',
    notCopied: 'Không chép được; hãy chọn và chép bằng tay',
    matter: (name: string, from: string, until: string | null) =>
      until === null ? `${name}, từ ${from}` : `${name}, ${from} – ${until}`,
    women: (share: string) => `Tỷ lệ nữ ${share}.`,
  },

  compare: {
    heading: 'So hai bên bất kỳ',
    advice: 'Chọn hai tên để biết ai đứng trước và vì tiêu chí nào.',
    first: 'Bên thứ nhất',
    second: 'Bên thứ hai',
    columns: (first: string, second: string) => ['Tiêu chí', first, second],
    pending: 'Đang so…',
    placeholder: 'gõ tên hoặc mã',
  },

  whatIf: {
    heading: 'Thử tính: giả định, không thay kết quả',
    advice:
      'Thử một giả định để thấy ai sẽ đổi hạng; bảng xếp hạng được ghi nhận giữ nguyên, không có gì được lưu lại.',
    trials: 'Thử nhanh',
    trial: {
      finish: (share: string) => `Nếu về đích được tính ở ${share}`,
      higher: (share: string) => `Nếu ngưỡng chất lượng cao hơn: ${share}`,
      lower: (share: string) => `Nếu ngưỡng chất lượng thấp hơn: ${share}`,
    },
    quality: 'Ngưỡng chất lượng (%)',
    newFiles: 'Ngưỡng hồ sơ phát sinh (%)',
    money: 'Ngưỡng dữ liệu tiền (%)',
    finished: 'Ngày cuối được coi là đúng hạn',
    run: 'Thử tính',
    clear: 'Bỏ thử',
    result: ({changed, gained, lost}: Moves) =>
      `Giả định: ${
        [
          changed > 0 ? `${changed} thứ hạng sẽ đổi` : '',
          gained > 0 ? `${gained} sẽ được xếp hạng` : '',
          lost > 0 ? `${lost} không còn được xếp hạng` : '',
        ]
          .filter(Boolean)
          .join('; ') || 'thứ hạng không đổi'
      }`,
    file: 'Tải bảng thử tính (XLSX)',
    columns: ['Tên', 'Hạng ghi nhận', 'Hạng thử', 'Thay đổi'],
    none: 'không xếp hạng',
    changed: (label: string, record: string, tried: string) => `${label}: ${record} → ${tried}`,
    wrongPercent: (label: string) => `“${label}” cần một số từ 0 đến 100, ví dụ 92,5.`,
    nothing: 'Hãy nêu ít nhất một ngưỡng để thử.',
  },

  freeze: {
    headingNone: 'Bảng xếp hạng chưa được chốt',
    headingProposed: 'Có đề nghị chốt đang chờ người thứ hai duyệt',
    headingFrozen: (at: string) => `Bảng xếp hạng đã chốt lúc ${at}`,
    advice: 'Chốt cần hai người: hội đồng đề nghị, lãnh đạo duyệt. Đêm sau không làm đổi bảng đã chốt.',
    columns: ['Số', 'Đêm', 'Người đề nghị', 'Người quyết định', 'Trạng thái', 'SHA-256'],
    states: freezeStates,
    by: (actor: string, at: string) => `${actor}, ${at}`,
    reason: (reason: string) => `Lý do: ${reason}`,
    propose: 'Đề nghị chốt bảng này',
    proposeReason: 'Lý do (bắt buộc khi còn tạm tính)',
    approve: 'Duyệt chốt',
    reject: 'Không duyệt',
    decideReason: 'Lý do (bắt buộc khi không duyệt)',
    decideAdvice: (hash: string) => `Bạn duyệt đúng bảng có mã SHA-256 ${hash}.`,
    show: (id: number) => `Xem bảng đã chốt số ${id} và chênh lệch`,
    hide: 'Ẩn bảng đã chốt',
    verified: '● Tính lại từ dữ liệu đã lưu: đúng mã SHA-256',
    broken: '◆ Tính lại từ dữ liệu đã lưu: KHÔNG khớp mã SHA-256',
    differences: (count: number, all: number) =>
      count === 0
        ? `Cả ${all} thứ hạng tối nay giống bảng đã chốt.`
        : `${count}/${all} thứ hạng tối nay khác bảng đã chốt.`,
    about: (kind: string) => `Bảng xếp hạng đã chốt, ${kind}`,
    frozenColumns: ['Hạng đã chốt', 'Tên', 'Hạng tối nay', ''],
    isDifferent: '◆ khác',
  },

  objections: {
    heading: (open: number) =>
      open === 0 ? 'Không có đề nghị xem lại nào đang chờ' : `${open} đề nghị xem lại đang chờ hội đồng`,
    subtitle: 'Đơn vị có ý kiến về thứ hạng của mình; mọi quyết định đều nêu lý do',
    none: 'Chưa có đề nghị nào.',
    about: (name: string, by: string, at: string) => `${name}, ${by} gửi ${at}`,
    evidence: (evidence: string) => `Căn cứ: ${evidence}`,
    decided: (by: string, at: string, reason: string) => `${by} quyết định ${at}: ${reason}`,
    states: objectionStates,
    file: 'Gửi đề nghị xem lại',
    candidate: 'Về đơn vị, cá nhân',
    text: 'Nội dung',
    evidenceField: 'Căn cứ (số văn bản, đường dẫn)',
    fileField: 'Tệp đính kèm (không bắt buộc)',
    fileAdvice: 'PDF, DOCX, PNG hoặc JPEG, lớn nhất 5 MB; hội đồng, lãnh đạo và tỉnh gửi đề nghị xem được.',
    tooLarge: (size: string) => `Tệp đã chọn có ${size}; hãy chọn tệp không quá 5 MB.`,
    takeFile: 'Tải tệp đính kèm',
    fileNote: (name: string, type: string, size: string) => `“${name}” (${type}, ${size})`,
    send: 'Gửi đề nghị',
    accept: 'Chấp nhận',
    reject: 'Bác',
    reason: 'Lý do quyết định',
    choose: 'Hãy chọn một tên trong danh sách.',
  },
};

const en: typeof vi = {
  kinds: {province: 'provinces', office: 'offices', individual: 'persons'},
  tabs: {province: 'Provinces', office: 'Offices', individual: 'Persons'},
  tabsLabel: 'Ranking of',
  headline: (ranked, all, kind) => `${ranked} of ${all} ${kind} pass every gate and are ranked.`,
  frozen: (at) => `■ Frozen at ${at}`,
  provisional: '□ Provisional, not frozen',
  stillOpen: 'the campaign is not over',
  nightOf: (night) => `ranked on the night of ${night}`,
  campaign: (name, from, to) => `Campaign “${name}”, ${from} – ${to}`,
  differs:
    'Worked out tonight it differs from the frozen ranking, which never changes; see the differences under Freeze.',
  hash: 'SHA-256 of this ranking',
  hashFrozen: 'SHA-256 of the frozen ranking',

  nothingFound: {
    finished_on_time: 'not finished',
    finished_at: 'not finished',
    rollout_documents: 'no document',
  },

  rules: {
    heading: 'Rules of the ranking',
    gates: 'Gates: who fails one is not ranked',
    keys: 'Order of comparison',
    byDefault: 'our default, no document sets it; the board may change it',
    flag: 'noted, bars nobody',
    noThreshold: 'no threshold set',
    ascending: 'earlier or less first',
    descending: 'more or higher first',
    resolution: {day: 'compared by day', second: 'compared by second'},
    tie: 'Equal in every key is the same rank, and the next one skips; the system invents no order.',
  },

  filters: {province: 'Province', size: 'Size', all: 'all', more: (more) => `Show ${more} more`},

  table: {
    title: (name, day, early) =>
      early > 0
        ? `${name} leads: finished ${day}, ${counted(early, 'day')} early`
        : `${name} leads: finished ${day}`,
    titleTied: (count) => `${count} share the first place`,
    titleNone: 'Nobody passes every gate yet',
    subtitle: (kind, from, to) => `Ranked by day of finish · ${kind} · ${from} – ${to}`,
    columns: {
      rank: 'Rank',
      name: 'Name',
      size: 'Size',
      required: 'Required',
      lane: 'From start to deadline',
      finished: 'Finished',
      early: 'Days early',
      quality: 'Quality',
      gates: 'Gates',
      moved: 'Moved',
      why: 'Explanation',
    },
    legend: '│ deadline   ● finish',
    tied: (others) => `tied with ${counted(others, 'other')}`,
    preferred: '◇ preferred by law among equals (a woman, or a collective with at least 70% women)',
    gatesPassed: (passed, all) => `✓ ${passed}/${all}`,
    flagged: (flags) => `◇ ${flags}`,
    up: (steps) => `▲ ${steps}`,
    down: (steps) => `▼ ${steps}`,
    same: '=',
    isNew: 'new',
    movedSince: (night) => `moved since the night of ${night}`,
    why: 'Why this rank?',
    close: 'Close explanation',
  },

  unranked: {
    title: (count, kind) => `${count} ${kind} are not ranked: a gate is not passed`,
    titleNone: 'Nobody is left out of the ranking',
    subtitle: 'With the reason, not hidden',
    columns: ['Name', 'Not passed'],
    gate: (label, found, wanted) => `✗ ${label}: ${found} (threshold ${wanted})`,
    gateDue: (label, found, due) => `✗ ${label}: ${found} (due ${due})`,
    gatePlain: (label, found) => `✗ ${label}: ${found}`,
    notTakingPart: (count) => `${count} have no target and take no part.`,
    why: 'Why?',
  },

  why: {
    heading: (name, rank) => `${name}: rank ${rank}`,
    headingNone: (name) => `${name}: not ranked`,
    gates: 'Gates',
    gateColumns: ['Gate', 'Found', 'Threshold', 'Result', 'Clause'],
    passed: '✓ passed',
    failed: '✗ not passed',
    flag: '◇ noted',
    keys: 'Keys from the top; the one that decides in bold',
    keyColumns: (above, below) => ['Key', above, 'Own', below],
    above: (name, rank) => `Above: ${name} (rank ${rank})`,
    below: (name, rank) => `Below: ${name} (rank ${rank})`,
    noneAbove: 'Above: nobody',
    noneBelow: 'Below: nobody',
    decides: '◄ decides',
    stability: 'How firm the rank is',
    interval: (best, worst, isLost) =>
      `${best === worst ? `The rank stays ${best}` : `The rank lies between ${best} and ${worst}`} in the trials below${isLost ? '; in one of them there is no rank' : ''}.`,
    stableRank: (rank) => `rank ${rank}`,
    stableNone: 'not ranked',
    inSql: 'Open on the SQL page',
    copy: 'Copy the query',
    copied: 'Copied',
    notCopied: 'Could not be copied; select and copy by hand',
    evidence: 'Query for the evidence',
    matter: (name, from, until) =>
      until === null ? `${name}, since ${from}` : `${name}, ${from} – ${until}`,
    women: (share) => `Share of women ${share}.`,
  },

  compare: {
    heading: 'Compare any two',
    advice: 'Choose two names to see which is before the other, and by which key.',
    first: 'First',
    second: 'Second',
    columns: (first, second) => ['Key', first, second],
    pending: 'Comparing…',
    placeholder: 'type a name or code',
  },

  whatIf: {
    heading: 'What if: assumed, the result stays',
    advice:
      'Try an assumption to see whose rank would move; the ranking on record stays, and nothing is kept.',
    trials: 'Quick trials',
    trial: {
      finish: (share) => `If the finish were taken at ${share}`,
      higher: (share) => `If the quality threshold were higher: ${share}`,
      lower: (share) => `If the quality threshold were lower: ${share}`,
    },
    quality: 'Quality threshold (%)',
    newFiles: 'New files threshold (%)',
    money: 'Money data threshold (%)',
    finished: 'Last day that counts as on time',
    run: 'Try',
    clear: 'Clear',
    result: ({changed, gained, lost}) =>
      `Assumed: ${
        [
          changed > 0 ? `${changed} would change rank` : '',
          gained > 0 ? `${gained} would be ranked` : '',
          lost > 0 ? `${lost} would no longer be ranked` : '',
        ]
          .filter(Boolean)
          .join('; ') || 'no rank changes'
      }`,
    file: 'Download the trial (XLSX)',
    columns: ['Name', 'Rank on record', 'Rank tried', 'Change'],
    none: 'not ranked',
    changed: (label, record, tried) => `${label}: ${record} → ${tried}`,
    wrongPercent: (label) => `“${label}” takes a number from 0 to 100, such as 92.5.`,
    nothing: 'Give at least one threshold to try.',
  },

  freeze: {
    headingNone: 'The ranking is not frozen',
    headingProposed: 'A freeze is proposed and waits for the second person',
    headingFrozen: (at) => `The ranking was frozen at ${at}`,
    advice: 'Freezing takes two: the board proposes, the leadership approves. No later night changes it.',
    columns: ['No.', 'Night', 'Proposed by', 'Decided by', 'State', 'SHA-256'],
    states: {proposed: '◇ waiting', approved: '■ frozen', rejected: '✕ turned down'},
    by: (actor, at) => `${actor}, ${at}`,
    reason: (reason) => `Reason: ${reason}`,
    propose: 'Propose to freeze this ranking',
    proposeReason: 'Reason (required while provisional)',
    approve: 'Approve',
    reject: 'Turn down',
    decideReason: 'Reason (required to turn down)',
    decideAdvice: (hash) => `You approve the ranking of SHA-256 ${hash} and no other.`,
    show: (id) => `Show frozen ranking ${id} and the differences`,
    hide: 'Hide the frozen ranking',
    verified: '● Made again from what was stored: same SHA-256',
    broken: '◆ Made again from what was stored: ANOTHER SHA-256',
    differences: (count, all) =>
      count === 0
        ? `All ${all} ranks of tonight are as frozen.`
        : `${count} of ${all} ranks of tonight differ.`,
    about: (kind) => `Frozen ranking of ${kind}`,
    frozenColumns: ['Frozen rank', 'Name', 'Rank tonight', ''],
    isDifferent: '◆ differs',
  },

  objections: {
    heading: (open) => (open === 0 ? 'No objection is waiting' : `${open} objections wait for the board`),
    subtitle: 'What units say against their place; every decision has its reason',
    none: 'None yet.',
    about: (name, by, at) => `${name}, filed by ${by} on ${at}`,
    evidence: (evidence) => `Evidence: ${evidence}`,
    decided: (by, at, reason) => `${by} decided on ${at}: ${reason}`,
    states: {filed: '◇ waiting', accepted: '● accepted', rejected: '✕ turned down'},
    file: 'File an objection',
    candidate: 'About',
    text: 'What is objected',
    evidenceField: 'Evidence (document number, link)',
    fileField: 'Attachment (optional)',
    fileAdvice:
      'PDF, DOCX, PNG or JPEG, 5 MB at most; seen by the board, the leadership and the province that files it.',
    tooLarge: (size) => `The file has ${size}; choose one of 5 MB at most.`,
    takeFile: 'Download the attachment',
    fileNote: (name, type, size) => `“${name}” (${type}, ${size})`,
    send: 'File',
    accept: 'Accept',
    reject: 'Turn down',
    reason: 'Reason of the decision',
    choose: 'Choose a name from the list.',
  },
};

/** The words of the page about the ranking. */
export const rankingWords = inLanguages({vi, en});
