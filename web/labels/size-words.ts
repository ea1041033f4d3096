import {inLanguages} from './words.ts';

const vi = {
  summary: 'Nhập số công chức, số phòng khu vực của một tỉnh',
  unknown: (count: number) =>
    `${count} tỉnh chưa có số công chức từ phần mềm nhân sự; đang được tính theo mức chỉ tiêu thấp nhất.`,
  known: 'Phần mềm nhân sự đã có số công chức của mọi tỉnh.',
  advice: 'Số nhập ở đây thay cho số trên nền tảng khi tính chỉ tiêu, kèm văn bản và ngày của văn bản.',
  basis: 'Số liệu',
  bases: {civil_servants: 'Số công chức', regional_offices: 'Số phòng khu vực'},
  province: 'Tỉnh',
  choose: 'chọn một tỉnh',
  size: 'Số đúng',
  now: (size: string, quota: number) => `đang tính theo ${size}, được ${quota} chỉ tiêu`,
  source: 'Nguồn (số văn bản)',
  sourceOn: 'Ngày của nguồn',
  save: 'Ghi số liệu',
  rule: (letter: string, clause: string) => `Căn cứ: điểm ${clause}, ${letter}.`,
  history: (count: number) => `${count} lần hội đồng nhập số liệu, gần nhất trước`,
  corrected: (province: string, basis: string, size: string) => `${province}, ${basis}: ${size}`,
  by: (source: string, on: string, actor: string, at: string) =>
    `theo ${source}, ${on}; ${actor} nhập ngày ${at}`,
};

const en: typeof vi = {
  summary: 'Enter the civil servants or regional offices of a province',
  unknown: (count) =>
    `The personnel program has no civil servants of ${count} provinces; they are given the lowest quota.`,
  known: 'The personnel program has the civil servants of every province.',
  advice: 'What is entered here replaces the platform’s number, with its document and its day.',
  basis: 'Number of',
  bases: {civil_servants: 'Civil servants', regional_offices: 'Regional offices'},
  province: 'Province',
  choose: 'choose a province',
  size: 'Right number',
  now: (size, quota) => `now ${size}, which gives ${quota} places`,
  source: 'Source (document number)',
  sourceOn: 'Day of the source',
  save: 'Write down the number',
  rule: (letter, clause) => `By ${clause} of ${letter}.`,
  history: (count) => `${count} numbers entered by the board, the latest first`,
  corrected: (province, basis, size) => `${province}, ${basis}: ${size}`,
  by: (source, on, actor, at) => `after ${source}, ${on}; entered by ${actor} on ${at}`,
};

/** The words of the form for the sizes of provinces. */
export const sizeWords = inLanguages({vi, en});
