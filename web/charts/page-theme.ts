import type {ChartTheme} from './chart.ts';

/** SVG takes the page's own colours by name, so a change of theme or a sheet of paper needs no redrawing. */
export const pageTheme: ChartTheme = {
  ink: 'var(--ink)',
  inkSoft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  alarm: 'var(--alarm)',
  paper: 'var(--paper)',
  font: 'Be Vietnam Pro, system-ui, sans-serif',
};
