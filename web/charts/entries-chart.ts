import type {EntryDay, Forecast} from '../../api/answers.ts';
import {formatCount, formatDay} from '../format.ts';
import {words} from '../labels/words.ts';
import {entriesHeight, entriesSpec} from './entries-spec.ts';
import {eventMarks} from './event-marks.ts';
import {fixedChart, type FixedChart} from './fixed-chart.ts';

const DAY = 86_400_000;
/** Room above the rule of what is required, for the words of what is entered. */
const HEADROOM = 1.15;

/** Files entered day by day towards what is required, until a deadline. */
export interface EntriesCourse {
  entries: readonly EntryDay[];
  required: number;
  deadline: string | null;
  /** Null where the nights tell too little. */
  forecast: Forecast | null;
  /** Days to be marked by their number. */
  marked?: readonly {day: string; number: number}[];
}

interface Point {
  at: number;
  files: number;
}

/** How files were entered, as a burn-up to the deadline and to the forecast. */
export function entriesChart({
  entries,
  required,
  deadline,
  forecast,
  marked = [],
}: EntriesCourse): FixedChart {
  const course = entries.map(({day, done}): Point => ({at: momentOf(day), files: done}));
  const start = course[0] ?? {at: 0, files: 0};
  const now = course.at(-1) ?? start;
  const due = deadline === null ? null : momentOf(deadline);
  const days = forecast && {
    early: momentOr(forecast.p10),
    middle: momentOr(forecast.p50),
    late: momentOr(forecast.p90),
  };
  const end = Math.max(now.at, due ?? 0, days?.late ?? days?.middle ?? 0);
  const isEarly = now.at - start.at < (end - start.at) / 2;
  const top = required * HEADROOM;
  // All stand in the corner below the deadline, which the climbing line never enters.
  const corner = (dy: number, color: 'ink' | 'inkSoft' | 'accent', text: string) => ({
    at: due ?? end,
    files: 0,
    align: 'right',
    dx: -6,
    dy,
    color,
    text,
  });

  return fixedChart('entries', entriesSpec, (width) => ({
    sizes: {width, height: entriesHeight},
    values: {
      days: ticks(start.at, end, width < 420 ? 4 : 7),
      dayPattern: words().entries.dayPattern,
      span: [start.at, end],
      files: [0, top],
    },
    rows: {
      required: [
        {at: start.at, files: required},
        {at: end, files: required},
      ],
      plan: due === null ? [] : [start, {at: due, files: required}],
      deadline:
        due === null
          ? []
          : [
              {at: due, files: 0},
              {at: due, files: top},
            ],
      band:
        days?.early && days.late ? bandOf(now, {early: days.early, late: days.late, files: required}) : [],
      forecast: days?.middle ? [now, {at: days.middle, files: required}] : [],
      labels: [
        {
          at: start.at,
          files: required,
          align: 'left',
          dx: 4,
          dy: 12,
          color: 'ink',
          text: `${words().entries.required} ${formatCount(required)}`,
        },
        ...(due === null
          ? []
          : [
              corner(-26, 'inkSoft', `┈ ${words().entries.plan}`),
              corner(-10, 'accent', `${words().entries.deadline} ${formatDay(deadline ?? '')}`),
            ]),
        ...(days?.middle ? [corner(-42, 'ink', `╌ ${words().entries.forecast}`)] : []),
      ],
      marks: eventMarks(
        marked.map(({day, number}) => ({at: momentOf(day), number})),
        {start: start.at, end, due, width},
      ),
      course,
      now: [now],
      nowLabels: [
        {
          ...now,
          align: isEarly ? 'left' : 'right',
          dx: isEarly ? -4 : 4,
          dy: -12,
          text: `${words().entries.actual} ${formatCount(now.files)}`,
        },
      ],
    },
  }));
}

/** The least and the most that will be entered: both begin at what is, and end at what is required. */
function bandOf(now: Point, {early, late, files}: {early: number; late: number; files: number}) {
  const leastAtEarly = now.files + ((files - now.files) * (early - now.at)) / (late - now.at);
  return [
    {...now, most: now.files},
    {at: early, files: leastAtEarly, most: files},
    {at: late, files, most: files},
  ];
}

/** So many days, evenly spread from the first to the last. */
function ticks(start: number, end: number, count: number): number[] {
  const days = (end - start) / DAY;
  const step = Math.max(1, Math.ceil(days / (count - 1)));
  return Array.from({length: Math.floor(days / step) + 1}, (_, index) => start + index * step * DAY);
}

const momentOf = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

const momentOr = (day: string | null) => (day === null ? null : momentOf(day));
