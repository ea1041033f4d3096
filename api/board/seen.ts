import {ApiError} from '../errors.ts';

/** What somebody did to a record, as the next one who changes it must have seen it. */
export interface LastChange {
  /** Its place in the history. */
  id: number;
  at: string;
  actor: string;
  /** What was done, in Vietnamese, as the end of a sentence. */
  what: string;
}

/** Refuses a change made over another that its author has not seen: `seen` is 0 before the first. */
export function mustHaveSeen(seen: number, last: LastChange | undefined): void {
  if (seen === (last?.id ?? 0)) return;
  throw new ApiError(
    'changed_meanwhile',
    last === undefined
      ? 'Bản bạn đang xem không có ở đây; hãy tải lại rồi thử lại.'
      : `Trong lúc bạn xem, ${last.actor} đã ${last.what} lúc ${spoken(last.at)}; hãy tải lại, xem thay đổi đó rồi quyết định.`,
  );
}

/** A moment as a sentence has it: `09:30:15 ngày 2026-04-02`. */
export const spoken = (moment: string): string => `${moment.slice(11, 19)} ngày ${moment.slice(0, 10)}`;
