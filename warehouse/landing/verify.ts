import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {createGunzip} from 'node:zlib';
import {CleanCopy} from './clean-copy.ts';
import type {ContractTable} from '../contract.ts';
import type {Delivery, DeliveryFile} from './deliveries.ts';
import {CsvRecords, UnreadableFile} from './read-records.ts';
import {copySheet} from './read-xlsx.ts';

/** A file that is what its package says, copied to scratch while it was read: what was hashed is what lands. */
export type VerifiedFile = VerifiedCsv | VerifiedParquet;

/** A CSV, plain and well formed: records only, LF, in the order of `header`; a sheet becomes one. */
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
 * Reads one file of a delivery once: compares bytes and SHA-256 with its package, unpacks it, cuts a CSV or a
 * sheet into records, and leaves the result in `scratch`. Throws `UnreadableFile` with a sentence for what is wrong.
 */
export async function verifyFile(
  delivery: Delivery,
  file: DeliveryFile,
  scratch: string,
  table: ContractTable,
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
    const path = join(scratch, `${file.table}.xlsx`);
    await copyAndHash(source, file, path);
    return {kind: 'csv', file, ...(await copySheet(path, table, scratch))};
  }
  if (file.format === 'parquet') {
    const path = join(scratch, `${file.table}.parquet`);
    await copyAndHash(source, file, path);
    return {kind: 'parquet', file, path};
  }
  return cutAndHash(source, file, scratch, (column) => mayBlank(table, column));
}

/** A value that is not UTF-8 costs the row only in a column that must not be empty. */
function mayBlank({columns}: ContractTable, name: string): boolean {
  return !columns.some((column) => column.name === name && column.required);
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
  const hash = createHash('sha256');
  const gunzip = file.format === 'csv.gz' ? createGunzip({chunkSize: CHUNK_BYTES}) : undefined;
  const records = new CsvRecords(mayBlank);
  let packed = 0;
  let plain = 0;

  const hashed = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      packed += chunk.length;
      yield chunk;
    }
  };
  const copy = await CleanCopy.begin(scratch, file.table);
  const write = (bytes: Buffer) => copy.write(bytes, records.takeBroken());
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
    await copy.close();
  }
  if (failure) throw await explained(failure, source, file);
  compareHash(hash.digest('hex'), file);
  // Node's gunzip passes over what follows the last member in silence.
  if (gunzip && gunzip.bytesWritten !== packed) throw new UnreadableFile(GARBAGE);
  return {
    kind: 'csv',
    file,
    ...(await copy.finish(records.lineBreaks)),
    header: records.header!,
    total: records.total,
    clean: records.clean,
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

const shown = (count: number) => count.toLocaleString('vi-VN');

const GARBAGE = 'sau phần nén gzip còn dữ liệu thừa; hãy nén và giao lại tệp.';
const CHUNK_BYTES = 1 << 20;
const MAX_PLAIN_BYTES = 20_000_000_000;
const MAX_RATIO = 200;
/** Packed sizes below this are not held to the ratio one by one: a small repetitive file is no bomb. */
const SMALL_BYTES = 1 << 20;
