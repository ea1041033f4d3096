/** What an answer says when it is none. */

/** Of a text that was sent in: where it is wrong, counted from 1 in characters, and what may have been meant. */
export interface ProblemHints {
  line?: number | undefined;
  column?: number | undefined;
  candidates?: string[] | undefined;
}

/** RFC 9457 problem details; `code` is stable and what web translates. */
export interface Problem extends ProblemHints {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}
