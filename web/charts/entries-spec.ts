import {chartConfig} from './chart.ts';
import type {FixedSpec} from './fixed-chart.ts';

/** In pixels, whatever the width. */
export const entriesHeight = 190;

/**
 * A burn-up: what is entered climbs to the rule of what is required, beside an even pace to the deadline; from the
 * night on the forecast is dashed, in the band that eight cases out of ten stay within.
 */
export const entriesSpec: FixedSpec = (theme) => {
  const colors = {ink: theme.ink, inkSoft: theme.inkSoft, accent: theme.accent};
  const line = (name: string, look: {color: string; strokeWidth: number; strokeDash?: number[]}) => ({
    data: {name},
    mark: {type: 'line' as const, ...look},
  });
  const label = (
    name: string,
    look: {color: string | {expr: string}; stroke?: string; strokeWidth?: number},
  ) => ({
    data: {name},
    mark: {
      type: 'text' as const,
      align: {expr: 'datum.align'},
      dx: {expr: 'datum.dx'},
      dy: {expr: 'datum.dy'},
      ...look,
    },
    encoding: {text: {field: 'text'}},
  });
  const nowLabel = (look: {color: string; stroke?: string; strokeWidth?: number}) => {
    const {mark, ...layer} = label('nowLabels', look);
    return {...layer, mark: {...mark, fontWeight: 700 as const}};
  };

  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    params: [
      {name: 'colors', value: colors},
      {name: 'days', value: []},
      {name: 'dayPattern', value: '%-d/%-m'},
      {name: 'span', value: [0, 1]},
      {name: 'files', value: [0, 1]},
    ],
    width: 1,
    height: entriesHeight,
    autosize: {type: 'fit', contains: 'padding'},
    padding: {left: 0, right: 8, top: 4, bottom: 0},
    encoding: {
      x: {
        field: 'at',
        // Moments as plain numbers, written out in UTC: a day of the API stays that day in every time zone.
        type: 'quantitative',
        scale: {domain: {expr: 'span'}, nice: false, zero: false},
        axis: {
          title: null,
          grid: false,
          values: {expr: 'days'},
          labelExpr: 'utcFormat(datum.value, dayPattern)',
          labelFlush: true,
        },
      },
      y: {
        field: 'files',
        type: 'quantitative',
        scale: {domain: {expr: 'files'}, nice: false},
        axis: {title: null, domain: false, ticks: false, tickCount: 4, format: ',d'},
      },
    },
    layer: [
      line('required', {color: theme.ink, strokeWidth: 1}),
      line('plan', {color: theme.inkSoft, strokeWidth: 1.2, strokeDash: [1, 3]}),
      line('deadline', {color: theme.accent, strokeWidth: 1.5}),
      {
        data: {name: 'band'},
        mark: {type: 'area', color: theme.ink, opacity: 0.15},
        encoding: {y2: {field: 'most'}},
      },
      line('forecast', {color: theme.ink, strokeWidth: 1.5, strokeDash: [5, 3]}),
      label('labels', {color: {expr: 'colors[datum.color]'}}),
      {
        data: {name: 'marks'},
        mark: {
          type: 'point',
          shape: 'circle',
          filled: true,
          size: 230,
          yOffset: {expr: 'datum.offset'},
          color: theme.paper,
          stroke: theme.inkSoft,
          strokeWidth: 1,
          opacity: 1,
        },
      },
      {
        data: {name: 'marks'},
        mark: {
          type: 'text',
          yOffset: {expr: 'datum.offset'},
          fontSize: 12,
          color: theme.ink,
          baseline: 'middle',
        },
        encoding: {text: {field: 'text'}},
      },
      line('course', {color: theme.ink, strokeWidth: 2.5}),
      {
        data: {name: 'now'},
        mark: {type: 'point', filled: true, size: 50, color: theme.ink, opacity: 1},
      },
      // Its words may lie on the rule of what is required: paper around the letters keeps them readable.
      nowLabel({color: theme.paper, stroke: theme.paper, strokeWidth: 4}),
      nowLabel({color: theme.ink}),
    ],
    config: chartConfig(theme) ?? {},
  };
};
