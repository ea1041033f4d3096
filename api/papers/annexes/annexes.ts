import type {OfferedPaper} from '../offered.ts';
import {criticisedProvinces} from './criticised-provinces.ts';
import {fixList} from './fix-list.ts';

/** What goes with letters, in the order it is listed in. */
export const annexes: readonly OfferedPaper[] = [criticisedProvinces, fixList];
