/** A delivery that is not what its package says, or not what the contract wants: nothing of it lands. */
export class RefusedDelivery extends Error {
  override name = 'RefusedDelivery';
  /** Which one: `2026-03-31/to-chuc-tha`. */
  readonly delivery: string;
  /** Every reason found, each a Vietnamese sentence with file, line, column, value and what to do. */
  readonly reasons: readonly string[];

  constructor(delivery: string, reasons: readonly string[]) {
    super(`Bản giao ${delivery} bị từ chối: ${reasons.join(' ')}`);
    this.delivery = delivery;
    this.reasons = reasons;
  }
}

/** One promise that did not hold: the check, how many rows broke it, and a few of them. */
export interface Failure {
  check: string;
  rows: number;
  examples: readonly string[];
}

/** A night that must not be published: the data broke a promise we make to readers. */
export class BrokenNight extends Error {
  override name = 'BrokenNight';
  readonly night: string;
  readonly failures: readonly Failure[];

  constructor(night: string, failures: readonly Failure[]) {
    super(
      `Đêm ${night} không được công bố: ${failures
        .map(({check, rows, examples}) => `${check} (${rows} dòng, ví dụ ${examples.join('; ')})`)
        .join(', ')}. Phiên bản trước vẫn giữ nguyên.`,
    );
    this.night = night;
    this.failures = failures;
  }
}

/** A command that cannot be carried out as it was typed. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}
