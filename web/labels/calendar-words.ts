import {inLanguages} from './words.ts';

const vi = {
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  weekOf: (day: string) => `Tuần từ ${day}`,
  weekday: 'Ngày',
  title: (files: string, day: string) => `Nhập nhiều nhất ngày ${day}: ${files} hồ sơ`,
  subtitle: (place: string, weeks: number) =>
    `Hồ sơ nhập mỗi ngày · ${place} · ${weeks} tuần gần nhất · hồ sơ`,
  restDays: (files: string, all: string) => `Ngày nghỉ cuối tuần nhập ${files} trong ${all} hồ sơ.`,
  signs: 'Dấu hiệu cần xem lại, không tính vào điểm:',
  onDays: (sign: string, days: number) => `${sign.toLowerCase()} ${days} ngày`,
  noSigns: 'Không ngày nào có dấu hiệu nhập hình thức.',
  sign: (sign: string, times: string) => `${sign.toLowerCase()}: ${times}`,
};

const en: typeof vi = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekOf: (day) => `Week of ${day}`,
  weekday: 'Day',
  title: (files, day) => `Most on ${day}: ${files} case files`,
  subtitle: (place, weeks) => `Case files entered each day · ${place} · last ${weeks} weeks · case files`,
  restDays: (files, all) => `Weekends brought ${files} of ${all} case files.`,
  signs: 'Signs to look at, in no score:',
  onDays: (sign, days) => `${sign.toLowerCase()} on ${days} ${days === 1 ? 'day' : 'days'}`,
  noSigns: 'No day has a sign of entry for form’s sake.',
  sign: (sign, times) => `${sign.toLowerCase()}: ${times}`,
};

/** The words of the calendar of entries. */
export const calendarWords = inLanguages({vi, en});
