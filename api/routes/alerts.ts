import {z} from 'zod';
import {vietnamDay} from '../../warehouse/moments.ts';
import * as schemas from '../bulletin-schemas.ts';
import type {AlertPreviewRow, AlertRuleAnswer} from '../bulletin-schemas.ts';
import {action, type Action} from '../action.ts';
import {changeAlertRule, createAlertRule, readAlertRules, type AlertRule} from '../bulletins/alert-rules.ts';
import {findAlerts, type Finding} from '../bulletins/findings.ts';
import {snooze, snoozesOn, type Snooze} from '../bulletins/snoozes.ts';
import {listSubscribers} from '../bulletins/subscriptions.ts';
import {hearersOf, type Hearer} from '../bulletins/who-hears.ts';
import {ApiError} from '../errors.ts';
import {actorOf, type Person} from '../identity.ts';
import {stampOf} from '../nights.ts';
import type {OpenVersion, VersionScope} from '../open-version.ts';
import {parameters} from '../parameters.ts';
import {standingOf} from '../places.ts';
import type {Store} from '../state/store.ts';
import type {Versions} from '../versions.ts';

const nothing = z.strictObject({});
const params = z.strictObject({id: z.string().meta({description: 'Mã quy tắc cảnh báo.', example: '1'})});

/** Rules that watch figures: for the leadership, which makes them, and for provinces, which see their own. */
export const alertActions = (parts: {versions: Versions; hasMail: boolean}): Action[] => {
  const {versions, hasMail} = parts;
  return [
    action({
      method: 'GET',
      path: '/alerts',
      summary: 'Các quy tắc cảnh báo đang dùng: do văn bản tự sinh ra, và do lãnh đạo đặt',
      params: nothing,
      query: nothing,
      answer: schemas.alertsAnswer,
      act: (_question, {store, person, now}) =>
        versions.use(async (version) => {
          const rules = await rulesFor(person, version, version.current.night, store);
          const snoozes = snoozesOn(store, vietnamDay(now));
          const ofOwn = snoozes.filter(
            ({unit_id}) =>
              person.role !== 'tinh' || unit_id === null || provinceIn(unit_id) === person.province,
          );
          return {rows: rules.map((rule) => shown(rule, ofOwn))};
        }),
    }),
    action({
      method: 'GET',
      path: '/alerts/preview',
      summary: 'Lần tới sẽ báo ai về đơn vị nào, và vì sao có người không được báo; không gửi gì',
      params: nothing,
      query: z.strictObject({as_of: parameters.as_of}),
      answer: schemas.previewAnswer,
      act: ({query: {as_of}}, {store, person, now}) =>
        versions.use(async (version) => {
          const stamp = stampOf(version, as_of);
          const rules = await rulesFor(person, version, stamp.night, store);
          const findings = await findAlerts(rules, stamp.night, version);
          const subscribers = listSubscribers(store).filter(({account}) => mayBeShown(account, person));
          const snoozes = snoozesOn(store, vietnamDay(now));
          const found = findings
            .filter(({province_id}) => person.role !== 'tinh' || province_id === person.province)
            .map((finding) => ({finding, hearers: hearersOf(finding, subscribers, snoozes, store)}));
          const told = found.filter(({hearers}) => hearers.some(({outcome}) => outcome === 'will_send'));
          const letters = told.flatMap(({hearers}) =>
            hearers
              .filter(({outcome}) => outcome === 'will_send')
              .map(({subscriber}) => subscriber.subscription.id),
          );
          return {
            ...stamp,
            has_mail: hasMail,
            units: new Set(told.map(({finding}) => finding.unit_id)).size,
            letters: new Set(letters).size,
            rows: found.map(({finding, hearers}) => previewRow(finding, hearers)),
          };
        }, scopeFor(person)),
    }),
    action({
      method: 'POST',
      path: '/alerts',
      summary: 'Đặt một quy tắc: chỉ tiêu, cấp, so sánh, ngưỡng, hạn, ai được báo',
      params: nothing,
      query: nothing,
      body: schemas.newAlert,
      answer: schemas.alertRule,
      status: 201,
      act: ({body}, {store, person, now}) =>
        versions.use(async (version) => {
          await standingOf(body.within, version);
          return shown(createAlertRule(store, body, actorOf(person), now), []);
        }),
    }),
    action({
      method: 'PATCH',
      path: '/alerts/{id}',
      summary: 'Sửa, tắt hoặc bật lại một quy tắc; quy tắc của văn bản thì chỉ tạm dừng được',
      params,
      query: nothing,
      body: schemas.alertChange,
      answer: schemas.alertRule,
      act: ({params: {id}, body}, {store, person, now}) =>
        versions.use(async (version) => {
          const {revision, ...change} = body;
          const rule = await ruleCalled(id, version, store);
          mustBeOurs(rule);
          mustHaveSeenRevision(revision, rule);
          if (change.within !== undefined) await standingOf(change.within, version);
          const terms = {...rule, ...definedIn(change)};
          const changed = changeAlertRule(store, rule, terms, actorOf(person), now);
          return shown(changed, snoozesOn(store, vietnamDay(now)));
        }),
    }),
    action({
      method: 'POST',
      path: '/alerts/{id}/snooze',
      summary: 'Tạm dừng báo về một đơn vị hoặc mọi đơn vị đến hết một ngày, hoặc báo lại; phải nêu lý do',
      params,
      query: nothing,
      body: schemas.snoozeBody,
      answer: schemas.alertRule,
      act: ({params: {id}, body}, {store, person, now}) =>
        versions.use(async (version) => {
          const rule = await ruleCalled(id, version, store);
          const {unit: unit_id, until, reason} = body;
          if (unit_id !== null) await standingOf(unit_id, version);
          if (until !== null && until < vietnamDay(now)) {
            throw new ApiError('invalid_body', 'Ngày cuối tạm dừng phải từ hôm nay trở đi.');
          }
          snooze(store, {rule: id, unit_id, until, reason}, actorOf(person), now);
          return shown(rule, snoozesOn(store, vietnamDay(now)));
        }),
    }),
  ];
};

