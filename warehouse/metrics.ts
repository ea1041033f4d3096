export type Language = 'vi' | 'en';
export type Words = Record<Language, string>;

/** Where a figure is counted: every metric is counted by office or officer and added up from there. */
export type Level = 'nation' | 'province' | 'office' | 'officer';

/** How a figure stands against the target in force. */
export type Status = 'met' | 'near' | 'missed' | 'no_target' | 'no_data';

/** What a metric means to a reader. How it is counted is in `sql/metrics/<id>.sql`. */
export interface Metric {
  label: Words;
  meaning: Words;
  unit: 'ratio' | 'count';
  better: 'higher' | 'lower';
  levels: readonly Level[];
}

/** The target of a metric in force on a night; a row of `sql/reference/targets.csv`. */
export interface Target {
  goal: number;
  /** Below it (above it, where lower is better) somebody has to decide something. */
  floor: number;
  /** Its last moment, ISO 8601 with offset. */
  deadline: string | null;
  letter: string;
  clause: string;
  /** A number of ours, because no letter gives one. */
  by_default: boolean;
}

export const metrics = {
  completion_rate: {
    label: {vi: 'Tỷ lệ cập nhật hồ sơ', en: 'Case file completion'},
    meaning: {
      vi: 'Số hồ sơ đã nhập (không vượt số phải nhập của từng phòng và loại dữ liệu) trên số hồ sơ phải nhập.',
      en: 'Case files entered, capped at what each office must enter of each kind of data, over files required.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office'],
  },
  files_missing: {
    label: {vi: 'Hồ sơ còn thiếu', en: 'Case files missing'},
    meaning: {
      vi: 'Số hồ sơ phải nhập trừ số hồ sơ đã nhập, tính riêng từng phòng và loại dữ liệu.',
      en: 'Case files required but not entered, by office and kind of data.',
    },
    unit: 'count',
    better: 'lower',
    levels: ['nation', 'province', 'office'],
  },
  officer_completion_rate: {
    label: {vi: 'Tỷ lệ cập nhật hồ sơ theo chấp hành viên', en: 'Completion by enforcement officer'},
    meaning: {
      vi: 'Số hồ sơ chấp hành viên phụ trách đã nhập (không vượt số được giao) trên số hồ sơ được giao nhập.',
      en: 'Files an officer is in charge of that are entered, capped at the officer’s own target, over that target.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  petition_completion_rate: {
    label: {vi: 'Tỷ lệ cập nhật đơn thư, khiếu nại, tố cáo', en: 'Petition completion'},
    meaning: {
      vi: 'Số đơn thư đã nhập (không vượt số phải nhập của từng phòng và loại dữ liệu) trên số phải nhập.',
      en: 'Petitions entered, capped at what each office must enter of each kind of data, over petitions required.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office'],
  },
  money_coverage: {
    label: {vi: 'Tỷ lệ cập nhật dữ liệu về tiền', en: 'Money data coverage'},
    meaning: {
      vi: 'Số hồ sơ có tiền đã nhập đầy đủ dữ liệu tiền trên số hồ sơ có nghĩa vụ về tiền.',
      en: 'Files whose money data are complete, over files with a monetary obligation.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  money_item_coverage: {
    label: {vi: 'Tỷ lệ khoản tiền đầy đủ', en: 'Money items complete'},
    meaning: {
      vi: 'Số khoản tiền có dữ liệu đầy đủ trên tổng số khoản tiền của các hồ sơ có tiền.',
      en: 'Money items that are complete, over all money items of files with a monetary obligation.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  money_amount_coverage: {
    label: {vi: 'Tỷ lệ số tiền so với báo cáo giấy', en: 'Amount against paper'},
    meaning: {
      vi: 'Tổng số tiền phải thi hành trên Nền tảng số so với báo cáo giấy (biểu về tiền), ở nơi báo cáo giấy có số liệu.',
      en: 'Amount to be enforced on the platform over the paper report’s, where paper has it.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office'],
  },
  quality_correct: {
    label: {vi: 'Dữ liệu đúng', en: 'Correct data'},
    meaning: {
      vi: 'Số hồ sơ không có lỗi nào về tính đúng trên số hồ sơ chưa xóa.',
      en: 'Live files without an open offence against correctness, over live files.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  quality_complete: {
    label: {vi: 'Dữ liệu đủ', en: 'Complete data'},
    meaning: {
      vi: 'Số hồ sơ không có lỗi nào về tính đủ trên số hồ sơ chưa xóa.',
      en: 'Live files without an open offence against completeness, over live files.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  quality_clean: {
    label: {vi: 'Dữ liệu sạch', en: 'Clean data'},
    meaning: {
      vi: 'Số hồ sơ không có lỗi nào về tính sạch trên số hồ sơ chưa xóa.',
      en: 'Live files without an open offence against cleanness, over live files.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  quality_current: {
    label: {vi: 'Dữ liệu sống', en: 'Current data'},
    meaning: {
      vi: 'Số hồ sơ không có lỗi nào về tính sống trên số hồ sơ chưa xóa.',
      en: 'Live files without an open offence against currency, over live files.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  quality_score: {
    label: {vi: 'Điểm chất lượng dữ liệu', en: 'Data quality score'},
    meaning: {
      vi: 'Bình quân bốn trụ cột đúng, đủ, sạch, sống theo trọng số.',
      en: 'The four pillars together, by their weights.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office', 'officer'],
  },
  decision_use: {
    label: {vi: 'Tỷ lệ dùng phần mềm Hỗ trợ ra quyết định', en: 'Use of the decision program'},
    meaning: {
      vi: 'Số hồ sơ thụ lý từ khi vận hành Nền tảng số có ít nhất một quyết định lập trên phần mềm, trên số hồ sơ thụ lý từ khi đó.',
      en: 'Files accepted since the platform went live with a decision drafted on it, over files accepted since then.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office'],
  },
  receipt_use: {
    label: {vi: 'Tỷ lệ dùng Biên lai điện tử', en: 'Use of electronic receipts'},
    meaning: {
      vi: 'Tổng số tiền biên lai còn hiệu lực trong năm thống kê trên số tiền đã thi hành trong năm.',
      en: 'Valid receipts of the statistical year, over money enforced in it.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office'],
  },
  active_users: {
    label: {vi: 'Tỷ lệ cán bộ sử dụng trong 7 ngày', en: 'Officials active in 7 days'},
    meaning: {
      vi: 'Số cán bộ đã nhập hoặc cập nhật dữ liệu trong 7 ngày qua trên số cán bộ đang công tác.',
      en: 'Officials who entered or changed anything in the last 7 days, over officials in office.',
    },
    unit: 'ratio',
    better: 'higher',
    levels: ['nation', 'province', 'office'],
  },
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof metrics;

/** Whether a text from outside names a metric. */
export const isMetricId = (id: string): id is MetricId => Object.hasOwn(metrics, id);

/** A metric's value: a ratio divides once, after everything is added up; nothing to divide by is no value. */
export function valueOf(
  unit: Metric['unit'],
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (unit === 'count') return numerator;
  return numerator === null || !denominator ? null : numerator / denominator;
}

/** The only place a figure is judged. */
export function statusOf(value: number | null, better: Metric['better'], target: Target | null): Status {
  if (value === null) return 'no_data';
  if (target === null) return 'no_target';
  const reaches = (limit: number) => (better === 'higher' ? value >= limit : value <= limit);
  return reaches(target.goal) ? 'met' : reaches(target.floor) ? 'near' : 'missed';
}
