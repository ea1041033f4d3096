import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import type {Request, RequestHandler, Response} from 'express';
import {columnMeanings} from './column-meanings.ts';
import {hasByteOrderMark, withByteOrderMark} from './csv.ts';
import type {Asker, Endpoint, Found, Stamped} from './endpoint.ts';
import {ApiError} from './errors.ts';
import {find} from './finding.ts';
import {contentTypes, formats, mediaTypes, writers, type FileFormat, type Format} from './formats.ts';
import {actorOf, personOf, type Person} from './identity.ts';
import type {OpenVersion, VersionScope} from './open-version.ts';
import {readQuery} from './parameters.ts';
import {namesPurpose} from './permissions.ts';
import {mustHavePurpose} from './reach.ts';
import {encoded, type Encoding, type Representation, type Representations} from './representations.ts';
import {scopeName, scopeOf} from './roles.ts';
import {isKnown, sendWhole} from './sending.ts';
import {writeAudit} from './state/audit.ts';
import type {Store} from './state/store.ts';
import {markedAsDemo, type About} from './table.ts';
import type {Versions} from './versions.ts';

/**
 * Answers an endpoint's requests. An answer is a pure function of version, state, role, scope, address, format and
 * coding, so finished bytes are looked for first, and only a request that was understood and permitted before can find
 * any. A file of all rows of a long list is not kept: it goes out as it is read.
 */
export function answering(endpoint: Endpoint, {versions, representations, store}: Answering): RequestHandler {
  return (request, response) => {
    const person = personOf(response);
    mustHavePurpose(person);
    const asker = askerOf(person);
    return versions.use(
      async (version) => {
        const query = readQuery(request.originalUrl);
        const format = chooseFormat(request, endpoint, query['format']);
        const encoding = chooseEncoding(request);
        const state = endpoint.dependsOn?.(store) ?? 0;
        const source = [version.current.version, state, asker.role, scopeName(asker.scope)].join(' ');
        const mark = hasByteOrderMark(query) ? 'bom' : '';
        const key = [source, canonical(request, query), format, mark].join(' ');
        if (isNoted(person, format)) noteReading(store, person, request, version);
        if (endpoint.pages && format !== 'json') {
          const found = await find(endpoint, {params: request.params, query}, version, asker, store);
          const meanings = format === 'xlsx' ? await columnMeanings(version) : undefined;
          const {headers, pieces} = fileOf(found, {format, meanings}, endpoint, query, asker);
          await sendWhole({headers, pieces, key, format, encoding}, request, response);
          return;
        }
        const found =
          representations.find(`${key} ${encoding}`) ??
          (await representations.make(`${key} ${encoding}`, async () =>
            encoded(
              await representations.make(key, () =>
                represent(endpoint, request, query, format, version, asker, store),
              ),
              encoding,
              source,
            ),
          ));
        send(request, response, found);
      },
      fileScopeOf(asker, endpoint),
    );
  };
}

/** The file an answer is read from: the one of whoever asks, but for what is published to all provinces alike. */
export function fileScopeOf({scope}: Asker, {published}: Endpoint): VersionScope {
  if (scope === 'none') return 'no_personal_data';
  return typeof scope === 'object' && published ? 'no_parties' : scope;
}

/** What answers are made of and kept in. */
interface Answering {
  versions: Versions;
  representations: Representations;
  store: Store;
}

const askerOf = (person: Person): Asker => ({role: person.role, scope: scopeOf(person)});

/** A file leaves the house, and personal data are never looked at unseen. */
const isNoted = ({role}: Person, format: Format) => format !== 'json' || namesPurpose.includes(role);

/** Written before anything is read: no entry, no answer. */
function noteReading(store: Store, person: Person, {originalUrl}: Request, {current}: OpenVersion): void {
  writeAudit(store, {
    ...actorOf(person),
    action: 'rows.read',
    subject: originalUrl.slice(0, 2000),
    details: {version: current.version, purpose: person.purpose},
    outcome: 'begun',
  });
}

