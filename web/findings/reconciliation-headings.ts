import type {FormKind, ReconciliationRow} from '../../api/answers.ts';
import {formGap} from '../form-value.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {differing, type IdentityPair} from './gaps.ts';

/** The rows that have both sides; without paper there is nothing to agree with. */
export const compared = <Row extends Pick<ReconciliationRow, 'gap'>>(rows: readonly Row[]): Row[] =>
  rows.filter(({gap}) => gap !== null);

/** In how many indicators paper and platform differ, of those that both have. */
export function headingOfPaired(rows: readonly ReconciliationRow[]): string {
  const {title, titleNoPaper} = reconciliationWords().paired;
  const both = compared(rows);
  return both.length === 0 ? titleNoPaper : title(differing(both).length, both.length);
}

/** How many identities do not hold, of those that can be checked. */
export function headingOfIdentities(pairs: readonly IdentityPair[]): string {
  const {title, titleNone} = reconciliationWords().identitiesOf;
  const checked = pairs.flatMap(({paper, platform}) => [paper, platform]).filter((row) => row !== null);
  return checked.length === 0 ? titleNone : title(checked.filter(({residual}) => residual !== 0).length);
}

/** How the units stand in an indicator, the rows being those of it with the largest gap first. */
export function headingOfParts(rows: readonly ReconciliationRow[], form: FormKind): string {
  const {parts, paired} = reconciliationWords();
  const [largest] = rows;
  if (!largest || largest.gap === null) return paired.titleNoPaper;
  const banded = rows.filter(({band}) => band !== null);
  if (largest.code === 'TONG_THU_LY' && banded.length > 0) {
    return parts.titleProvinces(banded.filter(({band}) => band?.band === 'below').length, banded.length);
  }
  return largest.gap === 0 ? parts.titleNone : parts.titlePlain(largest.unit_name, formGap(largest, form));
}
