import type {OverviewAnswer} from '../../api/answers.ts';
import {headingOfMap, stepsOfMap, subtitleOfMap, textInTile} from '../findings/map-words.ts';
import {tileValue} from '../findings/tile-values.ts';
import {statusSigns} from '../labels/status-signs.ts';
import {words} from '../labels/words.ts';
import type {Measure} from '../state.ts';
import type {Chart} from './chart.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import {placedSpec, type Box, type Label, type Line} from './placed.ts';
import {tintLegend, tints} from './tints.ts';

const gap = 4;
const sizes = {least: 46, most: 62};
const legendHeight = 34;

/** The provinces as equal squares where they lie, with the figure chosen, as on the first page. */
export const mapFigure = (answer: OverviewAnswer, measure: Measure): DrawnFigure => ({
  chart: mapChart(answer, measure),
  heading: headingOfMap(answer, measure),
  subtitle: subtitleOfMap(answer, measure),
  marks: [
    `${statusSigns.met} ${words().statuses.met}   ${statusSigns.missed} ${words().statuses.missed}`,
    ...abbreviations(answer),
  ],
  stamp: answer,
});

/** Away from the page nothing else says what the letters in a tile stand for. */
function abbreviations({tiles}: OverviewAnswer): string[] {
  const own = tiles.filter(({parent_id}) => parent_id === null);
  return [own.map(({abbreviation, name}) => `${abbreviation} ${name}`).join(', ')];
}

function mapChart({tiles, provinces}: OverviewAnswer, measure: Measure): Chart {
  const known = new Map(provinces.map((province) => [province.unit_id, province]));
  const columns = 1 + Math.max(0, ...tiles.map(({column}) => column));
  const rows = 1 + Math.max(0, ...tiles.map(({row}) => row));
  return (theme, width) => {
    const size = Math.min(sizes.most, Math.max(sizes.least, Math.floor((width - gap) / columns) - gap));
    const placed = tiles.flatMap(({unit_id, abbreviation, name, column, row, parent_id}) => {
      const province = known.get(parent_id ?? unit_id);
      if (!province) return [];
      const {value, status, tint} = tileValue(province, measure);
      const isPart = parent_id !== null;
      const isMissed = tint === 4;
      const [x, y] = [column * (size + gap), row * (size + gap)];
      const middle = x + size / 2;
      const box: Box = {
        x,
        y,
        width: size,
        height: size,
        fill: isMissed ? 'alarm' : 'accent',
        depth: isMissed ? 0.1 : (tints[tint ?? 0] ?? 0),
        ...(isPart
          ? {}
          : {edge: isMissed ? 'alarm' : tint === 0 ? 'inkSoft' : 'rule', edgeWidth: isMissed ? 2 : 1}),
      };
      const tone = isMissed ? 'alarm' : 'ink';
      const sign = !isPart && (status === 'met' || status === 'missed') ? ` ${statusSigns[status]}` : '';
      const labels: Label[] = [
        {x: middle, y: y + size * 0.36, text: `${abbreviation}${sign}`, align: 'center', isBold: true, tone},
        {x: middle, y: y + size * 0.68, text: textInTile(value, measure), align: 'center', tone},
      ];
      // An archipelago has its name in full beside it, on the side where the sea is.
      if (isPart) labels.push({x: x - gap, y: y + size + 10, text: name, align: 'left', tone: 'inkSoft'});
      return [{box, labels, lines: isPart ? dashesAround(box) : []}];
    });
    const height = rows * (size + gap) + legendHeight;
    const legend = tintLegend(stepsOfMap(measure), height - 12);
    return placedSpec(
      theme,
      {width: columns * (size + gap) - gap, height},
      {
        boxes: [...placed.map(({box}) => box), ...legend.boxes],
        lines: placed.flatMap(({lines}) => lines),
        labels: [...placed.flatMap(({labels}) => labels), ...legend.labels],
      },
    );
  };
}

/** What has no figures of its own has no edge of its own. */
function dashesAround({x, y, width, height}: Box): Line[] {
  const [right, bottom] = [x + width, y + height];
  const look = {tone: 'inkSoft', isDashed: true} as const;
  return [
    {x1: x, x2: right, y1: y, y2: y, ...look},
    {x1: right, x2: right, y1: y, y2: bottom, ...look},
    {x1: x, x2: right, y1: bottom, y2: bottom, ...look},
    {x1: x, x2: x, y1: y, y2: bottom, ...look},
  ];
}
