import {inLanguages} from './words.ts';

const vi = {
  switch: 'Tỉnh, thành phố',
  today: '34 tỉnh nay',
  former: '63 tỉnh cũ',
  title: (merged: number, all: number) => `${merged}/${all} tỉnh, thành phố nay gộp từ nhiều tỉnh cũ`,
  titleOfOne: (name: string, former: number) =>
    former === 1 ? `${name} giữ nguyên, không gộp` : `${name} gộp từ ${former} tỉnh cũ`,
  subtitle: 'Tỉnh, thành phố trước và từ ngày 01/7/2025 · mã và tên',
  why:
    'Không chia được số liệu của nền tảng theo 63 tỉnh cũ: mọi hồ sơ ở nền tảng đều mang mã đơn vị của 34 tỉnh nay, ' +
    'không ghi nơi thuộc tỉnh cũ nào. Báo cáo giấy trước 01/7/2025 theo tỉnh cũ đã được cộng vào tỉnh nay; tỷ lệ tính lại sau khi cộng.',
  columns: {code: 'Mã nay', today: 'Tỉnh, thành phố nay', former: 'Gồm các tỉnh, thành phố cũ (mã cũ)'},
  reused: 'mã này nay dùng cho tỉnh mang tên khác',
  reusedLegend: '◆ mã cũ này nay dùng cho tỉnh mang tên khác.',
};

const en: typeof vi = {
  switch: 'Provinces',
  today: '34 of today',
  former: '63 of before',
  title: (merged, all) => `${merged} of ${all} provinces of today are made of several of before`,
  titleOfOne: (name, former) =>
    former === 1 ? `${name} stayed as it was` : `${name} is made of ${former} provinces of before`,
  subtitle: 'Provinces before and from 1 July 2025 · codes and names',
  why:
    'The platform’s figures cannot be given by the 63 provinces of before: every file on it carries the code of a unit of ' +
    'today’s 34, and none says which province of before the place belonged to. Paper of before 1 July 2025 is added up to the province of today; rates are worked out after adding.',
  columns: {code: 'Code', today: 'Province of today', former: 'Made of (code of then)'},
  reused: 'today the code of a province of another name',
  reusedLegend: '◆ a code that a province of another name has today.',
};

/** The words of which provinces of before those of today are made of. */
export const crosswalkWords = inLanguages({vi, en});
