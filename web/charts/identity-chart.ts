import type {IdentityStep} from '../findings/money-sums.ts';
import {formatDecimal} from '../format.ts';
import {moneySumWords} from '../labels/money-sum-words.ts';
import {fixedChart, type FixedChart} from './fixed-chart.ts';
import {identityRowHeight, identitySpec} from './identity-spec.ts';

const BILLION = 1_000_000_000;

/** The identity of money as a waterfall: each part takes from what is to be enforced, and what is left over is in alarm. */
export function identityChart(steps: readonly IdentityStep[]): FixedChart {
  const {parts} = moneySumWords().identity;
  const rows = steps.map(({part, amount, from, to}) => ({
    name: parts[part],
    from: from / BILLION,
    to: to / BILLION,
    right: Math.max(from, to) / BILLION,
    text: formatDecimal(amount / BILLION, 1),
    isResidual: part === 'residual',
  }));
  const reach = Math.max(1, ...rows.map(({right}) => right));
  return fixedChart('identity', identitySpec, (width) => ({
    sizes: {width, height: identityRowHeight * rows.length},
    values: {
      names: rows.map(({name}) => name),
      span: [Math.min(0, ...rows.map(({to}) => to)), reach * (1 + 84 / Math.max(120, width - 150))],
    },
    rows: {steps: rows},
  }));
}
