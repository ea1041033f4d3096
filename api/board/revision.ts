import type {Store} from '../state/store.ts';

/** How often the board did anything: what is kept under a smaller number may be out of date. */
export const boardRevision = ({db}: Store): number =>
  Number(
    db
      .prepare(
        `select
             (select count(*) from board_rules)
             + (select count(*) + count(decided_at) from board_freezes)
             + (select count(*) + count(decided_at) from board_objections)
             + (select count(*) from board_sizes)
             + (select count(*) from board_steps) as revision`,
      )
      .get()!['revision'],
  );
