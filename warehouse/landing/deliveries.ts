import {lstatSync, readFileSync, realpathSync, statSync, existsSync} from 'node:fs';
import {basename, dirname, isAbsolute, join, sep} from 'node:path';
import {z} from 'zod';
import {readPrograms} from '../contract.ts';
import {RefusedDelivery} from '../errors.ts';
import {sqlFolder} from '../models.ts';
import {foldersIn} from './folders-in.ts';

/** A file of a delivery, as its `datapackage.json` describes it. `path` is relative to the delivery's folder. */
export interface DeliveryFile {
  table: string;
  path: string;
  format: 'csv' | 'csv.gz' | 'parquet' | 'xlsx';
  encoding: string;
  bytes: number;
  hash: string;
  rows: number;
}

/** A delivery whose package could be read: one program's tables at the end of one day. */
export interface Delivery {
  program: string;
  businessDate: string;
  sequence: number;
  created: string;
  /** The delivery says of itself that its data are made up. */
  demo: boolean;
  folder: string;
  files: readonly DeliveryFile[];
}

/** What lies in the landing folder. `incomplete` are folders that have no `datapackage.json` yet. */
export interface FoundDeliveries {
  complete: Delivery[];
  refused: RefusedDelivery[];
  incomplete: string[];
}

/** The deliveries in `landing`, the oldest date first, then the programs in the order of the contract. */
export function findDeliveries(landing: string, options: {date?: string} = {}): FoundDeliveries {
  const found: FoundDeliveries = {complete: [], refused: [], incomplete: []};
  const programs = readPrograms();
  for (const date of foldersIn(landing)) {
    if (options.date !== undefined && options.date !== date) continue;
    if (!isDate(date)) {
      found.refused.push(new RefusedDelivery(date, [wrongDate(date)]));
      continue;
    }
    for (const program of inOrderOf(programs, foldersIn(join(landing, date)))) {
      const folder = join(landing, date, program);
      if (!existsSync(join(folder, PACKAGE))) {
        found.incomplete.push(folder);
        continue;
      }
      try {
        found.complete.push(readDelivery(folder, {date, program, programs}));
      } catch (error) {
        if (!(error instanceof RefusedDelivery)) throw error;
        found.refused.push(error);
      }
    }
  }
  return found;
}

/**
 * The delivery in a folder `<landing>/<date>/<program>`, and everything that is wrong with its package. With
 * reasons, the delivery holds the files that can be read all the same; without a delivery none can.
 */
export function inspectDelivery(folder: string): {delivery?: Delivery; reasons: readonly string[]} {
  const program = basename(folder);
  const date = basename(dirname(folder));
  const name = `${date}/${program}`;
  if (!existsSync(join(folder, PACKAGE))) {
    return {
      reasons: [`${name} chưa có ${PACKAGE}; bản giao chỉ hoàn tất khi tệp này được ghi sau cùng.`],
    };
  }
  const reasons = isDate(date) ? [] : [wrongDate(date)];
  try {
    const given = parsePackage(join(folder, PACKAGE), name);
    reasons.push(...wrongPackage(given, folder, {date, program, programs: readPrograms()}));
    const tables = readProgramTables(program);
    const isReadable = ({name: table, path, format}: (typeof given.resources)[number]) =>
      tables.includes(table) &&
      wrongPath(folder, path).length === 0 &&
      wrongFormat(program, path, format).length === 0;
    const resources = given.resources.filter(
      (resource, i) =>
        isReadable(resource) && given.resources.findIndex(({name: other}) => other === resource.name) === i,
    );
    return {delivery: deliveryOf({...given, resources}, folder, {date, program}), reasons};
  } catch (error) {
    if (!(error instanceof RefusedDelivery)) throw error;
    return {reasons: [...reasons, ...error.reasons]};
  }
}

const PACKAGE = 'datapackage.json';
const MAX_PACKAGE_BYTES = 1_000_000;

const text = z.string({error: 'phải là một chuỗi ký tự'});
const count = z.int({error: 'phải là một số nguyên không âm'}).nonnegative('phải là một số nguyên không âm');

const Resource = z.object({
  name: text.min(1, 'không được để trống'),
  path: text.min(1, 'không được để trống'),
  format: z.enum(['csv', 'csv.gz', 'parquet', 'xlsx'], {error: 'phải là csv, csv.gz, parquet hoặc xlsx'}),
  encoding: text.regex(/^utf-?8$/i, 'phải là utf-8; hãy xuất lại tệp với mã UTF-8').default('utf-8'),
  bytes: count,
  hash: text.regex(/^sha256:[0-9a-f]{64}$/, 'phải có dạng sha256: và 64 chữ số thập lục phân viết thường'),
  'thads:rows': count,
});

const Package = z.object({
  'thads:program': text,
  'thads:businessDate': text,
  'thads:sequence': z.int({error: 'phải là một số nguyên từ 1'}).min(1, 'phải là một số nguyên từ 1'),
  'thads:demo': z.boolean({error: 'phải là true hoặc false'}).default(false),
  created: z.iso.datetime({offset: true, error: 'phải là thời điểm ISO 8601 có múi giờ'}),
  resources: z.array(Resource, {error: 'phải là danh sách các tệp'}),
});

type Package = z.infer<typeof Package>;

interface Place {
  date: string;
  program: string;
  programs: readonly string[];
}

function readDelivery(folder: string, place: Place): Delivery {
  const name = `${place.date}/${place.program}`;
  const given = parsePackage(join(folder, PACKAGE), name);
  const reasons = wrongPackage(given, folder, place);
  if (reasons.length > 0) throw new RefusedDelivery(name, reasons);
  return deliveryOf(given, folder, place);
}

