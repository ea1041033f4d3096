import type {CourseEvent} from '../../api/answers.ts';
import {inLanguages} from './words.ts';

const eventNames: Record<CourseEvent['kind'], string> = {
  campaign_start: 'bắt đầu đợt thi đua',
  campaign_end: 'kết thúc đợt thi đua',
  target: 'chỉ tiêu nhập hồ sơ',
  deadline: 'hết hạn nhập hồ sơ',
  plan: 'kế hoạch triển khai của đơn vị',
  directive: 'văn bản chỉ đạo của đơn vị',
  training: 'thông báo tập huấn của đơn vị',
  division: 'văn bản phân công của đơn vị',
};

const vi = {
  peers: {
    title: (below: number, all: number) =>
      below === 0
        ? `Cả ${all} chỉ tiêu không thấp hơn trung vị cả nước`
        : `${below}/${all} chỉ tiêu thấp hơn trung vị cả nước`,
    subtitle: (place: string, all: number, date: string) =>
      `Các chỉ tiêu so với trung vị ${all} tỉnh, thành phố · ${place} · đến ${date} · %`,
    subtitleWithPeers: (place: string, all: number, peers: {of: number; size: string}, date: string) =>
      `Các chỉ tiêu so với trung vị ${all} tỉnh, thành phố và ${peers.of} đơn vị khác cùng nhóm ${peers.size} · ${place} · đến ${date} · %`,
    sizes: {nhỏ: 'quy mô nhỏ', vừa: 'quy mô vừa', lớn: 'quy mô lớn'} as Record<string, string>,
    metric: 'Chỉ tiêu',
    nation: 'Cả nước',
    sameSize: 'Cùng nhóm',
    marks: '0–100%',
    verdict: 'So sánh (điểm %)',
    inPoints: (points: string) => `${points} điểm %`,
    legend: 'Thanh: đơn vị này; vạch đứng: trung vị cả nước; ◇: trung vị nhóm, không kể đơn vị này.',
    than: (place: 'nation' | 'peers', points: string, side: 'above' | 'below' | 'level') => {
      const whom = place === 'nation' ? 'cả nước' : 'nhóm';
      return side === 'level'
        ? `bằng ${whom}`
        : `${side === 'above' ? 'cao hơn' : 'thấp hơn'} ${whom} ${points}`;
    },
    belowSign: '▼',
  },
  paper: {
    title: (gaps: number, all: number) =>
      gaps === 0
        ? 'Giấy và nền tảng khớp nhau ở các chỉ tiêu chính'
        : `${gaps}/${all} chỉ tiêu chính lệch giữa giấy và nền tảng`,
    subtitle: (place: string, period: string, date: string | null) =>
      `Báo cáo giấy và nền tảng · ${place} · ${period}${date === null ? '' : ` · nền tảng tính đến ${date}`} · việc`,
    indicator: 'Chỉ tiêu',
    columns: ['Giấy', 'Nền tảng', 'Lệch', '% của giấy'],
    all: 'Xem đối chiếu đầy đủ',
  },
  events: {
    heading: 'Các mốc trên biểu đồ',
    names: eventNames,
    until: (date: string) => `, hạn ${date}`,
    clause: (clause: string) => `, mục ${clause}`,
  },
};

const en: typeof vi = {
  peers: {
    title: (below, all) =>
      below === 0
        ? `None of the ${all} figures is below the nation’s median`
        : `${below} of ${all} figures are below the nation’s median`,
    subtitle: (place, all, date) =>
      `Figures against the median of ${all} provinces · ${place} · to ${date} · %`,
    subtitleWithPeers: (place, all, peers, date) =>
      `Figures against the median of ${all} provinces and of ${peers.of} others of ${peers.size} · ${place} · to ${date} · %`,
    sizes: {nhỏ: 'small size', vừa: 'medium size', lớn: 'large size'},
    metric: 'Figure',
    nation: 'Nation',
    sameSize: 'Same size',
    marks: '0–100%',
    verdict: 'Compared (points)',
    inPoints: (points) => `${points} points`,
    legend: 'Bar: this unit; upright line: the nation’s median; ◇: median of its size, without this unit.',
    than: (place, points, side) => {
      const whom = place === 'nation' ? 'the nation' : 'its size';
      return side === 'level'
        ? `level with ${whom}`
        : `${points} ${side === 'above' ? 'above' : 'below'} ${whom}`;
    },
    belowSign: '▼',
  },
  paper: {
    title: (gaps, all) =>
      gaps === 0
        ? 'Paper and platform agree in the main indicators'
        : `${gaps} of ${all} main indicators differ between paper and platform`,
    subtitle: (place, period, date) =>
      `Paper reports and the platform · ${place} · ${period}${date === null ? '' : ` · platform to ${date}`} · cases`,
    indicator: 'Indicator',
    columns: ['Paper', 'Platform', 'Gap', '% of paper'],
    all: 'See the whole reconciliation',
  },
  events: {
    heading: 'What is marked on the chart',
    names: {
      campaign_start: 'the campaign begins',
      campaign_end: 'the campaign ends',
      target: 'target of files entered',
      deadline: 'deadline of files entered',
      plan: 'the unit’s plan',
      directive: 'the unit’s directive',
      training: 'the unit’s training',
      division: 'the unit’s division of work',
    },
    until: (date) => `, due ${date}`,
    clause: (clause) => `, clause ${clause}`,
  },
};

/** The words of how a unit stands: beside others, beside its paper, and what happened on its way. */
export const standingWords = inLanguages({vi, en});
