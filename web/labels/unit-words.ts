import type {UnitMetric} from '../../api/answers.ts';
import type {UnitColumn} from '../findings/unit-order.ts';
import {inLanguages} from './words.ts';

const columns: Record<UnitColumn, string> = {
  name: 'Đơn vị',
  required: 'Phải nhập',
  missing: 'Còn thiếu',
  completion: 'Hồ sơ đã nhập',
  change: 'Thay đổi',
  money: 'Dữ liệu tiền',
  quality: 'Điểm chất lượng',
};

const metrics: Record<UnitMetric, string> = {
  completion_rate: 'Hồ sơ đã nhập',
  petition_completion_rate: 'Đơn thư đã nhập',
  money_coverage: 'Dữ liệu tiền',
  money_item_coverage: 'Khoản tiền đầy đủ',
  money_amount_coverage: 'Số tiền so với báo cáo giấy',
  quality_score: 'Điểm chất lượng',
  quality_correct: 'Đúng',
  quality_complete: 'Đủ',
  quality_clean: 'Sạch',
  quality_current: 'Sống',
};

const vi = {
  columns,
  metrics,
  liveFiles: 'hồ sơ chưa xóa',
  pillarParts: 'lượt đạt',
  files: 'hồ sơ',
  petitions: 'đơn thư',
  items: 'khoản tiền',
  previousUnit: (name: string) => `Trước: ${name}`,
  nextUnit: (name: string) => `Sau: ${name}`,
  chooseUnit: 'Chuyển đến',
  sentence: (part: {
    unit: string;
    date: string;
    done: string;
    required: string;
    rate: string;
    missing: string;
  }) =>
    `${part.unit}, đến ${part.date}: ${part.done}/${part.required} hồ sơ (${part.rate}); còn ${part.missing}.`,
  sentenceNone: (unit: string, date: string) => `${unit}, đến ${date}: không có chỉ tiêu hồ sơ phải nhập.`,
  moneySentence: (rate: string, missing: string) => `Dữ liệu tiền ${rate}, còn ${missing} hồ sơ thiếu tiền.`,
  standing: (rank: number, of: number, median: string) =>
    `Hạng ${rank}/${of} tỉnh, thành phố · trung vị ${median}`,
  offices: {
    title: (name: string, missing: string) => `${name} còn thiếu nhiều nhất: ${missing} hồ sơ`,
    titleDone: (all: number) => `Cả ${all} đơn vị có chỉ tiêu đã nhập đủ hồ sơ`,
    titleNone: 'Không đơn vị nào có chỉ tiêu hồ sơ phải nhập',
    subtitle: (unit: string, date: string) =>
      `Hồ sơ, dữ liệu tiền, chất lượng · ${unit} · đến ${date} · hồ sơ và %`,
    caption: 'Bảng đơn vị; bấm tên cột để sắp xếp, bấm tên đơn vị để xem chi tiết',
    dots: '90–100%',
    course: 'Diễn biến',
    none: 'Không có đơn vị trực thuộc.',
    rank: 'Hạng',
    rankLegend: 'Hạng theo tỷ lệ hồ sơ đã nhập; bằng nhau cùng hạng.',
  },
  strip: {
    title: (median: string, low: string, high: string) =>
      `Một nửa số đơn vị từ ${median}; thấp nhất ${low}, cao nhất ${high}`,
    subtitle: (metric: string, date: string) =>
      `${metric} · mỗi vạch một đơn vị, vạch dài là trung vị · đến ${date} · %`,
    label: 'Phân bố của các đơn vị',
    picture: (place: string, units: number, goal: string | null) =>
      `${place}: ${units} đơn vị có số liệu${goal === null ? '' : `; vạch đứt là chỉ tiêu ${goal}`}.`,
  },
  rules: {
    title: (label: string, files: string) => `Lỗi nhiều nhất: ${label}, ${files} hồ sơ`,
    titleNone: 'Không có hồ sơ nào vi phạm quy tắc chất lượng',
    subtitle: (unit: string, date: string) => `Hồ sơ vi phạm từng quy tắc · ${unit} · đến ${date} · hồ sơ`,
    caption: 'Bảng quy tắc chất lượng, nhiều vi phạm trước',
    rule: 'Quy tắc',
    pillar: 'Trụ cột',
    offenders: 'Vi phạm',
    share: 'Trên hồ sơ chưa xóa',
    change: (date: string) => `So với ${date}`,
    noChange: 'So sánh',
    more: (count: number) => `Và ${count} quy tắc khác ít vi phạm hơn.`,
    allRules: 'Xem mọi quy tắc và danh sách lỗi',
  },
  officers: {
    title: (count: number) => `${count} chấp hành viên của phòng`,
    subtitle: (date: string) => `Số liệu theo từng người, không phải bảng xếp hạng · đến ${date} · %`,
    name: 'Chấp hành viên',
    entered: (name: string) => `${name} nhập`,
    need: 'Chỉ người phụ trách trực tiếp, hội đồng và lãnh đạo xem được số liệu của từng cán bộ (Luật 91/2025/QH15, Điều 25).',
  },
  defects: {
    title: (total: string) => `${total} lỗi còn phải sửa`,
    titleNone: 'Không có lỗi nào phải sửa',
    titleChosen: (total: string) => `${total} lỗi theo bộ lọc`,
    subtitle: (unit: string, date: string) =>
      `Từng hồ sơ, lỗi mở lâu nhất trước · ${unit} · đêm ${date} · lỗi`,
    caption: 'Danh sách lỗi phải sửa',
    filters: 'Lọc danh sách lỗi',
    state: 'Trạng thái',
    states: {open: 'còn lỗi', came_back: 'tái phát', fixed: 'đã hết'} as Record<string, string>,
    stateAll: 'còn lỗi và tái phát',
    pillar: 'Trụ cột',
    rule: 'Quy tắc',
    all: 'tất cả',
    file: 'Hồ sơ, đơn thư',
    office: 'Phòng',
    officer: 'Người phụ trách',
    found: 'Phát hiện',
    since: 'Từ ngày',
    age: 'Số ngày',
    more: 'Xem thêm lỗi',
    shown: (shown: string, total: string) => `Đang hiện ${shown}/${total} lỗi`,
    advice: 'Sửa trên Nền tảng số; lỗi tự hết khi đêm sau không còn thấy.',
    copy: 'Chép mã hồ sơ',
    copied: (count: number) => `Đã chép ${count} mã hồ sơ.`,
    notCopied: 'Trình duyệt không cho chép; hãy tải tệp CSV.',
    refused: 'Vai trò của bạn không xem danh sách từng hồ sơ.',
    latest: 'Danh sách luôn theo đêm mới nhất.',
  },
};

