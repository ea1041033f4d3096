import type {GapBand, IdentityRow, ReconciliationRow} from '../../api/answers.ts';
import {counted} from './counted.ts';
import {inLanguages} from './words.ts';

const versions: Record<NonNullable<ReconciliationRow['paper_version']>, string> = {
  CHINH_THUC: 'báo cáo chính thức',
  SO_BO: 'báo cáo sơ bộ',
};

const identities: Record<IdentityRow['identity'], string> = {
  1: 'Năm trước chuyển sang + thụ lý mới = tổng thụ lý',
  2: 'Tổng thụ lý − ủy thác − thu hồi = tổng phải thi hành',
  3: 'Các phần cộng lại = tổng phải thi hành',
  4: 'Cấp dưới cộng lại = số cấp trên báo cáo',
  5: 'Số lũy kế không giảm so với tháng trước',
};

const bands: Record<GapBand['band'], string> = {
  below: '● dưới 2.000',
  above: '◆ trên 2.000',
  not_stipulated: '◇ đúng 2.000: văn bản không quy định',
};

const vi = {
  period: 'Kỳ báo cáo',
  periodOf: (months: number, year: number) => `${months} tháng năm ${year}`,
  form: 'Biểu',
  forms: {VIEC: 'Về việc', TIEN: 'Về tiền'},
  units: {VIEC: 'việc', TIEN: 'triệu đồng'},
  printedAs: (number: string, name: string) => `Biểu ${number}. ${name}`,
  backToNation: 'Về toàn quốc',
  headline: (part: {unit: string; paper: string; platform: string; gap: string; rate: string; of: string}) =>
    `${part.unit}: tổng thụ lý trên giấy ${part.paper}, trên nền tảng ${part.platform}; lệch ${part.gap} ${part.of} (${part.rate}).`,
  headlineNoPaper: (unit: string) => `${unit}: kỳ này chưa có báo cáo giấy để đối chiếu.`,
  isOver: (from: string, to: string) => `Kỳ ${from} – ${to}, đã kết thúc`,
  isOpen: (from: string, to: string) => `Kỳ ${from} – ${to}, chưa kết thúc`,
  countedTo: (night: string) => `nền tảng tính từ đêm ${night}`,
  versions,
  reportsMissing: (missing: number) => `thiếu ${missing} báo cáo giấy`,

  paired: {
    title: (gaps: number, all: number) =>
      gaps === 0
        ? 'Giấy và nền tảng khớp nhau ở mọi chỉ tiêu so được'
        : `${gaps}/${all} chỉ tiêu lệch giữa giấy và nền tảng`,
    titleNoPaper: 'Chưa có báo cáo giấy để so với nền tảng',
    subtitle: (unit: string, period: string, of: string) =>
      `Giấy, nền tảng và chênh lệch · ${unit} · ${period} · ${of}`,
    columns: ['Chỉ tiêu', 'Giấy', 'Nền tảng', 'Lệch (giấy − nền tảng)', '% của giấy'],
    bar: 'Lệch so với giấy',
    legend:
      'Thanh sang phải: giấy nhiều hơn; sang trái: nền tảng nhiều hơn. Tỷ lệ tính lại từ số liệu, không lấy theo báo cáo.',
    points: (points: string) => `${points} điểm %`,
    axis: (rate: string) => `trục đến ±${rate}`,
  },

  identitiesOf: {
    title: (broken: number) =>
      broken === 0
        ? 'Mọi đẳng thức kế toán kiểm tra được đều khớp'
        : `${broken} đẳng thức kế toán chưa khớp, chưa giải thích`,
    titleNone: 'Không đủ số liệu để kiểm tra đẳng thức kế toán nào',
    subtitle: (unit: string, of: string) => `Phần dư của từng bên, mỗi bên tự so với mình · ${unit} · ${of}`,
    columns: ['Đẳng thức', 'Giấy: phần dư', 'Nền tảng: phần dư'],
    names: identities,
    balanced: '● khớp',
    residual: (residual: string) => `◆ dư ${residual}, chưa giải thích`,
    notDelivered: 'thiếu số hạng, không kiểm tra được',
    at: (code: string) => `ở ${code}`,
    unitsBroken: (units: string) => `Đơn vị có phần dư: ${units}.`,
    unitsBrokenMore: (units: string, more: number) => `Đơn vị có phần dư: ${units} và ${more} đơn vị khác.`,
  },

  parts: {
    titleProvinces: (below: number, all: number) =>
      `${below}/${all} tỉnh, thành phố lệch tổng thụ lý dưới 2.000`,
    titlePlain: (name: string, gap: string) => `Lệch nhiều nhất: ${name}, ${gap}`,
    titleNone: 'Không đơn vị nào lệch giữa giấy và nền tảng',
    subtitle: (indicator: string, period: string, of: string) =>
      `${indicator} theo đơn vị · ${period} · ${of}`,
    indicator: 'Chỉ tiêu',
    columns: {
      unit: 'Đơn vị',
      paper: 'Giấy',
      platform: 'Nền tảng',
      gap: 'Lệch',
      rate: '% của giấy',
      band: 'Mức của văn bản',
    },
    bands,
    deadline: (words: string) => `hạn ${words}`,
    smallest: 'trong 13 tỉnh lệch nhỏ nhất',
    offices: (unit: string) => `Xem các phòng của ${unit}`,
    noPaper: 'Đơn vị cấp dưới không có báo cáo giấy riêng; chỉ so ở cấp tỉnh.',
    noPaperYet: 'Kỳ này chưa có báo cáo giấy.',
    shown: (units: number) => `${units} đơn vị, lệch nhiều trước`,
    bandLetter: (letter: string) => `Mức và hạn theo ${letter}.`,
    list: 'Danh sách biểu dương (XLSX)',
  },

  findings: {
    title: (findings: number) => `${findings} tỷ lệ ghi trên giấy khác tỷ lệ tính từ chính báo cáo đó`,
    columns: ['Mã đơn vị khi đó', 'Ghi trên giấy', 'Tính lại'],
  },
};

