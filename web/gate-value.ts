import type {GateAnswer} from '../api/answers.ts';
import {formatCount, formatDate, formatRate, formatRateBeside} from './format.ts';
import {rankingWords} from './labels/ranking-words.ts';
import {words} from './labels/words.ts';

/** Gates and keys whose numbers are fractions of 1. */
const rates: ReadonlySet<string> = new Set([
  'new_files_entered',
  'quality',
  'money',
  'quality_score',
  'finish_share',
]);

/** What a gate or key found, or asks: a rate, beside its threshold where there is one, a count, a day, or the exact moment. */
export function gateValue(
  value: GateAnswer['value'],
  gate: string,
  threshold: GateAnswer['threshold'] = null,
): string {
  if (value === null) return rankingWords().nothingFound[gate] ?? words().noFigure;
  if (typeof value === 'number' && typeof threshold === 'number' && rates.has(gate)) {
    return formatRateBeside(threshold, value);
  }
  if (typeof value === 'number') return rates.has(gate) ? formatRate(value) : formatCount(value);
  return value.length > 10 ? formatMoment(value) : formatDate(value);
}

/** A moment to the second, as letters write it: 21:18:23 24/3/2026. */
export const formatMoment = (moment: string): string => `${moment.slice(11, 19)} ${formatDate(moment)}`;
