import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {QueryCompletions, QueryHistory} from '../../../api/answers.ts';
import {completionsAnswer, historyAnswer} from '../../../api/query-schemas.ts';
import {searchAudit} from '../../../api/state/audit.ts';
import {startTestServer, type TestServer} from '../running-server.ts';
import {addAccount, ask as asPage, signIn, withState} from '../signing-in.ts';
import {answerOf, ask, problemOf} from './asking.ts';

let server: TestServer;
let analyst: {authorization: string};
beforeAll(async () => {
  server = await startTestServer({version: 'night-31'});
  analyst = server.as('phan_tich_pii');
});
afterAll(() => server[Symbol.asyncDispose]());

const rowsOf = async (sql: string, params = {}) =>
  (await answerOf(await ask(server, analyst, {sql, params}))).rows;

describe('an answer', () => {
  test('has the rows as they are, with the types of their columns', async () => {
    const answer = await answerOf(
      await ask(server, analyst, {sql: `select unit_id, valid_from from marts.units where unit_id = '38'`}),
    );
    expect(answer).toMatchObject({
      night: '2026-03-31',
      version: 'night-31',
      demo: false,
      columns: [
        {name: 'unit_id', type: 'VARCHAR'},
        {name: 'valid_from', type: 'DATE'},
      ],
      rows: [['38', '2025-07-01']],
      row_count: 1,
      truncated: false,
      cut_by: [],
    });
  });

  test('keeps columns of one name apart, and those whose names are numbers in their order', async () => {
    const {columns, rows} = await answerOf(
      await ask(server, analyst, {sql: `select 1 as a, 2 as a, 3 as "2", 4 as "1", 5 as "__proto__"`}),
    );
    expect(columns.map(({name}) => name)).toEqual(['a', 'a', '2', '1', '__proto__']);
    expect(rows).toEqual([[1, 2, 3, 4, 5]]);
  });

  test('takes parameters by name, each as what it is in JSON', async () => {
    const params = {a: 2, b: 'một', c: true, d: 0.5, e: null, f: ['14', '38'], g: 9007199254740991};
    expect(
      await rowsOf(
        `select $a + 1, $b, $c, $d, $e, (select count(*) from marts.units where list_contains($f, unit_id)), typeof($a), typeof($g)`,
        params,
      ),
    ).toEqual([[3, 'một', true, 0.5, null, 2, 'INTEGER', 'BIGINT']]);
    expect(
      await rowsOf(`select count(*) from history.nights where night >= $from`, {from: '2026-03-31'}),
    ).toEqual([[1]]);
  });

  test('has a profile of each column when that is wanted', async () => {
    const {profile} = await answerOf(
      await ask(server, analyst, {
        sql: `select numerator from history.office_metrics where metric_id = $m; -- hết`,
        params: {m: 'money_coverage'},
        profile: true,
      }),
    );
    const at = (name: string) =>
      profile?.rows[0]?.[profile.columns.findIndex((column) => column.name === name)];
    expect([at('column_name'), at('min'), at('max'), at('count')]).toEqual(['numerator', '0', '40', 3]);
  });

  test('to EXPLAIN has the plan as a tree', async () => {
    const {plan} = await answerOf(
      await ask(server, analyst, {sql: `explain from marts.units where unit_id > '1'`}),
    );
    expect(JSON.stringify(plan)).toContain('marts.units');
    const measured = await answerOf(
      await ask(server, analyst, {sql: `explain analyze select sum(numerator) from history.office_metrics`}),
    );
    expect(measured.plan).toHaveProperty('latency');
  });

  test('is of the night that is asked for, when that is kept', async () => {
    expect((await answerOf(await ask(server, analyst, {sql: 'select 1', as_of: '2026-03-31'}))).night).toBe(
      '2026-03-31',
    );
    const {code} = await problemOf(await ask(server, analyst, {sql: 'select 1', as_of: '2026-03-24'}));
    expect(code).toBe('night_not_kept');
  });
});

describe('what is wrong with a query', () => {
  test.each([
    [`select 1 frm x`, 'query_not_readable', 1, 14],
    [`select 'Đặng',\n  foo(1)`, 'query_not_allowed', 2, 3],
    [`select 'Ầ 😀', *\nfrom marts.unit`, 'query_unknown_table', 2, 6],
    [`select 'Ầ', unit_nam from marts.units`, 'query_failed', 1, 13],
    [`explain select unit_nam from marts.units`, 'query_failed', 1, 16],
  ])('%j is said with its place in characters', async (sql, code, line, column) => {
    expect(await problemOf(await ask(server, analyst, {sql}))).toMatchObject({code, line, column});
  });

  test('comes with the names that may have been meant', async () => {
    const unknown = await problemOf(await ask(server, analyst, {sql: `from marts.unit`}));
    expect(unknown.candidates?.[0]).toBe('marts.units');
    const column = await problemOf(await ask(server, analyst, {sql: `select unit_nam from marts.units`}));
    expect(column.candidates).toContain('unit_name');
    const called = await problemOf(await ask(server, analyst, {sql: `select uper('a')`}));
    expect(called.candidates).toContain('upper');
  });

  test('tells nothing of the server: no path, no name of a file', async () => {
    const texts = await Promise.all(
      [`from no_such.x`, `select x`, `from '/etc/passwd'`, `select 'a'::int`].map(async (sql) =>
        (await ask(server, analyst, {sql})).text(),
      ),
    );
    for (const text of texts) expect(text).not.toMatch(/\.duckdb|node_modules|\.ts\b|night-31/);
  });
});

