import type {Store} from '../state/store.ts';
import type {Finding} from './findings.ts';
import {whenTold} from './mailings.ts';
import {snoozeOf, type Snooze} from './snoozes.ts';
import {hindranceOf, type Hindrance, type Subscriber} from './subscriptions.ts';

/** One who is to hear of a finding, and whether the next digest tells them. */
export interface Hearer {
  subscriber: Subscriber;
  outcome: HearingOutcome;
  /** The last day of the rest, or when it was told. */
  when: string | null;
}

export type HearingOutcome = 'will_send' | 'snoozed' | 'already_sent' | Hindrance;

/** Whoever is to hear of a finding: the leadership, and the people of the unit's own province. */
export function hearersOf(
  finding: Finding,
  subscribers: readonly Subscriber[],
  snoozes: readonly Snooze[],
  store: Store,
): Hearer[] {
  const rest = snoozeOf(snoozes, {rule: finding.rule.id, unit_id: finding.unit_id});
  return subscribers
    .filter((subscriber) => isMeantFor(finding, subscriber))
    .map((subscriber) => {
      const hindrance = hindranceOf(subscriber);
      if (hindrance) return {subscriber, outcome: hindrance, when: null};
      if (rest) return {subscriber, outcome: 'snoozed', when: rest.until};
      const told = whenTold(store, subscriber.subscription.id, finding);
      return told === undefined
        ? {subscriber, outcome: 'will_send', when: null}
        : {subscriber, outcome: 'already_sent', when: told};
    });
}

function isMeantFor({rule, province_id}: Finding, {subscription, account}: Subscriber): boolean {
  if (subscription.bulletin !== 'alerts') return false;
  if (account.role === 'lanh_dao') return rule.audience !== 'province';
  return rule.audience !== 'leadership' && province_id !== null && account.province === province_id;
}
