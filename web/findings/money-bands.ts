import type {ProvinceRow} from '../../api/answers.ts';
import {moneyBands, type MoneyBandId} from '../state.ts';

const upperLimits: readonly number[] = [0.05, 0.5, 0.9, 0.99, 1];

/** The band a share of money data falls into; null where there is none to tell. */
export function moneyBandOf(value: number | null): MoneyBandId | null {
  if (value === null) return null;
  const band = upperLimits.findIndex((limit) => value < limit);
  return moneyBands[band === -1 ? upperLimits.length : band] ?? null;
}

/** How many provinces each band holds, lowest band first. */
export function countMoneyBands(provinces: readonly ProvinceRow[]): {band: MoneyBandId; provinces: number}[] {
  return moneyBands.map((band) => ({
    band,
    provinces: provinces.filter((province) => moneyBandOf(province.money.value) === band).length,
  }));
}
