import type {
  FrameAnswer,
  MetricCatalogue,
  MetricSummary,
  OverviewAnswer,
  Problem,
  SessionAnswer,
  SignInAnswer,
  Unit,
  UnitsAnswer,
} from '../api/answers.ts';
import {words} from './labels/words.ts';
import {demand} from './session.ts';

const asJson = {accept: 'application/json'};

/** What was asked before the page that needs it was there; each answer is taken up once, and soon or not at all. */
const askedAhead = new Map<string, Promise<Response>>();

/** What comes with the answer of a page, by the address of its own: each part is taken up once, and soon or not at all. */
const comingAlong = new Map<string, Promise<unknown>>();

/** An answer the API refused or could not give; its message is a sentence for the reader. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  /** What the API said of it; undefined when it said nothing that can be read. */
  problem: Problem | undefined;
}

/** The night to show (the latest unless stated), and the one to compare it with. */
interface Nights {
  asOf: string | null;
  compare: string | null;
}

/** Everything the first page shows. */
export async function fetchOverview(nights: Nights, signal: AbortSignal): Promise<OverviewAnswer> {
  return (await fetchJson(addressOfOverview(nights), signal)) as OverviewAnswer;
}

/** Asks for what the first page shows while its code is still on the way; `fetchOverview` takes up the answer. */
export function askOverviewAhead(nights: Nights): void {
  const path = addressOfOverview(nights);
  const answer = fetch(path, {headers: asJson});
  const forget = () => askedAhead.delete(path);
  // A refusal is of now: whoever signs in meanwhile asks again. What fails is told to whoever takes it up.
  answer.then(({ok}) => ok || forget(), forget);
  setTimeout(forget, 10_000);
  askedAhead.set(path, answer);
}

function addressOfOverview({asOf, compare}: Nights): string {
  const query = new URLSearchParams();
  if (asOf) query.set('as_of', asOf);
  if (compare) query.set('compare', compare);
  return `/api/v1/pages/overview?${query}`;
}

/** What stands around every page. */
export async function fetchFrame(signal: AbortSignal): Promise<FrameAnswer> {
  return (await fetchJson('/api/v1/pages/frame', signal)) as FrameAnswer;
}

/** Every unit the reader may see. */
export async function fetchUnits(signal: AbortSignal): Promise<Unit[]> {
  return ((await fetchJson('/api/v1/units', signal)) as UnitsAnswer).rows;
}

/** Every indicator, with its name and its target. */
export async function fetchMetricNames(signal: AbortSignal): Promise<MetricSummary[]> {
  return ((await fetchJson('/api/v1/metrics', signal)) as MetricCatalogue).rows;
}

/** The address of a metric's figures by province, as a file to keep. */
export function fileOfProvinces(metric: string, night: string, format: 'csv' | 'xlsx'): string {
  return `/api/v1/metrics/${metric}?level=province&as_of=${night}&format=${format}`;
}

/** The address of the files entered by day, as a file to keep. */
export function fileOfEntries(night: string, format: 'csv' | 'xlsx'): string {
  return `/api/v1/entries?as_of=${night}&format=${format}`;
}

/** Who is signed in; null when nobody is. */
export async function fetchSession(signal?: AbortSignal): Promise<SessionAnswer | null> {
  const response = await reach('/api/v1/session', {signal});
  if (response.status === 401) return null;
  return (await answerOf(response)) as SessionAnswer;
}

/** How one may sign in here. */
export async function fetchSignIn(signal: AbortSignal): Promise<SignInAnswer> {
  return (await fetchJson('/api/v1/sign-in', signal)) as SignInAnswer;
}

/** Signs in; a wrong password is a sentence for the reader. */
export async function signIn(account: string, password: string): Promise<SessionAnswer> {
  return (await answerOf(await send('POST', '/api/v1/session', {account, password}))) as SessionAnswer;
}

/** Says why personal data are looked at in this session. */
export async function namePurpose(purpose: string): Promise<SessionAnswer> {
  return (await answerOf(await send('PUT', '/api/v1/session/purpose', {purpose}))) as SessionAnswer;
}

/** Signs out. */
export async function signOut(): Promise<void> {
  const response = await send('DELETE', '/api/v1/session');
  if (!response.ok && response.status !== 401) throw await refusalIn(response);
}

/**
 * Says that what an address answers is on its way with the answer of a page, so that an element of the page that asks
 * for it needs no request of its own. Null is what that answer leaves out.
 */
export function comesAlong(path: string, part: Promise<unknown>): void {
  const forget = () => {
    if (comingAlong.get(path) === part) comingAlong.delete(path);
  };
  // Whoever wants it asks as soon as the page is drawn.
  part.then(() => setTimeout(forget, 3_000), forget);
  comingAlong.set(path, part);
}

/** The JSON of an address; whoever is not signed in is asked to. */
export async function fetchJson(path: string, signal: AbortSignal): Promise<unknown> {
  const along = comingAlong.get(path);
  comingAlong.delete(path);
  // What did not come after all is asked for, and its refusal told, where it is shown.
  const part = await along?.catch(() => null);
  if (part !== null && part !== undefined) return part;
  const response = await reach(path, {signal});
  if (response.status === 401) demand('sign_in');
  return answerOf(response);
}

/** The JSON of an answer, or what the API said instead. */
export async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw await refusalIn(response);
}

/** Sends something in, as JSON. */
export const send = (method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> =>
  reach(path, {
    method,
    signal,
    ...(body === undefined
      ? {}
      : {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)}),
  });

async function reach(
  path: string,
  {signal, headers, ...rest}: Omit<RequestInit, 'signal'> & {signal?: AbortSignal | undefined},
): Promise<Response> {
  const ahead = askedAhead.get(path);
  askedAhead.delete(path);
  try {
    return await (ahead ??
      fetch(path, {
        ...rest,
        signal: signal ?? null,
        headers: {...asJson, ...(headers as Record<string, string>)},
      }));
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new NoAnswer(words().unreachable, {cause});
  }
}

/** What the API said instead of an answer. */
export async function refusalIn(response: Response): Promise<NoAnswer> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) {
    return new NoAnswer(words().serverFailed(response.status));
  }
  const problem = (await response.json()) as Problem;
  if (problem.code === 'purpose_required') demand('purpose');
  const refusal = new NoAnswer(words().problems[problem.code] ?? problem.detail);
  refusal.problem = problem;
  return refusal;
}
