import type {Signal, SignalRow, SignalsAnswer} from '../../api/answers.ts';

/** How often each sign was found at one unit. */
export interface UnitSignals {
  unit_id: string;
  unit_name: string;
  found: Readonly<Partial<Record<Signal['signal'], number>>>;
}

/** The sign that was found most often; null when none was. */
export const mostFound = ({signals}: Pick<SignalsAnswer, 'signals'>): Signal | null =>
  signals
    .filter(({occurrences}) => occurrences > 0)
    .toSorted((one, other) => other.occurrences - one.occurrences)[0] ?? null;

/** One line for each unit, in the order of a sign, or as they came; `-` puts the most first. */
export function signalsByUnit(rows: readonly SignalRow[], order: string): UnitSignals[] {
  const lines = [...Map.groupBy(rows, ({unit_id}) => unit_id).values()].map((own): UnitSignals => ({
    unit_id: own[0]!.unit_id,
    unit_name: own[0]!.unit_name,
    found: Object.fromEntries(own.map(({signal, occurrences}) => [signal, occurrences])),
  }));
  const column = order.replace(/^-/, '');
  const isKnown = rows.some(({signal}) => signal === column);
  if (!isKnown) return order.startsWith('-') ? lines.toReversed() : lines;
  const of = ({found}: UnitSignals) => found[column as Signal['signal']] ?? 0;
  const direction = order.startsWith('-') ? -1 : 1;
  return lines.toSorted((one, other) => direction * (of(one) - of(other)));
}
