import {z} from 'zod';
import * as schemas from '../bulletin-schemas.ts';
import type {MailingAnswer, SubscriptionAnswer} from '../bulletin-schemas.ts';
import {action, type Action} from '../action.ts';
import {breaks, readValues} from '../bulletins/findings.ts';
import {listMailings, type Told} from '../bulletins/mailings.ts';
import {
  changeSubscription,
  hindranceOf,
  listSubscribers,
  subscribe,
  type Subscriber,
} from '../bulletins/subscriptions.ts';
import {ApiError} from '../errors.ts';
import {actorOf, type Person} from '../identity.ts';
import type {OpenVersion} from '../open-version.ts';
import {scopeOf} from '../roles.ts';
import type {Store} from '../state/store.ts';
import type {Versions} from '../versions.ts';
import {scopeFor} from './alerts.ts';

const nothing = z.strictObject({});
const mostMailings = 200;

/** Who gets which bulletin, and what became of each: the administrator has all, the others their own. */
export const subscriptionActions = (parts: {versions: Versions; hasMail: boolean}): Action[] => {
  const {versions, hasMail} = parts;
  return [
    action({
      method: 'GET',
      path: '/bulletins/subscriptions',
      summary: 'Ai đăng ký nhận bản tin nào, gửi tới đâu, giờ nào không gửi',
      params: nothing,
      query: nothing,
      answer: schemas.subscriptionsAnswer,
      act: (_question, {store, person}) => ({rows: subscribersFor(person, store).map(shown)}),
    }),
    action({
      method: 'POST',
      path: '/bulletins/subscriptions',
      summary: 'Đăng ký cho một tài khoản nhận một bản tin',
      params: nothing,
      query: nothing,
      body: schemas.newSubscription,
      answer: schemas.subscriptionAnswer,
      status: 201,
      act: ({body}, {store, person, now}) => shown(subscribe(store, body, actorOf(person), now)),
    }),
    action({
      method: 'PATCH',
      path: '/bulletins/subscriptions/{subscription}',
      summary: 'Đổi địa chỉ, giờ yên lặng, tắt hoặc bật một đăng ký',
      params: z.strictObject({
        subscription: z.coerce
          .number()
          .int()
          .catch(0)
          .meta({type: 'integer', description: 'Số của đăng ký.', example: 1}),
      }),
      query: nothing,
      body: schemas.subscriptionChange,
      answer: schemas.subscriptionAnswer,
      act({params: {subscription}, body}, {store, person, now}) {
        const known = listSubscribers(store).some((one) => one.subscription.id === subscription);
        if (!known) {
          throw new ApiError('unknown_subscription', 'Không có đăng ký mang số này; hãy tải lại danh sách.');
        }
        const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
        return shown(changeSubscription(store, subscription, change, actorOf(person), now));
      },
    }),
    action({
      method: 'GET',
      path: '/bulletins/log',
      summary: 'Đã gửi gì, cho ai, lúc nào, hoặc vì sao chưa gửi; đơn vị đã nêu nay đạt hay chưa',
      params: nothing,
      query: nothing,
      answer: schemas.mailingsAnswer,
      async act(_question, {store, person}) {
        const subscribers = new Map(subscribersFor(person, store).map((one) => [one.subscription.id, one]));
        const mailings = listMailings(store, mostMailings).filter(({subscription_id}) =>
          subscribers.has(subscription_id),
        );
        const seesFigures = scopeOf(person) !== 'none';
        const current = seesFigures
          ? await currentOf(
              mailings.flatMap(({told}) => told),
              person,
              versions,
            )
          : null;
        return {
          has_mail: hasMail,
          night: versions.inForce?.current.night ?? null,
          rows: mailings.map(({subscription_id, version: _, told, ...mailing}): MailingAnswer => {
            const {subscription} = subscribers.get(subscription_id)!;
            return {
              ...mailing,
              account: subscription.account,
              bulletin: subscription.bulletin,
              told: current === null ? [] : told.map((one) => toldAnswer(one, current)),
            };
          }),
        };
      },
    }),
  ];
};

function subscribersFor(person: Person, store: Store): Subscriber[] {
  const all = listSubscribers(store);
  if (person.role === 'quan_tri' || person.role === 'lanh_dao') return all;
  return all.filter(({account}) => account.role === 'tinh' && account.province === person.province);
}

const shown = (subscriber: Subscriber): SubscriptionAnswer => {
  const {subscription, account} = subscriber;
  const {id, bulletin, address, quiet_from, quiet_to, is_on, since} = subscription;
  return {
    id,
    account: account.id,
    name: account.full_name,
    province: account.province ?? null,
    bulletin,
    address,
    quiet_from,
    quiet_to,
    is_on,
    hindrance: hindranceOf(subscriber) ?? null,
    since,
  };
};

/** The values, tonight, of what was told: by metric and unit. */
async function currentOf(
  told: readonly Told[],
  person: Person,
  versions: Versions,
): Promise<ReadonlyMap<string, number>> {
  const asked = new Map(told.map((one) => [`${one.metric} ${one.level}`, one]));
  if (asked.size === 0 || versions.inForce === undefined) return new Map();
  return versions.use(async (version: OpenVersion) => {
    const {night} = version.current;
    const values = await Promise.all(
      [...asked.values()].map(async ({metric, level}) => {
        const rows = await readValues({metric, level, within: 'VN'}, {from: night, to: night}, version);
        return rows.map(({unit_id, value}): [string, number] => [`${metric} ${unit_id}`, value]);
      }),
    );
    return new Map(values.flat());
  }, scopeFor(person));
}

function toldAnswer(told: Told, current: ReadonlyMap<string, number>): MailingAnswer['told'][number] {
  const {level: _, revision: __, since: ___, ...shownOf} = told;
  const now = current.get(`${told.metric} ${told.unit_id}`) ?? null;
  return {...shownOf, now, state: now === null ? 'no_data' : breaks(now, told) ? 'not_met' : 'met'};
}
