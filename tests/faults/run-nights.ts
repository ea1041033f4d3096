/** Runs one night after another, as a list of `NightToRun` on its standard input says, and prints each `NightRun`. */
import {text} from 'node:stream/consumers';
import {diskTrouble} from '../../warehouse/disk-trouble.ts';
import {runNightly, type NightlyOutcome} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';

/** A night, and what its process is told by the environment. */
export interface NightToRun {
  landing: string;
  data: string;
  env: Record<string, string>;
}

/** How it went: an outcome, or an error and the sentence for it. */
export interface NightRun {
  outcome?: NightlyOutcome;
  error?: {message: string; sentence: string | undefined};
}

for (const {landing, data, env} of JSON.parse(await text(process.stdin)) as NightToRun[]) {
  Object.assign(process.env, env);
  let run: NightRun;
  try {
    run = {outcome: await runNightly({landing, data}, createReporter('quiet'))};
  } catch (error) {
    run = {error: {message: String(error), sentence: diskTrouble(error)}};
  }
  for (const name of Object.keys(env)) delete process.env[name];
  process.stdout.write(`${JSON.stringify(run)}\n`);
}
