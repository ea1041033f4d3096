import {z} from 'zod';
import {metrics} from '../warehouse/metrics.ts';
import {bulletinKinds} from './bulletins/subscriptions.ts';
import {stamp} from './schemas.ts';

const day = z.iso.date();
const moment = z.iso.datetime({offset: true});
const count = z.int();

const level = z.enum(['nation', 'province', 'office'], {error: 'chỉ nhận nation, province, office'});
const comparison = z.enum(['below', 'above'], {error: 'chỉ nhận below, above'});
const metric = z.enum(Object.keys(metrics) as [keyof typeof metrics], {
  error: 'không có chỉ tiêu mang mã này; xem /api/v1/metrics',
});

const audience = z
  .enum(['province', 'leadership', 'both'], {error: 'chỉ nhận province, leadership, both'})
  .meta({id: 'AlertAudience', description: 'Ai được báo: đơn vị của tỉnh đó, lãnh đạo Cục, hay cả hai.'});

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, {error: 'cần một giờ viết như 22:00'})
  .nullable();

const deadlineDay = z.iso.date({error: 'cần một ngày viết YYYY-MM-DD'}).nullable();

const terms = {
  metric,
  level,
  within: z
    .string()
    .min(1, {error: 'cần mã đơn vị, hoặc VN'})
    .max(20, {error: 'dài nhất 20 ký tự'})
    .meta({description: 'Chỉ các đơn vị thuộc đơn vị này; VN là mọi đơn vị.'}),
  comparison,
  threshold: z.number({error: 'cần một số'}).min(0, {error: 'cần một số không âm'}),
  deadline: deadlineDay,
  lead_days: z
    .int({error: 'cần một số nguyên'})
    .min(0, {error: 'cần một số không âm'})
    .max(365, {error: 'nhiều nhất 365 ngày'})
    .nullable()
    .meta({description: 'Chỉ báo từ bấy nhiêu ngày trước hạn; trống là báo ngay.'}),
  audience,
  note: z.string().max(500, {error: 'dài nhất 500 ký tự'}),
  is_active: z.boolean({error: 'chỉ nhận true, false'}),
};

export const newAlert = z.strictObject({
  ...terms,
  within: terms.within.default('VN'),
  deadline: terms.deadline.default(null),
  lead_days: terms.lead_days.default(null),
  audience: audience.default('both'),
  note: terms.note.default(''),
  is_active: terms.is_active.default(true),
});

export const alertChange = z.strictObject({
  revision: z
    .int({error: 'cần số của bản đã xem'})
    .meta({description: 'Bản của quy tắc mà người sửa đã xem.'}),
  ...z.object(terms).partial().shape,
});

export const snoozeBody = z.strictObject({
  unit: z.string().max(20).nullable().default(null).meta({description: 'Một đơn vị; trống là mọi đơn vị.'}),
  until: deadlineDay.meta({description: 'Ngày cuối không báo; trống là báo lại.'}),
  reason: z
    .string({error: 'cần nêu lý do'})
    .trim()
    .min(10, {error: 'cần ít nhất 10 ký tự'})
    .max(500, {error: 'dài nhất 500 ký tự'}),
});

const snooze = z.strictObject({
  unit_id: z.string().nullable(),
  until: day,
  reason: z.string(),
  at: moment,
  actor: z.string(),
});

export const alertRule = z
  .strictObject({
    id: z.string(),
    revision: count,
    ...terms,
    letter: z.string().nullable().meta({description: 'Văn bản tự sinh ra quy tắc; trống khi do người đặt.'}),
    at: moment.nullable(),
    actor: z.string().nullable(),
    snoozes: z.array(snooze),
  })
  .meta({id: 'AlertRule'});

export const alertsAnswer = z.strictObject({rows: z.array(alertRule)}).meta({id: 'AlertsAnswer'});

const hearer = z
  .strictObject({
    account: z.string(),
    name: z.string(),
    address: z.string().nullable(),
    outcome: z.enum([
      'will_send',
      'snoozed',
      'already_sent',
      'switched_off',
      'account_closed',
      'other_role',
      'no_address',
    ]),
    when: z
      .string()
      .nullable()
      .meta({description: 'Ngày cuối của đợt tạm dừng, hoặc lúc đã gửi cho cùng phát hiện này.'}),
  })
  .meta({id: 'AlertHearer'});

