import {z} from 'zod';
import {reconciliationAnswer} from './reconciliation-schemas.ts';
import {
  coursePace,
  entryDay,
  figure,
  pillar,
  sourceFreshness,
  stamp,
  target,
  trackedFigure,
} from './schemas.ts';

/*
 * The shapes of what single pages of the web ask for, each in one answer; their types are taken from here, and the
 * OpenAPI document is made of them.
 */

const count = z.int();
const day = z.iso.date();

export const frameAnswer = z
  .strictObject({
    ...stamp.shape,
    published_at: z.iso.datetime({offset: true}),
    nights: z.array(day).meta({description: 'Mọi đêm đã công bố, cũ trước.'}),
    frozen_nights: z.array(day).meta({description: 'Những đêm có bảng xếp hạng đã được hai người chốt.'}),
    sources: z.array(sourceFreshness),
  })
  .meta({id: 'FrameAnswer'});

export type FrameAnswer = z.infer<typeof frameAnswer>;

/** The metrics that pages about units show side by side. */
export const unitMetrics = [
  'completion_rate',
  'petition_completion_rate',
  'money_coverage',
  'money_item_coverage',
  'money_amount_coverage',
  'quality_score',
  'quality_correct',
  'quality_complete',
  'quality_clean',
  'quality_current',
] as const;

/** The metrics of one officer. */
export const officerMetrics = [
  'officer_completion_rate',
  'money_coverage',
  'quality_score',
  'quality_correct',
  'quality_complete',
  'quality_clean',
  'quality_current',
] as const;

const unitMetric = z.enum(unitMetrics);
const officerMetric = z.enum(officerMetrics);
const place = z.strictObject({unit_id: z.string(), unit_name: z.string()});
const words = z.strictObject({vi: z.string(), en: z.string()});

const rule = z
  .strictObject({
    rule: z.string(),
    label: words,
    meaning: words,
    pillar,
    offenders: count,
    offenders_before: count.nullable().meta({description: 'Vào đêm so sánh.'}),
    files: count,
  })
  .meta({id: 'UnitRule'});

const unitBelow = z
  .strictObject({
    ...place.shape,
    figures: z.record(unitMetric, figure),
    completion_before: z.number().nullable(),
    money_before: z.number().nullable(),
    quality_before: z.number().nullable(),
    completion_history: trackedFigure.shape.history,
    files_missing: count,
    money_files_missing: count,
  })
  .meta({id: 'UnitBelow'});

const officerBelow = z
  .strictObject({
    officer_id: z.string(),
    officer_name: z.string().nullable(),
    figures: z.record(officerMetric, figure),
  })
  .meta({id: 'OfficerBelow'});

const peers = z.strictObject({size_band: z.string(), of: count, median: z.number()}).meta({
  id: 'UnitPeers',
  description: 'Các tỉnh khác cùng nhóm quy mô của đợt thi đua, không kể chính tỉnh đó.',
});

const standing = z
  .strictObject({metric: unitMetric, rank: count, of: count, median: z.number(), peers: peers.nullable()})
  .meta({
    id: 'UnitStanding',
    description: 'Hạng trong các tỉnh (bằng nhau thì cùng hạng), trung vị các tỉnh và của nhóm cùng quy mô.',
  });

const signalDays = z
  .strictObject({
    signal: z.string(),
    label: words,
    counted: words,
    days: z.array(z.strictObject({day, occurrences: count})),
  })
  .meta({
    id: 'SignalDays',
    description:
      'Những ngày có dấu hiệu nhập liệu hình thức, để người kiểm tra xem xét; không tính vào điểm.',
  });

export type SignalDays = z.infer<typeof signalDays>;

