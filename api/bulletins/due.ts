import {vietnamDay, vietnamMoment} from '../../warehouse/moments.ts';
import type {Subscription} from './subscriptions.ts';

const day = 86_400_000;

/** A Monday's bulletin that could not be sent goes out on Tuesday at the latest; after that it is old. */
const weeklyGoodFor = 2 * day;

/** The Monday whose bulletin is due: it goes out at 07:00 in Vietnam, to those who subscribed before; none else. */
export function mondayDue({since}: Pick<Subscription, 'since'>, now: Date): string | undefined {
  const monday = mondayOf(now);
  const moment = Date.parse(`${monday}T07:00:00+07:00`);
  if (now.getTime() < moment || now.getTime() >= moment + weeklyGoodFor) return undefined;
  return since <= vietnamMoment(new Date(moment)) ? monday : undefined;
}

function mondayOf(now: Date): string {
  const today = vietnamDay(now);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return new Date(Date.parse(`${today}T00:00:00Z`) - sinceMonday * day).toISOString().slice(0, 10);
}
