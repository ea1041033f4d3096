import type {Status} from '../../api/answers.ts';

/** The sign that stands before a status, readable without colour. */
export const statusSigns: Record<Status, string> = {
  met: '●',
  near: '◐',
  missed: '◆',
  no_target: '○',
  no_data: '–',
};