const en: typeof vi = {
  period: 'Period',
  periodOf: (months, year) => `${months} months of ${year}`,
  form: 'Form',
  forms: {VIEC: 'Cases', TIEN: 'Money'},
  units: {VIEC: 'cases', TIEN: 'million đồng'},
  printedAs: (number, name) => `Form ${number}. ${name}`,
  backToNation: 'Back to the nation',
  headline: ({unit, paper, platform, gap, rate, of}) =>
    `${unit}: ${paper} taken up on paper, ${platform} on the platform; a gap of ${gap} ${of} (${rate}).`,
  headlineNoPaper: (unit) => `${unit}: there is no paper report of this period to compare with yet.`,
  isOver: (from, to) => `Period ${from} – ${to}, over`,
  isOpen: (from, to) => `Period ${from} – ${to}, still open`,
  countedTo: (night) => `platform counted on the night of ${night}`,
  versions: {CHINH_THUC: 'final report', SO_BO: 'preliminary report'},
  reportsMissing: (missing) => `${missing} paper reports missing`,

  paired: {
    title: (gaps, all) =>
      gaps === 0
        ? 'Paper and platform agree in every indicator that both have'
        : `${gaps} of ${all} indicators differ between paper and platform`,
    titleNoPaper: 'No paper reports to compare the platform with',
    subtitle: (unit, period, of) => `Paper, platform and gap · ${unit} · ${period} · ${of}`,
    columns: ['Indicator', 'Paper', 'Platform', 'Gap (paper − platform)', '% of paper'],
    bar: 'Gap against paper',
    legend:
      'To the right: paper has more; to the left: the platform has more. Rates are worked out again, never taken over.',
    points: (points) => `${points} points`,
    axis: (rate) => `axis to ±${rate}`,
  },

  identitiesOf: {
    title: (broken) =>
      broken === 0
        ? 'Every accounting identity that can be checked holds'
        : `${broken} accounting ${broken === 1 ? 'identity does' : 'identities do'} not hold, unexplained`,
    titleNone: 'Too few figures to check any accounting identity',
    subtitle: (unit, of) => `What is left over on each side by itself · ${unit} · ${of}`,
    columns: ['Identity', 'Paper: left over', 'Platform: left over'],
    names: {
      1: 'Carried over + newly taken up = all taken up',
      2: 'All taken up − entrusted − revoked = to be enforced',
      3: 'The parts together = to be enforced',
      4: 'The lower level together = what the upper reported',
      5: 'A cumulative figure never falls from one month to the next',
    },
    balanced: '● holds',
    residual: (residual) => `◆ ${residual} left over, unexplained`,
    notDelivered: 'a term is missing, cannot be checked',
    at: (code) => `in ${code}`,
    unitsBroken: (units) => `Units with something left over: ${units}.`,
    unitsBrokenMore: (units, more) => `Units with something left over: ${units} and ${more} more.`,
  },

  parts: {
    titleProvinces: (below, all) => `${below} of ${all} provinces differ by less than 2,000 cases taken up`,
    titlePlain: (name, gap) => `Largest gap: ${name}, ${gap}`,
    titleNone: 'No unit differs between paper and platform',
    subtitle: (indicator, period, of) => `${indicator} by unit · ${period} · ${of}`,
    indicator: 'Indicator',
    columns: {
      unit: 'Unit',
      paper: 'Paper',
      platform: 'Platform',
      gap: 'Gap',
      rate: '% of paper',
      band: 'Band of the letter',
    },
    bands: {
      below: '● below 2,000',
      above: '◆ above 2,000',
      not_stipulated: '◇ exactly 2,000: not stipulated',
    },
    deadline: (words) => `by ${words}`,
    smallest: 'among the 13 smallest gaps',
    offices: (unit) => `See the offices of ${unit}`,
    noPaper: 'The units below have no paper reports of their own; only provinces are compared.',
    noPaperYet: 'There are no paper reports for this period yet.',
    shown: (units) => `${units} units, largest gap first`,
    bandLetter: (letter) => `Bands and deadlines of ${letter}.`,
    list: 'List for praise (XLSX)',
  },

  findings: {
    title: (findings) =>
      `${counted(findings, 'rate')} on paper ${findings === 1 ? 'differs from what its' : 'differ from what their'} own report makes`,
    columns: ['Unit code of then', 'On paper', 'Worked out'],
  },
};

/** The words of the page about paper and platform. */
export const reconciliationWords = inLanguages({vi, en});
