import {counted} from './counted.ts';
import {inLanguages} from './words.ts';

const vi = {
  views: {defects: 'Lỗi phải sửa', work: 'Tiến độ sửa lỗi', signals: 'Nghi vấn hình thức'},
  chooseView: 'Chọn phần của trang',
  title: (label: string, count: string, counted: string) => `Nhiều nhất: ${label}, ${count} ${counted}`,
  titleNone: 'Không có nghi vấn nhập liệu mang tính hình thức',
  subtitle: (unit: string, date: string) =>
    `Nghi vấn nhập liệu mang tính hình thức · ${unit} · đến ${date} · số lần`,
  notScored: 'Không tính vào điểm: các dấu hiệu này chỉ để người kiểm tra xem xét, chưa phải là kết luận.',
  signal: 'Dấu hiệu',
  occurrences: 'Số lần',
  meaning: 'Khi nào có dấu hiệu',
  caption: 'Bảng dấu hiệu và số lần xuất hiện',
  units: {
    title: (found: number) => `${found} đơn vị có dấu hiệu cần xem xét`,
    subtitle: (date: string) => `Số lần mỗi dấu hiệu xuất hiện ở từng đơn vị · đến ${date}`,
    caption: 'Bảng số lần theo đơn vị; bấm tên cột để sắp xếp',
    unit: 'Đơn vị',
  },
  examples: {
    title: (count: number) => `${count} ví dụ để xem xét`,
    subtitle: 'Mỗi dấu hiệu nhiều nhất 10 ví dụ, mỗi phòng một ví dụ trước; không phải danh sách đầy đủ',
    caption: 'Bảng ví dụ của các dấu hiệu',
    filter: 'Dấu hiệu',
    all: 'tất cả',
    office: 'Phòng',
    file: 'Hồ sơ',
    officer: 'Cán bộ',
    found: 'Ghi nhận',
    noFiles: 'Vai trò của bạn không xem mã hồ sơ.',
    noOfficers: 'Vai trò của bạn không xem số liệu của từng cán bộ (Luật 91/2025/QH15, Điều 25).',
  },
};

const en: typeof vi = {
  views: {defects: 'To fix', work: 'Progress of fixing', signals: 'Signs of form’s sake'},
  chooseView: 'Choose the part of the page',
  title: (label, count, counted) => `Most often: ${label}, ${count} ${counted}`,
  titleNone: 'Nothing looks entered for form’s sake',
  subtitle: (unit, date) => `Signs of entry for form’s sake · ${unit} · to ${date} · times found`,
  notScored: 'In no score: these signs are for a reviewer to look at and conclude nothing.',
  signal: 'Sign',
  occurrences: 'Times',
  meaning: 'When it is one',
  caption: 'Table of signs and how often each was found',
  units: {
    title: (found) => `${counted(found, 'unit')} ${found === 1 ? 'has' : 'have'} signs to look at`,
    subtitle: (date) => `How often each sign was found at each unit · to ${date}`,
    caption: 'Table of counts by unit; press a column name to sort',
    unit: 'Unit',
  },
  examples: {
    title: (count) => `${counted(count, 'example')} to look at`,
    subtitle: 'At most 10 of each sign, one of every office first; it is no full list',
    caption: 'Table of examples of the signs',
    filter: 'Sign',
    all: 'all',
    office: 'Office',
    file: 'Case file',
    officer: 'Officer',
    found: 'Found',
    noFiles: 'Your role does not see codes of case files.',
    noOfficers: 'Your role does not see figures of one officer (Law 91/2025/QH15, article 25).',
  },
};

/** The words of signs of entry for form's sake, and of the parts of the page about quality. */
export const signalWords = inLanguages({vi, en});
