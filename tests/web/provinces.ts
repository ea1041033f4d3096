import type {Figure, ProvinceRow, TrackedFigure} from '../../api/answers.ts';

/** A province in which so many of so many files are entered, and so many of its files with money complete. */
export function province(
  unit_id: string,
  unit_name: string,
  {entered, required}: {entered: number; required: number},
  {complete, withMoney}: {complete: number; withMoney: number},
): ProvinceRow {
  const money = tracked(figure(complete, withMoney, 0.05));
  return {
    unit_id,
    unit_name,
    completion: tracked(figure(entered, required, 0.95)),
    files_missing: required - entered,
    offices: 1,
    money,
    money_items: money,
    money_amount: money,
    money_files_missing: withMoney - complete,
  };
}

function figure(numerator: number, denominator: number, floor: number): Figure {
  if (denominator === 0) return {numerator, denominator, value: null, status: 'no_data'};
  const value = numerator / denominator;
  return {numerator, denominator, value, status: value === 1 ? 'met' : value >= floor ? 'near' : 'missed'};
}

const tracked = (now: Figure): TrackedFigure => ({...now, previous: null, history: []});
