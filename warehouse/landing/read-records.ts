import {isUtf8} from 'node:buffer';

/** A file that cannot be read as the format it claims; the message is a sentence without the file's name. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
}

/** Something wrong with one record, found before its values were looked at. */
export interface BrokenRecord {
  /** Physical line of the file, from 1. */
  line: number;
  /** Place among the clean records, from 0; absent when the whole record had to be kept out. */
  record?: number;
  /** Place among the columns, from 0; absent when the record as a whole is broken. */
  column?: number;
  value: string;
  reason: 'broken_record' | 'bad_encoding' | 'bad_value';
}

/**
 * Cuts a CSV into records exactly as RFC 4180 has it, byte by byte as the file streams through, and gives back
 * clean bytes: only whole records with as many fields as the header, UTF-8, ending in LF, without header, BOM and
 * blank lines. DuckDB's own reader guesses in such cases: it drops a field too many when that is empty, trims
 * before quotes, gives up on the whole file over one stray CR, and counts records instead of lines.
 */
export class CsvRecords {
  header: string[] | undefined;
  /** Records so far, without the header, with the broken ones. */
  total = 0;
  /** Records given back as clean. */
  clean = 0;
  /** Line of each clean record that does not begin one line after the record before: record, line, record, line … */
  readonly lineBreaks: number[] = [];

  readonly #mayBlank: (column: string) => boolean;
  readonly #broken: BrokenRecord[] = [];
  #carried: Buffer = Buffer.alloc(0);
  #position = 0;
  #state: State = FIELD_START;
  #fields = 1;
  #line = 1;
  #recordLine = 1;
  #expectedLine = -1;
  #problem = '';
  #started = false;

  /** `mayBlank` says of a column whether a value in another encoding may be left out and the rest of the row kept. */
  constructor(mayBlank: (column: string) => boolean) {
    this.#mayBlank = mayBlank;
  }

  /** Takes the next bytes of the file and gives the clean bytes of the records that are now complete. */
  push(chunk: Buffer): Buffer {
    const bytes = this.#carried.length > 0 ? Buffer.concat([this.#carried, chunk]) : chunk;
    if (!this.#started) {
      if (bytes.length < 4) {
        this.#carried = bytes;
        return NOTHING;
      }
      return this.#cut(this.#begin(bytes));
    }
    return this.#cut(bytes);
  }

  /** The last record, when the file does not end in a line break. */
  end(): Buffer {
    if (!this.#started) this.#cut(this.#begin(this.#carried));
    if (this.#state === QUOTED) this.#breakRecord(UNCLOSED);
    const bytes = this.#carried;
    const end = this.#state === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    const batch = new Batch(bytes.length + 1);
    this.#endRecord(bytes, 0, end, batch);
    this.#requireHeader();
    return this.#valid(batch);
  }

  /** The broken records found since this was last asked. */
  takeBroken(): BrokenRecord[] {
    return this.#broken.splice(0);
  }

  #begin(bytes: Buffer): Buffer {
    this.#started = true;
    if (UTF_16_MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark))) throw notUtf8();
    return bytes.subarray(0, 3).equals(UTF_8_MARK) ? bytes.subarray(3) : bytes;
  }

  #cut(bytes: Buffer): Buffer {
    const batch = new Batch(bytes.length);
    const length = bytes.length;
    let state = this.#state;
    let start = 0;
    let fields = this.#fields;
    for (let i = this.#position; i < length; i++) {
      const byte = bytes[i]!;
      if (byte > COMMA && state === UNQUOTED) continue;
      if (byte === 0) throw notUtf8();
      if (state === QUOTED) {
        if (byte === QUOTE) state = QUOTE_IN_QUOTED;
        else if (byte === LF) this.#line++;
      } else if (byte === LF) {
        this.#state = state;
        this.#fields = fields;
        this.#endRecord(bytes, start, state === CARRIAGE_RETURN ? i - 1 : i, batch);
        this.#line++;
        this.#recordLine = this.#line;
        state = FIELD_START;
        fields = 1;
        start = i + 1;
      } else if (state === SKIPPING) {
        continue;
      } else if (state === CARRIAGE_RETURN) {
        this.#breakRecord(LONE_CR);
        state = SKIPPING;
      } else if (byte === COMMA) {
        fields++;
        state = FIELD_START;
      } else if (byte === CR) {
        state = CARRIAGE_RETURN;
      } else if (byte === QUOTE) {
        if (state === UNQUOTED) {
          this.#breakRecord(STRAY_QUOTE);
          state = SKIPPING;
        } else {
          state = QUOTED;
        }
      } else if (state === QUOTE_IN_QUOTED) {
        this.#breakRecord(AFTER_QUOTE);
        state = SKIPPING;
      } else {
        state = UNQUOTED;
      }
    }
    if (length - start > MAX_RECORD_BYTES) {
      this.#breakRecord(TOO_LONG);
      // What is inside open quotes stays there, or the lines that follow would be read as records.
      if (state !== QUOTED) state = SKIPPING;
      this.#carried = Buffer.from(bytes.subarray(start, start + EXCERPT_BYTES));
    } else {
      this.#carried = Buffer.from(bytes.subarray(start));
    }
    this.#position = this.#carried.length;
    this.#state = state;
    this.#fields = fields;
    return this.#valid(batch);
  }

  #endRecord(bytes: Buffer, start: number, end: number, batch: Batch): void {
    const problem = this.#problem;
    this.#problem = '';
    if (start === end) return;
    if (!this.header) {
      const header = bytes.subarray(start, end);
      if (problem) throw new UnreadableFile(`dòng tiêu đề ${problem}; hãy xuất lại tệp theo RFC 4180.`);
      if (!isUtf8(header)) throw notUtf8();
      this.header = fieldsOf(header).map((field) => field.toString('utf8'));
      return;
    }
    this.total++;
    if (problem || this.#fields !== this.header.length) {
      const why = problem || `có ${this.#fields} cột, tiêu đề có ${this.header.length} cột`;
      this.#broken.push({
        line: this.#recordLine,
        value: `${why}: ${bytes.toString('utf8', start, Math.min(end, start + EXCERPT_BYTES))}`,
        reason: 'broken_record',
      });
      return;
    }
    batch.add(bytes, start, end, this.#recordLine);
  }

  /** Marks the record being read as broken; the first thing found is what is reported. */
  #breakRecord(why: string): void {
    this.#problem ||= why;
  }

  #valid(batch: Batch): Buffer {
    const bytes = batch.bytes();
    if (isUtf8(bytes)) {
      for (const line of batch.lines) this.#note(line);
      return bytes;
    }
    const mended: Buffer[] = [];
    for (let i = 0; i < batch.lines.length; i++) {
      const record = bytes.subarray(batch.starts[i], batch.starts[i + 1] ?? bytes.length);
      const whole = isUtf8(record) ? record : this.#mend(record.subarray(0, -1), batch.lines[i]!);
      if (!whole) continue;
      this.#note(batch.lines[i]!);
      mended.push(whole);
    }
    return Buffer.concat(mended);
  }

  /** Leaves out the values that are not UTF-8; nothing comes back when one of them is required. */
  #mend(record: Buffer, line: number): Buffer | undefined {
    const fields = fieldsOf(record);
    const damaged = [...fields.keys()].filter((column) => !isUtf8(fields[column]!));
    const keep = damaged.every((column) => this.#mayBlank(this.header![column]!));
    for (const column of damaged) {
      this.#broken.push({
        line,
        ...(keep ? {record: this.clean} : {}),
        column,
        value: fields[column]!.toString('utf8').slice(0, EXCERPT_BYTES),
        reason: 'bad_encoding',
      });
      fields[column] = NOTHING;
    }
    return keep
      ? Buffer.from(`${fields.map((field) => quoted(field.toString('utf8'))).join(',')}\n`)
      : undefined;
  }

  #note(line: number): void {
    if (line !== this.#expectedLine) this.lineBreaks.push(this.clean, line);
    this.#expectedLine = line + 1;
    this.clean++;
  }

  #requireHeader(): void {
    if (!this.header) throw new UnreadableFile('tệp rỗng, không có cả dòng tiêu đề; hãy xuất lại tệp.');
  }
}

