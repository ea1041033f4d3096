import type {IdentityStep} from '../findings/money-sums.ts';
import {formatDecimal} from '../format.ts';
import {moneySumWords} from '../labels/money-sum-words.ts';
import {chartConfig, type Chart} from './chart.ts';

const ROW = 30;
const BILLION = 1_000_000_000;

/** The identity of money as a waterfall: each part takes from what is to be enforced, and what is left over is in alarm. */
export function identityChart(steps: readonly IdentityStep[]): Chart {
  const {parts} = moneySumWords().identity;
  const values = steps.map(({part, amount, from, to}) => ({
    name: parts[part],
    from: from / BILLION,
    to: to / BILLION,
    right: Math.max(from, to) / BILLION,
    text: formatDecimal(amount / BILLION, 1),
    isResidual: part === 'residual',
  }));
  const names = values.map(({name}) => name);
  return (theme, width) => {
    const alarmOr = (color: string) => ({
      condition: {test: 'datum.isResidual', value: theme.alarm},
      value: color,
    });
    const reach = Math.max(1, ...values.map(({right}) => right));
    const textRoom = 1 + 84 / Math.max(120, width - 150);
    return {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      data: {values},
      padding: 0,
      autosize: {type: 'fit', contains: 'padding'},
      width,
      height: ROW * values.length,
      encoding: {
        y: {
          field: 'name',
          type: 'nominal',
          sort: names,
          scale: {domain: names},
          axis: {title: null, domain: false, ticks: false, labelColor: theme.ink, labelLimit: 130},
        },
      },
      layer: [
        {
          mark: {type: 'bar', height: ROW * 0.6, minBandSize: 2},
          encoding: {
            x: {
              field: 'from',
              type: 'quantitative',
              scale: {domain: [Math.min(0, ...values.map(({to}) => to)), reach * textRoom], nice: false},
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
}
