import type {UnitPageAnswer, UnitStanding} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {figureCompared, headingOfPeers, subtitleOfPeers, verdictsOf} from '../findings/peers.ts';
import {formatRate} from '../format.ts';
import {standingWords} from '../labels/standing-words.ts';
import {unitWords} from '../labels/unit-words.ts';
import type {DrawnFigure} from './drawn-figure.ts';
import type {Placed} from './placed.ts';
import {tableChart, type Place} from './table-chart.ts';

/** A province's four figures beside the median of the nation and of its size; null where nothing is compared. */
export function peersFigure(answer: UnitPageAnswer): DrawnFigure | null {
  const {standings, unit} = answer;
  const [first] = standings ?? [];
  if (!standings || !first) return null;
  const text = standingWords().peers;
  const number = {width: 64, align: 'right' as const};
  return {
    chart: tableChart<UnitStanding>(
      [
        {title: text.metric, width: 150, text: ({metric}) => unitWords().metrics[metric]},
        {
          title: shortOfficeName(unit.unit_name),
          ...number,
          width: 76,
          text: (row) => formatRate(figureCompared(answer, row)),
          isBold: () => true,
        },
        {title: text.nation, ...number, text: ({median}) => formatRate(median)},
        {title: text.sameSize, ...number, text: ({peers}) => (peers ? formatRate(peers.median) : '–')},
        {
          title: text.marks,
          draw: (row, place) => barWithMedians(figureCompared(answer, row), row, place),
        },
        {
          title: text.verdict,
          width: 310,
          text: (row) =>
            verdictsOf(answer, row)
              .map((verdict) =>
                verdict.side === 'below' ? `${text.belowSign} ${verdict.text}` : verdict.text,
              )
              .join('; '),
        },
      ],
      standings,
    ),
    heading: headingOfPeers(answer, standings),
    subtitle: subtitleOfPeers(answer, first),
    marks: [text.legend],
    stamp: answer,
  };
}

function barWithMedians(value: number, {median, peers}: UnitStanding, {x, y, width, height}: Place): Placed {
  const bar = {x, y: y + 7, height: height - 14};
  const nation = x + width * median;
  return {
    boxes: [
      {...bar, width, fill: 'accent', depth: 0.16},
      {...bar, width: width * value, fill: 'inkSoft'},
    ],
    lines: [{x1: nation, x2: nation, y1: y + 2, y2: y + height - 2, tone: 'ink', width: 2}],
    signs: peers
      ? [{x: x + width * peers.median, y: y + height / 2, shape: 'diamond', tone: 'accent', isHollow: true}]
      : [],
  };
}
