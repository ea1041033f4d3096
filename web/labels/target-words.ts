import {inLanguages} from './words.ts';

const vi = {
  title: (inForce: number) => `${inForce} mục tiêu đang dùng, mỗi mục tiêu theo một văn bản`,
  subtitle: (night: string) =>
    `Mọi tỷ lệ, thời hạn trên các trang lấy từ đây · đêm ${night} · đổi khi có văn bản, không sửa đêm đã công bố`,
  columns: ['Chỉ tiêu', 'Mục tiêu', 'Ngưỡng dưới', 'Hạn', 'Áp dụng', 'Văn bản'],
  inForce: '● đang dùng',
  past: '○ đã hết',
  future: '◇ sắp dùng',
  period: (from: string, to: string | null) => (to === null ? `từ ${from}` : `${from} – ${to}`),
  ours: 'hệ thống đặt, văn bản không quy định',
  noDeadline: 'không đặt hạn',
  daysOffTitle: (days: number, year: string) => `${days} ngày nghỉ lễ trong năm ${year}`,
  daysOffSubtitle: 'Số ngày làm việc, hạn nhập và nhịp nhập trừ những ngày này; thứ bảy làm bù được tính lại',
  dayColumns: ['Ngày', 'Là ngày', 'Căn cứ'],
  makeUp: (day: string) => `làm bù cho ${day}`,
  file: 'Tải dữ liệu (XLSX)',
};

const en: typeof vi = {
  title: (inForce) => `${inForce} targets in force, each by a letter`,
  subtitle: (night) =>
    `Every threshold and deadline on the pages comes from here · night of ${night} · changes with a letter, never a published night`,
  columns: ['Metric', 'Goal', 'Floor', 'Deadline', 'In force', 'Letter'],
  inForce: '● in force',
  past: '○ over',
  future: '◇ to come',
  period: (from, to) => (to === null ? `from ${from}` : `${from} – ${to}`),
  ours: 'our default, no document sets it',
  noDeadline: 'no deadline',
  daysOffTitle: (days, year) => `${days} public holidays in ${year}`,
  daysOffSubtitle: 'Working days, deadlines and pace leave these out; a Saturday worked instead counts',
  dayColumns: ['Day', 'What it is', 'Based on'],
  makeUp: (day) => `worked instead of ${day}`,
  file: 'Download data (XLSX)',
};

/** The words about targets, deadlines and days off. */
export const targetWords = inLanguages({vi, en});
