import {z} from 'zod';
import type {
  BrokenNight,
  ChangesAnswer,
  DefectRow,
  DefectsAnswer,
  DictionaryAnswer,
  DictionaryRow,
  EntriesAnswer,
  EntryDay,
  Figure,
  FigureChange,
  Happening,
  HeldNight,
  LastRun,
  LineageAnswer,
  LineageRow,
  MetricAnswer,
  MetricCatalogue,
  MetricRow,
  MetricSummary,
  ModelChange,
  NightStamp,
  OverviewAnswer,
  PaceAnswer,
  PaceRow,
  Problem,
  ProvinceRow,
  QualityRulesAnswer,
  RefusedDelivery,
  RuleRow,
  SeriesAnswer,
  SeriesPoint,
  SourceFreshness,
  StatusAnswer,
  TableChange,
  Target,
  TrackedFigure,
  Unit,
  UnitAnswer,
  UnitsAnswer,
} from './answers.ts';

/*
 * The shapes of `answers.ts` as schemas: the OpenAPI document is made of them, and every answer is tested against them.
 * The compiler holds the two together.
 */

const count = z.int();
const day = z.iso.date();
const moment = z.iso.datetime({offset: true});

const words = z.strictObject({vi: z.string(), en: z.string()}).meta({id: 'Words'});
const level = z.enum(['nation', 'province', 'office', 'officer']).meta({id: 'Level'});
const status = z
  .enum(['met', 'near', 'missed', 'no_target', 'no_data'])
  .meta({id: 'Status', description: 'Đạt, gần đạt, chưa đạt, không có mục tiêu, không có số liệu.'});

export const target = z
  .strictObject({
    goal: z.number(),
    floor: z.number(),
    deadline: moment.nullable(),
    letter: z.string(),
    clause: z.string(),
    by_default: z.boolean(),
  })
  .meta({
    id: 'Target',
    description: 'Mục tiêu đang có hiệu lực và văn bản quy định.',
  }) satisfies z.ZodType<Target>;

const metricSummary = z
  .strictObject({
    id: z.string(),
    label: words,
    meaning: words,
    unit: z.enum(['ratio', 'count']),
    better: z.enum(['higher', 'lower']),
    levels: z.array(level),
    target: target.nullable(),
  })
  .meta({id: 'MetricSummary'}) satisfies z.ZodType<MetricSummary>;

export const stamp = z.strictObject({
  as_of: day,
  night: day,
  version: z.string(),
  demo: z.boolean(),
}) satisfies z.ZodType<NightStamp>;

export const figure = z
  .strictObject({
    numerator: count.nullable(),
    denominator: count.nullable(),
    value: z.number().nullable(),
    status,
  })
  .meta({id: 'Figure'}) satisfies z.ZodType<Figure>;

const metricRow = z
  .strictObject({unit_id: z.string(), unit_name: z.string(), ...figure.shape})
  .meta({id: 'MetricRow'}) satisfies z.ZodType<MetricRow>;

const seriesPoint = z
  .strictObject({night: day, ...metricRow.shape, target: z.number().nullable()})
  .meta({id: 'SeriesPoint'}) satisfies z.ZodType<SeriesPoint>;

const unit = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    level: z.enum(['department', 'department_unit', 'province', 'division', 'office']),
    parent_id: z.string().nullable(),
    province_id: z.string().nullable(),
    valid_from: day,
    valid_to: day.nullable(),
  })
  .meta({id: 'Unit'}) satisfies z.ZodType<Unit>;

export const entryDay = z.strictObject({day, done: count}).meta({
  id: 'EntryDay',
  description: 'Số hồ sơ đã nhập, cộng dồn đến hết ngày.',
}) satisfies z.ZodType<EntryDay>;

export const pillar = z
  .enum(['correct', 'complete', 'clean', 'current'])
  .meta({id: 'Pillar', description: 'Đúng, đủ, sạch, sống.'});