/** Whoever sees one province reads its own file; the others read no personal data of parties here. */
export const scopeFor = ({role, province}: Person): VersionScope => {
  if (role !== 'tinh') return 'no_parties';
  if (province === undefined) throw new ApiError('not_permitted', 'Tài khoản này chưa gắn với tỉnh nào.');
  return {province};
};

/** The rules somebody may know of: a province those in force that may speak of it to its people. */
async function rulesFor(
  {role, province}: Person,
  version: OpenVersion,
  night: string,
  store: Store,
): Promise<AlertRule[]> {
  const rules = await readAlertRules(version, night, store);
  if (role !== 'tinh') return rules;
  return rules.filter(
    ({is_active, audience, within}) =>
      is_active && audience !== 'leadership' && (within === 'VN' || provinceIn(within) === province),
  );
}

/** A unit's id begins with its province's. */
const provinceIn = (unit: string): string | undefined => unit.split('.')[0];

const mayBeShown = (account: {role: string; province?: string}, {role, province}: Person): boolean =>
  role !== 'tinh' || (account.role === 'tinh' && account.province === province);

async function ruleCalled(id: string, version: OpenVersion, store: Store): Promise<AlertRule> {
  const rules = await readAlertRules(version, version.current.night, store);
  const rule = rules.find((one) => one.id === id);
  if (!rule)
    throw new ApiError('unknown_alert', 'Không có quy tắc cảnh báo mang mã này; hãy tải lại danh sách.');
  return rule;
}

function mustBeOurs({letter}: AlertRule): void {
  if (letter === null) return;
  throw new ApiError(
    'not_possible',
    `Quy tắc này do văn bản đặt ra (${letter}) nên không sửa ở đây; có thể tạm dừng báo.`,
  );
}

function mustHaveSeenRevision(seen: number, {revision, actor}: AlertRule): void {
  if (seen === revision) return;
  throw new ApiError(
    'changed_meanwhile',
    `Trong lúc bạn xem, ${actor ?? 'người khác'} đã sửa quy tắc này; hãy tải lại rồi quyết định.`,
  );
}

const shown = (rule: AlertRule, snoozes: readonly Snooze[]): AlertRuleAnswer => ({
  ...rule,
  snoozes: snoozes.filter((one) => one.rule === rule.id).map(({rule: _, ...rest}) => rest),
});

const previewRow = (
  {rule, unit_id, unit_name, value, since}: Finding,
  hearers: readonly Hearer[],
): AlertPreviewRow => ({
  rule: rule.id,
  metric: rule.metric,
  unit_id,
  unit_name,
  value,
  comparison: rule.comparison,
  threshold: rule.threshold,
  deadline: rule.deadline,
  since,
  hearers: hearers.map(({subscriber: {subscription, account}, outcome, when}) => ({
    account: account.id,
    name: account.full_name,
    address: subscription.address,
    outcome,
    when,
  })),
});

/** The members that were given. */
type Given<T> = {[Key in keyof T]?: Exclude<T[Key], undefined>};

const definedIn = <T extends object>(change: T): Given<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<T>;
