/** What only letters and programs name: in English where they are ours to translate, and never as a code. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {sqlFolder} from '../../warehouse/models.ts';
import {officialName} from '../../web/labels/official-names.ts';
import {sourceTableName} from '../../web/labels/source-table-names.ts';
import {speak} from '../../web/labels/words.ts';

afterEach(() => speak('vi'));

/** The codes in a column of a file of reference. */
const codesIn = (table: string, column: number): string[] => [
  ...new Set(
    readFileSync(join(sqlFolder, 'reference', `${table}.csv`), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[column]!),
  ),
];

test.each([
  ['indicator of the forms', 'form_indicators', 0],
  ['form', 'statistical_forms', 0],
  ['award', 'award_quotas', 1],
  ['size', 'size_bands', 2],
])('every %s has an English name, and keeps its own in Vietnamese', (_, table, column) => {
  const codes = codesIn(table, column);
  expect(codes.length).toBeGreaterThan(1);
  for (const code of codes) {
    speak('vi');
    expect(officialName(code, 'Tên tiếng Việt')).toBe('Tên tiếng Việt');
    speak('en');
    expect(officialName(code, 'Tên tiếng Việt')).not.toBe('Tên tiếng Việt');
  }
});

test('every table that programs deliver is called by a name, a new one by its own', () => {
  const tables = codesIn('source_tables', 0);
  expect(tables).toContain('ho_so');
  expect(tables.filter((table) => sourceTableName(table) === table)).toEqual([]);
  expect(sourceTableName('bang_moi')).toBe('bang_moi');
});
