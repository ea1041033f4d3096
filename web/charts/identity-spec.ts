import {chartConfig} from './chart.ts';
import type {FixedSpec} from './fixed-chart.ts';

/** The height of one step, in pixels. */
export const identityRowHeight = 30;

/** A waterfall: each step a bar from where the one before ended, its amount written at its right. */
export const identitySpec: FixedSpec = (theme) => {
  const alarmOr = (color: string) => ({
    condition: {test: 'datum.isResidual', value: theme.alarm},
    value: color,
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    params: [
      {name: 'names', value: []},
      {name: 'span', value: [0, 1]},
    ],
    data: {name: 'steps'},
    padding: 0,
    autosize: {type: 'fit', contains: 'padding'},
    width: 1,
    height: identityRowHeight,
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: null,
        scale: {domain: {expr: 'names'}},
        axis: {title: null, domain: false, ticks: false, labelColor: theme.ink, labelLimit: 130},
      },
    },
    layer: [
      {
        mark: {type: 'bar', height: identityRowHeight * 0.6, minBandSize: 2},
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            scale: {domain: {expr: 'span'}, nice: false},
            axis: null,
          },
          x2: {field: 'to'},
          color: alarmOr(theme.inkSoft),
        },
      },
      {
        mark: {type: 'text', align: 'left', baseline: 'middle', dx: 4},
        encoding: {
          x: {field: 'right', type: 'quantitative'},
          text: {field: 'text'},
          color: alarmOr(theme.ink),
        },
      },
    ],
    config: chartConfig(theme) ?? {},
  };
};