const defectState = z
  .enum(['open', 'fixed', 'came_back'])
  .meta({id: 'DefectState', description: 'Còn lỗi, đã sửa, tái phát.'});

const ruleRow = z
  .strictObject({unit_id: z.string(), rule: z.string(), pillar, offenders: count, files: count})
  .meta({id: 'RuleRow'}) satisfies z.ZodType<RuleRow>;

const defectRow = z
  .strictObject({
    rule: z.string(),
    label: words,
    pillar,
    case_id: z.string().nullable(),
    petition_id: z.string().nullable(),
    office_id: z.string().nullable(),
    office_name: z.string().nullable(),
    officer_id: z.string().nullable(),
    officer_name: z.string().nullable(),
    found: z.string(),
    first_night: day,
    last_night: day,
    state: defectState,
    fixed_on: day.nullable(),
    open_since: day,
    age_days: count,
    score_gain: z.number().nullable(),
  })
  .meta({id: 'DefectRow'}) satisfies z.ZodType<DefectRow>;

const forecast = z.strictObject({p10: day.nullable(), p50: day.nullable(), p90: day.nullable()}).meta({
  id: 'Forecast',
  description: 'Ngày xong ở phân vị 10, 50, 90; trống khi vượt quá lịch đã biết.',
});

const noForecast = z.enum(['no_data', 'nothing_missing', 'too_little_history', 'standing_still']).meta({
  id: 'NoForecast',
  description:
    'Không có số liệu; không còn thiếu; chưa đủ dữ liệu (dưới 7 ngày làm việc); 10 ngày qua không nhập.',
});

const paceRow = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    missing: count.nullable(),
    working_days_left: count.nullable(),
    needed_per_working_day: z.number().nullable(),
    entered_per_working_day: z.number().nullable(),
    forecast: forecast.nullable(),
    no_forecast: noForecast.nullable(),
  })
  .meta({id: 'PaceRow'}) satisfies z.ZodType<PaceRow>;

export const sourceFreshness = z
  .strictObject({
    program_id: z.string(),
    program_name: z.string(),
    business_date: day.nullable(),
    landed_at: z.string().nullable(),
    rows: count,
    quarantined: count,
    late: z.boolean(),
    age_days: count.nullable(),
  })
  .meta({id: 'SourceFreshness'}) satisfies z.ZodType<SourceFreshness>;

export const trackedFigure = z
  .strictObject({
    ...figure.shape,
    previous: figure.nullable(),
    history: z.array(z.strictObject({night: day, value: z.number().nullable()})),
  })
  .meta({id: 'TrackedFigure'}) satisfies z.ZodType<TrackedFigure>;

const provinceRow = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    completion: trackedFigure,
    files_missing: count,
    offices: count,
    money: trackedFigure,
    money_items: figure,
    money_amount: figure,
    money_files_missing: count,
  })
  .meta({id: 'ProvinceRow'}) satisfies z.ZodType<ProvinceRow>;

export const metricCatalogue = z.strictObject({
  night: day,
  version: z.string(),
  demo: z.boolean(),
  rows: z.array(metricSummary),
}) satisfies z.ZodType<MetricCatalogue>;

export const metricAnswer = z.strictObject({
  ...stamp.shape,
  metric: z.string(),
  level,
  rows: z.array(metricRow),
}) satisfies z.ZodType<MetricAnswer>;

export const seriesAnswer = z.strictObject({
  ...stamp.shape,
  metric: z.string(),
  level,
  from: day,
  to: day,
  rows: z.array(seriesPoint),
}) satisfies z.ZodType<SeriesAnswer>;

export const unitsAnswer = z.strictObject({
  ...stamp.shape,
  rows: z.array(unit),
}) satisfies z.ZodType<UnitsAnswer>;

export const unitAnswer = z.strictObject({
  ...stamp.shape,
  unit,
  children: z.array(unit),
}) satisfies z.ZodType<UnitAnswer>;

export const entriesAnswer = z.strictObject({
  ...stamp.shape,
  rows: z.array(entryDay),
}) satisfies z.ZodType<EntriesAnswer>;

