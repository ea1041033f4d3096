import type {CourseEvent} from '../../api/answers.ts';
import {formatDate} from '../format.ts';
import {standingWords} from '../labels/standing-words.ts';

/** What happened, until when it runs, and the document behind it. */
export function nameOfEvent({kind, deadline, letter, clause}: CourseEvent): string {
  const text = standingWords().events;
  const until = deadline === null ? '' : text.until(formatDate(deadline));
  if (letter === null) return `${text.names[kind]}${until}`;
  return `${text.names[kind]}${until} (${letter}${clause === null ? '' : text.clause(clause)})`;
}
