import type {ProvinceRow, UnitBelow} from '../../api/answers.ts';
import {formatCount} from '../format.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import {shortOfficeName} from './office-name.ts';
import {sortProvinces} from './province-order.ts';
import {sortUnits} from './unit-order.ts';

/** Which of the units below lacks most; those that have nothing to enter are not among those that are done. */
export function headingOfUnits(below: readonly UnitBelow[]): string {
  const {title, titleDone, titleNone} = unitWords().offices;
  const asked = below.filter(({figures}) => figures.completion_rate.value !== null);
  const [worst] = sortUnits(asked, '-missing');
  if (!worst) return titleNone;
  return worst.files_missing === 0
    ? titleDone(asked.length)
    : title(shortOfficeName(worst.unit_name), formatCount(worst.files_missing));
}

/** Which province lacks most; of one that has nothing to enter nothing is said. */
export function headingOfProvinces(provinces: readonly ProvinceRow[]): string {
  const {title, titleDone, titleNone} = words().provinces;
  const asked = provinces.filter(({completion}) => completion.value !== null);
  const [worst] = sortProvinces(asked, {column: 'missing', descending: true});
  if (!worst) return titleNone;
  return worst.files_missing === 0 ? titleDone : title(worst.unit_name, formatCount(worst.files_missing));
}
