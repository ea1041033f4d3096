import type {Paper} from './nominations.ts';

/** What is said of a nomination that counts under no quota. */
export const noQuota =
  'Không tìm được chỉ tiêu: đơn vị đề nghị không có trong danh mục, hoặc đợt thi đua không có chỉ tiêu cho hình thức này.';

/** The parts of a dossier, as people call them. */
export const papers = {
  submission: 'tờ trình',
  minutes: 'biên bản họp bình xét',
  report: 'báo cáo thành tích',
  confirmation: 'xác nhận báo cáo thành tích',
  nominee: 'đối tượng có trong danh mục đơn vị, cán bộ',
} as const satisfies Record<Paper, string>;
