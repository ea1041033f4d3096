import type {StatusAnswer} from '../../api/answers.ts';

/** A step of a night, and when it began. */
export interface NightStep {
  name: string;
  begins: number;
  seconds: number;
}

/** The steps of a night one after the other; the night they all name is left out. */
export function nightSteps(steps: StatusAnswer['steps']): NightStep[] {
  let begins = 0;
  return steps.map(({step, seconds}) => {
    const [, name = step] = /^Đêm [\d-]+: (.*)$/.exec(step) ?? [];
    const placed = {name, begins, seconds};
    begins += seconds;
    return placed;
  });
}

/** The step that took longest; undefined when there is none. */
export const longestStep = (steps: readonly NightStep[]): NightStep | undefined =>
  steps.toSorted((one, other) => other.seconds - one.seconds)[0];
