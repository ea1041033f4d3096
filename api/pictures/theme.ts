import type {ChartTheme} from '../../web/charts/chart.ts';
import {drawnFamily} from '../papers/drawing.ts';

/** The light colours of the page by value: away from it their names mean nothing. A test holds them to `style.css`. */
export const paperTheme: ChartTheme = {
  ink: '#14181d',
  inkSoft: '#47505b',
  rule: '#d8dce1',
  accent: '#1f4e8c',
  alarm: '#b3261e',
  paper: '#ffffff',
  font: drawnFamily,
};