export const qualityRulesAnswer = z.strictObject({
  ...stamp.shape,
  level: z.enum(['nation', 'province', 'office']),
  subject: z.enum(['case_file', 'petition']),
  rows: z.array(ruleRow),
}) satisfies z.ZodType<QualityRulesAnswer>;

export const defectsAnswer = z.strictObject({
  ...stamp.shape,
  total: count,
  counts: z.strictObject({
    state: z.array(z.strictObject({state: defectState, offences: count})),
    pillar: z.array(z.strictObject({pillar, label: words, offences: count})),
    rule: z.array(z.strictObject({rule: z.string(), label: words, pillar, offences: count})),
  }),
  rows: z.array(defectRow),
  next: z.string().nullable(),
}) satisfies z.ZodType<DefectsAnswer>;

/** How fast the files of a unit come in towards a deadline ahead. */
export const coursePace = z.strictObject({
  deadline: moment,
  working_days_left: count,
  needed_per_working_day: z.number().nullable(),
  entered_per_working_day: z.number().nullable(),
  forecast: forecast.nullable(),
  no_forecast: noForecast.nullable(),
});

export const overviewAnswer = z.strictObject({
  ...stamp.shape,
  compared_with: day.nullable(),
  nights: z.array(day),
  published_at: moment,
  sources: z.array(sourceFreshness),
  nation: z.strictObject({
    completion: trackedFigure,
    files_missing: trackedFigure,
    money: trackedFigure,
    money_items: figure,
    money_amount: figure,
    petitions: trackedFigure,
    offices_complete: z.strictObject({numerator: count, denominator: count}),
    quality: trackedFigure,
    offices_on_time: z.strictObject({numerator: count, denominator: count}).nullable(),
  }),
  targets: z.strictObject({
    completion: target.nullable(),
    money: target.nullable(),
    petitions: target.nullable(),
  }),
  provinces: z.array(provinceRow),
  tiles: z.array(
    z.strictObject({
      unit_id: z.string(),
      abbreviation: z.string(),
      name: z.string(),
      column: count,
      row: count,
      parent_id: z.string().nullable(),
    }),
  ),
  entries: z.array(entryDay),
  pace: coursePace.nullable(),
}) satisfies z.ZodType<OverviewAnswer>;

export const paceAnswer = z.strictObject({
  ...stamp.shape,
  metric: z.string(),
  level: z.enum(['nation', 'province', 'office']),
  deadline: moment.nullable(),
  rows: z.array(paceRow),
}) satisfies z.ZodType<PaceAnswer>;

const heldNight = z
  .strictObject({version: z.string(), night: day, built_at: moment, reasons: z.array(z.string())})
  .meta({
    id: 'HeldNight',
    description: 'Đêm đã dựng nhưng bị giữ lại, và lý do.',
  }) satisfies z.ZodType<HeldNight>;

const refusedDelivery = z
  .strictObject({delivery: z.string(), reasons: z.array(z.string())})
  .meta({id: 'RefusedDelivery'}) satisfies z.ZodType<RefusedDelivery>;

const brokenNight = z
  .strictObject({
    night: day,
    checks: z.array(z.strictObject({check: z.string(), offenders: count})),
  })
  .meta({id: 'BrokenNight'}) satisfies z.ZodType<BrokenNight>;

const runSummary = z
  .strictObject({
    finished_at: moment,
    seconds: z.number(),
    landed: count,
    refused: z.array(refusedDelivery),
    broken: z.array(brokenNight),
  })
  .meta({id: 'LastRun', description: 'Lần chạy gần nhất đã làm gì.'}) satisfies z.ZodType<LastRun>;

