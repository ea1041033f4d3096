import {createHash} from 'node:crypto';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {LRUCache} from 'lru-cache';

export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer's bytes as they go out: one URL, one format, one coding, one version. */
export interface Representation {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
}

const megabyte = 1024 * 1024;

/** What keeping an answer costs besides its bytes, roughly: headers, key, bookkeeping. */
const overhead = 1024;

/** Below this many bytes compressing saves nothing. */
const worthCompressing = 1024;

/** Finished answers, the most recently used of them. An answer is a pure function of its key, so nothing expires. */
export class Representations {
  readonly #kept = new LRUCache<string, Representation>({
    maxSize: 128 * megabyte,
    maxEntrySize: 16 * megabyte,
    sizeCalculation: ({body}, key) => body.length + key.length + overhead,
  });
  readonly #beingMade = new Map<string, Promise<Representation>>();

  find(key: string): Representation | undefined {
    return this.#kept.get(key);
  }

  /** Makes what is not there yet; those who ask for the same meanwhile wait for the same. */
  make(key: string, work: () => Promise<Representation>): Promise<Representation> {
    const underWay = this.#beingMade.get(key);
    if (underWay) return underWay;
    const making = work()
      .then((made) => {
        this.#kept.set(key, made);
        return made;
      })
      .finally(() => this.#beingMade.delete(key));
    this.#beingMade.set(key, making);
    return making;
  }
}

/** The answer in a coding, with the length and the strong ETag of exactly these bytes of this version. */
export async function encoded(
  plain: Representation,
  encoding: Encoding,
  version: string,
): Promise<Representation> {
  const coding = plain.body.length < worthCompressing ? 'identity' : encoding;
  const body = await compress[coding](plain.body);
  return {
    body,
    headers: {
      ...plain.headers,
      ...(coding === 'identity' ? {} : {'content-encoding': coding}),
      'content-length': String(body.length),
      etag: `"${createHash('sha256').update(version).update(body).digest('base64url').slice(0, 27)}"`,
    },
  };
}

const compress = {
  br: (body: Buffer) => promisify(brotliCompress)(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}),
  gzip: (body: Buffer) => promisify(gzip)(body),
  identity: (body: Buffer) => Promise.resolve(body),
} satisfies Record<Encoding, (body: Buffer) => Promise<Buffer>>;
