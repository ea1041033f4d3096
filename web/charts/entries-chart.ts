import type {EntryDay} from '../../api/answers.ts';
import {formatCount, formatDay} from '../format.ts';
import {words} from '../labels/words.ts';
import {chartConfig, type Chart} from './chart.ts';

const HEIGHT = 190;
/** Room above the rule of what is required, for its words. */
const HEADROOM = 1.15;
const DAY = 86_400_000;

/** Files entered day by day towards what is required, with an even pace to the deadline. */
export interface EntriesCourse {
  entries: readonly EntryDay[];
  required: number;
  deadline: string | null;
}

/** A burn-up: what is entered climbs to the rule of what is required, before or after the rule of the deadline. */
export function entriesChart({entries, required, deadline}: EntriesCourse): Chart {
  const [first, last] = [entries[0], entries.at(-1)];
  const start = first?.day ?? '';
  const end = [last?.day ?? '', deadline?.slice(0, 10) ?? ''].sort().at(-1)!;
  const deadlineDay = deadline?.slice(0, 10) ?? null;

  const isEarly = at(last?.day ?? start) - at(start) < (at(end) - at(start)) / 2;

  return (theme, width) => ({
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
        scale: {domain: [at(start), at(end)], nice: false, zero: false},
        axis: {
          title: null,
          grid: false,
          values: ticks(at(start), at(end), width < 420 ? 4 : 7),
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
      {
        data: {
          values: [
            {at: at(start), files: required},
            {at: at(end), files: required},
          ],
        },
        mark: {type: 'line', color: theme.ink, strokeWidth: 1},
      },
      {
        data: {
          values: [
            {at: at(start), files: required, text: `${words().entries.required} ${formatCount(required)}`},
          ],
        },
        mark: {type: 'text', align: 'left', dx: 4, dy: 12, color: theme.ink},
        encoding: {text: {field: 'text'}},
      },
      ...(deadlineDay && first
        ? [
            {
              data: {
                values: [
                  {at: at(start), files: first.done},
                  {at: at(deadlineDay), files: required},
                ],
              },
              mark: {type: 'line' as const, color: theme.inkSoft, strokeWidth: 1, strokeDash: [1, 3]},
            },
            {
              data: {
                values: [
                  {
                    at: between(at(start), at(deadlineDay)),
                    files: between(first.done, required),
                    text: words().entries.plan,
                  },
                ],
              },
              mark: {type: 'text' as const, align: 'left' as const, dx: 8, dy: 12, color: theme.inkSoft},
              encoding: {text: {field: 'text'}},
            },
            {
              data: {
                values: [
                  {at: at(deadlineDay), files: 0},
                  {at: at(deadlineDay), files: required * HEADROOM},
                ],
              },
              mark: {type: 'line' as const, color: theme.accent, strokeWidth: 1.5},
            },
            {
              data: {
                values: [
                  {
                    at: at(deadlineDay),
                    files: 0,
                    text: `${words().entries.deadline} ${formatDay(deadlineDay)}`,
                  },
                ],
              },
              mark: {type: 'text' as const, align: 'right' as const, dx: -6, dy: -10, color: theme.accent},
              encoding: {text: {field: 'text'}},
            },
          ]
        : []),
      {
        data: {values: entries.map(({day, done}) => ({at: at(day), files: done}))},
        mark: {type: 'line', color: theme.ink, strokeWidth: 2.5, interpolate: 'monotone'},
      },
      ...(last
        ? [
            {
              data: {values: [{at: at(last.day), files: last.done}]},
              mark: {type: 'point' as const, filled: true, size: 50, color: theme.ink, opacity: 1},
            },
            {
              data: {
                values: [
                  {
                    at: at(last.day),
                    files: last.done,
                    text: `${words().entries.actual} ${formatCount(last.done)}`,
                  },
                ],
              },
              mark: {
                type: 'text' as const,
                align: isEarly ? ('left' as const) : ('right' as const),
                dx: isEarly ? -4 : 4,
                dy: -12,
                fontWeight: 700 as const,
                color: theme.ink,
              },
              encoding: {text: {field: 'text'}},
            },
          ]
        : []),
    ],
    config: chartConfig(theme) ?? {},
  });
}

/** Where along the plan its words begin: far enough from the deadline for the narrowest screen. */
const between = (start: number, end: number) => start + (end - start) * 0.4;

/** So many days, evenly spread from the first to the last. */
function ticks(start: number, end: number, count: number): number[] {
  const days = (end - start) / DAY;
  const step = Math.max(1, Math.ceil(days / (count - 1)));
  return Array.from({length: Math.floor(days / step) + 1}, (_, index) => start + index * step * DAY);
}

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