const en: typeof vi = {
  columns: {
    name: 'Unit',
    required: 'Required',
    missing: 'Missing',
    completion: 'Files entered',
    change: 'Change',
    money: 'Money data',
    quality: 'Quality score',
  },
  metrics: {
    completion_rate: 'Files entered',
    petition_completion_rate: 'Petitions entered',
    money_coverage: 'Money data',
    money_item_coverage: 'Money items complete',
    money_amount_coverage: 'Amount against paper',
    quality_score: 'Quality score',
    quality_correct: 'Correct',
    quality_complete: 'Complete',
    quality_clean: 'Clean',
    quality_current: 'Current',
  },
  liveFiles: 'live files',
  pillarParts: 'files by pillar',
  files: 'case files',
  petitions: 'petitions',
  items: 'money items',
  previousUnit: (name) => `Previous: ${name}`,
  nextUnit: (name) => `Next: ${name}`,
  chooseUnit: 'Go to',
  sentence: (part) =>
    `${part.unit}, to ${part.date}: ${part.done} of ${part.required} case files (${part.rate}); ${part.missing} to go.`,
  sentenceNone: (unit, date) => `${unit}, to ${date}: no case file is required.`,
  moneySentence: (rate, missing) => `Money data ${rate}, ${missing} case files lack money.`,
  standing: (rank, of, median) => `Rank ${rank} of ${of} provinces · median ${median}`,
  offices: {
    title: (name, missing) => `${name} has most missing: ${missing} case files`,
    titleDone: (all) => `All ${all} units with a target have entered every file`,
    titleNone: 'No unit has case files to enter',
    subtitle: (unit, date) => `Files, money data, quality · ${unit} · to ${date} · case files and %`,
    caption: 'Table of units; press a column name to sort, a unit to see more of it',
    dots: '90–100%',
    course: 'Course',
    none: 'There is no unit below.',
    rank: 'Rank',
    rankLegend: 'Ranked by share of files entered; equals share a rank.',
  },
  strip: {
    title: (median, low, high) => `Half of the units have ${median} or more; lowest ${low}, highest ${high}`,
    subtitle: (metric, date) =>
      `${metric} · a tick for each unit, the long one is the median · to ${date} · %`,
    label: 'How the units are spread',
    picture: (place, units, goal) =>
      `${place}: ${units} units with figures${goal === null ? '' : `; the dashed line is the target, ${goal}`}.`,
  },
  rules: {
    title: (label, files) => `Most broken: ${label}, ${files} case files`,
    titleNone: 'No case file breaks a rule of quality',
    subtitle: (unit, date) => `Case files breaking each rule · ${unit} · to ${date} · case files`,
    caption: 'Table of rules of quality, most broken first',
    rule: 'Rule',
    pillar: 'Pillar',
    offenders: 'Breaking it',
    share: 'Of live files',
    change: (date) => `Since ${date}`,
    noChange: 'Change',
    more: (count) => `And ${count} more rules that fewer files break.`,
    allRules: 'See every rule and the fix list',
  },
  officers: {
    title: (count) => `${count} enforcement officers of the office`,
    subtitle: (date) => `Figures of each person, not a ranking · to ${date} · %`,
    name: 'Officer',
    entered: (name) => `entered by ${name}`,
    need: 'Only the line of command, the board and the leadership see figures of one officer (Law 91/2025/QH15, article 25).',
  },
  defects: {
    title: (total) => `${total} offences to fix`,
    titleNone: 'Nothing to fix',
    titleChosen: (total) => `${total} offences as filtered`,
    subtitle: (unit, date) => `File by file, open longest first · ${unit} · night of ${date} · offences`,
    caption: 'What is to be fixed',
    filters: 'Filter the list',
    state: 'State',
    states: {open: 'open', came_back: 'came back', fixed: 'fixed'},
    stateAll: 'open and come back',
    pillar: 'Pillar',
    rule: 'Rule',
    all: 'all',
    file: 'Case file, petition',
    office: 'Office',
    officer: 'In charge',
    found: 'What was found',
    since: 'Since',
    age: 'Days',
    more: 'Show more',
    shown: (shown, total) => `Showing ${shown} of ${total}`,
    advice: 'Fix it on the digital platform; it goes by itself once a night no longer finds it.',
    copy: 'Copy the file codes',
    copied: (count) => `${count} file codes copied.`,
    notCopied: 'The browser does not allow copying; download the CSV file.',
    refused: 'Your role does not see single case files.',
    latest: 'The list is always of the latest night.',
  },
};

/** The words of the pages about units, quality and money. */
export const unitWords = inLanguages({vi, en});
