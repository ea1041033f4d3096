/**
 * A year of nights, one after the other: whether the last month's nights cost what the first month's did, and what a
 * night keeps on disk. Costs are processor seconds, which other work on the machine hardly changes.
 * `npm run bench:year -- [scale] [last night]`
 */
import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {writeDemo} from '../../warehouse/demo/demo.ts';
import {datesBetween} from '../../warehouse/moments.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';

const [scale = '0.01', last = '2027-01-19'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'thads-year-'));
const landing = join(folder, 'landing');
const data = join(folder, 'data');
const monthOfNights = 30;

try {
  const nights = datesBetween('2026-01-20', last);
  await writeDemo({landing, scale: Number(scale), seed: 2026, nights});
  const seconds: number[] = [];
  for (const date of nights) {
    const begun = process.cpuUsage();
    const {published, held, broken} = await runNightly({landing, data, date}, createReporter('quiet'));
    const {user, system} = process.cpuUsage(begun);
    seconds.push((user + system) / 1e6);
    if (published.length !== 1) throw new Error(`${date}: ${JSON.stringify({held, broken})}`);
    if (seconds.length % monthOfNights === 0) {
      console.log(
        `${date}  median of the last ${monthOfNights} nights ${median(seconds.slice(-monthOfNights)).toFixed(2)} s`,
      );
    }
  }
  const first = median(seconds.slice(0, monthOfNights));
  const end = median(seconds.slice(-monthOfNights));
  console.log(
    `First month ${first.toFixed(2)} s, last month ${end.toFixed(2)} s: ${(end / first).toFixed(2)} ×  (aim 1.3)`,
  );
  for (const part of ['lake', 'versions', 'deliveries']) {
    console.log(`${part} ${(sizeOf(join(data, part)) / 1e6 / nights.length).toFixed(2)} MB a night`);
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
}

function sizeOf(path: string): number {
  return readdirSync(path, {recursive: true, encoding: 'utf8'})
    .map((name) => statSync(join(path, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
