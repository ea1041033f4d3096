import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** Vietnam keeps one offset all year round. */
const offsetHours = 7;

/** A moment as answers write it: ISO 8601 with Vietnam's offset, to the second. */
export function vietnamMoment(moment: Date): string {
  return dayjs(moment).utcOffset(offsetHours).format('YYYY-MM-DDTHH:mm:ssZ');
}

/** The date it is in Vietnam at a moment, as `YYYY-MM-DD`. */
export const vietnamDay = (moment: Date): string => vietnamMoment(moment).slice(0, 10);

/** Every date from the first to the last, both included, as `YYYY-MM-DD`. */
export function datesBetween(first: string, last: string): string[] {
  const days = dayjs.utc(last).diff(dayjs.utc(first), 'day');
  return Array.from({length: days + 1}, (_, day) => dayjs.utc(first).add(day, 'day').format('YYYY-MM-DD'));
}
