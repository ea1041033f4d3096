import type {RecentNight} from '../../api/answers.ts';
import {inLanguages} from './words.ts';

type State = RecentNight['state'];

const vi = {
  title: (published: number, all: number, held: number, failed: number) =>
    `${published}/${all} đêm gần nhất đã công bố` +
    (held > 0 ? `; ${held} đêm bị giữ lại` : '') +
    (failed > 0 ? `; ${failed} đêm không dựng được hoặc bị từ chối` : ''),
  subtitle: (from: string, to: string) => `Mỗi ô là một đêm, từ ${from} đến ${to}`,
  summary: (missing: number) =>
    missing === 0 ? 'Đêm nào cũng có bản giao.' : `${missing} đêm không có bản giao nào được tính.`,
  columns: ['Đêm', 'Kết quả', 'Vì sao'],
  states: {
    published: '● đã công bố',
    held: '◆ bị giữ lại',
    broken: '✕ không dựng được',
    refused: '▲ bị từ chối',
    missing: '○ không có',
  } satisfies Record<State, string>,
  legend: 'Chú giải',
  of: (night: string, state: string) => `${night}: ${state}`,

  rowsTitle: (unusual: number, all: number) =>
    unusual === 0
      ? `Số dòng được giao của ${all} phần mềm đều gần mức thường lệ`
      : `${unusual}/${all} phần mềm giao số dòng khác thường`,
  rowsTitleNone: 'Chưa có đêm trước để so số dòng được giao',
  rowsSubtitle:
    'Bản giao mới nhất so với trung vị các bản giao trước đó trong 30 ngày; lệch từ 20% là khác thường',
  rowsColumns: {
    program: 'Phần mềm',
    state: 'Nhận xét',
    night: 'Ngày số liệu',
    rows: 'Số dòng',
    usual: 'Thường lệ',
    difference: 'Chênh',
    earlier: 'So với (bản giao)',
  },
  usual: '● gần thường lệ',
  unusual: '◆ khác thường',
  unknown: '○ chưa có để so',

  storage: (version: string, versions: string, free: string, disk: string) =>
    `Phiên bản đang dùng ${version}; mọi phiên bản ${versions}; đĩa còn trống ${free}/${disk}.`,
};

const en: typeof vi = {
  title: (published, all, held, failed) =>
    `${published} of the last ${all} nights are published` +
    (held > 0 ? `; ${held} held` : '') +
    (failed > 0 ? `; ${failed} not built or refused` : ''),
  subtitle: (from, to) => `Each square is a night, from ${from} to ${to}`,
  summary: (missing) =>
    missing === 0
      ? 'Something was delivered for every night.'
      : `${missing} nights have no delivery counted.`,
  columns: ['Night', 'Outcome', 'Why'],
  states: {
    published: '● published',
    held: '◆ held',
    broken: '✕ not built',
    refused: '▲ refused',
    missing: '○ missing',
  },
  legend: 'Legend',
  of: (night, state) => `${night}: ${state}`,
  rowsTitle: (unusual, all) =>
    unusual === 0
      ? `All ${all} programs delivered about as many rows as usual`
      : `${unusual} of ${all} programs delivered unusually many or few rows`,
  rowsTitleNone: 'No earlier night to compare the delivered rows with',
  rowsSubtitle:
    'The latest delivery beside the median of the earlier ones within 30 days; 20% off is unusual',
  rowsColumns: {
    program: 'Program',
    state: 'Remark',
    night: 'Business date',
    rows: 'Rows',
    usual: 'Usual',
    difference: 'Difference',
    earlier: 'Compared with (deliveries)',
  },
  usual: '● as usual',
  unusual: '◆ unusual',
  unknown: '○ nothing to compare',
  storage: (version, versions, free, disk) =>
    `The version in use takes ${version}; all versions ${versions}; ${free} of ${disk} of the disk are free.`,
};

/** The words about the last nights, what was delivered for them and the room they take. */
export const nightWords = inLanguages({vi, en});
