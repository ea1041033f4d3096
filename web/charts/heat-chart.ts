import type {UnitBelow, UnitPageAnswer} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {
  qualityColumns,
  qualityOf,
  qualityStep,
  sortByQuality,
  type QualityColumn,
} from '../findings/quality-order.ts';
import {formatDate, formatPercentNumber, formatRate} from '../format.ts';
import {qualityWords} from '../labels/quality-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {unitWords} from '../labels/unit-words.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import {tableChart, type Column} from './table-chart.ts';
import {tints} from './tints.ts';

/** The units below a unit by pillar of quality, in the order chosen: the darker, the lower, with the score in it. */
export function heatFigure(answer: UnitPageAnswer, order: string): DrawnFigure {
  const {below, unit, night} = answer;
  const {heat} = qualityWords();
  const columns: Column<UnitBelow>[] = [
    {title: unitWords().columns.name, text: (row) => shortOfficeName(row.unit_name)},
    ...qualityColumns.map(scoreColumn),
  ];
  return {
    chart: tableChart(columns, sortByQuality(below, order)),
    heading: headingOfHeat(below),
    subtitle: heat.subtitle(unitNameShown(unit.unit_name), formatDate(night)),
    marks: [heat.picture],
    stamp: answer,
  };
}

/** Which unit's score of quality is lowest. */
export function headingOfHeat(below: readonly UnitBelow[]): string {
  const [worst] = sortByQuality(below, 'score');
  const score = worst ? qualityOf(worst, 'score') : null;
  return worst && score !== null
    ? qualityWords().heat.title(shortOfficeName(worst.unit_name), formatRate(score))
    : qualityWords().heat.titleNone;
}

const scoreColumn = (column: QualityColumn): Column<UnitBelow> => ({
  title: unitWords().metrics[`quality_${column}`],
  width: 110,
  align: 'center',
  text: (row) => {
    const value = qualityOf(row, column);
    return value === null ? '–' : formatPercentNumber(value);
  },
  isBold: (row) => isLow(qualityOf(row, column)),
  draw: (row, place) => {
    const value = qualityOf(row, column);
    if (value === null) return {};
    const [x, y] = [place.x + place.width / 2, place.y + place.height - 4];
    return {
      boxes: [{...place, fill: 'accent', depth: tints[qualityStep(value)]}],
      lines: isLow(value) ? [{x1: x - 20, x2: x + 20, y1: y, y2: y, tone: 'ink', isDashed: true}] : [],
    };
  },
});

const isLow = (value: number | null) => value !== null && qualityStep(value) === 3;
