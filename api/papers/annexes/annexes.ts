import type {OfferedPaper} from '../offered.ts';
import {criticisedProvinces} from './criticised-provinces.ts';
import {fixList} from './fix-list.ts';
import {paperAgainstPlatform} from './paper-against-platform.ts';
import {rankingList} from './ranking-list.ts';
import {shortlistPaper} from './shortlist.ts';
import {statisticalForm} from './statistical-form.ts';

/** What goes with letters, in the order it is listed in. */
export const annexes: readonly OfferedPaper[] = [
  criticisedProvinces,
  paperAgainstPlatform,
  statisticalForm,
  fixList,
  rankingList,
  shortlistPaper,
];
