import {paceOf, type DayOfEntry} from '../../../warehouse/forecast.ts';
import type {UnitPageAnswer} from '../../answers.ts';
import {isOver} from '../../deadline.ts';
import type {OpenVersion} from '../../open-version.ts';
import type {CourseEvent, SignalDays, UnitEntryDay} from '../../page-schemas.ts';
import type {UnitLevel} from '../../places.ts';
import {readSignalDays} from './signal-days.ts';

interface CourseRead {
  entries: (UnitEntryDay & DayOfEntry)[];
  events: CourseEvent[];
  signalDays: SignalDays[] | null;
  workingDays: string[];
}

/** How a unit's files were entered day by day; null for a night that is not the last, whose days are not kept. */
export async function readCourse(
  version: OpenVersion,
  place: {unit: string; level: UnitLevel},
  night: string,
): Promise<CourseRead | null> {
  if (night !== version.current.night || !version.has('marts.entry_days')) return null;
  const [entries, events, signalDays, calendar] = await Promise.all([
    version.rows<CourseRead['entries'][number]>('entry_days_of_unit', place),
    version.has('marts.rollout_documents')
      ? version.rows<CourseEvent>('course_events', {unit: place.unit, night})
      : [],
    readSignalDays(version, 'signal_days_of_unit', {...place}),
    version.has('marts.calendar') ? version.rows<{day: string}>('working_days') : [],
  ]);
  return {entries, events, signalDays, workingDays: calendar.map(({day}) => day)};
}

/** Whether the pace of the last working days keeps a deadline ahead; null without one. */
export function paceOfUnit(
  {entries, workingDays}: CourseRead,
  {night, missing, deadline}: {night: string; missing: number; deadline: string | null},
): UnitPageAnswer['pace'] {
  if (!deadline || isOver(deadline, night) || workingDays.length === 0) return null;
  const lastDay = deadline.slice(0, 10);
  const {working_days_left, ...pace} = paceOf({night, lastDay, missing, entered: entries, workingDays});
  return {deadline, working_days_left: working_days_left ?? 0, ...pace};
}
