import type {
  AlertChange,
  AlertPreview,
  AlertRuleAnswer,
  AlertsAnswer,
  MailingsAnswer,
  NewAlert,
  NewSubscription,
  SubscriptionAnswer,
  SubscriptionsAnswer,
} from '../api/answers.ts';
import {answerOf, fetchJson, send} from './client.ts';

/** The rules that watch figures. */
export async function fetchAlerts(signal: AbortSignal): Promise<AlertRuleAnswer[]> {
  return ((await fetchJson('/api/v1/alerts', signal)) as AlertsAnswer).rows;
}

/** Who would be told of which unit, and why others are not. */
export async function fetchAlertPreview(asOf: string | null, signal: AbortSignal): Promise<AlertPreview> {
  return (await fetchJson(`/api/v1/alerts/preview${asOf ? `?as_of=${asOf}` : ''}`, signal)) as AlertPreview;
}

/** Makes a rule. */
export async function createAlert(rule: NewAlert): Promise<AlertRuleAnswer> {
  return (await answerOf(await send('POST', '/api/v1/alerts', rule))) as AlertRuleAnswer;
}

/** Changes a rule as it was seen. */
export async function changeAlert(id: string, change: AlertChange): Promise<AlertRuleAnswer> {
  return (await answerOf(
    await send('PATCH', `/api/v1/alerts/${encodeURIComponent(id)}`, change),
  )) as AlertRuleAnswer;
}

/** Gives a unit, or every unit, a rest from a rule; `until: null` ends it. */
export async function snoozeAlert(
  id: string,
  rest: {unit: string | null; until: string | null; reason: string},
): Promise<AlertRuleAnswer> {
  return (await answerOf(
    await send('POST', `/api/v1/alerts/${encodeURIComponent(id)}/snooze`, rest),
  )) as AlertRuleAnswer;
}

/** Who gets which bulletin. */
export async function fetchSubscriptions(signal: AbortSignal): Promise<SubscriptionAnswer[]> {
  return ((await fetchJson('/api/v1/bulletins/subscriptions', signal)) as SubscriptionsAnswer).rows;
}

/** Has somebody get a bulletin. */
export async function subscribe(subscription: NewSubscription): Promise<SubscriptionAnswer> {
  return (await answerOf(
    await send('POST', '/api/v1/bulletins/subscriptions', subscription),
  )) as SubscriptionAnswer;
}

/** Changes where, or whether, somebody gets a bulletin. */
export async function changeSubscription(
  id: number,
  change: Partial<Pick<SubscriptionAnswer, 'address' | 'quiet_from' | 'quiet_to' | 'is_on'>>,
): Promise<SubscriptionAnswer> {
  return (await answerOf(
    await send('PATCH', `/api/v1/bulletins/subscriptions/${id}`, change),
  )) as SubscriptionAnswer;
}

/** What was sent, to whom, or why not. */
export async function fetchMailings(signal: AbortSignal): Promise<MailingsAnswer> {
  return (await fetchJson('/api/v1/bulletins/log', signal)) as MailingsAnswer;
}
