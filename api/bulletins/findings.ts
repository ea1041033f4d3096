import {metrics, valueOf} from '../../warehouse/metrics.ts';
import type {Unit} from '../answers.ts';
import type {OpenVersion} from '../open-version.ts';
import type {AlertRule} from './alert-rules.ts';

/** A unit that breaks a rule on a night. */
export interface Finding {
  rule: AlertRule;
  unit_id: string;
  unit_name: string;
  /** Null for the nation. */
  province_id: string | null;
  value: number;
  /** The first of the nights on end on which it broke the rule. */
  since: string;
}

/** Every unit that breaks a rule on a night, by rule and with the worst first; rules whose time has not come find none. */
export async function findAlerts(
  rules: readonly AlertRule[],
  night: string,
  version: OpenVersion,
): Promise<Finding[]> {
  const watching = rules.filter((rule) => isWatching(rule, night));
  if (watching.length === 0) return [];
  const units = await version.rows<Unit>('units_in_force', {night});
  const provinces = new Map(units.map(({unit_id, province_id}) => [unit_id, province_id]));
  const found: Finding[] = [];
  for (const rule of watching) {
    for (const {unit_id, unit_name, spell} of await spellsOf(rule, night, version)) {
      const last = spell.at(-1)!;
      const province_id = provinces.get(unit_id) ?? null;
      found.push({rule, unit_id, unit_name, province_id, value: last.value, since: spell[0]!.night});
    }
  }
  return found;
}

/** Whether a rule looks at a night at all. */
export function isWatching({is_active, deadline, lead_days}: AlertRule, night: string): boolean {
  if (!is_active) return false;
  if (deadline === null || lead_days === null) return true;
  return daysBetween(night, deadline) <= lead_days;
}

/** Whether a value breaks a rule. */
export const breaks = (
  value: number,
  {comparison, threshold}: Pick<AlertRule, 'comparison' | 'threshold'>,
): boolean => (comparison === 'below' ? value < threshold : value > threshold);

interface Night {
  night: string;
  value: number;
}

/** The nights on end up to this one on which each unit broke a rule; units that keep it tonight are left out. */
async function spellsOf(
  rule: AlertRule,
  night: string,
  version: OpenVersion,
): Promise<{unit_id: string; unit_name: string; spell: Night[]}[]> {
  const tonight = await readValues(rule, {from: night, to: night}, version);
  if (!tonight.some(({value}) => breaks(value, rule))) return [];
  const all = await readValues(rule, {from: version.nights[0] ?? night, to: night}, version);
  const worst = rule.comparison === 'below' ? 1 : -1;
  return [...Map.groupBy(all, ({unit_id}) => unit_id).values()]
    .flatMap((nights) => {
      const {unit_id, unit_name, night: last} = nights.at(-1)!;
      const spell = nights.slice(1 + nights.findLastIndex(({value}) => !breaks(value, rule)));
      return last === night && spell.length > 0 ? [{unit_id, unit_name, spell}] : [];
    })
    .sort((one, other) => worst * (one.spell.at(-1)!.value - other.spell.at(-1)!.value));
}

interface Counted extends Night {
  unit_id: string;
  unit_name: string;
}

/** The values of a rule's metric, night by night; a unit without data on a night has none. */
export async function readValues(
  {metric, level, within}: Pick<AlertRule, 'metric' | 'level' | 'within'>,
  period: {from: string; to: string},
  version: OpenVersion,
): Promise<Counted[]> {
  const rows = await version.rows<{
    night: string;
    unit_id: string;
    unit_name: string;
    numerator: number | null;
    denominator: number | null;
  }>('metric_by_unit', {metric, level, unit: within, ...period});
  return rows.flatMap(({night, unit_id, unit_name, numerator, denominator}) => {
    const value = valueOf(metrics[metric].unit, numerator, denominator);
    return value === null ? [] : [{night, unit_id, unit_name, value}];
  });
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
