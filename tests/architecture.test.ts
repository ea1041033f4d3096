import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {describe, expect, test} from 'vitest';
import {buildNight, modelFiles, seal} from '../warehouse/build.ts';
import {recordChanges} from '../warehouse/changes.ts';
import {readContract, readPrograms} from '../warehouse/contract.ts';
import {recordsOf, withDatabase} from '../warehouse/database.ts';
import {readDictionary, readTableMeanings} from '../warehouse/describe.ts';
import {lookBack, stopLookingBack} from '../warehouse/earlier.ts';
import {metrics} from '../warehouse/metrics.ts';
import {sqlFiles, tablesRead, type Layer} from '../warehouse/models.ts';
import {recordNight} from '../warehouse/record.ts';

const root = join(import.meta.dirname, '..');

/** Who may import whom. The web reaches the rest over HTTP, and borrows only types from the API. */
const mayImport: Record<string, readonly string[]> = {warehouse: [], api: ['warehouse'], web: []};

/**
 * Pictures on papers are the charts of the screen: what draws them may use the specs of the web, with their words and
 * what they are worked out from. Those are plain functions, and load nothing that needs a browser.
 */
const drawing = {
  from: 'api/pictures/',
  may: /^web\/(charts|findings|labels)\/|^web\/(format|form-value|gate-value)\.ts$/,
};

/** The one program that puts the parts together. */
const program = 'warehouse/cli.ts';

/** Which layer may read which. Checks may read anything. */
const mayRead: Partial<Record<Layer, readonly string[]>> = {
  reference: ['reference'],
  staging: ['sources', 'meta'],
  marts: ['staging', 'marts', 'reference', 'earlier'],
  defects: ['marts', 'reference'],
  petition_defects: ['marts', 'reference'],
  signals: ['marts', 'reference'],
  metrics: ['marts', 'reference'],
  forms: ['marts', 'forms', 'reference'],
  queries: ['marts', 'forms', 'history', 'reference', 'meta'],
};

