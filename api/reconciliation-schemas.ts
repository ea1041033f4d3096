import {z} from 'zod';
import type {
  FormPeriod,
  FormRow,
  FormsAnswer,
  GapBand,
  IdentityRow,
  LetterList,
  ListAnswer,
  ListRow,
  PrintedForm,
  ReconciliationAnswer,
  ReconciliationRow,
  ReportedRate,
} from './answers.ts';

/* The answers about paper reports and statistical forms as schemas; the compiler holds them to `answers.ts`. */

const count = z.int();
const day = z.iso.date();
const moment = z.iso.datetime({offset: true});
const stamp = {as_of: day, night: day, version: z.string(), demo: z.boolean()};
const level = z.enum(['nation', 'province', 'office']);
const formKind = z
  .enum(['VIEC', 'TIEN'])
  .meta({id: 'FormKind', description: 'Biểu về việc, hoặc về tiền (đồng).'});

const printedForm = z
  .strictObject({
    form_number: z.string(),
    form_name: z.string(),
    unit_of_measure: z.string(),
    letter: z.string(),
  })
  .meta({
    id: 'PrintedForm',
    description: 'Số hiệu, tên và đơn vị tính in trên biểu; số liệu ở đây luôn là việc hoặc đồng.',
  }) satisfies z.ZodType<PrintedForm>;

const formPeriod = z
  .strictObject({
    nam: count,
    so_thang: count,
    from: day,
    to: day,
    is_over: z.boolean(),
    has_paper: z.boolean(),
    platform_source: z.enum(['night', 'delivered', 'later_night']).nullable(),
    counted_to: day.nullable(),
    counted_night: day.nullable(),
    note: z.string().nullable(),
  })
  .meta({
    id: 'FormPeriod',
    description:
      'Kỳ báo cáo và nguồn phía Nền tảng số: đêm cuối cùng trong kỳ (night), số đã công bố (delivered), hoặc đêm ' +
      'đầu tiên sau kỳ (later_night).',
  }) satisfies z.ZodType<FormPeriod>;

const gapBand = z
  .strictObject({
    band: z.enum(['below', 'above', 'not_stipulated']),
    name: z.string(),
    deadline: moment.nullable(),
    deadline_words: z.string().nullable(),
    letter: z.string(),
  })
  .meta({id: 'GapBand'}) satisfies z.ZodType<GapBand>;

const reconciliationRow = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    code: z.string(),
    code_name: z.string(),
    paper: z.number().nullable(),
    paper_version: z.enum(['CHINH_THUC', 'SO_BO']).nullable(),
    paper_reports_missing: count.nullable(),
    platform: z.number().nullable(),
    gap: z.number().nullable(),
    gap_rate: z.number().nullable(),
    band: gapBand.nullable(),
  })
  .meta({id: 'ReconciliationRow'}) satisfies z.ZodType<ReconciliationRow>;

const identityRow = z
  .strictObject({
    unit_id: z.string(),
    side: z.enum(['paper', 'platform']),
    identity: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    code: z.string().nullable(),
    residual: z.number(),
  })
  .meta({
    id: 'IdentityRow',
    description:
      '1: năm trước chuyển sang + thụ lý mới − tổng thụ lý; 2: tổng thụ lý − ủy thác − thu hồi − phải thi hành; ' +
      '3: các phần − phải thi hành; 4: tổng cấp dưới − số cấp trên báo cáo; 5: số lũy kế giảm so với tháng trước. ' +
      'Không có dòng khi thiếu số hạng.',
  }) satisfies z.ZodType<IdentityRow>;

const reportedRate = z
  .strictObject({unit_id: z.string(), reported: z.number(), computed: z.number().nullable()})
  .meta({
    id: 'ReportedRate',
    description: 'Tỷ lệ ghi trên báo cáo giấy khác tỷ lệ tính từ số liệu của chính báo cáo đó.',
  }) satisfies z.ZodType<ReportedRate>;

const formRow = z
  .strictObject({
    unit_id: z.string(),
    unit_name: z.string(),
    code: z.string(),
    code_name: z.string(),
    value: z.number().nullable(),
    null_items: count.nullable(),
  })
  .meta({id: 'FormRow'}) satisfies z.ZodType<FormRow>;

const form = {level, loai_bieu: formKind, form: printedForm.nullable(), period: formPeriod};

export const reconciliationAnswer = z.strictObject({
  ...stamp,
  ...form,
  periods: z.array(z.strictObject({nam: count, so_thang: count})),
  rows: z.array(reconciliationRow),
  identities: z.array(identityRow),
  findings: z.array(reportedRate),
}) satisfies z.ZodType<ReconciliationAnswer>;

export const formsAnswer = z.strictObject({
  ...stamp,
  ...form,
  level: z.enum(['nation', 'province', 'office', 'officer']),
  rows: z.array(formRow),
}) satisfies z.ZodType<FormsAnswer>;

const list = z
  .strictObject({
    list_id: z.string(),
    list_name: z.string(),
    metric_id: z.string(),
    comparison: z.enum(['below', 'above', 'first']),
    threshold: z.number(),
    level,
    sort_order: z.enum(['ascending', 'descending']),
    purpose: z.enum(['praise', 'criticism']),
    letter: z.string(),
  })
  .meta({id: 'LetterList'}) satisfies z.ZodType<LetterList>;

const listRow = z
  .strictObject({n: count, unit_id: z.string(), unit_name: z.string(), value: z.number()})
  .meta({id: 'ListRow'}) satisfies z.ZodType<ListRow>;

export const listAnswer = z.strictObject({
  ...stamp,
  list,
  rows: z.array(listRow),
}) satisfies z.ZodType<ListAnswer>;
