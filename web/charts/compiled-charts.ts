import type {Spec} from 'vega';
import {compile} from 'vega-lite';
import {entriesSpec} from './entries-spec.ts';
import type {FixedName, FixedSpec} from './fixed-chart.ts';
import {identitySpec} from './identity-spec.ts';
import {moneySpec} from './money-spec.ts';
import {pageTheme} from './page-theme.ts';

const compiled = (spec: FixedSpec): Spec => compile(spec(pageTheme)).spec;

/** The fixed specs as Vega takes them. The build puts in their values, so no browser loads what compiles them. */
export const compiledCharts: Readonly<Record<FixedName, Spec>> = {
  entries: compiled(entriesSpec),
  money: compiled(moneySpec),
  identity: compiled(identitySpec),
};