describe('the tree', () => {
  test('lets each folder import only what is below it', () => {
    const wrong = [];
    for (const [folder, allowed] of Object.entries(mayImport)) {
      for (const file of typescriptIn(folder)) {
        for (const {target, isType} of importsOf(file)) {
          const other = target.split('/', 1)[0]!;
          if (other === folder || allowed.includes(other)) continue;
          if (file === program) continue;
          if (folder === 'web' && target === 'api/answers.ts' && isType) continue;
          if (file.startsWith(drawing.from) && drawing.may.test(target)) continue;
          wrong.push(`${file} imports ${target}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('draws pictures with parts of the web that need no browser', () => {
    const wrong: string[] = [];
    const seen = new Set(typescriptIn(drawing.from.slice(0, -1)));
    for (const file of seen) {
      for (const {target, isType} of importsOf(file)) {
        if (isType || !target.startsWith('web/')) continue;
        seen.add(target);
        if (!drawing.may.test(target)) wrong.push(`${file} imports ${target}`);
      }
      if (!file.startsWith('web/')) continue;
      const text = readFileSync(join(root, file), 'utf8');
      const [browser] =
        /\b(document|window|localStorage|navigator)\.|from '(lit|vega-embed)/.exec(text) ?? [];
      if (browser) wrong.push(`${file} needs a browser: ${browser}`);
    }
    expect(wrong).toEqual([]);
    expect([...seen].filter((file) => file.startsWith('web/charts/')).length).toBeGreaterThan(3);
  });

  test('holds nothing at the top but what the README names', () => {
    const tracked = readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'node_modules');
    expect(tracked.sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'api',
        'package-lock.json',
        'package.json',
        'sql',
        'tests',
        'tsconfig.json',
        'warehouse',
        'web',
      ].sort(),
    );
  });

  test('has no drawer for what has no name', () => {
    const drawers = ['warehouse', 'api', 'web', 'tests']
      .flatMap((folder) => readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}))
      .filter((name) => /(^|[/\\])(utils?|helpers?|common|services?|misc)(\.|[/\\]|$)/.test(name));
    expect(drawers).toEqual([]);
  });
});

describe('sql', () => {
  test('reads only the layers below', async () => {
    const wrong = await withDatabase(':memory:', {}, async (db) => {
      const found = [];
      for (const [layer, allowed] of Object.entries(mayRead)) {
        for (const {name, sql} of sqlFiles(layer as Layer)) {
          for (const table of await tablesRead(sql, db)) {
            if (!allowed.includes(table.split('.', 1)[0]!)) found.push(`${layer}/${name}.sql reads ${table}`);
          }
        }
      }
      return found;
    });
    expect(wrong).toEqual([]);
  });

  test('says on the first line of each file what one row is', () => {
    const layers = [
      'sources',
      'reference',
      'staging',
      'marts',
      'defects',
      'petition_defects',
      'signals',
      'metrics',
      'forms',
      'checks',
      'queries',
    ] as const;
    const silent = layers
      .flatMap(sqlFiles)
      .filter(({sql}) => !/^-- [A-Z].{10,}/.test(sql))
      .map(({layer, name}) => `${layer}/${name}.sql`);
    expect(silent).toEqual([]);
  });

  test('has one staging view for each table delivered', async () => {
    const contract = await withDatabase(':memory:', {}, readContract);
    const read = await withDatabase(':memory:', {}, async (db) =>
      Promise.all(sqlFiles('staging').map(({sql}) => tablesRead(sql, db))),
    );
    expect(
      read
        .flat()
        .filter((table) => table.startsWith('sources.'))
        .sort(),
    ).toEqual(contract.map(({name}) => `sources.${name}`).sort());
    expect(new Set(contract.map(({program}) => program))).toEqual(new Set(readPrograms()));
  });

  test('has a file for each metric, an entry for each file, and one shape for all', async () => {
    expect(sqlFiles('metrics').map(({name}) => name)).toEqual(Object.keys(metrics).sort());
    const shapes = await withEmptyVersion((db) =>
      recordsOf<{name: string; columns: string[]}>(
        db,
        `select table_name as name, list(column_name order by column_index) as columns
         from duckdb_columns() where schema_name = 'metrics' group by all`,
      ),
    );
    for (const {name, columns} of shapes) {
      expect({name, columns}).toEqual({
        name,
        columns: ['office_id', 'officer_id', 'numerator', 'denominator'],
      });
    }
  });

  test('means one thing by each column name, and uses every word of the dictionary', async () => {
    const {used, known} = await withEmptyVersion(async (db) => ({
      used: (
        await recordsOf<{name: string}>(
          db,
          `select distinct column_name as name from duckdb_columns()
           where database_name = current_database() and not internal order by name`,
        )
      ).map(({name}) => name),
      known: (await readDictionary(db)).map((word) => word.column_name),
    }));
    expect(known).toEqual([...new Set(known)].sort());
    expect(known).toEqual([...used].sort());
  });
});

test('every table and view that is built says in Vietnamese what one row of it is, and none that is not', async () => {
  const {built, known, written} = await withEmptyVersion(async (db) => ({
    built: modelFiles().map(({layer, name}) => `${layer}.${name}`),
    known: [...(await readTableMeanings(db)).keys()],
    written: (await recordsOf<{model: string}>(db, readFileSync(join(root, 'sql/tables.sql'), 'utf8'))).map(
      ({model}) => model,
    ),
  }));
  expect(known.toSorted()).toEqual(built.toSorted());
  expect(written).toEqual([...new Set(written)].sort());
});

describe('the packages', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >;

  test('are pinned to exact versions, and the lock file names no registry', () => {
    const versions = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-r\.\d+)?$/.test(version))).toEqual([]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('that run in production have licences a ministry can use', () => {
    const usable = /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|MIT AND OFL-1\.1)$/;
    const wrong = Object.keys(manifest.dependencies)
      .map((name) => [
        name,
        (
          JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
            license: string;
          }
        ).license,
      ])
      .filter(([, licence]) => !usable.test(licence!));
    expect(wrong).toEqual([]);
  });
});

describe('what is installed', () => {
  const {packages} = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, {version?: string; integrity?: string}>;
  };

  test('is no older than the releases that mended what was found in it', () => {
    const tooOld = Object.entries(mended).flatMap(([name, least]) =>
      Object.entries(packages)
        .filter(([path]) => path.endsWith(`node_modules/${name}`))
        .filter(([, {version}]) => isOlder(version!, least))
        .map(([path, {version}]) => `${path} ${version} is older than ${least}`),
    );
    expect(tooOld).toEqual([]);
    expect(Object.keys(mended).filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
  });

  test('is checked against its hash when it is fetched', () => {
    const unchecked = Object.entries(packages)
      .filter(([path, {integrity}]) => path !== '' && !integrity)
      .map(([path]) => path);
    expect(unchecked).toEqual([]);
  });
});

/** The first release of a package without a weakness that was published. */
const mended: Readonly<Record<string, string>> = {
  'body-parser': '2.2.1', // CVE-2025-13466: a body of many parameters stops the server
  cookie: '0.7.0', // CVE-2024-47764: a name that breaks out of the header
  express: '5.0.1', // CVE-2024-10491: resources injected into the Link header
  'on-headers': '1.1.0', // CVE-2025-7339: headers changed by an array
  'path-to-regexp': '8.0.0', // CVE-2024-45296: an address that is matched for minutes
  qs: '6.14.1', // CVE-2025-15284: arrays beyond their limit
  send: '1.1.0', // CVE-2024-43799: script in a redirect
  vega: '6.2.0', // CVE-2025-59840: script out of a specification
  'vega-functions': '6.1.1', // CVE-2025-65110: the same by another way
  vite: '7.1.5', // CVE-2025-58751: files beside the public folder
};

function isOlder(version: string, least: string): boolean {
  const [mine, theirs] = [version, least].map((text) => text.split(/[.-]/).map(Number));
  for (const [i, number] of theirs!.entries()) {
    if (mine![i] !== number) return mine![i]! < number;
  }
  return false;
}

/** An empty version: every table and view there is, no rows. */
async function withEmptyVersion<T>(look: (db: Parameters<typeof readContract>[0]) => Promise<T>): Promise<T> {
  const contract = await withDatabase(':memory:', {}, readContract);
  return withDatabase(':memory:', {}, async (db) => {
    await lookBack(undefined, db);
    await buildNight({night: '2026-03-31', receipts: []}, '', contract, db);
    await recordChanges({night: '2026-03-31', receipts: []}, undefined, contract, '', db);
    await recordNight({night: '2026-03-31', inputs: ''}, db);
    await stopLookingBack(db);
    await db.run('create table meta.checks (check_name varchar, offenders bigint)');
    await db.run('create table meta.steps (step varchar, seconds double)');
    await seal(db);
    return look(db);
  });
}

function typescriptIn(folder: string): string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`);
}

/** The files of ours that a file imports, as paths from the top of the tree. */
function importsOf(file: string): {target: string; isType: boolean}[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/(?:import|export)(\s+type)?\s[^'";]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'/g),
  ].map(([, type, fixed, dynamic]) => ({
    target: relative(root, join(root, file, '..', (fixed ?? dynamic)!))
      .split(sep)
      .join('/'),
    isType: type !== undefined,
  }));
}
