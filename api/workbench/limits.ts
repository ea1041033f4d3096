/** What one query may take (6-security § 6.3). */
export interface QueryLimits {
  /** After so many milliseconds a query is told to stop. */
  time: number;
  /** So many milliseconds later its process is killed. */
  grace: number;
  /** Resident memory of its process, in bytes. */
  memory: number;
  /** Rows on the screen, and in a file. */
  screenRows: number;
  fileRows: number;
  /** Of the whole answer, and of one cell, in bytes. */
  answer: number;
  cell: number;
  columns: number;
}

/** What all queries together may take. */
export interface ServiceLimits {
  /** Queries that run at a time: of everybody, and of one person. */
  atOnce: number;
  perPerson: number;
  /** Queries that wait for their turn: of everybody, and of one person. */
  waiting: number;
  waitingPerPerson: number;
}

export const queryLimits: QueryLimits = {
  time: 10_000,
  grace: 1_000,
  memory: 800_000_000,
  screenRows: 10_000,
  fileRows: 1_000_000,
  answer: 20_000_000,
  cell: 1_000_000,
  columns: 500,
};

export const serviceLimits: ServiceLimits = {atOnce: 4, perPerson: 2, waiting: 64, waitingPerPerson: 8};
