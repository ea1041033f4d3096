/** A day of a calendar; nothing is known of days before the first entry and after the night. */
export interface CalendarDay {
  day: string;
  /** Files entered on it; null outside what is known. */
  entered: number | null;
}

/** A quarter of weeks fits a screen. */
export const mostWeeks = 13;

const dayLength = 86_400_000;

/** The last weeks up to a night, each from Monday to Sunday, with what was entered on each day. */
export function weeksOf(
  entries: readonly {day: string; entered: number}[],
  night: string,
  most: number,
): CalendarDay[][] {
  const [first] = entries;
  if (!first) return [];
  const entered = new Map(entries.map((entry) => [entry.day, entry.entered]));
  const weeks: CalendarDay[][] = [];
  const begin = Math.max(mondayOf(first.day), mondayOf(night) - (most - 1) * 7 * dayLength);
  for (let monday = begin; monday <= mondayOf(night); monday += 7 * dayLength) {
    weeks.push(
      Array.from({length: 7}, (_, index) => {
        const day = new Date(monday + index * dayLength).toISOString().slice(0, 10);
        const isKnown = day >= first.day && day <= night;
        return {day, entered: isKnown ? (entered.get(day) ?? 0) : null};
      }),
    );
  }
  return weeks;
}

/** The signs found on each day, in the order they are given. */
export function signsByDay<Sign extends {days: readonly {day: string; occurrences: number}[]}>(
  signs: readonly Sign[],
): Map<string, {sign: Sign; occurrences: number}[]> {
  return Map.groupBy(
    signs.flatMap((sign) => sign.days.map(({day, occurrences}) => ({day, sign, occurrences}))),
    ({day}) => day,
  );
}

/** The shape that stands on a day for a sign, beside its word elsewhere. */
export const signShape = (signal: string): string => shapes[signal] ?? '◇';

const shapes: Readonly<Record<string, string>> = {
  bulk_entry: '■',
  night_entry: '●',
  deadline_rush: '▲',
  backdated_entry: '◀',
};

/** The signs that stand on some of the days shown, each with those days alone. */
export function signsShown<Sign extends {days: readonly {day: string; occurrences: number}[]}>(
  signs: readonly Sign[],
  days: readonly CalendarDay[],
): Sign[] {
  const shown = new Set(days.flatMap(({day, entered}) => (entered === null ? [] : [day])));
  return signs
    .map((sign) => ({...sign, days: sign.days.filter(({day}) => shown.has(day))}))
    .filter(({days}) => days.length > 0);
}

/** What was entered on all these days. */
export const filesIn = (days: readonly CalendarDay[]): number =>
  days.reduce((sum, {entered}) => sum + (entered ?? 0), 0);

/** The first of the days on which most was entered; null while nothing is. */
export function busiestDay(days: readonly CalendarDay[]): {day: string; entered: number} | null {
  const most = Math.max(0, ...days.map(({entered}) => entered ?? 0));
  const busiest = days.find(({entered}) => entered === most);
  return busiest && most > 0 ? {day: busiest.day, entered: most} : null;
}

/** How dark a day is drawn, from 0 for nothing to 4 for the busiest. */
export function shadeOf(entered: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (entered <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((entered / most) * 4)) as 1 | 2 | 3 | 4;
}

function mondayOf(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * dayLength;
}
