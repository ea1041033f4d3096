/** Files entered on a day, no more than were still required. */
export interface DayOfEntry {
  day: string;
  files: number;
}

/** What a pace is read from; days are `YYYY-MM-DD`. */
export interface Course {
  night: string;
  /** The last day of the deadline, which counts; null without one. */
  lastDay: string | null;
  /** Files still missing; null where nobody knows. */
  missing: number | null;
  entered: readonly DayOfEntry[];
  /** Every working day known, past and to come, in order. */
  workingDays: readonly string[];
}

/** Days by which the rest will be entered, in one, five and nine cases out of ten; null past the calendar's end. */
export interface Forecast {
  p10: string | null;
  p50: string | null;
  p90: string | null;
}

/** Why there is no forecast. */
export type NoForecast = 'no_data' | 'nothing_missing' | 'too_little_history' | 'standing_still';

/** How fast files come in, how fast they would have to, and when they will all be there. */
export interface Pace {
  working_days_left: number | null;
  needed_per_working_day: number | null;
  entered_per_working_day: number | null;
  forecast: Forecast | null;
  no_forecast: NoForecast | null;
}

const daysLookedAt = 10;
const fewestDays = 7;
const trials = 1000;
const seed = 20260120;

/**
 * The pace of 2-metrics § 2.8. Only working days count, those on which nothing was entered too. What is entered on a
 * day off lessens what is missing and is no part of the pace: overtime is not something a plan may rest on.
 */
export function paceOf({night, lastDay, missing, entered, workingDays}: Course): Pace {
  const first = entered.reduce<string | undefined>(
    (earliest, {day}) => (earliest !== undefined && earliest < day ? earliest : day),
    undefined,
  );
  const filesOn = new Map(entered.map(({day, files}) => [day, files]));
  const lastDays = workingDays
    .filter((day) => first !== undefined && day >= first && day <= night)
    .slice(-daysLookedAt)
    .map((day) => filesOn.get(day) ?? 0);
  const isKnown = lastDays.length >= fewestDays;

  const left = lastDay === null ? null : workingDays.filter((day) => day > night && day <= lastDay).length;
  const pace = {
    working_days_left: left,
    needed_per_working_day: missing === null || !left ? null : missing / left,
    entered_per_working_day: isKnown ? sumOf(lastDays) / lastDays.length : null,
  };
  const none = (no_forecast: NoForecast): Pace => ({...pace, forecast: null, no_forecast});
  if (missing === null) return none('no_data');
  if (missing === 0) return none('nothing_missing');
  if (!isKnown) return none('too_little_history');
  if (sumOf(lastDays) === 0) return none('standing_still');
  const daysAhead = workingDays.filter((day) => day > night);
  return {...pace, forecast: forecastOf(missing, lastDays, daysAhead), no_forecast: null};
}

/** Plays the days ahead a thousand times over, each like one of the last ones; the same dice every time. */
function forecastOf(missing: number, lastDays: readonly number[], daysAhead: readonly string[]): Forecast {
  const random = dice(seed);
  const finished = Array.from({length: trials}, () => {
    let days = 0;
    let rest = missing;
    while (rest > 0 && days <= daysAhead.length) {
      rest -= lastDays[Math.floor(random() * lastDays.length)] ?? 0;
      days++;
    }
    return days;
  }).sort((one, other) => one - other);
  const dayAt = (share: number) => daysAhead[(finished[Math.ceil(share * trials) - 1] ?? 0) - 1] ?? null;
  return {p10: dayAt(0.1), p50: dayAt(0.5), p90: dayAt(0.9)};
}

/** Mulberry32: numbers from 0 to 1 that look random and are the same for the same seed, on every machine. */
function dice(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
