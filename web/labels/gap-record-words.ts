import {inLanguages} from './words.ts';

const vi = {
  title: (explained: number, signed: number) =>
    `${explained} đơn vị đã giải trình phần lệch, ${signed} đơn vị đã chốt`,
  titleNone: 'Chưa đơn vị nào giải trình phần lệch',
  subtitle: (unit: string, period: string) => `Biên bản đối chiếu · ${unit} · ${period}`,
  noCases:
    'Đối chiếu từng hồ sơ cần sổ thụ lý điện tử, chưa có trong hợp đồng dữ liệu; ở đây lý do lệch nêu theo từng chỉ tiêu.',
  caption: 'Bảng lý do lệch theo đơn vị và chỉ tiêu',
  columns: {
    unit: 'Đơn vị',
    indicator: 'Chỉ tiêu',
    reason: 'Lý do',
    comment: 'Giải trình',
    sides: 'Giấy / nền tảng khi nêu',
    state: 'Biên bản',
  },
  states: {
    signed: (who: string, date: string) => `● đã chốt: ${who}, ${date}`,
    explained: '◐ đã giải trình, chờ chốt',
    none: '○ chưa giải trình',
  },
  sign: 'Chốt biên bản',
  signOf: (unit: string) => `Chốt biên bản của ${unit}`,
  confirm: (unit: string) => `Chốt biên bản đối chiếu của ${unit}? Sau khi chốt không sửa, không thêm được.`,
  yes: 'Chốt',
  no: 'Thôi',
  signed: 'Đã chốt biên bản.',
  explain: 'Giải trình phần lệch',
  choose: 'Chọn',
  send: 'Ghi giải trình',
  said: 'Đã ghi giải trình.',
};

const en: typeof vi = {
  title: (explained, signed) => `${explained} units have explained their gaps, ${signed} are signed`,
  titleNone: 'No unit has explained its gaps',
  subtitle: (unit, period) => `Record of the reconciliation · ${unit} · ${period}`,
  noCases:
    'Case by case it could only be done with the electronic register, which is not in the data contract; reasons are given by indicator.',
  caption: 'Table of reasons by unit and indicator',
  columns: {
    unit: 'Unit',
    indicator: 'Indicator',
    reason: 'Reason',
    comment: 'Explanation',
    sides: 'Paper / platform then',
    state: 'Record',
  },
  states: {
    signed: (who, date) => `● signed: ${who}, ${date}`,
    explained: '◐ explained, to be signed',
    none: '○ not explained',
  },
  sign: 'Sign the record',
  signOf: (unit) => `Sign the record of ${unit}`,
  confirm: (unit) => `Sign the record of ${unit}? Nothing can be changed or added after that.`,
  yes: 'Sign',
  no: 'Cancel',
  signed: 'Signed.',
  explain: 'Explain a gap',
  choose: 'Choose',
  send: 'Keep the explanation',
  said: 'Kept.',
};

/** The words of the record of a reconciliation. */
export const gapRecordWords = inLanguages({vi, en});
