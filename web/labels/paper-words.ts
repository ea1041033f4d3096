import type {PaperFormat, PaperOffered} from '../../api/answers.ts';
import {inLanguages} from './words.ts';

const vi = {
  title: 'Văn bản',
  subtitle:
    'Phụ lục và dự thảo văn bản theo đêm đang dùng, thể thức Nghị định 30/2020/NĐ-CP; số, ngày và chữ ký để văn thư ghi.',
  purposes: {
    entries: 'Nhập dữ liệu',
    reports: 'Báo cáo thống kê',
    quality: 'Chất lượng dữ liệu',
    awards: 'Thi đua, khen thưởng',
  } satisfies Record<PaperOffered['purpose'], string>,
  purposeTitle: (purpose: string, papers: number) => `${purpose}: ${papers} tài liệu`,
  kinds: {annex: 'Phụ lục', letter: 'Dự thảo văn bản'} satisfies Record<PaperOffered['kind'], string>,
  follows: (letter: string) => `Theo: ${letter}`,
  choices: 'Lập văn bản cho',
  unit: 'Đơn vị',
  nation: 'Toàn quốc',
  period: 'Kỳ báo cáo',
  newest: 'Mới nhất có báo cáo giấy',
  periodOf: (months: number, year: number) => `${months} tháng năm ${year}`,
  form: 'Biểu',
  forms: {VIEC: 'Về việc', TIEN: 'Về tiền'},
  campaign: 'Đợt thi đua',
  kind: 'Xếp hạng',
  candidates: {province: 'Tỉnh, thành phố', office: 'Phòng', individual: 'Cá nhân'},
  formats: {html: 'Xem trước', docx: 'Tải Word', pdf: 'Tải PDF', xlsx: 'Tải Excel'} satisfies Record<
    PaperFormat,
    string
  >,
  closePreview: 'Đóng bản xem trước',
  previewOf: (name: string) => `Bản xem trước: ${name}`,
  making: (name: string) => `Đang lập “${name}”…`,
  made: (name: string) => `Đã lập xong “${name}”.`,
  links: {
    'criticised-provinces': 'Phụ lục: danh sách đơn vị bị phê bình',
    'paper-against-platform': 'Phụ lục: bảng đối chiếu chi tiết',
    'statistical-form': 'Biểu thống kê của kỳ',
    'fix-list': 'Phụ lục: danh sách lỗi phải sửa của đơn vị',
    ranking: 'Phụ lục: bảng xếp hạng kèm lý do',
    shortlist: 'Phụ lục: danh sách đề nghị khen thưởng kèm lý do',
    'reminder-letter': 'Dự thảo công văn đôn đốc',
    'award-submission': 'Dự thảo tờ trình đề nghị khen thưởng',
    'award-minutes': 'Dự thảo biên bản họp bình xét',
  },
};

const en: typeof vi = {
  title: 'Papers',
  subtitle:
    'Annexes and draft letters by the night in force, in the form of Decree 30/2020/NĐ-CP; number, date and signature are left to the clerk.',
  purposes: {
    entries: 'Entry of data',
    reports: 'Statistical reports',
    quality: 'Quality of data',
    awards: 'Ranking and awards',
  },
  purposeTitle: (purpose, papers) => `${purpose}: ${papers} ${papers === 1 ? 'paper' : 'papers'}`,
  kinds: {annex: 'Annex', letter: 'Draft letter'},
  follows: (letter) => `After: ${letter}`,
  choices: 'Make papers for',
  unit: 'Unit',
  nation: 'The nation',
  period: 'Period',
  newest: 'The latest with paper reports',
  periodOf: (months, year) => `${months} months of ${year}`,
  form: 'Form',
  forms: {VIEC: 'Cases', TIEN: 'Money'},
  campaign: 'Campaign',
  kind: 'Ranking of',
  candidates: {province: 'Provinces', office: 'Offices', individual: 'Persons'},
  formats: {html: 'Preview', docx: 'Download Word', pdf: 'Download PDF', xlsx: 'Download Excel'},
  closePreview: 'Close the preview',
  previewOf: (name) => `Preview: ${name}`,
  making: (name) => `Making “${name}”…`,
  made: (name) => `“${name}” is made.`,
  links: {
    'criticised-provinces': 'Annex: provinces criticised',
    'paper-against-platform': 'Annex: detailed comparison',
    'statistical-form': 'Statistical form of the period',
    'fix-list': 'Annex: what the unit is to put right',
    ranking: 'Annex: ranking with reasons',
    shortlist: 'Annex: nominations with reasons',
    'reminder-letter': 'Draft reminder',
    'award-submission': 'Draft submission for awards',
    'award-minutes': 'Draft minutes of the board',
  },
};

/** The words of papers, which come with the page of papers and with the links to them on other pages. */
export const paperWords = inLanguages({vi, en});

/** A paper that other pages link to. */
export type LinkedPaper = keyof typeof vi.links;
