import embed, {type Result} from 'vega-embed';
import {expressionInterpreter} from 'vega-interpreter';
import type {TopLevelSpec} from 'vega-lite';
import {numberLocale} from './number-locale.ts';

/** Compiles and draws a spec that is not known before, by the interpreter that the content policy demands. */
export function drawAny(place: HTMLElement, spec: TopLevelSpec): Promise<Result> {
  return embed(place, spec, {
    renderer: 'svg',
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    defaultStyle: false,
    tooltip: false,
    formatLocale: numberLocale(),
  });
}
