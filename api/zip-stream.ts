import {pipeline, Readable} from 'node:stream';
import {crc32, createDeflateRaw} from 'node:zlib';

/** A file in an archive; its text is read when the files before it have been written. */
export interface ZipEntry {
  path: string;
  text: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  path: Buffer;
  offset: number;
  crc: number;
  compressed: number;
  plain: number;
}

/** Sizes follow their data, names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
const versionNeeded = 20;
/** 01/01/1980, the oldest date there is: equal contents make equal bytes. */
const date = 0x0021;
const largest = 0xffff_ffff;

/** A ZIP archive, written as it is read, in the order of its entries; entries may be made up on the way. */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for await (const {path, text} of entries) {
    const entry: Written = {path: Buffer.from(path), offset, crc: 0, compressed: 0, plain: 0};
    const header = localHeader(entry.path);
    yield header;
    for await (const bytes of deflate(counted(text, entry))) {
      entry.compressed += bytes.length;
      yield bytes;
    }
    const descriptor = sizesOf(entry);
    yield descriptor;
    offset += header.length + entry.compressed + descriptor.length;
    if (offset > largest || entry.plain > largest) throw new Error(`${path} is too large for a ZIP archive.`);
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

async function* counted(text: ZipEntry['text'], entry: Written): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    entry.crc = crc32(bytes, entry.crc);
    entry.plain += bytes.length;
    yield bytes;
  }
}

function deflate(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  // An error of either reaches whoever reads the result.
  return pipeline(Readable.from(bytes), createDeflateRaw(), () => undefined) as AsyncIterable<Buffer>;
}

function localHeader(path: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(versionNeeded, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(date, 12);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function sizesOf({crc, compressed, plain}: Written): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(compressed, 8);
  descriptor.writeUInt32LE(plain, 12);
  return descriptor;
}

function directoryEntry({path, offset, crc, compressed, plain}: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(versionNeeded, 4);
  header.writeUInt16LE(versionNeeded, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt16LE(date, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(compressed, 20);
  header.writeUInt32LE(plain, 24);
  header.writeUInt16LE(path.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, path]);
}

function endOfDirectory(entries: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
