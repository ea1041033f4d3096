import type {DefectAgesAnswer} from '../../api/answers.ts';
import {formatCount} from '../format.ts';
import {workWords} from '../labels/work-words.ts';

/** The ages that offences are counted by, the youngest first. */
export const ageBuckets = ['up_to_7_days', 'up_to_14_days', 'up_to_30_days', 'over_30_days'] as const;

/** The offences of an age, or of all ages, of all rows. */
export const agesTogether = (
  {rows}: DefectAgesAnswer,
  column: (typeof ageBuckets)[number] | 'offences',
): number => rows.reduce((sum, row) => sum + row[column], 0);

/** How many of the open offences are old. */
export function ageHeading(answer: DefectAgesAnswer): string {
  const {ages} = workWords();
  const [all, old] = [agesTogether(answer, 'offences'), agesTogether(answer, 'over_30_days')];
  if (all === 0) return ages.titleNone;
  return old === 0 ? ages.titleYoung(formatCount(all)) : ages.title(formatCount(old), formatCount(all));
}
