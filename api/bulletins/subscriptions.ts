import {WrongUsage} from '../../warehouse/errors.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Role} from '../roles.ts';
import {findAccount, type Account, type Actor} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Deed} from '../state/deeds.ts';
import type {Store} from '../state/store.ts';

/** What can be had by mail: the leaders' page on Monday, a province's own, and the digest of alerts. */
export const bulletinKinds = ['weekly', 'province', 'alerts'] as const;
export type BulletinKind = (typeof bulletinKinds)[number];

/** Who may have what: a bulletin tells no more than the page its reader may open. */
export const readersOf: Readonly<Record<BulletinKind, readonly Role[]>> = {
  weekly: ['lanh_dao'],
  province: ['tinh'],
  alerts: ['lanh_dao', 'tinh'],
};

/** How somebody wants a bulletin. */
export interface SubscriptionTerms {
  /** Empty until it is known: nothing is sent, and the log says why. */
  address: string | null;
  /** Times of day in Vietnam, as `22:00`, between which nothing is sent; both or none. */
  quiet_from: string | null;
  quiet_to: string | null;
  is_on: boolean;
}

/** A bulletin that somebody has, or had. */
export interface Subscription extends SubscriptionTerms {
  id: number;
  account: string;
  bulletin: BulletinKind;
  /** What happened before is not sent any more. */
  since: string;
  changed_at: string;
  changed_by: string;
}

/** A subscription and its person as they are now. */
export interface Subscriber {
  subscription: Subscription;
  account: Account;
}

/** Every subscription with its person, by name. */
export function listSubscribers(store: Store): Subscriber[] {
  return store.db
    .prepare('select * from bulletin_subscriptions order by account, bulletin')
    .all()
    .flatMap((row) => {
      const subscription = subscriptionOf(row as unknown as Row);
      const account = findAccount(store, subscription.account);
      return account ? [{subscription, account}] : [];
    });
}

/** Why a subscriber gets nothing whatever happens; undefined when nothing is in the way. */
export function hindranceOf({subscription, account}: Subscriber): Hindrance | undefined {
  if (!subscription.is_on) return 'switched_off';
  if (account.disabled_at !== null) return 'account_closed';
  if (!readersOf[subscription.bulletin].includes(account.role)) return 'other_role';
  return subscription.address === null ? 'no_address' : undefined;
}

export type Hindrance = 'switched_off' | 'account_closed' | 'other_role' | 'no_address';

/** Whether now is a time at which a subscriber is left in peace. */
export function isQuiet({quiet_from, quiet_to}: SubscriptionTerms, now: Date): boolean {
  if (quiet_from === null || quiet_to === null) return false;
  const time = vietnamMoment(now).slice(11, 16);
  return quiet_from <= quiet_to
    ? quiet_from <= time && time < quiet_to
    : quiet_from <= time || time < quiet_to;
}

/** Has somebody get a bulletin. */
export function subscribe(
  store: Store,
  {account, bulletin, ...terms}: SubscriptionTerms & {account: string; bulletin: BulletinKind},
  by: Actor,
  now: Date,
): Subscriber {
  const person = findAccount(store, account);
  if (!person || person.disabled_at !== null) {
    throw new WrongUsage(`Không có tài khoản ${account} đang mở; xem danh sách tài khoản.`);
  }
  if (!readersOf[bulletin].includes(person.role)) {
    throw new WrongUsage('Vai trò của tài khoản này không được nhận bản tin đã chọn.');
  }
  mustBePossible(terms);
  return store.transaction(() => {
    const known = store.db
      .prepare('select id from bulletin_subscriptions where account = ? and bulletin = ?')
      .get(account, bulletin);
    if (known) throw new WrongUsage('Tài khoản này đã đăng ký bản tin này; hãy sửa đăng ký đang có.');
    const {lastInsertRowid} = store.db
      .prepare(
        `insert into bulletin_subscriptions
             (account, bulletin, address, quiet_from, quiet_to, is_on, since, changed_at, changed_by)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(account, bulletin, ...valuesOf(terms), vietnamMoment(now), vietnamMoment(now), by.actor);
    note(store, 'subscription.create', Number(lastInsertRowid), {account, bulletin, ...terms}, by, now);
    return subscriberCalled(store, Number(lastInsertRowid));
  });
}

/** Changes how somebody gets a bulletin. */
export function changeSubscription(
  store: Store,
  id: number,
  change: Partial<SubscriptionTerms>,
  by: Actor,
  now: Date,
): Subscriber {
  return store.transaction(() => {
    const {address, quiet_from, quiet_to, is_on} = subscriberCalled(store, id).subscription;
    const terms = {address, quiet_from, quiet_to, is_on, ...change};
    mustBePossible(terms);
    store.db
      .prepare(
        `update bulletin_subscriptions
         set address = ?, quiet_from = ?, quiet_to = ?, is_on = ?, changed_at = ?, changed_by = ?
         where id = ?`,
      )
      .run(...valuesOf(terms), vietnamMoment(now), by.actor, id);
    note(store, 'subscription.change', id, {...terms}, by, now);
    return subscriberCalled(store, id);
  });
}

function subscriberCalled(store: Store, id: number): Subscriber {
  const found = listSubscribers(store).find(({subscription}) => subscription.id === id);
  if (!found) throw new WrongUsage('Không có đăng ký nhận bản tin này; hãy tải lại danh sách.');
  return found;
}

const valuesOf = ({address, quiet_from, quiet_to, is_on}: SubscriptionTerms) =>
  [address, quiet_from, quiet_to, Number(is_on)] as const;

function mustBePossible({quiet_from, quiet_to}: SubscriptionTerms): void {
  if ((quiet_from === null) !== (quiet_to === null) || (quiet_from !== null && quiet_from === quiet_to)) {
    throw new WrongUsage('Giờ yên lặng cần cả giờ bắt đầu và giờ kết thúc, khác nhau; hoặc để trống cả hai.');
  }
}

function note(
  store: Store,
  action: Deed,
  id: number,
  details: Record<string, unknown>,
  by: Actor,
  now: Date,
): void {
  writeAudit(store, {...by, action, subject: `subscription:${id}`, details, outcome: 'done'}, now);
}

interface Row extends Omit<Subscription, 'is_on'> {
  is_on: number;
}

const subscriptionOf = ({is_on, ...row}: Row): Subscription => ({...row, is_on: is_on === 1});
