import type {EntryDay} from '../../api/answers.ts';
import {formatCount, formatDay} from '../format.ts';
import {words} from '../labels/words.ts';
import {chartConfig, type Chart} from './chart.ts';

const HEIGHT = 220;

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

  return (theme, width) => ({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height: HEIGHT,
    autosize: {type: 'fit', contains: 'padding'},
    padding: {left: 0, right: 8, top: 4, bottom: 0},
    encoding: {
      x: {
        field: 'at',
        type: 'temporal',
        // The API's days have no time of day: drawn in UTC they stay on their day everywhere.
        scale: {type: 'utc', domain: [at(start), at(end)]},
        axis: {
          title: null,
          grid: false,
          tickCount: width < 420 ? 4 : 8,
          labelOverlap: true,
          labelExpr: "utcFormat(datum.value, '%-d/%-m')",
        },
      },
      y: {
        field: 'files',
        type: 'quantitative',
        scale: {domain: [0, required * 1.12], nice: false},
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
        mark: {type: 'text', align: 'left', dx: 4, dy: -8, color: theme.ink},
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
                    at: (at(start) + at(deadlineDay)) / 2,
                    files: (first.done + required) / 2,
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
                  {at: at(deadlineDay), files: required * 1.12},
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
                align: 'right' as const,
                dx: -4,
                dy: 18,
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

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
