import type {EntryDay, Forecast} from '../../api/answers.ts';
import {formatCount, formatDay} from '../format.ts';
import {words} from '../labels/words.ts';
import {chartConfig, type Chart} from './chart.ts';
import {eventMarks} from './event-marks.ts';

const HEIGHT = 190;
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

/**
 * A burn-up: what is entered climbs to the rule of what is required, beside an even pace to the deadline; from the
 * night on the forecast is dashed, in the band that eight cases out of ten stay within.
 */
export function entriesChart({entries, required, deadline, forecast, marked = []}: EntriesCourse): Chart {
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

  return (theme, width) => {
    const nowText = {
      align: isEarly ? ('left' as const) : ('right' as const),
      dx: isEarly ? -4 : 4,
      dy: -12,
      fontWeight: 700 as const,
      text: `${words().entries.actual} ${formatCount(now.files)}`,
    };
    const dueText = {align: 'right' as const, dx: -6};
    const towardsDeadline =
      due === null
        ? []
        : [
            line([start, {at: due, files: required}], {
              color: theme.inkSoft,
              strokeWidth: 1.2,
              strokeDash: [1, 3],
            }),
            line(
              [
                {at: due, files: 0},
                {at: due, files: required * HEADROOM},
              ],
              {color: theme.accent, strokeWidth: 1.5},
            ),
            // Both stand in the corner below the deadline, which the climbing line never enters.
            label(
              {at: due, files: 0},
              {...dueText, dy: -26, color: theme.inkSoft, text: `┈ ${words().entries.plan}`},
            ),
            label(
              {at: due, files: 0},
              {
                ...dueText,
                dy: -10,
                color: theme.accent,
                text: `${words().entries.deadline} ${formatDay(deadline ?? '')}`,
              },
            ),
          ];

    const band =
      days?.early && days.late
        ? [
            {
              data: {values: bandOf(now, {early: days.early, late: days.late, files: required})},
              mark: {type: 'area' as const, color: theme.ink, opacity: 0.15},
              encoding: {y2: {field: 'most'}},
            },
          ]
        : [];
    const ahead = days?.middle
      ? [
          line([now, {at: days.middle, files: required}], {
            color: theme.ink,
            strokeWidth: 1.5,
            strokeDash: [5, 3],
          }),
          label(
            {at: due ?? end, files: 0},
            {...dueText, dy: -42, color: theme.ink, text: `╌ ${words().entries.forecast}`},
          ),
        ]
      : [];

    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      width,
      height: HEIGHT,
      autosize: {type: 'fit', contains: 'padding'},
      padding: {left: 0, right: 8, top: 4, bottom: 0},
      encoding: {
        x: {
          field: 'at',
          // Moments as plain numbers, written out in UTC: a day of the API stays that day in every time zone.
          type: 'quantitative',
          scale: {domain: [start.at, end], nice: false, zero: false},
          axis: {
            title: null,
            grid: false,
            values: ticks(start.at, end, width < 420 ? 4 : 7),
            labelExpr: "utcFormat(datum.value, '%-d/%-m')",
            labelFlush: true,
          },
        },
        y: {
          field: 'files',
          type: 'quantitative',
          scale: {domain: [0, required * HEADROOM], nice: false},
          axis: {title: null, domain: false, ticks: false, tickCount: 4, format: ',d'},
        },
      },
      layer: [
        line(
          [
            {at: start.at, files: required},
            {at: end, files: required},
          ],
          {color: theme.ink, strokeWidth: 1},
        ),
        label(
          {at: start.at, files: required},
          {
            align: 'left',
            dx: 4,
            dy: 12,
            color: theme.ink,
            text: `${words().entries.required} ${formatCount(required)}`,
          },
        ),
        ...towardsDeadline,
        ...band,
        ...ahead,
        ...eventMarks(
          marked.map(({day, number}) => ({at: momentOf(day), number})),
          {start: start.at, end, due, width, theme},
        ),
        line(course, {color: theme.ink, strokeWidth: 2.5}),
        {
          data: {values: [now]},
          mark: {type: 'point', filled: true, size: 50, color: theme.ink, opacity: 1},
        },
        // Its words may lie on the rule of what is required: paper around the letters keeps them readable.
        label(now, {...nowText, color: theme.paper, stroke: theme.paper, strokeWidth: 4}),
        label(now, {...nowText, color: theme.ink}),
      ],
      config: chartConfig(theme) ?? {},
    };
  };
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

function line(points: readonly Point[], look: {color: string; strokeWidth: number; strokeDash?: number[]}) {
  return {data: {values: [...points]}, mark: {type: 'line' as const, ...look}};
}

function label(
  point: Point,
  {
    text,
    ...look
  }: {
    text: string;
    align: 'left' | 'right';
    dx: number;
    dy: number;
    color: string;
    stroke?: string;
    strokeWidth?: number;
    fontWeight?: 700;
  },
) {
  return {
    data: {values: [{...point, text}]},
    mark: {type: 'text' as const, ...look},
    encoding: {text: {field: 'text'}},
  };
}

/** So many days, evenly spread from the first to the last. */
function ticks(start: number, end: number, count: number): number[] {
  const days = (end - start) / DAY;
  const step = Math.max(1, Math.ceil(days / (count - 1)));
  return Array.from({length: Math.floor(days / step) + 1}, (_, index) => start + index * step * DAY);
}

const momentOf = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

const momentOr = (day: string | null) => (day === null ? null : momentOf(day));
