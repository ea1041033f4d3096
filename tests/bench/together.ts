/**
 * States what 200 dashboards wait for while 50 analysts ask in SQL, two of whom mean harm, over the same without them.
 * A part of `npm run bench`; alone: `node tests/bench/together.ts DATA_FOLDER`.
 */
import {pathToFileURL} from 'node:url';
import autocannon, {type Result} from 'autocannon';
import {startServer} from '../../api/server.ts';
import {createToken} from '../access.ts';

type Say = (what: string, figure: string) => void;

const seconds = 20;

/** What analysts ask all day. */
const ordinary = [
  'select count(*) from marts.case_files',
  'select office_id, count(*) as files from marts.case_files group by all order by files desc limit 20',
  'select metric_id, sum(numerator) / nullif(sum(denominator), 0) from history.office_metrics group by all',
];

/** What must end by its limit: of time, and of memory. */
const hostile = [
  'select sum(sin(i)) from range(100000000000) as numbers(i)',
  "select max(length(repeat('x', 100000000 + i::int))) from range(1000) as numbers(i)",
];

/** Serves a data folder to dashboards alone, then to dashboards and analysts together. */
export async function measureTogether(data: string, say: Say): Promise<void> {
  const server = await startServer({data, port: 0, host: '127.0.0.1'});
  const reader = {authorization: `Bearer ${createToken(data)}`};
  // Each dashboard asks twice a second: far more than people who look at one.
  const dashboards = () =>
    autocannon({
      url: `${server.url}/api/v1/pages/overview`,
      headers: reader,
      connections: 200,
      overallRate: 400,
      duration: seconds,
    });
  try {
    const alone = await dashboards();
    const over = new AbortController();
    const analysts = Array.from({length: 50}, (_, index) =>
      askAllDay(server.url, data, index < 2, over.signal),
    );
    const beside = await dashboards();
    over.abort();
    const asked = (await Promise.all(analysts)).reduce(add);
    say('200 dashboards alone', latencyOf(alone));
    say('200 dashboards beside 50 analysts', `${latencyOf(beside)}  (aim: p99 at most doubled, none failed)`);
    say(
      'Analysts meanwhile',
      `${asked.answered} answered, ${asked.stopped} of two hostile ones stopped, ${asked.later} told to ask later, ` +
        `${asked.failed} failed`,
    );
  } finally {
    await server.close();
  }
}

interface Asked {
  answered: number;
  /** Ended by a limit. */
  stopped: number;
  /** The queue was full. */
  later: number;
  failed: number;
}

/** One analyst: an answer is read for a second or two before the next question; who means harm does not read. */
async function askAllDay(url: string, data: string, meansHarm: boolean, over: AbortSignal): Promise<Asked> {
  const headers = {
    authorization: `Bearer ${createToken(data, 'phan_tich')}`,
    'content-type': 'application/json',
  };
  const asked: Asked = {answered: 0, stopped: 0, later: 0, failed: 0};
  const queries = meansHarm ? hostile : ordinary;
  for (let turn = 0; !over.aborted; turn += 1) {
    const sql = queries[turn % queries.length]!;
    const response = await fetch(`${url}/api/v1/query`, {
      method: 'POST',
      headers,
      body: JSON.stringify({sql}),
    });
    await response.arrayBuffer();
    if (response.ok) asked.answered += 1;
    else if (response.status === 429) asked.later += 1;
    else if (response.status === 422 && meansHarm) asked.stopped += 1;
    else asked.failed += 1;
    if (!meansHarm) await new Promise((wake) => setTimeout(wake, 1_000 + Math.random() * 1_000));
  }
  return asked;
}

function add(one: Asked, other: Asked): Asked {
  return {
    answered: one.answered + other.answered,
    stopped: one.stopped + other.stopped,
    later: one.later + other.later,
    failed: one.failed + other.failed,
  };
}

function latencyOf({latency, non2xx, errors, requests}: Result): string {
  return `p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${requests.total} answers, ${non2xx + errors} failed`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await measureTogether(process.argv[2]!, (what, figure) => console.log(`${what.padEnd(56)} ${figure}`));
