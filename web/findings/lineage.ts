import type {LineageAnswer} from '../../api/answers.ts';

type Reading = LineageAnswer['models'][number];

/** A model on the way from the deliveries to a model: how many steps before it, and what it reads. */
export interface LineageNode {
  model: string;
  /** 0 for the model itself, 1 for what it reads, and so on; the longest way counts. */
  steps: number;
  reads: readonly string[];
}

/** A model and everything it comes from, the model first; each as far away as its longest way. */
export function originsOf(model: string, readings: readonly Reading[]): LineageNode[] {
  const reads = Map.groupBy(readings, (reading) => reading.model);
  const namesRead = (name: string) => (reads.get(name) ?? []).map(({reads_model}) => reads_model);
  const steps = new Map([[model, 0]]);
  const waiting = [model];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const away = steps.get(next)! + 1;
    for (const name of namesRead(next)) {
      if ((steps.get(name) ?? 0) >= away || name === model) continue;
      steps.set(name, away);
      waiting.push(name);
    }
  }
  return [...steps]
    .map(([name, away]) => ({model: name, steps: away, reads: namesRead(name)}))
    .sort((one, other) => one.steps - other.steps || (one.model < other.model ? -1 : 1));
}

/** The models that read a model themselves. */
export const readersOf = (model: string, readings: readonly Reading[]): string[] =>
  readings.filter(({reads_model}) => reads_model === model).map((reading) => reading.model);
