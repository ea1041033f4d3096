import type {TopLevelSpec} from 'vega-lite';

/** The colours and letters a chart is drawn with. */
export interface ChartTheme {
  ink: string;
  inkSoft: string;
  rule: string;
  accent: string;
  alarm: string;
  paper: string;
  font: string;
}

/** A chart before it is drawn: its spec, for a theme and the width there is. */
export type Chart = (theme: ChartTheme, width: number) => TopLevelSpec;

/** What all charts share: no frame, quiet axes, letters of 12 pixels; the page says in words what a chart is of. */
export function chartConfig({ink, inkSoft, rule, font}: ChartTheme): TopLevelSpec['config'] {
  return {
    background: 'transparent',
    font,
    view: {stroke: null},
    mark: {aria: false},
    axis: {
      aria: false,
      labelColor: inkSoft,
      labelFontSize: 12,
      titleColor: inkSoft,
      titleFontSize: 12,
      titleFontWeight: 500,
      gridColor: rule,
      domainColor: rule,
      tickColor: rule,
    },
    text: {color: ink, fontSize: 12},
    title: {aria: false, color: inkSoft, fontSize: 12, fontWeight: 500, anchor: 'start', offset: 6},
  };
}
