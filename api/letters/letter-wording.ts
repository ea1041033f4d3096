import {dayWord} from '../bulletins/figures.ts';
import {Missing, type Told} from './letter.ts';

/** A last moment as letters set it: the end of 14/4 is "trước ngày 15/4/2026". */
export function beforeWord(deadline: string): string {
  const [day = '', time = ''] = [deadline.slice(0, 10), deadline.slice(11, 16)];
  if (time !== '23:59') return `trước ${time.replace(':', ' giờ ')} ngày ${dayWord(day)}`;
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return `trước ngày ${dayWord(next.toISOString())}`;
}

/** A value in its words, or why there is none. */
export const told = <T>(value: T | null | undefined, word: (value: T) => string, why: string): Told =>
  value === null || value === undefined ? new Missing(why) : word(value);
