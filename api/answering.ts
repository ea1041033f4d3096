import type {Request, RequestHandler, Response} from 'express';
import type {Endpoint} from './endpoint.ts';
import {ApiError} from './errors.ts';
import {formats, markedAsDemo, mediaTypes, toArrow, toCsv, type Format} from './formats.ts';
import type {OpenVersion} from './open-version.ts';
import {parseQuery, readQuery} from './parameters.ts';
import {encoded, type Encoding, type Representation, type Representations} from './representations.ts';
import type {Versions} from './versions.ts';

/**
 * Answers an endpoint's requests. An answer is a pure function of version, address, format and coding, so finished
 * bytes are looked for first, and only a request that was understood before can find any.
 */
export function answering(
  endpoint: Endpoint,
  {versions, representations}: {versions: Versions; representations: Representations},
): RequestHandler {
  return (request, response) =>
    versions.use(async (version) => {
      const query = readQuery(request.originalUrl);
      const format = chooseFormat(request, endpoint, query['format']);
      const encoding = chooseEncoding(request);
      const key = [version.current.version, canonical(request, query), format].join(' ');
      const found =
        representations.find(`${key} ${encoding}`) ??
        (await representations.make(`${key} ${encoding}`, async () =>
          encoded(
            await representations.make(key, () => represent(endpoint, request, query, format, version)),
            encoding,
            version.current.version,
          ),
        ));
      send(request, response, found);
    });
}

async function represent(
  endpoint: Endpoint,
  request: Request,
  query: Record<string, string>,
  format: Format,
  version: OpenVersion,
): Promise<Representation> {
  const {answer, table} = await endpoint.find(
    {params: endpoint.params.parse(request.params), query: parseQuery(endpoint.query, query)},
    version,
  );
  const headers = {
    'cache-control': 'private, no-cache',
    vary: 'Accept, Accept-Encoding',
    'x-thads-night': answer.night,
    'x-thads-version': answer.version,
    ...(answer.demo ? {'x-thads-demo': 'true'} : {}),
  };
  if (format === 'json' || table === undefined) {
    return {
      body: Buffer.from(JSON.stringify(answer)),
      headers: {...headers, 'content-type': `${mediaTypes.json}; charset=utf-8`},
    };
  }
  const rows = answer.demo ? markedAsDemo(table) : table;
  const file = {
    ...headers,
    'content-disposition': `attachment; filename="${table.name}.${format}"`,
  };
  return format === 'csv'
    ? {
        body: toCsv(rows),
        headers: {...file, 'content-type': `${mediaTypes.csv}; charset=utf-8; header=present`},
      }
    : {body: await toArrow(rows), headers: {...file, 'content-type': mediaTypes.arrow}};
}

function send(request: Request, response: Response, {body, headers}: Representation): void {
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
  if (matches(request.headers['if-none-match'], headers['etag'])) {
    for (const name of ['content-length', 'content-type', 'content-encoding', 'content-disposition']) {
      response.removeHeader(name);
    }
    response.status(304).end();
    return;
  }
  response.end(body);
}

/** RFC 9110 compares weakly here: a proxy may have weakened what we sent. */
function matches(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

/** One spelling for each question: the same keys in another order ask for the same bytes. */
function canonical({baseUrl, path}: Request, query: Record<string, string>): string {
  const keys = Object.keys(query)
    .filter((key) => key !== 'format')
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