function wrongPackage(given: Package, folder: string, {date, program, programs}: Place): string[] {
  const reasons: string[] = [];
  if (!programs.includes(program)) {
    reasons.push(
      `Không có chương trình ${program} trong danh mục; các chương trình là ${programs.join(', ')}.`,
    );
  }
  if (given['thads:program'] !== program) {
    reasons.push(
      `${PACKAGE}: thads:program là ${given['thads:program']} nhưng thư mục là ${program}; hãy sửa cho khớp.`,
    );
  }
  if (given['thads:businessDate'] !== date) {
    reasons.push(
      `${PACKAGE}: thads:businessDate là ${given['thads:businessDate']} nhưng thư mục là ${date}; hãy sửa cho khớp.`,
    );
  }
  const names = given.resources.map((resource) => resource.name);
  return [
    ...reasons,
    ...wrongTables(program, names),
    ...given.resources.flatMap(({path}) => wrongPath(folder, path)),
    ...given.resources.flatMap(({path, format}) => wrongFormat(program, path, format)),
  ];
}

function deliveryOf(given: Package, folder: string, {date, program}: Omit<Place, 'programs'>): Delivery {
  return {
    program,
    businessDate: date,
    sequence: given['thads:sequence'],
    created: given.created,
    demo: given['thads:demo'],
    folder,
    files: given.resources.map(({name: table, path, format, encoding, bytes, hash, 'thads:rows': rows}) => ({
      table,
      path,
      format,
      encoding,
      bytes,
      hash,
      rows,
    })),
  };
}

function parsePackage(path: string, delivery: string): Package {
  if (!statSync(path).isFile() || statSync(path).size > MAX_PACKAGE_BYTES) {
    throw new RefusedDelivery(delivery, [
      `${PACKAGE} không phải là một tệp JSON dưới 1 MB; hãy ghi lại tệp này.`,
    ]);
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw new RefusedDelivery(delivery, [
      `${PACKAGE} không phải JSON hợp lệ (${(error as Error).message}); hãy ghi lại tệp này.`,
    ]);
  }
  const parsed = Package.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new RefusedDelivery(
    delivery,
    parsed.error.issues.map((issue) => {
      const place = issue.path.map((part) =>
        typeof part === 'number' ? `tệp thứ ${part + 1}` : String(part),
      );
      const missing = issue.path.length > 0 && valueAt(content, issue.path) === undefined;
      const where = place.length > 0 ? place.join(', ') : 'nội dung';
      return missing
        ? `${PACKAGE}: thiếu ${where}; thuộc tính này ${issue.message}.`
        : `${PACKAGE}: ${where} ${issue.path.length > 0 ? issue.message : 'phải là một đối tượng JSON'}.`;
    }),
  );
}

function wrongTables(program: string, names: readonly string[]): string[] {
  const tables = readProgramTables(program);
  const unknown = names.filter((name) => !tables.includes(name));
  const repeated = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
  const missing = tables.filter((table) => !names.includes(table));
  return [
    ...unknown.map((name) => `${PACKAGE}: bảng ${name} không thuộc chương trình ${program}; hãy bỏ tệp này.`),
    ...repeated.map((name) => `${PACKAGE}: bảng ${name} có hơn một tệp; mỗi bảng chỉ giao một tệp.`),
    ...missing.map((table) => `${PACKAGE}: thiếu bảng ${table}; hãy giao đủ các bảng ${tables.join(', ')}.`),
  ];
}

/** A path must lead to a plain file inside the delivery's own folder, whatever links there are on the way. */
function wrongPath(folder: string, path: string): string[] {
  const outside = `${PACKAGE}: đường dẫn ${path} chỉ ra ngoài thư mục giao; tệp phải nằm trong thư mục này.`;
  if (isAbsolute(path) || /^[a-z]+:|\\|\0/i.test(path) || path.split('/').includes('..')) return [outside];
  const file = join(folder, path);
  if (!lstatSync(file, {throwIfNoEntry: false}) || !existsSync(file)) {
    return [`${path}: không có tệp này trong thư mục giao; hãy giao lại đủ tệp.`];
  }
  if (!realpathSync(file).startsWith(realpathSync(folder) + sep)) return [outside];
  return statSync(file).isFile() ? [] : [`${path}: không phải là một tệp; hãy giao lại tệp này.`];
}

/** Sheets hold what people typed; a program that writes its files by itself has no need of them. */
function wrongFormat(program: string, path: string, format: DeliveryFile['format']): string[] {
  if (format !== 'xlsx' || handMadePrograms().includes(program)) return [];
  return [
    `${path}: chương trình ${program} không giao tệp xlsx (chỉ ${handMadePrograms().join(', ')} được giao); ` +
      'hãy xuất bảng này ra CSV (UTF-8) hoặc Parquet rồi giao lại.',
  ];
}

function handMadePrograms(): string[] {
  const [, ...lines] = readFileSync(join(sqlFolder, 'reference', 'programs.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines.filter((line) => line.endsWith(',true')).map((line) => line.split(',', 1)[0]!);
}

function readProgramTables(program: string): string[] {
  const [, ...lines] = readFileSync(join(sqlFolder, 'reference', 'source_tables.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines
    .map((line) => line.split(','))
    .flatMap(([table, owner]) => (owner === program ? [table!] : []));
}

function inOrderOf(order: readonly string[], names: readonly string[]): string[] {
  return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    content,
  );
}

const wrongDate = (name: string) =>
  `Thư mục ${name} không mang tên một ngày dạng YYYY-MM-DD; hãy đổi tên thư mục theo ngày số liệu.`;

const isDate = (name: string) => z.iso.date().safeParse(name).success;
