import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {readContract, readPrograms, type ContractTable} from '../../warehouse/contract.ts';
import {withDatabase} from '../../warehouse/database.ts';
import {contractDocuments, exportContract} from '../../warehouse/export-contract.ts';

/** As much of the standard's schema as the documents use; `schema` and its properties are lists of named things. */
interface Odcs {
  apiVersion: string;
  kind: string;
  id: string;
  name: string;
  version: string;
  status: string;
  description: {usage: string};
  schema: {
    name: string;
    logicalType: string;
    physicalType: string;
    description: string;
    properties: OdcsProperty[];
    quality: Quality[];
  }[];
}

interface OdcsProperty {
  name: string;
  logicalType: string;
  physicalType: string;
  description: string;
  required: boolean;
  primaryKey?: boolean;
  primaryKeyPosition?: number;
  classification?: string;
  quality?: Quality[];
}

type Quality = Record<string, unknown> & {mustBe: number};

const contract = await withDatabase(':memory:', {}, readContract);
const documents = await contractDocuments('odcs');
const read = (program: string) =>
  parse(documents.find(({name}) => name === `${program}.odcs.yaml`)!.text) as Odcs;
const tableOf = (program: string, table: string) => read(program).schema.find(({name}) => name === table)!;
const columnOf = (program: string, table: string, column: string) =>
  tableOf(program, table).properties.find(({name}) => name === column)!;

test('there is a document for each program, with what the standard requires', () => {
  expect(documents.map(({name}) => name)).toEqual(readPrograms().map((program) => `${program}.odcs.yaml`));
  for (const program of readPrograms()) {
    expect(read(program)).toMatchObject({
      apiVersion: 'v3.1.0',
      kind: 'DataContract',
      id: `thads:${program}`,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      status: 'active',
    });
  }
});

test('the documents together say all of the contract and nothing else', () => {
  const logical = new Set(['string', 'date', 'timestamp', 'integer', 'boolean']);
  const said = readPrograms().flatMap((program) =>
    read(program).schema.map((table) => {
      expect(table).toMatchObject({logicalType: 'object', physicalType: 'table'});
      for (const {logicalType} of table.properties) expect(logical).toContain(logicalType);
      return {
        name: table.name,
        program,
        meaning: table.description,
        key: table.properties
          .filter((column) => column.primaryKey)
          .sort((one, other) => one.primaryKeyPosition! - other.primaryKeyPosition!)
          .map(({name}) => name),
        columns: table.properties.map(({name, required, description, quality}) => ({
          name,
          required,
          meaning: description,
          codes: (quality?.[0]?.['arguments'] as {validValues: string[]} | undefined)?.validValues ?? [],
        })),
      };
    }),
  );
  const given = contract.map(({name, program, meaning, key, columns}: ContractTable) => ({
    name,
    program,
    meaning,
    key,
    columns: columns.map(({name: column, required, meaning: says, codes}) => ({
      name: column,
      required,
      meaning: says,
      codes,
    })),
  }));
  const byName = (one: {name: string}, other: {name: string}) => (one.name < other.name ? -1 : 1);
  expect(said.sort(byName)).toEqual(given.sort(byName));
});

test('types, codes, keys, conditions and personal data are said in the words of the standard', () => {
  expect(columnOf('bien-lai', 'bien_lai', 'so_tien')).toMatchObject({
    logicalType: 'integer',
    logicalTypeOptions: {format: 'i64'},
    physicalType: 'BIGINT',
    required: true,
  });
  expect(columnOf('bien-lai', 'bien_lai', 'ngay_lap')).toMatchObject({
    logicalType: 'timestamp',
    logicalTypeOptions: {format: 'yyyy-MM-dd HH:mm:ss'},
  });
  expect(columnOf('bien-lai', 'bien_lai', 'so_bien_lai')).toMatchObject({
    primaryKey: true,
    primaryKeyPosition: 1,
    unique: true,
  });
  expect(columnOf('tiep-cong-dan', 'don_thu', 'loai_don').quality).toEqual([
    {
      description: 'Chỉ gồm các mã của hợp đồng',
      dimension: 'conformity',
      metric: 'invalidValues',
      arguments: {validValues: ['KHIEU_NAI', 'TO_CAO', 'KIEN_NGHI', 'PHAN_ANH']},
      mustBe: 0,
      unit: 'rows',
    },
  ]);
  expect(columnOf('to-chuc-tha', 'ho_so', 'nguoi_phai_tha').classification).toBe('restricted');
  expect(columnOf('to-chuc-tha', 'ho_so', 'ma_ho_so')).not.toHaveProperty('classification');
  expect(tableOf('bien-lai', 'bien_lai').quality).toMatchObject([
    {metric: 'duplicateValues', arguments: {properties: ['so_bien_lai']}, mustBe: 0},
    {type: 'sql', query: 'select count(*) from bien_lai where not (so_tien > 0)', mustBe: 0},
  ]);
});

test('sheets are named as a format only for the programs that make their files by hand', () => {
  const withSheets = readPrograms().filter((program) => read(program).description.usage.includes('xlsx'));
  expect(withSheets).toEqual(['thong-ke', 'to-chuc-can-bo']);
});

test('the document for people has every table and column, in Vietnamese', async () => {
  const [{name, text}] = (await contractDocuments('markdown')) as [{name: string; text: string}];
  expect(name).toBe('hop-dong-du-lieu.md');
  expect(contract).toHaveLength(12);
  for (const table of contract) {
    expect(text).toContain(`### \`${table.name}\`: ${table.meaning}\n`);
    for (const column of table.columns) expect(text).toContain(`| \`${column.name}\` | `);
  }
  expect(text).toContain(
    '| `so_tien` | BIGINT | có | Số tiền (đồng) | số nguyên viết liền, không dấu phân cách |',
  );
  expect(text).toContain('Mọi dòng phải thỏa: `(so_tien > 0)`.');
});

test('the files are written into the folder asked for, and again over themselves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thads-'));
  try {
    const out = join(folder, 'new', 'contract');
    const written = await exportContract(out, 'odcs');
    expect(await exportContract(out, 'odcs')).toEqual(written);
    expect(written.map((path) => ({name: basename(path), text: readFileSync(path, 'utf8')}))).toEqual(
      documents,
    );
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
