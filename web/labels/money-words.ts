import {inLanguages} from './words.ts';

const vi = {
  heading: 'Dữ liệu tiền',
  sentence: (rate: string, date: string, missing: string) =>
    `Đến ${date}: ${rate} hồ sơ có tiền đã nhập đủ tiền; còn ${missing} hồ sơ.`,
  none: (date: string) => `Đến ${date}: không có hồ sơ có tiền.`,
  pace: (needed: string, days: number, deadline: string) =>
    `Muốn đủ trước hạn ${deadline}, mỗi ngày làm việc trong ${days} ngày còn lại phải nhập tiền cho ${needed} hồ sơ.`,
  items: 'Khoản tiền đầy đủ',
  amount: 'Số tiền so với báo cáo giấy',
  units: {items: 'khoản', dong: 'đồng'},
  latestOnly: 'Tổng các số tiền và phần lệch giữa chúng chỉ có ở đêm mới nhất; bỏ chọn đêm cũ để xem.',
  offices: {
    title: (name: string, missing: string) => `${name} thiếu tiền nhiều nhất: ${missing} hồ sơ`,
    titleDone: 'Mọi phòng có hồ sơ có tiền đã nhập đủ dữ liệu tiền',
    titleNone: 'Chưa phòng nào có hồ sơ có tiền',
    subtitle: (shown: number, all: number, date: string) =>
      `Phòng có hồ sơ đã nhập nhưng chưa nhập đủ tiền · ${shown}/${all} phòng · đến ${date} · hồ sơ và %`,
    caption: 'Bảng phòng thiếu dữ liệu tiền; bấm tên cột để sắp xếp',
    office: 'Phòng',
    missing: 'Thiếu tiền',
    complete: 'Đủ tiền',
    withMoney: 'Có tiền',
    rate: 'Tỷ lệ',
    all: 'Xem mọi phòng',
    few: 'Chỉ xem các phòng đầu bảng',
  },
};

const en: typeof vi = {
  heading: 'Money data',
  sentence: (rate, date, missing) =>
    `To ${date}: ${rate} of the case files with money have it complete; ${missing} to go.`,
  none: (date) => `To ${date}: there is no case file with money.`,
  pace: (needed, days, deadline) =>
    `To be complete by ${deadline}, each of the ${days} working days left must bring the money of ${needed} case files.`,
  items: 'Money items complete',
  amount: 'Amount against paper',
  units: {items: 'items', dong: 'đồng'},
  latestOnly: 'The sums of money, and whether they agree, are kept of the latest night only.',
  offices: {
    title: (name, missing) => `${name} lacks money most: ${missing} case files`,
    titleDone: 'Every office with money files has its money data complete',
    titleNone: 'No office has files with money yet',
    subtitle: (shown, all, date) =>
      `Offices whose files are entered and their money is not · ${shown} of ${all} offices · to ${date} · case files and %`,
    caption: 'Table of offices that lack money data; press a column name to sort',
    office: 'Office',
    missing: 'Lacking money',
    complete: 'Complete',
    withMoney: 'With money',
    rate: 'Rate',
    all: 'Show every office',
    few: 'Show the first offices only',
  },
};

/** The words of the page about money data. */
export const moneyWords = inLanguages({vi, en});