async function represent(
  endpoint: Endpoint,
  request: Request,
  query: Record<string, string>,
  format: Format,
  version: OpenVersion,
  asker: Asker,
  store: Store,
): Promise<Representation> {
  const found = await find(endpoint, {params: request.params, query}, version, asker, store);
  if (format === 'json') {
    return {
      body: Buffer.from(JSON.stringify(found.answer)),
      headers: {...stampHeaders(found.answer, asker), 'content-type': contentTypes.json},
    };
  }
  const meanings = format === 'xlsx' ? await columnMeanings(version) : undefined;
  const {headers, pieces} = fileOf(found, {format, meanings}, endpoint, query, asker);
  return {body: await buffer(Readable.from(pieces)), headers};
}

/** The rows of an answer as a file, not yet written. */
function fileOf(
  {answer, table}: Found<Stamped>,
  {format, meanings}: {format: FileFormat; meanings: About['meanings']},
  {path, summary}: Endpoint,
  query: Record<string, string>,
  asker: Asker,
): {headers: Record<string, string>; pieces: AsyncIterable<Uint8Array>} {
  if (table === undefined) throw new Error(`${path} is tabular and found no table.`);
  const filters = Object.fromEntries(
    Object.entries(query).filter(([name]) => name !== 'format' && name !== 'bom'),
  );
  const {night, version, demo} = answer;
  const pieces = writers[format](demo ? markedAsDemo(table) : table, {
    title: summary,
    meaning: table.meaning,
    night,
    version,
    demo,
    filters,
    ...(meanings ? {meanings} : {}),
  });
  return {
    headers: {
      ...stampHeaders(answer, asker),
      'content-type': contentTypes[format],
      'content-disposition': `attachment; filename="${table.name}.${format}"`,
    },
    pieces: hasByteOrderMark(query) ? withByteOrderMark(pieces) : pieces,
  };
}

const stampHeaders = ({night, version, demo}: Stamped, {scope}: Asker): Record<string, string> => ({
  // Personal data stay on nobody's disk.
  'cache-control': scope === 'all' ? 'no-store' : 'private, no-cache',
  vary: 'Accept, Accept-Encoding, Authorization, Cookie',
  'x-thads-night': night,
  'x-thads-version': version,
  ...(demo ? {'x-thads-demo': 'true'} : {}),
});

function send(request: Request, response: Response, {body, headers}: Representation): void {
  if (!isKnown(request, response, headers)) response.end(body);
}

/** One spelling for each question: the same keys in another order ask for the same bytes. */
function canonical({baseUrl, path}: Request, query: Record<string, string>): string {
  const keys = Object.keys(query)
    .filter((key) => key !== 'format' && key !== 'bom')
    .sort();
  if (keys.length === 0) return baseUrl + path;
  return `${baseUrl}${path}?${String(new URLSearchParams(keys.map((key) => [key, query[key] ?? ''])))}`;
}

function chooseFormat(request: Request, {tabular}: Endpoint, asked: string | undefined): Format {
  const offered: readonly Format[] = tabular ? formats : ['json'];
  const chosen =
    asked === undefined ? byAccept(request, offered) : offered.find((format) => format === asked);
  if (chosen === undefined) {
    throw new ApiError(
      'not_acceptable',
      `Địa chỉ này chỉ có các định dạng ${offered.join(', ')}; hãy chọn một trong số đó bằng ?format= hoặc Accept.`,
    );
  }
  return chosen;
}

function byAccept(request: Request, offered: readonly Format[]): Format | undefined {
  const accept = request.headers.accept;
  if (accept === undefined || accept === '*/*') return 'json';
  const type = request.accepts(offered.map((format) => mediaTypes[format]));
  return offered.find((format) => mediaTypes[format] === type);
}

function chooseEncoding(request: Request): Encoding {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  const codings = request.acceptsEncodings();
  return codings.includes('br') ? 'br' : codings.includes('gzip') ? 'gzip' : 'identity';
}
