import type {Row} from '../../table.ts';
import type {PaperColumn} from '../paper.ts';
import {count, money, rate} from './form.ts';

/** Of an answer with a line for each unit and indicator, the lines of one unit. */
export interface OfUnit<Line> {
  unit_name: string;
  of: ReadonlyMap<string, Line>;
}

interface Indicated {
  unit_id: string;
  unit_name: string;
  code: string;
  code_name: string;
}

/** The lines of an answer unit by unit, in its own order. */
export const byUnit = <Line extends Indicated>(lines: readonly Line[]): OfUnit<Line>[] =>
  [...Map.groupBy(lines, ({unit_id}) => unit_id).values()].map((own) => ({
    unit_name: own[0]!.unit_name,
    of: new Map(own.map((line) => [line.code, line])),
  }));

/** The indicators of an answer with their names, in its own order. */
export const indicatorsOf = (lines: readonly Indicated[]): [code: string, name: string][] => [
  ...new Map(lines.map(({code, code_name}) => [code, code_name])),
];

/** The indicator that is a share of others, and no number of cases or đồng. */
const share = 'TY_LE';

/** A column of an indicator: cases are counted, money is in đồng, and one of them is a rate. */
export function indicatorColumn(
  form: 'VIEC' | 'TIEN',
  code: string,
  ...[key, heading, width, group]: Parameters<typeof count>
): PaperColumn {
  const made = code === share ? rate : form === 'TIEN' ? money : count;
  return made(key, heading, width, group);
}

/** The rows of units with what is told of each, numbered, and the row of all of them where it is known. */
export const numbered = <Line>(
  units: readonly OfUnit<Line>[],
  whole: OfUnit<Line> | undefined,
  told: (of: OfUnit<Line>['of']) => Row,
): {rows: Row[]; total?: Row} => ({
  rows: units.map(({unit_name, of}, index) => ({n: index + 1, unit: unit_name, ...told(of)})),
  ...(whole && {total: {n: null, unit: 'TỔNG CỘNG', ...told(whole.of)}}),
});

/** Columns that fit beside each other on a sheet, as many at a time. */
export const inParts = <One>(all: readonly One[], atATime: number): One[][] =>
  Array.from({length: Math.ceil(all.length / atATime)}, (_, i) => all.slice(i * atATime, (i + 1) * atATime));
