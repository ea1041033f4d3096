import type {Role, Status} from '../../api/answers.ts';
import type {Measure, MoneyBandId, SortColumn} from '../state.ts';

const statuses: Record<Status, string> = {
  met: 'đạt',
  near: 'chưa đạt',
  missed: 'dưới ngưỡng',
  no_target: 'không đặt chỉ tiêu',
  no_data: 'không có số liệu',
};

const measures: Record<Measure, string> = {
  completion: 'Tỷ lệ nhập hồ sơ',
  missing: 'Hồ sơ còn thiếu',
  money: 'Dữ liệu tiền',
};

const sortColumns: Record<SortColumn, string> = {
  name: 'Tỉnh, thành phố',
  required: 'Phải nhập',
  entered: 'Đã nhập',
  missing: 'Còn thiếu',
  rate: 'Tỷ lệ',
  change: 'Thay đổi',
};

const bands: Record<MoneyBandId, string> = {
  '0-5': '0 – dưới 5%',
  '5-50': '5 – dưới 50%',
  '50-90': '50 – dưới 90%',
  '90-99': '90 – dưới 99%',
  '99-100': '99 – dưới 100%',
  '100': '100%',
};

const roles: Record<Role, string> = {
  lanh_dao: 'Lãnh đạo Cục',
  hoi_dong: 'Hội đồng thi đua, khen thưởng',
  phan_tich: 'Chuyên viên phân tích',
  phan_tich_pii: 'Chuyên viên phân tích dữ liệu cá nhân',
  tinh: 'Thi hành án dân sự tỉnh',
  quan_tri: 'Quản trị hệ thống',
};

