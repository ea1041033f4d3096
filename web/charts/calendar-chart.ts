import type {NightStamp, SignalDays} from '../../api/answers.ts';
import {
  busiestDay,
  filesIn,
  mostWeeks,
  shadeOf,
  signShape,
  signsByDay,
  signsShown,
  weeksOf,
  type CalendarDay,
} from '../findings/entry-weeks.ts';
import {formatCount, formatDate, formatDay} from '../format.ts';
import {calendarWords} from '../labels/calendar-words.ts';
import {language} from '../labels/words.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import {tableChart, type Place} from './table-chart.ts';
import {tints} from './tints.ts';

/** What a calendar of entries shows. */
export interface EntryDays {
  entries: readonly {day: string; entered: number}[];
  /** The days with signs; null where none are kept. */
  signs: readonly SignalDays[] | null;
  /** Whose files they are, in words. */
  place: string;
}

/** A day as it is drawn: what is written in it, and how dark it is. */
interface Cell {
  text: string;
  depth: number;
}

/** How many files were entered on each day, a row for each weekday, with the signs of the day; null without any. */
export function calendarFigure(
  {entries, signs, place}: EntryDays,
  stamp: Pick<NightStamp, 'night' | 'version' | 'demo'>,
): DrawnFigure | null {
  const weeks = weeksOf(entries, stamp.night, mostWeeks);
  const days = weeks.flat();
  const busiest = busiestDay(days);
  if (!busiest) return null;
  const text = calendarWords();
  const signsOf = signsByDay(signs ?? []);
  const most = busiest.entered;
  const cellOf = (day: CalendarDay | undefined): Cell => {
    const {entered = null} = day ?? {};
    if (!day || entered === null) return {text: '', depth: 0};
    const shapes = (signsOf.get(day.day) ?? []).map(({sign}) => signShape(sign.signal));
    const shade = Math.min(tints.length - 1, shadeOf(entered, most));
    return {text: [...shapes, formatCount(entered)].join(' '), depth: tints[shade] ?? 0};
  };
  return {
    chart: tableChart(
      [
        {title: text.weekday, width: 70, text: ({name}) => name},
        ...weeks.map(([monday], week) => ({
          title: formatDay(monday!.day),
          width: 52,
          align: 'right' as const,
          text: ({cells}: {cells: readonly Cell[]}) => cells[week]!.text,
          draw: ({cells}: {cells: readonly Cell[]}, place: Place) => ({
            boxes: [
              {
                ...place,
                x: place.x - 4,
                width: place.width + 8,
                fill: 'accent' as const,
                depth: cells[week]!.depth,
              },
            ],
          }),
        })),
      ],
      text.weekdays.map((name, index) => ({name, cells: weeks.map((week) => cellOf(week[index]))})),
    ),
    heading: text.title(formatCount(most), formatDate(busiest.day)),
    subtitle: text.subtitle(place, weeks.length),
    marks: [
      text.restDays(formatCount(filesIn(weeks.flatMap((week) => week.slice(5)))), formatCount(filesIn(days))),
      ...(signs === null ? [] : [legendOf(signsShown(signs, days))]),
    ],
    stamp,
  };
}

/** The words of the shapes, and on how many of the days shown each stands. */
function legendOf(shown: readonly SignalDays[]): string {
  const {signs, onDays, noSigns} = calendarWords();
  if (shown.length === 0) return noSigns;
  const each = shown.map(
    ({signal, label, days}) => `${signShape(signal)} ${onDays(label[language()], days.length)}`,
  );
  return `${signs} ${each.join(', ')}.`;
}
