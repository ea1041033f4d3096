/**
 * States what a night and an answer cost, as ratios against raw DuckDB doing the same work in the same run.
 * `npm run bench -- [scale] [runs]`
 */
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import autocannon from 'autocannon';
import {leadershipOf} from '../access.ts';
import type {RankingAnswer} from '../../api/campaign-schemas.ts';
import {writeDemo} from '../../warehouse/demo/demo.ts';
import {measureAnnexes} from './annexes.ts';
import {measureBrowser} from './browser.ts';
import type {Measured} from './measured.ts';
import {measurePapers} from './papers.ts';
import {measureTogether} from './together.ts';

const [scale = 1, runs = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'thads-bench-'));
const landing = join(folder, 'landing');
const kept = join(folder, 'kept');

try {
  const begun = performance.now();
  await writeDemo({landing, scale, seed: 2026, nights: ['2026-03-31']});
  say('Demo deliveries, one night', `${seconds((performance.now() - begun) / 1000)} at scale ${scale}`);
  measureNights();
  await measureAnswers();
  // The night after: what is opened has a night to go back to.
  await writeDemo({landing, scale, seed: 2026, nights: ['2026-04-01']});
  measure('night', kept);
  measurePapers(kept, say);
  measureAnnexes(kept, say);
  await measureTogether(kept, say);
  await measureBrowser(kept, say);
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/** Floor and night by turns, so that both meet the same machine; medians are compared. */
function measureNights(): void {
  const floors: Measured[] = [];
  const nights: Measured[] = [];
  for (let run = 0; run < runs; run += 1) {
    floors.push(measure('floor', mkdtempSync(join(folder, 'floor-'))));
    nights.push(measure('night', run === 0 ? kept : mkdtempSync(join(folder, 'night-'))));
  }
  const floor = median(floors);
  const night = median(nights);
  say('Floor: DuckDB alone', `${seconds(floor.seconds)}, peak ${megabytes(floor.megabytes)}`);
  for (const {step, seconds: taken} of floor.steps) say(`  ${step}`, seconds(taken));
  say('The night', `${seconds(night.seconds)}, peak ${megabytes(night.megabytes)}`);
  for (const {step, seconds: taken} of night.steps) say(`  ${step}`, seconds(taken));
  say('Night over floor', `${(night.seconds / floor.seconds).toFixed(2)} ×  (aim 1.5)`);
  say('Peak memory', `${megabytes(night.megabytes)}  (aim 1500 MB)`);
}

/** First answer after the start, and answers of a warm server under 50 connections. */
async function measureAnswers(): Promise<void> {
  const port = 3987;
  const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');
  const headers = leadershipOf(kept);
  const begun = performance.now();
  const server = spawn(process.execPath, [program, 'serve', '--data', kept, '--port', String(port)], {
    stdio: 'ignore',
  });
  try {
    const base = `http://127.0.0.1:${port}/api/v1`;
    while (!(await answers(`${base}/metrics/completion_rate`, headers)))
      await new Promise((wake) => setTimeout(wake, 5));
    say('First answer after start', `${seconds((performance.now() - begun) / 1000)}  (aim 1 s)`);
    for (const path of [
      '/metrics/completion_rate',
      '/metrics/money_coverage?level=province',
      '/pages/overview',
    ]) {
      await fetch(base + path, {headers});
      const {latency, requests, non2xx, errors} = await autocannon({
        url: base + path,
        headers,
        connections: 50,
        duration: 5,
      });
      say(
        `50 connections ${path}`,
        `p50 ${latency.p50} ms, p99 ${latency.p99} ms  (aim 10 ms), ${Math.round(requests.average)} answers a second, ` +
          `${non2xx + errors} failed`,
      );
    }
    await measureExplanations(`${base}/campaigns/nen-tang-so-2026`, headers);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

/** The ranking is made once for a version; after that each office's explanation is asked for the first time. */
async function measureExplanations(campaign: string, headers: Record<string, string>): Promise<void> {
  const begun = performance.now();
  const ranking = (await (await fetch(`${campaign}/ranking?kind=office`, {headers})).json()) as RankingAnswer;
  const first = `${campaign}/explanation?kind=province&candidate=${ranking.rows[0]?.province_id ?? '33'}`;
  await (await fetch(first, {headers})).arrayBuffer();
  say('Rankings of all kinds and the first explanation', seconds((performance.now() - begun) / 1000));
  const taken: number[] = [];
  for (const {unit_id} of [...ranking.rows, ...ranking.not_ranked]) {
    const asked = performance.now();
    const response = await fetch(`${campaign}/explanation?kind=office&candidate=${unit_id}`, {headers});
    await response.arrayBuffer();
    taken.push(performance.now() - asked);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)]!.toFixed(1);
  say(
    `Explanations of ${taken.length} offices, none asked before`,
    `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms  (aim 30 ms)`,
  );
}

function measure(side: 'floor' | 'night', data: string): Measured {
  const program = join(import.meta.dirname, 'measured.ts');
  return JSON.parse(
    execFileSync(process.execPath, [program, side, landing, data], {encoding: 'utf8'}),
  ) as Measured;
}

async function answers(url: string, headers: Record<string, string>): Promise<boolean> {
  return fetch(url, {headers}).then(
    async (response) => (await response.arrayBuffer(), response.ok),
    () => false,
  );
}

function median(all: readonly Measured[]): Measured {
  return all.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(all.length / 2)]!;
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(56)} ${figure}`);
}

function seconds(number: number): string {
  return `${number.toFixed(2)} s`;
}

function megabytes(number: number): string {
  return `${Math.round(number)} MB`;
}
