import {UnreadableFile} from './read-records.ts';
import {DAMAGED, PROTECTED, readZipEntries, unpack, type ZipEntry} from './zip-entries.ts';

/** The sheet to read: the first that people see. */
export interface FoundSheet {
  name: string;
  /** Place among the sheets of the workbook, from 0. */
  index: number;
}

/**
 * Looks a workbook over before any reader of spreadsheets meets it, and finds the sheet to read. Throws
 * `UnreadableFile` for what could harm (bombs, DOCTYPE, links to other workbooks) and for what cannot be read as a
 * plain table (merged cells, formulas that were never worked out).
 */
export async function inspectXlsx(bytes: Buffer): Promise<FoundSheet> {
  if (bytes.subarray(0, OLE_MARK.length).equals(OLE_MARK)) throw new UnreadableFile(PROTECTED);
  const entries = readZipEntries(bytes);
  if (entries.length > MAX_ENTRIES) throw new UnreadableFile(BOMB);
  const size = entries.reduce((sum, {unpacked}) => sum + unpacked, 0);
  if (size > Math.min(MAX_UNPACKED_BYTES, MAX_RATIO * Math.max(bytes.length, SMALL_BYTES))) {
    throw new UnreadableFile(BOMB);
  }
  if (entries.some(({name}) => /^xl\/externalLinks\//i.test(name))) throw new UnreadableFile(LINKED);

  const parts = new Map<string, Part>();
  for (const entry of entries) {
    if (/\.(xml|rels)$/i.test(entry.name)) parts.set(entry.name, await readPart(bytes, entry));
  }
  const {sheet, path} = findSheet(parts);
  const found = parts.get(path);
  if (!found?.isClosed) throw new UnreadableFile(DAMAGED);
  if (found.merged !== undefined) {
    throw new UnreadableFile(
      `trang tính “${sheet.name}” có ô gộp ${found.merged}; hãy bỏ gộp ô, mỗi ô một giá trị, rồi giao lại.`,
    );
  }
  if (found.unworked !== undefined) {
    throw new UnreadableFile(
      `trang tính “${sheet.name}”: ô ${found.unworked} có công thức chưa được tính; hãy mở bằng Excel, lưu lại rồi giao lại.`,
    );
  }
  return sheet;
}

/** What matters of one XML part. `text` is absent where the part is too long to be one that says how others fit. */
interface Part {
  text: string | undefined;
  /** The first area of merged cells, and the first formula without a value; of sheets only. */
  merged: string | undefined;
  unworked: string | undefined;
  /** A sheet that was written to its end; the reader of spreadsheets does not ask. */
  isClosed: boolean;
}

async function readPart(bytes: Buffer, entry: ZipEntry): Promise<Part> {
  const isShort = entry.unpacked <= MAX_DIRECTORY_BYTES;
  const pieces: Buffer[] = [];
  const part: Part = {text: undefined, merged: undefined, unworked: undefined, isClosed: false};
  let carried = '';
  for await (const chunk of unpack(bytes, entry)) {
    if (isShort) pieces.push(chunk);
    const text = carried + chunk.toString('latin1');
    if (FORBIDDEN.test(text)) throw new UnreadableFile(DECLARED);
    part.merged ??= MERGED.exec(text)?.[1];
    part.unworked ??= UNWORKED.exec(text)?.[1];
    carried = text.slice(-LONGEST_MATCH);
  }
  part.isClosed = /<\/(?:\w+:)?worksheet>\s*$/.test(carried);
  if (isShort) part.text = Buffer.concat(pieces).toString('utf8');
  return part;
}

/** The first sheet whose state is neither hidden nor veryHidden, and the part that holds it. */
function findSheet(parts: ReadonlyMap<string, Part>): {sheet: FoundSheet; path: string} {
  const book = relationsOf(parts, '').find(({type}) => type.endsWith('/officeDocument'));
  const text = book && parts.get(book.target)?.text;
  if (!text) throw new UnreadableFile(DAMAGED);
  const sheets = tagsOf(text, 'sheet').flatMap((tag) => {
    const id = Object.entries(tag).find(([name]) => name.endsWith(':id'))?.[1];
    const {name, state = 'visible'} = tag;
    return name && id ? [{name, state, id}] : [];
  });
  const index = sheets.findIndex(({state}) => state === 'visible');
  if (index < 0)
    throw new UnreadableFile('tệp không có trang tính nào hiện; hãy bỏ ẩn trang dữ liệu rồi giao lại.');
  const {name, id} = sheets[index]!;
  const path = relationsOf(parts, book.target).find((one) => one.id === id)?.target;
  if (path === undefined) throw new UnreadableFile(DAMAGED);
  return {sheet: {name, index}, path};
}

/** What a part refers to, with paths from the top of the zip; the zip itself is the part ''. */
function relationsOf(
  parts: ReadonlyMap<string, Part>,
  part: string,
): {id: string; type: string; target: string}[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const text = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`)?.text ?? '';
  return tagsOf(text, 'Relationship').map(({Id = '', Type = '', Target = ''}) => ({
    id: Id,
    type: Type,
    target: new URL(Target, `zip:///${folder}`).pathname.slice(1),
  }));
}

/** The attributes of each tag of this name, whatever its prefix. */
function tagsOf(text: string, name: string): Record<string, string>[] {
  return [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes!.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, double, single]) => [
        key!,
        double ?? single!,
      ]),
    ),
  );
}

const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const MAX_ENTRIES = 1000;
const MAX_UNPACKED_BYTES = 500_000_000;
const MAX_RATIO = 200;
/** Packed sizes below this are not held to the ratio one by one: a small repetitive file is no bomb. */
const SMALL_BYTES = 100_000;
const MAX_DIRECTORY_BYTES = 1_000_000;

const FORBIDDEN = /<!(?:DOCTYPE|ENTITY)/i;
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?\bref="([^"]{1,40})"/;
const UNWORKED =
  /<(?:\w+:)?c\s[^>]{0,200}?\br="([A-Z]{1,3}\d{1,7})"[^>]{0,200}>\s*<(?:\w+:)?f\b[^<]{0,9000}(?:\/>|<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/;
const LONGEST_MATCH = 10_000;

const BOMB = 'tệp giải nén ra quá lớn so với tệp nén; hãy kiểm tra lại nguồn và giao lại tệp.';
const LINKED = 'tệp có liên kết tới sổ tính khác; hãy bỏ liên kết (dán giá trị), lưu lại rồi giao lại.';
const DECLARED =
  'tệp có khai báo DOCTYPE hoặc ENTITY, không phải tệp do Excel ghi; hãy mở bằng Excel, lưu lại rồi giao lại.';
