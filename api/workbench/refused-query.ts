/** Why a query was not run, or had to be stopped; a stable code each. */
export type QueryTrouble =
  | 'query_not_readable'
  | 'query_not_allowed'
  | 'query_unknown_table'
  | 'query_parameters'
  | 'query_too_deep'
  | 'query_too_wide'
  | 'query_failed'
  | 'query_out_of_memory'
  | 'query_too_slow'
  | 'query_cancelled'
  | 'query_crashed';

/** What is wrong with a query, as it goes from the child process to the one who asked. */
export interface Trouble {
  code: QueryTrouble;
  /** A Vietnamese sentence: what happened, and what to do. */
  sentence: string;
  /** Where in the text, counted in bytes of UTF-8. */
  byte?: number | undefined;
  /** Names that may have been meant. */
  candidates?: readonly string[] | undefined;
}

/** A query that is not run, or did not finish. */
export class RefusedQuery extends Error {
  override name = 'RefusedQuery';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.sentence);
    this.trouble = trouble;
  }
}

/** A query that the gate does not let through. */
export const notAllowed = (sentence: string, byte?: number, candidates?: readonly string[]): RefusedQuery =>
  new RefusedQuery({code: 'query_not_allowed', sentence, byte, candidates});

/** Why a query is made to end before it has. */
export type Ending = Extract<QueryTrouble, 'query_too_slow' | 'query_cancelled' | 'query_out_of_memory'>;

const endings = {
  query_too_slow:
    'Câu SQL chạy quá thời gian cho phép nên đã bị dừng; hãy lọc bớt dòng hoặc tổng hợp sớm hơn.',
  query_cancelled: 'Câu SQL đã được dừng theo yêu cầu.',
  query_out_of_memory:
    'Câu SQL cần nhiều bộ nhớ hơn mức cho phép; hãy lọc bớt dòng, chọn ít cột hoặc tổng hợp sớm hơn.',
} as const satisfies Record<Ending, string>;

/** A query that was made to end. */
export const ended = (code: Ending): RefusedQuery => new RefusedQuery({code, sentence: endings[code]});
