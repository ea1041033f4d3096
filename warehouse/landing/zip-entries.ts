import {crc32, createInflateRaw} from 'node:zlib';
import {UnreadableFile} from './read-records.ts';

/** One file inside a zip, as the zip's own directory has it. */
export interface ZipEntry {
  name: string;
  /** Bytes packed and unpacked, as declared; `unpack` holds the entry to them. */
  packed: number;
  unpacked: number;
  crc: number;
  method: number;
  /** Where the entry's own header begins. */
  offset: number;
}

/** The entries of a zip; throws `UnreadableFile` when the bytes are no zip, or one that is not plain and sound. */
export function readZipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(END_SIGNATURE);
  if (end < 0 || end + END_LENGTH > bytes.length) throw new UnreadableFile(DAMAGED);
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new UnreadableFile(DAMAGED);
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      crc: bytes.readUInt32LE(at + 16),
      method: bytes.readUInt16LE(at + 10),
      offset: bytes.readUInt32LE(at + 42),
    };
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new UnreadableFile(PROTECTED);
    if (entries.some(({name}) => name === entry.name)) throw new UnreadableFile(DAMAGED);
    entries.push(entry);
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The bytes of an entry, piece by piece, never more than the entry declares, and held to its checksum at the end. */
export async function* unpack(
  bytes: Buffer,
  {packed, unpacked, crc, method, offset}: ZipEntry,
): AsyncGenerator<Buffer> {
  if (offset + HEADER_LENGTH > bytes.length || bytes.readUInt32LE(offset) !== HEADER_SIGNATURE) {
    throw new UnreadableFile(DAMAGED);
  }
  const start = offset + HEADER_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length || (method !== STORED && method !== DEFLATED)) {
    throw new UnreadableFile(DAMAGED);
  }
  let length = 0;
  let sum = 0;
  const check = (chunk: Buffer) => {
    length += chunk.length;
    if (length > unpacked) throw new UnreadableFile(DAMAGED);
    sum = crc32(chunk, sum);
    return chunk;
  };
  const content = bytes.subarray(start, start + packed);
  if (method === STORED) {
    yield check(content);
  } else {
    const inflate = createInflateRaw({chunkSize: 1 << 18});
    inflate.end(content);
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) yield check(chunk);
    } catch (cause) {
      throw cause instanceof UnreadableFile ? cause : new UnreadableFile(DAMAGED, {cause});
    }
  }
  if (length !== unpacked || sum !== crc) throw new UnreadableFile(DAMAGED);
}

/** The sentence for a workbook that is not whole. */
export const DAMAGED =
  'không đọc được tệp xlsx (tệp hỏng hoặc sai định dạng); hãy mở bằng Excel, lưu lại dạng .xlsx rồi giao lại.';

/** The sentence for a workbook under a password. */
export const PROTECTED =
  'tệp được đặt mật khẩu hoặc là tệp .xls kiểu cũ; hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi giao lại.';

const END_SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const HEADER_LENGTH = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