const courseEvent = z
  .strictObject({
    day,
    kind: z.enum([
      'campaign_start',
      'campaign_end',
      'target',
      'deadline',
      'plan',
      'directive',
      'training',
      'division',
    ]),
    deadline: z.iso.date().nullable().meta({description: 'Hạn mà chỉ tiêu đặt ra.'}),
    letter: z.string().nullable(),
    clause: z.string().nullable(),
  })
  .meta({
    id: 'CourseEvent',
    description:
      'Mốc có văn bản trên đường tiến độ: đợt thi đua, chỉ tiêu, thời hạn, văn bản triển khai của đơn vị.',
  });

const paperRow = reconciliationAnswer.shape.rows.element.pick({
  code: true,
  code_name: true,
  paper: true,
  platform: true,
  gap: true,
  gap_rate: true,
});

const paper = z
  .strictObject({nam: count, so_thang: count, counted_night: day.nullable(), rows: z.array(paperRow)})
  .meta({
    id: 'UnitPaper',
    description: 'Sáu chỉ tiêu của báo cáo giấy (việc) bên Nền tảng số, kỳ mới nhất có báo cáo.',
  });

export type CourseEvent = z.infer<typeof courseEvent>;
export type UnitPaper = z.infer<typeof paper>;

const unitEntryDay = z.strictObject({
  ...entryDay.shape,
  entered: count.meta({description: 'Hồ sơ nhập trong ngày, cả phần vượt số phải nhập.'}),
});

export type UnitEntryDay = z.infer<typeof unitEntryDay>;

export const unitPageAnswer = z
  .strictObject({
    ...stamp.shape,
    compared_with: day.nullable(),
    unit: z.strictObject({...place.shape, level: z.enum(['nation', 'province', 'office'])}),
    province: place.nullable().meta({description: 'Tỉnh của phòng.'}),
    siblings: z.array(place).meta({description: 'Các đơn vị cùng cấp, theo thứ tự chính thức.'}),
    targets: z.record(unitMetric, target.nullable()),
    figures: z.record(unitMetric, trackedFigure),
    files_missing: count,
    standings: z.array(standing).nullable().meta({description: 'Của tỉnh, cho người xem được toàn quốc.'}),
    entries: z
      .array(unitEntryDay)
      .nullable()
      .meta({description: 'Của tỉnh và phòng, vào đêm mới nhất; đêm trước không giữ số liệu theo ngày.'}),
    events: z.array(courseEvent).nullable().meta({description: 'Trên đường tiến độ, cũ trước.'}),
    signal_days: z.array(signalDays).nullable().meta({description: 'Vào đêm mới nhất.'}),
    pace: coursePace.nullable(),
    paper: paper.nullable().meta({description: 'Của tỉnh và phòng đã có báo cáo giấy.'}),
    below: z.array(unitBelow),
    rules: z.array(rule),
    officers: z.array(officerBelow).nullable().meta({description: 'Của phòng, cho người được xem cán bộ.'}),
  })
  .meta({id: 'UnitPageAnswer'});

export const officerPageAnswer = z
  .strictObject({
    ...stamp.shape,
    compared_with: day.nullable(),
    officer: z.strictObject({officer_id: z.string(), officer_name: z.string().nullable()}),
    office: place.nullable(),
    province: place.nullable(),
    targets: z.record(officerMetric, target.nullable()),
    figures: z.record(officerMetric, trackedFigure),
    entries: z
      .array(z.strictObject({day, entered: count}))
      .nullable()
      .meta({description: 'Hồ sơ do người này nhập, theo ngày, vào đêm mới nhất.'}),
    signal_days: z.array(signalDays).nullable().meta({description: 'Vào đêm mới nhất.'}),
  })
  .meta({id: 'OfficerPageAnswer'});

export type UnitMetric = (typeof unitMetrics)[number];
export type OfficerMetric = (typeof officerMetrics)[number];
export type UnitPageAnswer = z.infer<typeof unitPageAnswer>;
export type OfficerPageAnswer = z.infer<typeof officerPageAnswer>;
export type UnitStanding = z.infer<typeof standing>;
export type UnitRule = z.infer<typeof rule>;
export type UnitBelow = z.infer<typeof unitBelow>;
export type OfficerBelow = z.infer<typeof officerBelow>;
