import type {OfferedPaper} from '../offered.ts';
import {criticisedProvinces} from './criticised-provinces.ts';

/** What goes with letters, in the order it is listed in. */
export const annexes: readonly OfferedPaper[] = [criticisedProvinces];
