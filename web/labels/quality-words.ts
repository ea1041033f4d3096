import {inLanguages} from './words.ts';

const vi = {
  heading: 'Chất lượng và việc cần sửa',
  sentence: (unit: string, date: string, score: string, worst: string, worstScore: string) =>
    `${unit}, đến ${date}: điểm chất lượng ${score}; thấp nhất ở trụ cột ${worst.toLowerCase()} (${worstScore}).`,
  none: 'Chưa có hồ sơ nào để chấm điểm.',
  formula: 'Số hồ sơ không có lỗi nào của trụ cột trên số hồ sơ chưa xóa.',
  back: 'Về toàn quốc',
  unitPage: (name: string) => `Xem trang của ${name}`,
  heat: {
    title: (name: string, score: string) => `${name} thấp nhất: ${score}`,
    titleNone: 'Chưa có điểm chất lượng của đơn vị nào',
    subtitle: (unit: string, date: string) => `Điểm bốn trụ cột của từng đơn vị · ${unit} · đến ${date} · %`,
    caption:
      'Bảng điểm chất lượng; bấm tên cột để sắp xếp, bấm tên đơn vị để xem quy tắc và danh sách lỗi của đơn vị',
    steps: ['từ 98', 'từ 95', 'từ 90', 'dưới 90'],
    weakest: 'Đậm, gạch chân chấm: dưới 90%.',
    picture: 'Ô càng đậm điểm càng thấp: từ 98, từ 95, từ 90, dưới 90; dưới 90 có chữ đậm và gạch chân.',
  },
};

const en: typeof vi = {
  heading: 'Quality and what to fix',
  sentence: (unit, date, score, worst, worstScore) =>
    `${unit}, to ${date}: quality score ${score}; lowest is ${worst.toLowerCase()} (${worstScore}).`,
  none: 'There is no case file to score yet.',
  formula: 'Files without an offence of the pillar, of live files.',
  back: 'Back to the nation',
  unitPage: (name) => `See the page of ${name}`,
  heat: {
    title: (name, score) => `${name} is lowest: ${score}`,
    titleNone: 'No unit has a score of quality yet',
    subtitle: (unit, date) => `Scores of the four pillars by unit · ${unit} · to ${date} · %`,
    caption: 'Table of quality scores; press a column name to sort, a unit to see its rules and its fix list',
    steps: ['98 or more', '95 or more', '90 or more', 'under 90'],
    weakest: 'Bold with dots below: under 90%.',
    picture: 'The darker, the lower: 98 or more, 95, 90, under 90; bold and underlined is under 90.',
  },
};

/** The words of the page about quality. */
export const qualityWords = inLanguages({vi, en});
