import type {UnitPageAnswer, UnitStanding} from '../../api/answers.ts';
import {formatDate, formatPoints} from '../format.ts';
import {standingWords} from '../labels/standing-words.ts';

/** On which side of a median a figure is, in words: of its column, and with the unit for a sentence. */
export interface Verdict {
  side: 'above' | 'below' | 'level';
  text: string;
  points: string;
}

/** A unit's own figure where it is compared. */
export const figureCompared = ({figures}: UnitPageAnswer, {metric}: UnitStanding): number =>
  figures[metric].value ?? 0;

/** Beside the nation, then beside its size. */
export function verdictsOf(answer: UnitPageAnswer, standing: UnitStanding): Verdict[] {
  const value = figureCompared(answer, standing);
  const beside = (place: 'nation' | 'peers', median: number): Verdict => {
    const points = formatPoints(value - median);
    // What is written as nothing is level, whatever comes after its decimals.
    const side = /[1-9]/.test(points) ? (value > median ? 'above' : 'below') : 'level';
    const distance = points.replace(/^[+\-−]/, '');
    const {than, inPoints} = standingWords().peers;
    return {
      side,
      text: than(place, distance, side),
      points: than(place, side === 'level' ? distance : inPoints(distance), side),
    };
  };
  return [
    beside('nation', standing.median),
    ...(standing.peers ? [beside('peers', standing.peers.median)] : []),
  ];
}

/** In how many figures a unit is below the nation. */
export const headingOfPeers = (answer: UnitPageAnswer, standings: readonly UnitStanding[]): string =>
  standingWords().peers.title(
    standings.filter((one) => figureCompared(answer, one) < one.median).length,
    standings.length,
  );

/** With whom a unit is compared, and when. */
export function subtitleOfPeers({unit, night}: UnitPageAnswer, {of, peers}: UnitStanding): string {
  const {subtitle, subtitleWithPeers, sizes} = standingWords().peers;
  return peers
    ? subtitleWithPeers(
        unit.unit_name,
        of,
        {of: peers.of, size: sizes[peers.size_band] ?? peers.size_band},
        formatDate(night),
      )
    : subtitle(unit.unit_name, of, formatDate(night));
}
