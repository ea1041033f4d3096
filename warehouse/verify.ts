import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import type {Delivery, DeliveryFile} from './deliveries.ts';
import {CsvRecords, quoted, UnreadableFile} from './read-records.ts';

/** A file that is what its package says, copied to scratch while it was read: what was hashed is what lands. */
export type VerifiedFile = VerifiedCsv | VerifiedParquet;

/** A CSV, plain and well formed: records only, LF, in the order of `header`. */
export interface VerifiedCsv extends Verified {
  kind: 'csv';
  header: readonly string[];
  /** Records in the file, and those of them that are in `path`. */
  total: number;
  clean: number;
  /** CSV of the broken records (line, record, column, value, reason); absent when there are none. */
  brokenPath: string | undefined;
  /** CSV of (record, line): where a record does not begin one line after the record before. */
  linesPath: string;
}

export interface VerifiedParquet extends Verified {
  kind: 'parquet';
}

interface Verified {
  file: DeliveryFile;
  path: string;
}

/**
 * Reads one file of a delivery once: compares bytes and SHA-256 with its package, unpacks it, cuts a CSV into
 * records, and leaves the result in `scratch`. Throws `UnreadableFile` with a sentence for what is wrong.
 * `mayBlank` says which columns may lose a value that is not UTF-8 without losing the row.
 */
export async function verifyFile(
  delivery: Delivery,
  file: DeliveryFile,
  scratch: string,
  mayBlank: (column: string) => boolean,
): Promise<VerifiedFile> {
  const source = join(delivery.folder, file.path);
  const {size} = await stat(source);
  if (size !== file.bytes) {
    throw new UnreadableFile(
      `tệp có ${shown(size)} byte nhưng datapackage.json khai ${shown(file.bytes)}; hãy giao lại tệp đầy đủ.`,
    );
  }
  if (size === 0) throw new UnreadableFile('tệp rỗng (0 byte); hãy xuất lại tệp.');
  if (file.format === 'xlsx') {
    throw new UnreadableFile('chưa nhận được tệp xlsx; hãy xuất bảng này ra CSV (UTF-8) rồi giao lại.');
  }
  if (file.format === 'parquet') {
    const path = join(scratch, `${file.table}.parquet`);
    await copyAndHash(source, file, path);
    return {kind: 'parquet', file, path};
  }
  return cutAndHash(source, file, scratch, mayBlank);
}

async function copyAndHash(source: string, file: DeliveryFile, path: string): Promise<void> {
  const hash = createHash('sha256');
  const copy = await open(path, 'w');
  try {
    for await (const chunk of createReadStream(source, {
      highWaterMark: CHUNK_BYTES,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      await copy.write(chunk);
    }
  } finally {
    await copy.close();
  }
  compareHash(hash.digest('hex'), file);
}

async function cutAndHash(
  source: string,
  file: DeliveryFile,
  scratch: string,
  mayBlank: (column: string) => boolean,
): Promise<VerifiedCsv> {
  const path = join(scratch, `${file.table}.csv`);
  const brokenPath = join(scratch, `${file.table}.broken.csv`);
  const linesPath = join(scratch, `${file.table}.lines.csv`);
  const hash = createHash('sha256');
  const gunzip = file.format === 'csv.gz' ? createGunzip({chunkSize: CHUNK_BYTES}) : undefined;
  const records = new CsvRecords(mayBlank);
  let packed = 0;
  let plain = 0;
  let broken = false;

  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      packed += chunk.length;
      yield chunk;
    }
  };
  const clean = await open(path, 'w');
  const kept = await open(brokenPath, 'w');
  const write = async (bytes: Buffer) => {
    if (bytes.length > 0) await clean.write(bytes);
    const found = records.takeBroken();
    if (found.length === 0) return;
    broken = true;
    await kept.write(
      found
        .map(
          ({line, record = '', column = '', value, reason}) =>
            `${line},${record},${column},${quoted(value)},${reason}\n`,
        )
        .join(''),
    );
  };
  const cut = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      plain += chunk.length;
      if (plain > MAX_PLAIN_BYTES || (gunzip && plain > MAX_RATIO * Math.max(packed, SMALL_BYTES)))
        throw tooLarge();
      await write(records.push(chunk));
    }
    await write(records.end());
  };

  let failure: unknown;
  try {
    const bytes = createReadStream(source, {highWaterMark: CHUNK_BYTES});
    await (gunzip ? pipeline(bytes, hashed, gunzip, cut) : pipeline(bytes, hashed, cut));
  } catch (error) {
    failure = error;
  } finally {
    await clean.close();
    await kept.close();
  }
  if (failure) throw await explained(failure, source, file);
  compareHash(hash.digest('hex'), file);
  // Node's gunzip passes over what follows the last member in silence.
  if (gunzip && gunzip.bytesWritten !== packed) throw new UnreadableFile(GARBAGE);
  const lines = await open(linesPath, 'w');
  for (let i = 0; i < records.lineBreaks.length; i += LINES_AT_ONCE) {
    await lines.write(pairs(records.lineBreaks.slice(i, i + LINES_AT_ONCE)));
  }
  await lines.close();
  return {
    kind: 'csv',
    file,
    path,
    header: records.header!,
    total: records.total,
    clean: records.clean,
    brokenPath: broken ? brokenPath : undefined,
    linesPath,
  };
}

