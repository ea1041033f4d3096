import {vietnamMoment} from '../../warehouse/moments.ts';
import type {MetricId} from '../../warehouse/metrics.ts';
import type {Store} from '../state/store.ts';
import type {AlertRule} from './alert-rules.ts';
import type {Finding} from './findings.ts';

/** One bulletin for one subscription on one occasion. */
export interface Mailing {
  subscription_id: number;
  /** The Monday of a weekly bulletin, the night of a digest. */
  occasion: string;
  /** Whom it is about: a province, or the nation as `VN`. */
  unit_id: string;
  night: string;
  version: string;
  address: string | null;
}

/** What became of a mailing so far, and why it was not sent. */
export interface MailingOutcome extends Mailing {
  id: number;
  state: 'sending' | 'sent' | 'failed' | 'not_sent';
  reason: string | null;
  attempts: number;
  at: string;
}

/** A unit that a digest told of. */
export interface Told {
  rule: string;
  revision: number;
  metric: MetricId;
  level: AlertRule['level'];
  unit_id: string;
  unit_name: string;
  comparison: AlertRule['comparison'];
  threshold: number;
  value: number;
  since: string;
}

/** After so long without a word, whoever was sending is taken to have been stopped. */
const abandonedAfter = 15 * 60_000;

/** Takes a mailing in hand; none when it was sent, or somebody else has it in hand. */
export function takeInHand(store: Store, mailing: Mailing, now: Date): number | undefined {
  const row = store.db
    .prepare(
      `insert into bulletin_mailings
           (subscription_id, occasion, unit_id, night, version, address, state, attempts, at)
       values (?, ?, ?, ?, ?, ?, 'sending', 1, ?)
       on conflict do update
       set night = excluded.night, version = excluded.version, address = excluded.address, state = 'sending',
           reason = null, attempts = attempts + 1, at = excluded.at
       where state in ('failed', 'not_sent') or (state = 'sending' and at < ?)
       returning id`,
    )
    .get(
      ...valuesOf(mailing),
      vietnamMoment(now),
      vietnamMoment(new Date(now.getTime() - abandonedAfter)),
    ) as {id: number} | undefined;
  return row?.id;
}

/** Writes down that a mailing in hand was sent, and what it told. */
export function noteSent(store: Store, id: number, findings: readonly Finding[], now: Date): void {
  store.transaction(() => {
    finish(store, id, 'sent', null, now);
    const add = store.db.prepare(
      `insert into alerts_told
           (mailing_id, rule, revision, metric, level, unit_id, unit_name, comparison, threshold, value, since)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const {rule, unit_id, unit_name, value, since} of findings) {
      const {metric, level, comparison, threshold, revision} = rule;
      add.run(id, rule.id, revision, metric, level, unit_id, unit_name, comparison, threshold, value, since);
    }
  });
}

/** Writes down that a mailing in hand was not taken; the next run tries again. */
export const noteFailed = (store: Store, id: number, reason: string, now: Date): void =>
  finish(store, id, 'failed', reason, now);

function finish(store: Store, id: number, state: string, reason: string | null, now: Date): void {
  store.db
    .prepare('update bulletin_mailings set state = ?, reason = ?, at = ? where id = ?')
    .run(state, reason, vietnamMoment(now), id);
}

/** Writes down why a mailing was not even tried. */
export function noteNotSent(store: Store, mailing: Mailing, reason: string, now: Date): void {
  store.db
    .prepare(
      `insert into bulletin_mailings
           (subscription_id, occasion, unit_id, night, version, address, state, reason, attempts, at)
       values (?, ?, ?, ?, ?, ?, 'not_sent', ?, 0, ?)
       on conflict do update
       set reason = excluded.reason, address = excluded.address, at = excluded.at, state = 'not_sent'
       where state in ('failed', 'not_sent') and reason is not excluded.reason`,
    )
    .run(...valuesOf(mailing), reason, vietnamMoment(now));
}

/** Whether a mailing was sent. */
export function wasSent({db}: Store, {subscription_id, occasion}: Mailing): boolean {
  const row = db
    .prepare("select 1 from bulletin_mailings where subscription_id = ? and occasion = ? and state = 'sent'")
    .get(subscription_id, occasion);
  return row !== undefined;
}

/** When a subscription was told of a finding; the same unit in a later spell, or by a changed rule, is another. */
export function whenTold(
  {db}: Store,
  subscription: number,
  {rule, unit_id, since}: Finding,
): string | undefined {
  const row = db
    .prepare(
      `select max(mailings.at) as at
       from alerts_told as told
       join bulletin_mailings as mailings
           on mailings.id = told.mailing_id
       where mailings.subscription_id = ? and told.rule = ? and told.revision = ? and told.unit_id = ?
           and told.since = ? and mailings.state = 'sent'`,
    )
    .get(subscription, rule.id, rule.revision, unit_id, since) as {at: string | null};
  return row.at ?? undefined;
}

/** The latest mailings with what they told, the newest first. */
export function listMailings({db}: Store, limit: number): (MailingOutcome & {told: Told[]})[] {
  const told = Map.groupBy(
    db
      .prepare('select * from alerts_told order by mailing_id, rule, unit_id')
      .all()
      .map((row) => row as unknown as Told & {mailing_id: number}),
    ({mailing_id}) => mailing_id,
  );
  return db
    .prepare('select * from bulletin_mailings order by at desc, id desc limit ?')
    .all(limit)
    .map((row) => {
      const outcome = row as unknown as MailingOutcome;
      return {...outcome, told: (told.get(outcome.id) ?? []).map(({mailing_id: _, ...one}) => one)};
    });
}

const valuesOf = ({subscription_id, occasion, unit_id, night, version, address}: Mailing) =>
  [subscription_id, occasion, unit_id, night, version, address] as const;
