import type {OverviewAnswer} from '../../api/answers.ts';
import {formatCount, formatLimit, formatRate, formatRateBeside} from '../format.ts';
import {moneySumWords} from '../labels/money-sum-words.ts';
import {words} from '../labels/words.ts';
import type {Amount, wholeOf} from './money-sums.ts';

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

/** How the money data stand: how many provinces are below the floor, and the lowest of them. */
export function moneySentence({
  targets,
  provinces,
  nation,
}: Pick<OverviewAnswer, 'provinces' | 'targets'> & {
  nation: Pick<OverviewAnswer['nation'], 'money'>;
}): string {
  if (!targets.money) {
    const {value} = nation.money;
    return words().moneySentencePlain(value === null ? words().noFigure : formatRate(value));
  }
  const {floor} = targets.money;
  const missed = provinces.filter(({money}) => money.status === 'missed');
  const [lowest] = missed.toSorted((one, other) => (one.money.value ?? 0) - (other.money.value ?? 0));
  if (!lowest) return words().moneySentenceNone(formatLimit(floor));
  return words().moneySentence({
    provinces: missed.length,
    floor: formatLimit(floor),
    lowest: lowest.unit_name,
    rate: formatRateBeside(floor, lowest.money.value ?? 0),
  });
}

/** Of how many items an amount is known. */
export function headingOfCoverage(
  whole: Pick<ReturnType<typeof wholeOf>, 'items' | `items_${Amount}`>,
  amount: Amount,
): string {
  const {coverage, amounts} = moneySumWords();
  if (whole.items === 0) return coverage.titleNone;
  const known = whole[`items_${amount}`];
  return known === whole.items
    ? coverage.titleWhole(amounts[amount])
    : coverage.title(amounts[amount], formatRate(known / whole.items), formatCount(whole.items - known));
}

/** Whether the parts of money add up. */
export function headingOfIdentity({
  broken_items,
  whole_items,
}: Pick<ReturnType<typeof wholeOf>, 'broken_items' | 'whole_items'>): string {
  const {identity} = moneySumWords();
  if (whole_items === 0) return identity.titleNone;
  return broken_items === 0
    ? identity.titleGood(formatCount(whole_items))
    : identity.title(formatCount(broken_items), formatCount(whole_items));
}
