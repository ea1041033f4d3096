import {expect, test} from 'vitest';
import {
  allowedFunctions,
  allowedOperators,
  allowedTableFunctions,
  refusedFunctions,
  refusedTableFunctions,
} from '../../../api/workbench/functions.ts';
import {publishedSchemas} from '../../../api/workbench/published.ts';
import {builtLayers} from '../../../warehouse/build.ts';
import {rowsOf, withDatabase} from '../../../warehouse/database.ts';

/** The names of the engine's functions of some kinds, in small letters. */
const functionsOf = (...kinds: string[]): Promise<string[]> =>
  withDatabase(':memory:', {}, async (db) => {
    const rows = await rowsOf(
      db,
      `select distinct lower(function_name) as name from duckdb_functions()
       where list_contains($kinds::varchar[], function_type) order by name`,
      {kinds: `[${kinds.join(',')}]`},
    );
    return rows.map(([name]) => String(name));
  });

test('every function of the engine has been looked at, and none twice', async () => {
  const lists = [allowedFunctions, allowedOperators, ...Object.values(refusedFunctions)];
  const known = lists.flatMap((names) => [...names]).sort();
  expect(known).toEqual(await functionsOf('scalar', 'aggregate', 'macro'));
});

test('every function that stands where a table does has been looked at, and none twice', async () => {
  const lists = [allowedTableFunctions, ...Object.values(refusedTableFunctions)];
  const known = lists.flatMap((names) => [...names]).sort();
  // The parser's own, which is in the catalogue of others.
  expect(known).toEqual([...new Set(await functionsOf('table', 'table_macro'))].sort());
});

test('people may read every layer of a version that is not dropped when it is sealed', () => {
  const dropped = ['staging', 'sources'];
  const kept = builtLayers.filter((layer) => !dropped.includes(layer));
  expect([...publishedSchemas].sort()).toEqual([...kept, 'history', 'meta'].sort());
});
