import {language} from './words.ts';

const vi = {
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  weekOf: (day: string) => `Tuần từ ${day}`,
  weekday: 'Ngày',
  title: (files: string, day: string) => `Nhập nhiều nhất ngày ${day}: ${files} hồ sơ`,
  subtitle: (place: string, weeks: number) =>
    `Hồ sơ nhập mỗi ngày · ${place} · ${weeks} tuần gần nhất · hồ sơ`,
  restDays: (files: string, all: string) => `Ngày nghỉ cuối tuần nhập ${files} trong ${all} hồ sơ.`,
};

type CalendarWords = typeof vi;

const en: CalendarWords = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekOf: (day) => `Week of ${day}`,
  weekday: 'Day',
  title: (files, day) => `Most on ${day}: ${files} case files`,
  subtitle: (place, weeks) => `Case files entered each day · ${place} · last ${weeks} weeks · case files`,
  restDays: (files, all) => `Weekends brought ${files} of ${all} case files.`,
};

/** The words of the calendar of entries, in the language spoken now. */
export const calendarWords = (): CalendarWords => ({vi, en})[language()];
