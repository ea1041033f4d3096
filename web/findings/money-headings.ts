import type {OverviewAnswer} from '../../api/answers.ts';
import {formatCount, formatLimit} from '../format.ts';
import {moneySumWords} from '../labels/money-sum-words.ts';
import {words} from '../labels/words.ts';
import type {wholeOf} from './money-sums.ts';

/** How many provinces are below the floor of money data. */
export function headingOfMoney({provinces, targets}: Pick<OverviewAnswer, 'provinces' | 'targets'>): string {
  if (!targets.money) return words().money.titlePlain;
  const below = provinces.filter(({money}) => money.status === 'missed').length;
  const floor = formatLimit(targets.money.floor);
  if (below > 0) return words().money.title(below, provinces.length, floor);
  // Of a province without data nobody can say that it is above the floor.
  const allKnown = provinces.every(({money}) => money.value !== null);
  return allKnown ? words().money.titleNone(floor) : words().money.titlePlain;
}

/** Whether the parts of money add up. */
export function headingOfIdentity({
  broken_items,
  whole_items,
}: Pick<ReturnType<typeof wholeOf>, 'broken_items' | 'whole_items'>): string {
  const {identity} = moneySumWords();
  return broken_items === 0
    ? identity.titleGood(formatCount(whole_items))
    : identity.title(formatCount(broken_items), formatCount(whole_items));
}