export const happening = z
  .discriminatedUnion('type', [
    z.strictObject({type: z.literal('in_force'), version: z.string(), night: day}),
    z.strictObject({type: z.literal('published'), version: z.string(), night: day}),
    z.strictObject({type: z.literal('held'), ...heldNight.omit({built_at: true}).shape}),
    z.strictObject({type: z.literal('refused'), ...refusedDelivery.shape}),
    z.strictObject({type: z.literal('broken'), ...brokenNight.shape}),
  ])
  .meta({
    id: 'Happening',
    description: '`type` là tên sự kiện, không nằm trong `data`.',
  }) satisfies z.ZodType<Happening>;

const tableChange = z
  .strictObject({
    table_name: z.string(),
    rows_before: count,
    rows_now: count,
    added: count,
    changed: count,
    vanished: count,
  })
  .meta({id: 'TableChange'}) satisfies z.ZodType<TableChange>;

const modelChange = z
  .strictObject({
    model: z.string(),
    change: z.enum(['added', 'changed', 'removed']),
    label: words.nullable(),
  })
  .meta({id: 'ModelChange'}) satisfies z.ZodType<ModelChange>;

const figureChange = z
  .strictObject({
    metric: z.string(),
    level: z.enum(['nation', 'province']),
    unit_id: z.string(),
    unit_name: z.string(),
    before: z.number().nullable(),
    now: z.number().nullable(),
    change: z.number().nullable(),
    numerator_before: count.nullable(),
    denominator_before: count.nullable(),
    numerator_now: count.nullable(),
    denominator_now: count.nullable(),
  })
  .meta({id: 'FigureChange'}) satisfies z.ZodType<FigureChange>;

const lineageRow = z
  .strictObject({
    model: z.string(),
    column: z.string().nullable(),
    reads_model: z.string(),
    reads_column: z.string().nullable(),
    use: z.enum(['output', 'condition']),
  })
  .meta({id: 'LineageRow'}) satisfies z.ZodType<LineageRow>;

const dictionaryRow = z
  .strictObject({
    model: z.string(),
    model_meaning_vi: z.string().nullable(),
    model_meaning: z.string().nullable(),
    column: z.string(),
    type: z.string(),
    meaning_vi: z.string().nullable(),
    meaning_en: z.string().nullable(),
  })
  .meta({id: 'DictionaryRow'}) satisfies z.ZodType<DictionaryRow>;

export const changesAnswer = z.strictObject({
  ...stamp.shape,
  compared_with: day.nullable(),
  tables: z.array(tableChange).nullable(),
  models: z.array(modelChange).nullable(),
  rows: z.array(figureChange),
}) satisfies z.ZodType<ChangesAnswer>;

export const lineageAnswer = z.strictObject({
  ...stamp.shape,
  model: z.string().nullable(),
  models: z.array(z.strictObject({model: z.string(), reads_model: z.string()})),
  rows: z.array(lineageRow),
}) satisfies z.ZodType<LineageAnswer>;

export const dictionaryAnswer = z.strictObject({
  ...stamp.shape,
  rows: z.array(dictionaryRow),
}) satisfies z.ZodType<DictionaryAnswer>;

export const statusAnswer = z.strictObject({
  night: day,
  version: z.string(),
  demo: z.boolean(),
  published_at: moment,
  nights: z.array(day),
  sources: z.array(sourceFreshness),
  checks: count,
  rows_landed: count,
  rows_quarantined: count,
  steps: z.array(z.strictObject({step: z.string(), seconds: z.number()})),
  held: z.array(heldNight),
  counted_again: z.array(day),
  last_run: runSummary.nullable(),
  not_opened: z.strictObject({version: z.string(), reason: z.string()}).nullable(),
}) satisfies z.ZodType<StatusAnswer>;

export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: count,
    detail: z.string(),
    code: z.string(),
    line: count.optional().meta({description: 'Dòng của chỗ sai trong câu SQL, từ 1.'}),
    column: count.optional().meta({description: 'Ký tự của chỗ sai trong dòng, từ 1.'}),
    candidates: z.array(z.string()).optional().meta({description: 'Những tên có thể người viết muốn nói.'}),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457; `code` không đổi giữa các bản.',
  }) satisfies z.ZodType<Problem>;
