import type {NightStamp, Unit} from '../../answers.ts';
import {unit} from '../../routes/units.ts';
import {unitAnswer} from '../../schemas.ts';
import {ask} from '../asking.ts';
import type {PaperWorld} from '../offered.ts';
import {department, type Agency, type Paper, type PaperColumn, type Stamp} from '../paper.ts';

/** What every annex has alike: who issues and signs it, and to whom it goes. */
export async function annexForm(
  world: PaperWorld,
): Promise<Required<Pick<Paper, 'annex' | 'attachedTo' | 'agency' | 'signature' | 'copies'>>> {
  const {person} = world;
  if (person.role !== 'tinh' || person.province === undefined) {
    return {
      annex: 'Phụ lục I',
      attachedTo: 'Công văn',
      agency: department,
      signature: ['KT. CỤC TRƯỞNG', 'PHÓ CỤC TRƯỞNG'],
      copies: ['Thi hành án dân sự các tỉnh, thành phố', 'Cục trưởng (để b/c)'],
    };
  }
  const {unit: own} = await ask(unit, unitAnswer, {params: {id: person.province}}, world);
  return {
    annex: 'Phụ lục I',
    attachedTo: 'Công văn',
    agency: agencyOf(own),
    signature: ['TRƯỞNG THI HÀNH ÁN DÂN SỰ'],
    copies: ['Cục Quản lý THADS (để b/c)'],
  };
}

/** A province's own office as it issues papers; its place is its name without what kind of place it is. */
const agencyOf = ({unit_name}: Unit): Agency => ({
  parent: department.name,
  name: unit_name.replace(/^THADS /, 'Thi hành án dân sự ').toLocaleUpperCase('vi'),
  place: unit_name.replace(/^(THADS|Thi hành án dân sự) (tỉnh|thành phố) /, ''),
  symbol: 'THADS',
});

/** Where the figures of an answer come from, and by which rules they were judged. */
export const stampFrom = ({night, version, demo}: NightStamp, rules?: string): Stamp => ({
  night,
  version,
  demo,
  ...(rules === undefined ? {} : {rules}),
});

const column =
  (kind: PaperColumn['kind']) =>
  (key: string, heading: string, width: number, group?: string): PaperColumn => ({
    key,
    heading,
    kind,
    width,
    ...(group === undefined ? {} : {group}),
  });

export const text = column('text');
export const count = column('count');
export const rate = column('rate');
export const money = column('money');
export const date = column('date');
