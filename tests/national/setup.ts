import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestProject} from 'vitest/node';
import {startServer} from '../../api/server.ts';
import {writeDemo} from '../../warehouse/demo/demo.ts';
import {runNightly, type NightlyOutcome} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the nation's two nights are served. */
    nationalUrl: string;
    /** The data folder they were published in, and what the night said of it. */
    nationalData: string;
    nationalOutcome: NightlyOutcome;
  }
}

/** The nights of the suite: a week apart, so that comparisons have something to compare. */
export const nationalNights = ['2026-03-24', '2026-03-31'];

/** Puts the whole nation through the real pipeline once, serves it, and cleans up after the suite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'thads-national-'));
  const landing = join(folder, 'landing');
  const data = join(folder, 'data');
  await writeDemo({landing, scale: 1, seed: 2026, nights: nationalNights});
  const outcome = await runNightly({landing, data}, createReporter('quiet'));
  const server = await startServer({data, port: 0, host: '127.0.0.1'});
  project.provide('nationalUrl', server.url);
  project.provide('nationalData', data);
  project.provide('nationalOutcome', outcome);
  return async () => {
    await server.close();
    await rm(folder, {recursive: true, force: true});
  };
}