/** The words of the page in Vietnamese, the language it is written in. */
export const vi = {
  system: 'Thi hành án dân sự',
  warehouse: 'Kho dữ liệu Nền tảng số',
  skip: 'Chuyển đến nội dung',
  pages: 'Các trang',
  pageNames: {
    overview: 'Tổng quan',
    components: 'Các thành phần giao diện',
    provinces: 'Tỉnh, thành phố',
    province: 'Tỉnh',
    office: 'Phòng',
    officer: 'Chấp hành viên',
    money: 'Dữ liệu tiền',
    quality: 'Chất lượng và việc cần sửa',
    sql: 'SQL',
    reconciliation: 'Đối chiếu',
    operations: 'Vận hành',
    dictionary: 'Từ điển và nguồn gốc',
    ranking: 'Thi đua',
    administration: 'Quản trị',
    bulletins: 'Bản tin và cảnh báo',
    papers: 'Văn bản',
    awards: 'Xét chọn',
  },
  trail: 'Đường dẫn đơn vị',
  close: 'Đóng',
  provisional: 'Tạm tính',
  frozen: 'Đã chốt',
  published: (night: string) =>
    `Vừa công bố số liệu mới (đêm ${night}). Trang đã nạp lại; các lựa chọn của bạn giữ nguyên.`,
  pageStates: {
    refused: {
      heading: 'Bạn không có quyền xem trang này',
      advice:
        'Vai trò của bạn không bao gồm trang này. Nếu công việc cần đến, hãy báo người quản trị hệ thống.',
    },
    unknown: {
      heading: 'Không có trang này',
      advice: 'Địa chỉ có thể đã gõ sai. Hãy chọn một trang trong danh sách các trang.',
    },
  },
  search: {
    label: 'Tìm đơn vị, chỉ tiêu',
    labelWithOfficers: 'Tìm đơn vị, cán bộ, chỉ tiêu',
    placeholder: 'Tìm đơn vị, chỉ tiêu ( / )',
    placeholderWithOfficers: 'Tìm đơn vị, cán bộ ( / )',
    found: 'Kết quả tìm',
    nothing: 'Không tìm thấy đơn vị hay chỉ tiêu nào.',
    nothingWithOfficers: 'Không tìm thấy đơn vị, cán bộ hay chỉ tiêu nào.',
    count: (found: number) => `${found} kết quả`,
    kinds: {province: 'tỉnh, thành phố', office: 'phòng', metric: 'chỉ tiêu', officer: 'cán bộ'},
  },
  keyHelp: {
    button: 'Phím tắt',
    heading: 'Phím tắt',
    goTo: (page: string) => `đến trang ${page}`,
    keys: [
      ['/', 'tìm đơn vị, chỉ tiêu (gõ có dấu hoặc không dấu)'],
      ['[', 'đêm trước'],
      [']', 'đêm sau'],
      ['t', 'mở hoặc ẩn các bảng số liệu'],
      ['Esc', 'bỏ lọc'],
      ['?', 'xem các phím tắt'],
    ] as [string, string][],
  },
  scope: 'Toàn quốc',
  demo: 'Dữ liệu minh họa – không phải số liệu thật',

  signIn: 'Đăng nhập',
  signOut: 'Đăng xuất',
  signInElsewhere: 'Đăng nhập bằng tài khoản chung của ngành',
  signedInAs: 'Đang đăng nhập:',
  account: 'Tên đăng nhập',
  password: 'Mật khẩu',
  demoAccounts: 'Vào thử với tài khoản minh họa',
  namePurpose: 'Mục đích xem dữ liệu cá nhân',
  purposeAdvice:
    'Luật 91/2025/QH15 yêu cầu nêu rõ mục đích trước khi xem dữ liệu cá nhân. Mục đích và mọi lần xem được ghi vào nhật ký.',
  purpose: 'Mục đích của phiên này',
  goOn: 'Tiếp tục',
  roles,
  roleOfProvince: (role: string, province: string) => `${role} (mã ${province})`,

  loading: 'Đang tải số liệu…',
  failed: 'Không hiển thị được số liệu',
  retry: 'Thử lại',
  empty: 'Không có số liệu',
  emptyAdvice: 'Đêm này chưa có hồ sơ nào của tỉnh, thành phố nào. Hãy chọn một đêm khác.',
  noMatch: 'Không có tỉnh, thành phố nào trong phần đang lọc.',
  unreachable: 'Không kết nối được với máy chủ. Kiểm tra mạng rồi bấm “Thử lại”.',
  serverFailed: (status: number) =>
    `Máy chủ trả lời lỗi ${status}. Bấm “Thử lại”; nếu vẫn lỗi, báo cho người quản trị hệ thống.`,
  /** The API speaks Vietnamese itself; other languages give their own sentence by code. */
  problems: {} as Record<string, string>,

  asOf: 'Số liệu đến',
  previousNight: 'Đêm trước (phím [)',
  nextNight: 'Đêm sau (phím ])',
  compareWith: 'So với',
  /** Undefined while another night is chosen: the automatic one is then not known. */
  compareAutomatically: (date: string | null | undefined) =>
    date === undefined ? 'tuần trước' : date === null ? 'chưa có đêm trước' : `tuần trước (${date})`,
  otherNight: (asked: string, used: string) => `Không có số liệu của ngày ${asked}; đang dùng đêm ${used}.`,
  freshness: (day: string, time: string) => `Dữ liệu đêm ${day} · công bố ${time}`,
  lateSources: (late: number, all: number) =>
    late === 0 ? `đủ ${all} phần mềm nguồn` : `${late}/${all} phần mềm nguồn chậm`,
  theme: {system: 'Nền: theo máy', light: 'Nền: sáng', dark: 'Nền: tối'},
  otherLanguage: 'English',
  print: 'In',

  firstSentence: (part: {date: string; done: string; required: string; rate: string; missing: string}) =>
    `Đến ${part.date}: ${part.done}/${part.required} hồ sơ (${part.rate}); còn ${part.missing}.`,
  firstSentenceEmpty: (date: string) => `Đến ${date}: không có số liệu hồ sơ.`,
  moneySentence: (part: {provinces: number; floor: string; lowest: string; rate: string}) =>
    `Dữ liệu tiền: ${part.provinces} tỉnh, thành phố dưới ${part.floor} (thấp nhất ${part.lowest} ${part.rate}).`,
  moneySentenceNone: (floor: string) => `Dữ liệu tiền: không tỉnh, thành phố nào dưới ${floor}.`,
  moneySentencePlain: (rate: string) => `Dữ liệu tiền: toàn quốc ${rate}.`,

  statuses,
  noFigure: 'không có số liệu',
  cards: {
    completion: 'Hồ sơ đã nhập',
    money: 'Dữ liệu tiền',
    petitions: 'Đơn thư đã nhập',
    offices: 'Phòng đã nhập đủ',
    quality: 'Điểm chất lượng',
    onTime: 'Đơn vị về đích đúng hạn',
  },
  units: {files: 'hồ sơ', petitions: 'đơn thư', offices: 'phòng', pillarParts: 'lượt đạt'},
  petitionsToo: (rate: string) => `Đơn thư đã nhập ${rate}`,
  officesComplete: (complete: string, all: string) => `Đến nay đã nhập đủ: ${complete}/${all} phòng`,
  briefing: {
    open: 'Bản giao ban',
    back: 'Về trang Tổng quan',
    heading: (date: string) => `Bản giao ban – số liệu đến ${date}`,
  },
  cardsHeading: 'Các chỉ tiêu chính',
  outOf: (part: string, whole: string, unit: string) => `${part}/${whole} ${unit}`,
  goal: (goal: string) => `chỉ tiêu ${goal}`,
  goalBy: (goal: string, deadline: string) => `chỉ tiêu ${goal}, hạn ${deadline}`,
  goalByDefault: 'mức tạm đặt, văn bản không quy định',
  letter: (letter: string, clause: string) => `${letter}, mục ${clause}`,
  change: (points: string, count: string, unit: string, since: string) =>
    `Từ ${since}: ${points} điểm % · ${count} ${unit}`,
  noChange: 'chưa có đêm để so sánh',
  noFigureThen: (since: string) => `Đêm ${since} chưa có số liệu để so sánh`,
  countMissing: (missing: string, unit: string) => `còn ${missing} ${unit}`,
  otherReadings: (items: string, amount: string) => `Khoản tiền ${items} · số tiền ${amount}`,
  course: (first: string, firstDate: string, last: string, lastDate: string) =>
    `từ ${first} (${firstDate}) đến ${last} (${lastDate})`,

  showTable: 'Xem bảng số liệu',
  tableOf: (heading: string) => `Bảng số liệu: ${heading}`,
  hideTable: 'Ẩn bảng số liệu',
  download: 'Tải dữ liệu (CSV)',
  chartFailed: 'Không vẽ được biểu đồ. Số liệu có trong bảng bên dưới.',

  entries: {
    onTime: (deadline: string) => `Nhịp nhập đủ để kịp hạn ${deadline}`,
    behind: (deadline: string) => `Nhịp nhập chưa đủ để kịp hạn ${deadline}`,
    unknown: (missing: string) => `Còn ${missing} hồ sơ chưa nhập`,
    overdue: (deadline: string) => `Đã quá hạn ${deadline}, chưa nhập đủ`,
    done: 'Đã nhập đủ toàn bộ hồ sơ',
    none: 'Không có chỉ tiêu hồ sơ phải nhập',
    subtitle: (place: string, from: string, to: string) =>
      `Hồ sơ đã nhập, lũy kế · ${place} · ${from} – ${to} · hồ sơ`,
    nation: 'toàn quốc',
    dayPattern: '%-d/%-m',
    caption: (needed: string, entered: string, days: number) =>
      `Cần ${needed} hồ sơ mỗi ngày làm việc trong ${days} ngày còn lại; 10 ngày làm việc qua nhập bình quân ${entered}.`,
    captionNeeded: (needed: string, days: number) =>
      `Cần ${needed} hồ sơ mỗi ngày làm việc trong ${days} ngày còn lại; chưa đủ dữ liệu về nhịp nhập.`,
    captionPlain: (done: string, required: string) => `Đã nhập ${done} trên ${required} hồ sơ phải nhập.`,
    forecast: 'Dự báo',
    forecastSentence: (day: string, early: string, late: string) =>
      `Theo nhịp đó dự báo xong ${day} (80% khả năng từ ${early} đến ${late}).`,
    forecastOneDay: (day: string) => `Theo nhịp đó dự báo xong ${day}.`,
    actual: 'Đã nhập',
    plan: 'Nhịp đều đến hạn',
    required: 'Phải nhập',
    deadline: 'Hạn',
    day: 'Ngày',
    missing: 'Còn thiếu',
  },

  decisions: {
    title: (count: number) =>
      count === 0 ? 'Không có việc cần quyết định' : `Cần quyết định trước: ${count} việc`,
    subtitle: (date: string) => `Dưới ngưỡng dữ liệu tiền, rồi thiếu nhiều hồ sơ nhất · đến ${date}`,
    unit: 'Tỉnh, thành phố',
    problem: 'Vấn đề',
    count: 'Thiếu (hồ sơ)',
    deadline: 'Hạn',
    money: (rate: string) => `Dữ liệu tiền ${rate}`,
    files: (rate: string) => `Hồ sơ đã nhập ${rate}`,
    more: (count: number) => `Và ${count} việc nữa trong các bảng bên dưới.`,
    daysLeft: (days: number) =>
      days < 0 ? `quá ${-days} ngày` : days === 0 ? 'vừa hết hạn' : `còn ${days} ngày`,
    noDeadline: 'không có hạn',
  },

  map: {
    completion: (complete: number, all: number) => `${complete}/${all} tỉnh, thành phố đã nhập đủ hồ sơ`,
    missing: (few: number, share: string) => `${few} tỉnh, thành phố giữ ${share} phần còn thiếu`,
    missingNone: 'Không tỉnh, thành phố nào còn thiếu hồ sơ',
    money: (below: number, all: number, floor: string) =>
      `${below}/${all} tỉnh, thành phố dưới ${floor} dữ liệu tiền`,
    subtitle: (measure: string, date: string, unit: string) =>
      `${measure} · 34 tỉnh, thành phố · đến ${date} · ${unit}`,
    unitRate: '%',
    unitCount: 'hồ sơ',
    choose: 'Chọn số liệu của bản đồ ô',
    measures,
    tiles: 'Bản đồ ô các tỉnh, thành phố. Phím mũi tên để di chuyển, Enter để chọn, Esc để bỏ chọn.',
    tile: (name: string, status: string) => `(${name}, ${status})`,
    part: (name: string, parent: string, value: string) => `${name}, tính trong ${parent}: ${value}`,
    partWord: 'tính trong',
    rateSteps: ['100', 'từ 99', 'từ 90', 'dưới 90'],
    missingSteps: ['0', '1–49', '50–199', 'từ 200'],
    lowest: (names: string) => `Thấp nhất: ${names}.`,
    mostMissing: (names: string) => `Thiếu nhiều nhất: ${names}.`,
    status: 'Đánh giá',
  },

  provinces: {
    title: (name: string, missing: string) => `${name} còn thiếu nhiều nhất: ${missing} hồ sơ`,
    titleDone: 'Các tỉnh, thành phố đã nhập đủ hồ sơ',
    titleNone: 'Không tỉnh, thành phố nào có chỉ tiêu hồ sơ phải nhập',
    subtitle: (date: string) => `Tỷ lệ cập nhật hồ sơ · tỉnh, thành phố · đến ${date} · hồ sơ và %`,
    caption: 'Bảng tỉnh, thành phố; bấm tên cột để sắp xếp',
    columns: sortColumns,
    axis: 'Từ 90 đến 100%',
    axisLegend: '● tỷ lệ   │ chỉ tiêu   ◄ dưới 90%',
    course: 'Diễn biến',
    below: 'dưới 90%',
    sinceUnit: (since: string) => `điểm %, so với ${since}`,
    noSince: 'chưa có đêm để so sánh',
    shown: (shown: number, all: number) => `${shown}/${all} tỉnh, thành phố`,
  },

  selection: {
    chosen: (names: string) => `Đang lọc: ${names}`,
    clear: 'Bỏ lọc (Esc)',
  },

  money: {
    title: (below: number, all: number, floor: string) =>
      `${below}/${all} tỉnh, thành phố chưa tới ${floor} dữ liệu tiền`,
    titleNone: (floor: string) => `Mọi tỉnh, thành phố đều từ ${floor} dữ liệu tiền`,
    titlePlain: 'Dữ liệu tiền theo tỉnh, thành phố',
    subtitle: (date: string) => `Hồ sơ có tiền đã nhập đủ tiền · tỉnh, thành phố · đến ${date} · % và hồ sơ`,
    sentence: (part: {high: number; all: number; low: string; missing: string; share: string}) =>
      `${part.high}/${part.all} tỉnh, thành phố từ 90% trở lên. Thấp nhất: ${part.low}; riêng nhóm này thiếu tiền ở ${part.missing} hồ sơ, bằng ${part.share} cả nước.`,
    sentenceGood: (high: number, all: number) => `${high}/${all} tỉnh, thành phố từ 90% trở lên.`,
    order: 'Xếp theo',
    orders: {share: 'tỷ lệ thấp trước', missing: 'thiếu nhiều trước', amount: 'thiếu nhiều tiền trước'},
    zoom: 'Phóng to 95–100%',
    amountMissing: 'Thiếu so với báo cáo giấy (tỷ đồng)',
    bandsLabel: 'Số tỉnh, thành phố theo mức dữ liệu tiền; bấm để lọc',
    bands,
    provinces: 'tỉnh, thành phố',
    rankShare: 'Hạng theo tỷ lệ',
    rankMissing: 'Hạng theo số thiếu',
    rankShareShort: ['Hạng', '%'],
    rankMissingShort: ['', 'số'],
    rankShareLines: ['Hạng', 'theo %'],
    rankMissingLines: ['Hạng', 'theo số'],
    share: 'Tỷ lệ có đủ tiền (%)',
    shareShort: ['Đủ tiền', '(%)'],
    missing: 'Hồ sơ thiếu tiền',
    missingShort: 'Hồ sơ thiếu',
    complete: 'Hồ sơ đủ tiền',
    withMoney: 'Hồ sơ có tiền',
    legend: '◆ dưới 50% · ● từ 50% · Hạng 1: tỷ lệ thấp nhất, hoặc thiếu nhiều nhất.',
    floor: (floor: string) => `ngưỡng ${floor}`,
  },

  footer: (version: string) => `Phiên bản số liệu ${version}`,
  sources: 'Nguồn: các phần mềm của Nền tảng số THADS.',
  keys: 'Bấm ? để xem các phím tắt.',
};