const previewRow = z
  .strictObject({
    rule: z.string(),
    metric,
    unit_id: z.string(),
    unit_name: z.string(),
    value: z.number(),
    comparison,
    threshold: z.number(),
    deadline: deadlineDay,
    since: day.meta({description: 'Đêm đầu tiên của chuỗi đêm liền nhau vi phạm quy tắc.'}),
    hearers: z.array(hearer),
  })
  .meta({id: 'AlertPreviewRow'});

export const previewAnswer = z
  .strictObject({
    ...stamp.shape,
    has_mail: z.boolean().meta({description: 'Máy chủ có cài đặt gửi thư.'}),
    units: count.meta({description: 'Số đơn vị sẽ được nêu trong thư gửi lần tới.'}),
    letters: count.meta({description: 'Số thư sẽ gửi lần tới.'}),
    rows: z.array(previewRow),
  })
  .meta({id: 'AlertPreview'});

const address = z.email({error: 'cần một địa chỉ thư như an.nguyen@thads.example.vn'}).max(254).nullable();

const subscriptionTerms = {
  address,
  quiet_from: time,
  quiet_to: time,
  is_on: z.boolean({error: 'chỉ nhận true, false'}),
};

export const bulletinKind = z
  .enum(bulletinKinds, {error: `chỉ nhận ${bulletinKinds.join(', ')}`})
  .meta({id: 'BulletinKind', description: 'Tờ tin tuần của lãnh đạo, bản tin của tỉnh, thư cảnh báo.'});

export const newSubscription = z.strictObject({
  account: z.string().max(200),
  bulletin: bulletinKind,
  address: address.default(null),
  quiet_from: time.default(null),
  quiet_to: time.default(null),
  is_on: subscriptionTerms.is_on.default(true),
});

export const subscriptionChange = z.strictObject(z.object(subscriptionTerms).partial().shape);

export const subscriptionAnswer = z
  .strictObject({
    id: count,
    account: z.string(),
    name: z.string(),
    province: z.string().nullable(),
    bulletin: bulletinKind,
    ...subscriptionTerms,
    hindrance: z
      .enum(['switched_off', 'account_closed', 'other_role', 'no_address'])
      .nullable()
      .meta({description: 'Vì sao không có gì được gửi; trống khi mọi thứ đều được.'}),
    since: moment,
  })
  .meta({id: 'Subscription'});

export const subscriptionsAnswer = z
  .strictObject({rows: z.array(subscriptionAnswer)})
  .meta({id: 'SubscriptionsAnswer'});

const told = z
  .strictObject({
    rule: z.string(),
    metric,
    unit_id: z.string(),
    unit_name: z.string(),
    comparison,
    threshold: z.number(),
    value: z.number(),
    now: z.number().nullable().meta({description: 'Giá trị của đêm đang dùng.'}),
    state: z
      .enum(['met', 'not_met', 'no_data'])
      .meta({description: 'Đến đêm đang dùng: đã đạt, chưa đạt, không có số liệu.'}),
  })
  .meta({id: 'AlertTold'});

const mailing = z
  .strictObject({
    id: count,
    at: moment,
    account: z.string(),
    bulletin: bulletinKind,
    unit_id: z.string(),
    occasion: day,
    night: day,
    address: z.string().nullable(),
    state: z.enum(['sending', 'sent', 'failed', 'not_sent']),
    reason: z.string().nullable(),
    attempts: count,
    told: z.array(told).meta({description: 'Những đơn vị thư cảnh báo đã nêu; trống với quản trị viên.'}),
  })
  .meta({id: 'Mailing'});

export const mailingsAnswer = z
  .strictObject({has_mail: z.boolean(), night: day.nullable(), rows: z.array(mailing)})
  .meta({id: 'MailingsAnswer'});

export type AlertRuleAnswer = z.infer<typeof alertRule>;
export type AlertsAnswer = z.infer<typeof alertsAnswer>;
export type NewAlert = z.input<typeof newAlert>;
export type AlertChange = z.input<typeof alertChange>;
export type AlertPreviewRow = z.infer<typeof previewRow>;
export type AlertPreview = z.infer<typeof previewAnswer>;
export type BulletinKind = z.infer<typeof bulletinKind>;
export type NewSubscription = z.input<typeof newSubscription>;
export type SubscriptionAnswer = z.infer<typeof subscriptionAnswer>;
export type SubscriptionsAnswer = z.infer<typeof subscriptionsAnswer>;
export type MailingAnswer = z.infer<typeof mailing>;
export type MailingsAnswer = z.infer<typeof mailingsAnswer>;
