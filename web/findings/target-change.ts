import type {DayOff, TargetChange} from '../../api/answers.ts';
import {typedShare} from './places.ts';

/** What was typed into the form of a change, field by field. */
export type TypedChange = Readonly<Record<string, string>>;

/** The change that was typed; null when a goal or a floor is no number. Whether it makes sense, the API says. */
export function changeTyped(typed: TypedChange, isRate: boolean): TargetChange | null {
  const field = (name: string) => (typed[name] ?? '').trim();
  switch (field('kind')) {
    case 'holiday':
      return {kind: 'holiday', day: field('day'), name: field('name'), legal_basis: field('legal_basis')};
    case 'make_up_day':
      return {
        kind: 'make_up_day',
        day: field('day'),
        instead_of: field('instead_of'),
        legal_basis: field('legal_basis'),
      };
    case 'removed_day_off': {
      const [was, day] = field('removed').split(' ') as [DayOff['kind'], string];
      return {kind: 'removed_day_off', day, was, legal_basis: field('legal_basis')};
    }
    default: {
      const [goal, floor] = [figureTyped(field('goal'), isRate), figureTyped(field('floor'), isRate)];
      if (goal === null || floor === null) return null;
      return {
        kind: 'target',
        metric: field('metric') as Extract<TargetChange, {kind: 'target'}>['metric'],
        valid_from: field('valid_from'),
        goal,
        floor,
        deadline: field('deadline') || null,
        letter: field('letter'),
        clause: field('clause'),
      };
    }
  }
}

/** The days that may still be taken back: no published night was counted with them. */
export const daysAhead = (daysOff: readonly DayOff[], night: string): DayOff[] =>
  daysOff.filter(({day}) => day > night);

/** A rate as per cent, a count as it is; thousands may be parted by dots. */
function figureTyped(text: string, isRate: boolean): number | null {
  if (isRate) {
    const share = typedShare(text);
    return share === null ? null : Number(share);
  }
  return /^\d{1,3}(\.?\d{3})*$|^\d+$/.test(text) ? Number(text.replaceAll('.', '')) : null;
}
