import {parse, View, type LocaleFormatters} from 'vega';
import {expressionInterpreter} from 'vega-interpreter';
import {compiledCharts} from './compiled-charts.ts';
import {fillCompiled, type FixedChart} from './fixed-chart.ts';
import {numberLocale} from './number-locale.ts';

/** Draws a fixed chart into its place, by the interpreter that the content policy demands. */
export async function drawFixed(place: HTMLElement, {name, fill}: FixedChart, width: number): Promise<View> {
  const spec = fillCompiled(compiledCharts[name], fill(width));
  const view = new View(parse(spec, undefined, {ast: true}), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: place,
    hover: false,
    // Its types say what it makes of this, not what it takes.
    locale: {number: numberLocale()} as unknown as LocaleFormatters,
  });
  return view.runAsync();
}
