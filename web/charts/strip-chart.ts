import type {NightStamp, UnitBelow} from '../../api/answers.ts';
import {axisStart, spreadOf} from '../findings/spread.ts';
import {formatDate, formatLimit, formatRate} from '../format.ts';
import {unitWords} from '../labels/unit-words.ts';
import type {Chart} from './chart.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import {placedSpec, type Line} from './placed.ts';

const margin = 24;
const axisY = 40;

/** How the units below a unit are spread in money data; null while none has a figure. */
export function stripFigure(
  units: readonly UnitBelow[],
  {goal, place}: {goal: number | null; place: string},
  stamp: Pick<NightStamp, 'night' | 'version' | 'demo'>,
): DrawnFigure | null {
  const values = units.flatMap(({figures}) => figures.money_coverage.value ?? []);
  const spread = spreadOf(values);
  if (!spread) return null;
  const {low, median, high} = spread;
  const {strip, metrics} = unitWords();
  return {
    chart: stripChart(values, {median, goal, start: axisStart(low)}),
    heading: strip.title(formatRate(median), formatRate(low), formatRate(high)),
    subtitle: strip.subtitle(metrics.money_coverage, formatDate(stamp.night)),
    marks: [strip.picture(place, values.length, goal === null ? null : formatLimit(goal))],
    stamp,
  };
}

function stripChart(
  values: readonly number[],
  {median, goal, start}: {median: number; goal: number | null; start: number},
): Chart {
  return (theme, width) => {
    const place = (value: number) => margin + ((value - start) / (1 - start)) * (width - 2 * margin);
    const upright = (
      value: number,
      y1: number,
      y2: number,
      look: Pick<Line, 'tone' | 'width' | 'isDashed'>,
    ) => ({
      x1: place(value),
      x2: place(value),
      y1,
      y2,
      ...look,
    });
    const isGoalShown = goal !== null && goal >= start;
    return placedSpec(
      theme,
      {width, height: axisY + 28},
      {
        lines: [
          {x1: margin, x2: width - margin, y1: axisY, y2: axisY, tone: 'inkSoft'},
          ...values.map((value) => upright(value, axisY - 12, axisY + 5, {tone: 'inkSoft', width: 2})),
          upright(median, axisY - 26, axisY + 8, {tone: 'ink', width: 3}),
          ...(isGoalShown ? [upright(goal, 2, axisY + 8, {tone: 'accent', width: 1.5, isDashed: true})] : []),
        ],
        labels: [start, (start + 1) / 2, 1].map((tick) => ({
          x: place(tick),
          y: axisY + 20,
          text: formatLimit(tick),
          align: 'center',
          tone: 'inkSoft',
        })),
      },
    );
  };
}