describe('who may ask', () => {
  test('each sees the file of their own scope', async () => {
    const seenBy = async (who: {authorization: string}) =>
      (
        await answerOf(
          await ask(server, who, {sql: `select distinct province_id from marts.officials order by 1`}),
        )
      ).rows;
    expect(await seenBy(server.as('tinh', '38'))).toEqual([['38']]);
    expect(await seenBy(server.as('tinh', '14'))).toEqual([]);
    expect(await seenBy(analyst)).toEqual([['38']]);
  });

  test('whoever looks at personal data says why first', async () => {
    await addAccount(server, 'an.nguyen', 'phan_tich_pii');
    const asSession = (cookie: string) => asPage(server, 'POST', '/query', {cookie, body: {sql: 'select 1'}});
    const {cookie} = await signIn(server, 'an.nguyen');
    expect((await problemOf(await asSession(cookie))).code).toBe('purpose_required');
    const again = await signIn(server, 'an.nguyen', {purpose: 'đối chiếu danh sách trùng'});
    expect((await answerOf(await asSession(again.cookie))).rows).toEqual([[1]]);
  });

  test('nobody whose role has no SQL', async () => {
    for (const role of ['lanh_dao', 'hoi_dong', 'quan_tri'] as const) {
      expect((await problemOf(await ask(server, server.as(role), {sql: 'select 1'}))).code).toBe(
        'not_permitted',
      );
    }
  });
});

describe('the log', () => {
  test('has the text of a query before it runs and its outcome after, and no value of a parameter', async () => {
    const sql = `select $secret as "của riêng"`;
    const {id} = await answerOf(await ask(server, analyst, {sql, params: {secret: 'kín đáo'}}));
    const entries = await withState(server, (store) => searchAudit(store, {subject: `query:${id}`}));
    expect(entries.map(({action, outcome, rows}) => [action, outcome, rows])).toEqual([
      ['query.run', 'done', 1],
      ['query.run', 'begun', null],
    ]);
    expect(entries[1]?.details).toMatchObject({sql, parameters: ['secret'], purpose: 'kiểm thử tự động'});
    expect(JSON.stringify(entries)).not.toContain('kín đáo');
  });

  test('has what was refused, and why', async () => {
    const sql = `from read_text('/etc/passwd') -- ${Math.random()}`;
    await ask(server, analyst, {sql});
    const [entry] = await withState(server, (store) => searchAudit(store, {action: 'query.run', limit: 1}));
    expect([entry?.outcome, entry?.details['sql'], entry?.details['code']]).toEqual([
      'refused',
      sql,
      'query_not_allowed',
    ]);
  });

  test('that cannot be written keeps a query from running', async () => {
    await using broken = await startTestServer({version: 'night-31'});
    const who = broken.as('phan_tich_pii');
    await answerOf(await ask(broken, who, {sql: 'select 1'}));
    await withState(broken, ({db}) =>
      db.exec(`create trigger full before insert on audit begin select raise(abort, 'full'); end`),
    );
    const response = await ask(broken, who, {sql: 'select 1'});
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('"rows"');
  });

  test('is a person’s own history, newest first', async () => {
    const who = server.as('phan_tich_pii');
    await ask(server, who, {sql: 'select 1'});
    await ask(server, who, {sql: 'select no_such()'});
    const response = await fetch(`${server.url}/api/v1/query/history`, {headers: who});
    const history: QueryHistory = historyAnswer.parse(await response.json());
    expect(history.rows.map(({sql, state, rows, code}) => [sql, state, rows, code])).toEqual([
      ['select no_such()', 'refused', null, 'query_not_allowed'],
      ['select 1', 'done', 1, null],
    ]);
  });
});

describe('completions', () => {
  const complete = async (sql: string, position?: number): Promise<QueryCompletions> => {
    const at = position === undefined ? '' : `&position=${position}`;
    const response = await fetch(`${server.url}/api/v1/query/complete?sql=${encodeURIComponent(sql)}${at}`, {
      headers: analyst,
    });
    return completionsAnswer.parse(await response.json());
  };

  test('know tables and columns, and what they mean', async () => {
    const {suggestions} = await complete('select unit_i from marts.units', 13);
    expect(suggestions[0]).toEqual({text: 'unit_id', kind: 'column', start: 7, meaning: 'Mã đơn vị'});
    const tables = await complete('select * from marts.unit');
    expect(tables.suggestions.map(({text}) => text)).toContain('units');
  });

  test('say where they begin in characters', async () => {
    const {suggestions} = await complete(`select 'Ầ😀', unit_i`);
    expect(suggestions[0]).toMatchObject({text: 'unit_id', start: 14});
  });

  test.each([
    `select * from '/etc/`,
    `from read_cs`,
    `select getvar`,
    `select * from duckdb_`,
    `pragma data`,
  ])('%j leads nowhere that is refused', async (sql) => {
    const {suggestions} = await complete(sql);
    expect(suggestions.filter(({text}) => /\/|read_|getvar|duckdb_|database_list/.test(text))).toEqual([]);
  });
});
