import type {OverviewAnswer, ProvinceRow} from '../../api/answers.ts';

const MOST_ROWS = 7;
const MOST_MONEY_ROWS = 4;

/** A matter that waits for somebody's decision: a province, what is wrong there, in how many files, until when. */
export interface Decision {
  unitId: string;
  unitName: string;
  problem: 'money' | 'files';
  rate: number | null;
  files: number;
  deadline: string | null;
}

/** The matters to decide, at most seven unless more are asked for, and how many there are in all. */
export function decisionsNeeded(
  provinces: readonly ProvinceRow[],
  targets: OverviewAnswer['targets'],
  most = MOST_ROWS,
): {decisions: Decision[]; all: number} {
  const money = provinces
    .filter((province) => province.money.status === 'missed')
    .sort((one, other) => (one.money.value ?? 0) - (other.money.value ?? 0))
    .map((province): Decision => ({
      unitId: province.unit_id,
      unitName: province.unit_name,
      problem: 'money',
      rate: province.money.value,
      files: province.money_files_missing,
      deadline: targets.money?.deadline ?? null,
    }));
  const files = provinces
    .filter((province) => province.files_missing > 0)
    .sort((one, other) => other.files_missing - one.files_missing)
    .map((province): Decision => ({
      unitId: province.unit_id,
      unitName: province.unit_name,
      problem: 'files',
      rate: province.completion.value,
      files: province.files_missing,
      deadline: targets.completion?.deadline ?? null,
    }));
  // Neither kind may push the other off the list while both are waiting.
  const shownMoney = money.slice(0, Math.max(MOST_MONEY_ROWS, most - files.length));
  return {
    decisions: [...shownMoney, ...files.slice(0, most - shownMoney.length)],
    all: money.length + files.length,
  };
}
