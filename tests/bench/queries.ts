/**
 * States what a small query of a person costs over the same query on an open connection, what the gate takes of it, and
 * what a process that waits weighs. `node tests/bench/queries.ts [scale] [runs]`
 */
import {readFileSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DuckDBInstance} from '@duckdb/node-api';
import {checkQuery} from '../../api/workbench/gate.ts';
import {openParser} from '../../api/workbench/hardened.ts';
import {publishedTables} from '../../api/workbench/published.ts';
import {startServer} from '../../api/server.ts';
import {readCurrent} from '../../warehouse/current.ts';
import {writeDemo} from '../../warehouse/demo/demo.ts';
import {dataFolder} from '../../warehouse/folders.ts';
import {runNightly} from '../../warehouse/nightly.ts';
import {createReporter} from '../../warehouse/report.ts';
import {createToken} from '../access.ts';

const [scale = 1, runs = 50] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'thads-bench-'));
const landing = join(folder, 'landing');
const data = join(folder, 'data');

/** What analysts ask all day, small answers all of them. */
const queries = [
  'select count(*) from marts.case_files',
  'select office_id, count(*) as files from marts.case_files group by all order by files desc limit 20',
  `with live as (from marts.case_files where accepted_on >= date '2026-01-01')
   select date_trunc('month', accepted_on) as month, count(*), sum(due_vnd) from live group by all order by all`,
  `select metric_id, sum(numerator) / nullif(sum(denominator), 0) from history.office_metrics group by all order by all`,
  `select * from marts.units qualify row_number() over (partition by province_id order by unit_id) = 1`,
];

try {
  await writeDemo({landing, scale, seed: 2026, nights: ['2026-03-31']});
  await runNightly({landing, data}, createReporter('quiet'));
  await measureGate();
  await measureQueries();
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/** The gate alone, in this process. */
async function measureGate(): Promise<void> {
  const parser = await openParser();
  const instance = await DuckDBInstance.create(fileInForce(), {access_mode: 'READ_ONLY'});
  const db = await instance.connect();
  const published = await publishedTables(db);
  const taken: number[] = [];
  for (let run = 0; run < 20 * runs; run++) {
    for (const sql of queries) taken.push(await timed(() => checkQuery(sql, published, parser)));
  }
  db.closeSync();
  instance.closeSync();
  say('Gate', `p50 ${milliseconds(at(taken, 0.5))}, p99 ${milliseconds(at(taken, 0.99))}  (aim 5 ms)`);
}

/** By HTTP from sign-in to last byte, and on an open connection, by turns so that both meet the same machine. */
async function measureQueries(): Promise<void> {
  const instance = await DuckDBInstance.create(fileInForce(), {access_mode: 'READ_ONLY', threads: '2'});
  const db = await instance.connect();
  const server = await startServer({data, port: 0, host: '127.0.0.1'});
  const headers = {
    authorization: `Bearer ${createToken(data, 'phan_tich_pii')}`,
    'content-type': 'application/json',
  };
  const ask = async (sql: string) => {
    const response = await fetch(`${server.url}/api/v1/query`, {
      method: 'POST',
      headers,
      body: JSON.stringify({sql}),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
  };
  const over: number[] = [];
  const hurried: number[] = [];
  try {
    await ask('select 1');
    for (let run = 0; run < runs; run++) {
      for (const sql of queries) {
        // People read an answer before they ask again.
        await new Promise((wake) => setTimeout(wake, 500));
        const alone = await timed(() => db.runAndReadAll(sql));
        over.push((await timed(() => ask(sql))) - alone);
      }
    }
    for (let run = 0; run < runs; run++) hurried.push(await timed(() => ask(queries[0]!)));
    say(
      'Query over the same on an open connection',
      `p50 ${milliseconds(at(over, 0.5))}, p99 ${milliseconds(at(over, 0.99))}  (aim p50 40 ms)`,
    );
    say(
      'One after another without a pause',
      `p50 ${milliseconds(at(hurried, 0.5))}, p99 ${milliseconds(at(hurried, 0.99))}`,
    );
    await new Promise((wake) => setTimeout(wake, 1000));
    say('A process that waits', childrenOf(process.pid).map(weightOf).join('; '));
  } finally {
    await server.close();
    db.closeSync();
    instance.closeSync();
  }
}

function fileInForce(): string {
  const {file} = readCurrent(dataFolder(data))!;
  return join(data, file);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function at(taken: readonly number[], share: number): number {
  return taken.toSorted((a, b) => a - b)[Math.min(Math.floor(taken.length * share), taken.length - 1)]!;
}

/** Where the system tells of its processes. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter(
      (name) => /^\d+$/.test(name) && new RegExp(`^PPid:\\t${parent}$`, 'm').test(statusOf(Number(name))),
    )
    .map(Number);
}

/** What it has in memory, and what of that is its own and not shared with the others. */
function weightOf(pid: number): string {
  const kilobytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(statusOf(pid))?.[1] ?? 0);
  return `${Math.round(kilobytes('VmRSS') / 1000)} MB, ${Math.round(kilobytes('RssAnon') / 1000)} MB of its own`;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

function milliseconds(taken: number): string {
  return `${taken.toFixed(1)} ms`;
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(56)} ${figure}`);
}