/** What to tell people about a file that stopped half way. A wrong hash explains everything else, so it is said first. */
async function explained(failure: unknown, source: string, file: DeliveryFile): Promise<unknown> {
  const code = (failure as {code?: unknown}).code;
  const isGzip = typeof code === 'string' && code.startsWith('Z_');
  if (!isGzip && !(failure instanceof UnreadableFile)) return failure;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(source, {highWaterMark: CHUNK_BYTES}) as AsyncIterable<Buffer>) {
    hash.update(chunk);
  }
  const reasons: string[] = [];
  const digest = hash.digest('hex');
  if (`sha256:${digest}` !== file.hash) reasons.push(wrongHash(digest, file));
  reasons.push(isGzip ? gzipSentence(String(code)) : (failure as UnreadableFile).message);
  return new UnreadableFile(reasons.join(' '), {cause: failure});
}

function gzipSentence(code: string): string {
  return code === 'Z_BUF_ERROR'
    ? 'tệp nén gzip bị cắt cụt trước khi hết; hãy nén và giao lại tệp.'
    : 'tệp nén gzip bị hỏng (sai định dạng hoặc sai mã kiểm tra); hãy nén và giao lại tệp.';
}

function compareHash(digest: string, file: DeliveryFile): void {
  if (`sha256:${digest}` !== file.hash) throw new UnreadableFile(wrongHash(digest, file));
}

const wrongHash = (digest: string, file: DeliveryFile) =>
  `tệp có mã băm sha256:${digest} nhưng datapackage.json khai ${file.hash}; tệp đã bị sửa hoặc hỏng khi chuyển, hãy giao lại.`;

const tooLarge = () =>
  new UnreadableFile('tệp giải nén ra quá lớn so với tệp nén; hãy kiểm tra lại nguồn và giao lại tệp.');

const pairs = (breaks: readonly number[]) =>
  breaks.map((at, i) => `${at}${i % 2 === 0 ? ',' : '\n'}`).join('');

const shown = (count: number) => count.toLocaleString('vi-VN');

const GARBAGE = 'sau phần nén gzip còn dữ liệu thừa; hãy nén và giao lại tệp.';
const CHUNK_BYTES = 1 << 20;
const LINES_AT_ONCE = 100_000;
const MAX_PLAIN_BYTES = 20_000_000_000;
const MAX_RATIO = 200;
/** Packed sizes below this are not held to the ratio one by one: a small repetitive file is no bomb. */
const SMALL_BYTES = 1 << 20;
