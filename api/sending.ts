import {createHash} from 'node:crypto';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {constants, createBrotliCompress, createGzip} from 'node:zlib';
import type {Request, Response} from 'express';
import {isCompressed, type FileFormat} from './formats.ts';
import type {Encoding} from './representations.ts';

/** A file that goes out as it is written. */
interface Whole {
  headers: Readonly<Record<string, string>>;
  pieces: AsyncIterable<Uint8Array>;
  /** Version, address and format: what the bytes are a function of. */
  key: string;
  format: FileFormat;
  encoding: Encoding;
}

const compressors = {
  br: () => createBrotliCompress({params: {[constants.BROTLI_PARAM_QUALITY]: 5}}),
  gzip: () => createGzip(),
} satisfies Record<Exclude<Encoding, 'identity'>, () => NodeJS.ReadWriteStream>;

/** Sets the headers of an answer; one that the reader has already ends here, as a 304. */
export function isKnown(
  request: Request,
  response: Response,
  headers: Readonly<Record<string, string>>,
): boolean {
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
  if (!matches(request.headers['if-none-match'], headers['etag'])) return false;
  for (const name of ['content-length', 'content-type', 'content-encoding', 'content-disposition']) {
    response.removeHeader(name);
  }
  response.status(304).end();
  return true;
}

/** Sends a file no faster than its reader takes it; a reader who leaves ends the writing. */
export async function sendWhole(
  {headers, pieces, key, format, encoding}: Whole,
  request: Request,
  response: Response,
): Promise<void> {
  const coding = isCompressed(format) ? 'identity' : encoding;
  const etag = `"${createHash('sha256').update(`${key} ${coding}`).digest('base64url').slice(0, 27)}"`;
  const all = {...headers, etag, ...(coding === 'identity' ? {} : {'content-encoding': coding})};
  if (isKnown(request, response, all)) return;
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const source = Readable.from(pieces);
  try {
    await (coding === 'identity'
      ? pipeline(source, response)
      : pipeline(source, compressors[coding](), response));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** RFC 9110 compares weakly here: a proxy may have weakened what we sent. */
function matches(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}