/** A text as one field of a CSV. */
export const quoted = (field: string) =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

type State = 0 | 1 | 2 | 3 | 4 | 5;
const FIELD_START = 0;
const UNQUOTED = 1;
const QUOTED = 2;
const QUOTE_IN_QUOTED = 3;
const CARRIAGE_RETURN = 4;
const SKIPPING = 5;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

const UNCLOSED = 'mở ngoặc kép mà không đóng';
const LONE_CR = 'có ký tự CR không kèm LF';
const STRAY_QUOTE = 'có dấu ngoặc kép giữa giá trị không đặt trong ngoặc kép';
const AFTER_QUOTE = 'có ký tự thừa sau dấu ngoặc kép đóng';
const TOO_LONG = 'dài quá 1 MB';

const MAX_RECORD_BYTES = 1_000_000;
const EXCERPT_BYTES = 200;
const NOTHING = Buffer.alloc(0);
const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Also how UTF-32 begins in one byte order; in the other it begins with NUL, which no text holds. */
const UTF_16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

const notUtf8 = () => new UnreadableFile('tệp không phải UTF-8; hãy xuất lại với mã UTF-8.');

/** The records of one push, one after another without what lay between them. */
class Batch {
  readonly lines: number[] = [];
  readonly starts: number[] = [];
  readonly #out: Buffer;
  #length = 0;

  constructor(size: number) {
    this.#out = Buffer.allocUnsafe(size);
  }

  add(bytes: Buffer, start: number, end: number, line: number): void {
    this.lines.push(line);
    this.starts.push(this.#length);
    bytes.copy(this.#out, this.#length, start, end);
    this.#length += end - start;
    this.#out[this.#length++] = LF;
  }

  bytes(): Buffer {
    return this.#out.subarray(0, this.#length);
  }
}

/** The fields of a record that is known to be well formed, without their quotes. */
function fieldsOf(record: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  let i = 0;
  for (;;) {
    let end: number;
    if (record[i] === QUOTE) {
      end = i + 1;
      while (record[end] !== QUOTE || record[end + 1] === QUOTE) end += record[end] === QUOTE ? 2 : 1;
      const inside = record
        .subarray(i + 1, end)
        .toString('latin1')
        .replaceAll('""', '"');
      fields.push(Buffer.from(inside, 'latin1'));
      end++;
    } else {
      const comma = record.indexOf(COMMA, i);
      end = comma < 0 ? record.length : comma;
      fields.push(record.subarray(i, end));
    }
    if (end >= record.length) return fields;
    i = end + 1;
  }
}
