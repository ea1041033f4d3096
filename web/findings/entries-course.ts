import type {CourseEvent, EntryDay, OverviewAnswer, Target, UnitPageAnswer} from '../../api/answers.ts';
import {formatCount, formatDate} from '../format.ts';
import {words} from '../labels/words.ts';

/** How the files of a unit came in, and how they are to go on. */
export interface Course extends Pick<OverviewAnswer, 'night' | 'version' | 'demo' | 'pace'> {
  entries: readonly EntryDay[];
  completion: {numerator: number | null; denominator: number | null};
  missing: number;
  target: Target | null;
  /** What happened on the way that a document stands behind. */
  events?: readonly CourseEvent[] | null;
}

/** How the files of the whole nation came in. */
export function courseOfNation(answer: OverviewAnswer): Course {
  const {nation, targets} = answer;
  return {
    ...answer,
    completion: nation.completion,
    missing: nation.files_missing.numerator ?? 0,
    target: targets.completion,
  };
}

/** How the files of a unit came in; none where no day of it is known. */
export function courseOfUnit(answer: UnitPageAnswer): Course | null {
  const {entries, figures, files_missing, targets} = answer;
  if (!entries || entries.length === 0) return null;
  return {
    ...answer,
    entries,
    completion: figures.completion_rate,
    missing: files_missing,
    target: targets.completion_rate,
  };
}

/** What the course comes to, in a few words. */
export function headingOfCourse({
  pace,
  completion,
  missing,
  target,
}: Pick<Course, 'pace' | 'completion' | 'missing' | 'target'>): string {
  // Who has nothing to enter has not entered everything.
  if (!completion.denominator) return words().entries.none;
  if (missing === 0) return words().entries.done;
  if (!pace) {
    return target?.deadline
      ? words().entries.overdue(formatDate(target.deadline))
      : words().entries.unknown(formatCount(missing));
  }
  const {needed_per_working_day: needed, entered_per_working_day: entered} = pace;
  if (needed === null || entered === null) return words().entries.unknown(formatCount(missing));
  return entered >= needed
    ? words().entries.onTime(formatDate(pace.deadline))
    : words().entries.behind(formatDate(pace.deadline));
}
