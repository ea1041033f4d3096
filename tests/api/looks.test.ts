/** Who looked at whose data: SQL tells nobody what is not theirs, and what it did tell can be found again. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {AuditRow} from '../../api/answers.ts';
import type {Role} from '../../api/roles.ts';
import {startServer, type RunningServer} from '../../api/server.ts';
import {openStore, stateFolder} from '../../api/state/store.ts';
import {verifyAudit} from '../../api/state/verify-audit.ts';
import {recordsOf, withDatabase} from '../../warehouse/database.ts';
import {readCurrent} from '../../warehouse/current.ts';
import {createToken} from '../access.ts';
import {canaries, isIn, startCanaries, type CanaryWorld} from '../canaries.ts';

let world: CanaryWorld;
let server: RunningServer;
let web: string;
beforeAll(async () => {
  world = await startCanaries();
  web = await mkdtemp(join(tmpdir(), 'thads-'));
  server = await startServer({data: world.folder.root, port: 0, host: '127.0.0.1', web});
}, 120_000);
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
  await rm(web, {recursive: true});
});

const headersOf = (role: Role, province?: string) => ({
  authorization: `Bearer ${createToken(world.folder.root, role, province)}`,
  'content-type': 'application/json',
});

async function query(headers: Record<string, string>, sql: string): Promise<string> {
  const response = await fetch(`${server.url}/api/v1/query`, {
    method: 'POST',
    headers,
    body: JSON.stringify({sql}),
  });
  expect(response.status, sql).toBeLessThan(500);
  return JSON.stringify([...response.headers]) + (await response.text());
}

const lookedAt = async (file: string): Promise<AuditRow[]> => {
  const subject = encodeURIComponent(`case_file:${file}`);
  const response = await fetch(`${server.url}/api/v1/audit?subject=${subject}`, {
    headers: headersOf('quan_tri'),
  });
  return ((await response.json()) as {rows: AuditRow[]}).rows;
};

test('whoever saw a case file’s data is found by the file, and whoever may have is found too', async () => {
  const headers = headersOf('phan_tich_pii');
  const named = "select case_id, debtor_name from marts.case_files where office_id = '38.KV01'";
  expect(await query(headers, named)).toContain(canaries.parties[0]);
  await query(headers, "select case_id, case_state from marts.case_files where office_id = '14.KV01'");
  const [one, ...others] = await lookedAt('38.KV01/1');
  expect(others).toEqual([]);
  expect(one).toMatchObject({action: 'query.run', outcome: 'done', rows: 1, details: {case_files: 1}});

  // A name without its file may have been anybody's.
  await query(headers, 'select debtor_name from marts.case_files limit 1');
  const later = await lookedAt('14.KV01/1');
  expect(later.map(({details}) => details['case_files'])).toEqual(['unknown', 1]);
  expect(await lookedAt('38.KV01/9')).toHaveLength(1);

  const store = openStore(stateFolder(world.folder.root));
  expect(verifyAudit(store)).toMatchObject({broken: null});
  expect(() => store.db.exec('delete from looks')).toThrow('looks are only added');
  store.close();
});

test('SQL tells a province and an analyst nothing that is not theirs, from any table', async () => {
  const tables = await withDatabase(
    join(world.folder.root, readCurrent(world.folder)!.file),
    {access_mode: 'READ_ONLY'},
    (db) =>
      recordsOf<{name: string}>(
        db,
        `select distinct schema_name || '.' || table_name as name from duckdb_columns()
         where database_name = current_database() and not internal order by all`,
      ),
  );
  const {officers} = canaries;
  const hidden = [...canaries.parties, canaries.identifier];
  for (const [role, province, forbidden] of [
    ['tinh', '38', [...hidden, officers['14'], '14.KV01', 'officer-14', 'item-14']],
    ['phan_tich', undefined, [...hidden, ...Object.values(officers)]],
  ] as const) {
    const headers = headersOf(role, province);
    const leaks: string[] = [];
    // A process is started for each query, so one asks of ten tables.
    for (let first = 0; first < tables.length; first += 10) {
      const texts = tables
        .slice(first, first + 10)
        .map(
          ({name}) =>
            `select '${name}' as name, string_agg(one::varchar, ' ') as content from ${name} as one`,
        );
      const told = await query(headers, texts.join(' union all '));
      expect(told).toContain(tables[first]!.name);
      leaks.push(...isIn(told, forbidden).map((text) => `${role} is told ${text} by one of ${told}`));
    }
    for (const sql of [
      'summarize marts.case_files',
      'describe marts.case_files',
      "explain select * from marts.case_files where debtor_name = 'x'",
      'select debtor_name from marts.case_files',
      'select cast(candidate_name as integer) from marts.candidates',
      'select error(candidate_name) from marts.candidates',
      'select max(officer_name), min(officer_name) from marts.officials',
    ]) {
      leaks.push(
        ...isIn(await query(headers, sql), forbidden).map((text) => `${role} is told ${text}: ${sql}`),
      );
    }
    expect(leaks).toEqual([]);
  }
}, 120_000);
