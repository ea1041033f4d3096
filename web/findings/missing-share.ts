import type {ProvinceRow} from '../../api/answers.ts';

/** The fewest provinces that together hold at least half of the missing files, and their share; null when none is missing. */
export function fewestHoldingHalf(
  provinces: readonly ProvinceRow[],
): {provinces: number; share: number} | null {
  const missing = provinces.map((province) => province.files_missing).sort((one, other) => other - one);
  const total = missing.reduce((sum, files) => sum + files, 0);
  if (total === 0) return null;
  let held = 0;
  for (const [index, files] of missing.entries()) {
    held += files;
    if (held * 2 >= total) return {provinces: index + 1, share: held / total};
  }
  return null;
}
