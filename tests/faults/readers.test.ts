/** Readers ask while nights are killed at any moment: every answer is whole and of one version, and no run needs help. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {setTimeout as wait} from 'node:timers/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {MetricAnswer, OverviewAnswer} from '../../api/answers.ts';
import {leadershipOf} from '../access.ts';
import {caseFiles, onNightGround} from '../night-ground.ts';
import {filesBelow} from '../deliveries.ts';

const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');

/** Each night holds a file more, so that a figure tells which night it is of: ten are to be entered. */
const nights = ['2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27', '2026-03-28'];
const missingOn = (night: string) => 9 - nights.indexOf(night);
const killsPerNight = 3;

test(
  'killing nights at random moments never tears an answer, and the nights are published in the end',
  () =>
    onNightGround(async (ground) => {
      const deliverNight = (night: string) =>
        ground.deliver(night, {
          ho_so: caseFiles(1 + nights.indexOf(night)),
          chi_tieu_nhap: [
            {
              ma_don_vi: '38.KV01',
              ma_can_bo: '-',
              he_thong: 'TCTHA',
              loai_du_lieu: 'TON_CU',
              so_phai_nhap: 10,
            },
          ],
        });
      deliverNight(nights[0]!);
      await ground.count();

      const server = spawn(
        process.execPath,
        [program, 'serve', '--port', '0', '--data', ground.folder.root],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const url = await addressOf(server);
      const headers = leadershipOf(ground.folder.root);
      const seen = new Set<string>();
      const torn: string[] = [];
      let isAsking = true;
      const readers = Array.from({length: 3}, async (_, reader) => {
        for (let n = 0; isAsking; n++) {
          // A new question each time, so that the database is read and not the finished answers.
          const as_of = new Date(Date.UTC(2027, reader, n)).toISOString().slice(0, 10);
          torn.push(...(await askOnce({url, headers}, as_of, seen)));
          await wait(20);
        }
      });

      const random = randomFrom(20260331);
      try {
        for (const night of nights.slice(1)) {
          deliverNight(night);
          for (let kill = 0; kill < killsPerNight; kill++) {
            const run = spawn(
              process.execPath,
              [program, 'nightly', '--landing', ground.landing, '--data', ground.folder.root],
              {stdio: 'ignore'},
            );
            const ended = once(run, 'exit');
            await Promise.race([wait(300 + random() * 3000), ended]);
            run.kill('SIGKILL');
            await ended;
          }
          const last = await ground.thads('nightly');
          expect([last.code, last.stderr]).toEqual([0, expect.not.stringContaining('Error') as string]);
          expect(ground.inForce()?.night).toBe(night);
          await expect.poll(() => [...seen].at(-1), {timeout: 30_000}).toBe(ground.inForce()?.version);
        }
      } finally {
        isAsking = false;
        await Promise.all(readers);
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      expect(torn).toEqual([]);
      expect([...seen].map((version) => version.slice(0, 10))).toEqual(nights);
      expect(
        filesBelow(ground.folder.root).filter((path) => /^scratch|draft|lock|unfinished|\.wal$/.test(path)),
      ).toEqual([]);
    }),
  300_000,
);

/** Asks for a figure and for the first page, and gives back what does not fit together. */
async function askOnce(
  {url, headers}: {url: string; headers: Record<string, string>},
  as_of: string,
  seen: Set<string>,
): Promise<string[]> {
  const torn: string[] = [];
  for (const path of [`metrics/files_missing?as_of=${as_of}`, `pages/overview?as_of=${as_of}`]) {
    const response = await fetch(`${url}/api/v1/${path}`, {headers});
    const text = await response.text();
    if (response.status !== 200) {
      torn.push(`${path}: ${response.status} ${text}`);
      continue;
    }
    const answer = JSON.parse(text) as MetricAnswer | OverviewAnswer;
    const missing = 'nation' in answer ? answer.nation.files_missing.value : answer.rows[0]?.value;
    const header = response.headers.get('x-thads-version');
    if (
      header !== answer.version ||
      !answer.version.startsWith(answer.night) ||
      missing !== missingOn(answer.night)
    ) {
      torn.push(`${path}: ${header} ${answer.version} ${answer.night} ${missing}`);
    }
    seen.add(answer.version);
  }
  return torn;
}

async function addressOf(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({input: server.stdout!})) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('The server ended before it listened.');
}

/** The same numbers between 0 and 1 in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
