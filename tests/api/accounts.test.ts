import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {AccountAnswer, AuditRow} from '../../api/answers.ts';
import {accountLines} from '../../api/account-lines.ts';
import {weaknessOf} from '../../api/state/passwords.ts';
import {startTestServer, type TestServer} from './running-server.ts';
import {addAccount, ask, signIn} from './signing-in.ts';
import {createVersion, putInForce} from './version.ts';

describe('the administrator', () => {
  let server: TestServer;
  let cookie: string;
  beforeAll(async () => {
    server = await startTestServer({version: 'a'});
    await addAccount(server, 'quan.ly', 'quan_tri');
    ({cookie} = await signIn(server, 'quan.ly'));
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const change = async (id: string, body: object) => {
    const response = await ask(server, 'PATCH', `/accounts/${id}`, {cookie, body});
    return {
      status: response.status,
      ...((await response.json()) as {account: AccountAnswer; password: string; detail: string}),
    };
  };

  test('makes an account, whose password is told once, and finds all of it in the log', async () => {
    const body = {id: 'an.nguyen', full_name: 'Nguyễn Văn An', role: 'tinh', province: '38'};
    const response = await ask(server, 'POST', '/accounts', {cookie, body});
    expect(response.status).toBe(201);
    const {account, password} = (await response.json()) as {account: AccountAnswer; password: string};
    expect(account).toMatchObject({...body, is_demo: false, disabled_at: null});
    expect((await signIn(server, 'an.nguyen', {password})).session).toMatchObject({
      role: 'tinh',
      province: '38',
    });

    expect((await change('an.nguyen', {change: 'role', role: 'phan_tich'})).account).toMatchObject({
      role: 'phan_tich',
      province: null,
    });
    const renewed = await change('an.nguyen', {change: 'password'});
    await expect(signIn(server, 'an.nguyen', {password})).rejects.toThrow('wrong_password');
    await signIn(server, 'an.nguyen', {password: renewed.password});
    expect((await change('an.nguyen', {change: 'disable'})).account.disabled_at).not.toBeNull();
    await expect(signIn(server, 'an.nguyen', {password: renewed.password})).rejects.toThrow('wrong_password');
    expect((await change('an.nguyen', {change: 'enable'})).account.disabled_at).toBeNull();
    await signIn(server, 'an.nguyen', {password: renewed.password});

    const log = await ask(server, 'GET', '/audit?subject=account:an.nguyen&actor=quan.ly', {cookie});
    const {rows} = (await log.json()) as {rows: AuditRow[]};
    expect(rows.map(({action}) => action).reverse()).toEqual([
      'account.create',
      'account.change_role',
      'account.change_password',
      'account.disable',
      'account.enable',
    ]);
    expect(rows[3]!.details).toEqual({before: 'tinh', provinceBefore: '38', role: 'phan_tich'});
  });

  test.each([
    [{id: 'An Nguyen', full_name: 'An', role: 'lanh_dao'}, 'chữ thường không dấu'],
    [{id: 'quan.ly', full_name: 'An', role: 'lanh_dao'}, 'Đã có tài khoản quan.ly'],
    [{id: 'binh', full_name: 'Bình', role: 'tinh'}, 'mã tỉnh hai chữ số'],
    [{id: 'binh', full_name: 'Bình', role: 'lanh_dao', province: '38'}, 'Chỉ vai trò tinh'],
    [{id: 'binh', full_name: '', role: 'lanh_dao'}, 'Họ tên cần'],
  ])('is told why an account cannot be made (%j)', async (body, sentence) => {
    const response = await ask(server, 'POST', '/accounts', {cookie, body});
    expect([response.status, await response.json()]).toMatchObject([
      422,
      {code: 'not_possible', detail: expect.stringContaining(sentence) as string},
    ]);
  });

  test('who is asked for and is not there is a sentence, too', async () => {
    expect(await change('khong.co', {change: 'disable'})).toMatchObject({
      status: 404,
      code: 'unknown_account',
    });
  });
});

test('the last administrator cannot be locked out', async () => {
  await using server = await startTestServer();
  const {id, password} = server.firstAdministrator!;
  const {cookie} = await signIn(server, id, {password});
  for (const body of [{change: 'disable'}, {change: 'role', role: 'lanh_dao'}]) {
    const response = await ask(server, 'PATCH', `/accounts/${id}`, {cookie, body});
    expect([response.status, await response.json()]).toMatchObject([
      422,
      {detail: `${id} là quản trị viên cuối cùng; hãy tạo quản trị viên khác trước.`},
    ]);
  }
});

test.each([
  ['mười một k', 'ít nhất 12 ký tự'],
  ['xin chào an.nguyen', 'tên đăng nhập'],
  ['aaaaaaaaaaaaaa', 'quá dễ đoán'],
  ['abababababab', 'quá dễ đoán'],
  ['123456789012', 'quá dễ đoán'],
  ['x'.repeat(129), 'dài nhất 128'],
])('the password “%s” will not do', (password, sentence) => {
  expect(weaknessOf(password, 'an.nguyen')).toContain(sentence);
});

test('a sentence will do as a password, however its accents are typed', async () => {
  await using server = await startTestServer();
  const password = 'Hồ sơ số mười hai';
  expect(weaknessOf(password, 'an.nguyen')).toBeUndefined();
  await addAccount(server, 'an.nguyen', 'lanh_dao');
  const {cookie} = await signIn(server, 'an.nguyen');
  const body = {password: 'một câu đủ dài để nhớ', new_password: password.normalize('NFC')};
  expect((await ask(server, 'PUT', '/session/password', {cookie, body})).status).toBe(200);
  await signIn(server, 'an.nguyen', {password: password.normalize('NFD')});
});

describe('at the start', () => {
  test('made-up data bring an account of each role; with real data these open nothing any more', async () => {
    await using server = await startTestServer({version: 'a', demo: true});
    expect(server.firstAdministrator).toBeUndefined();
    expect(server.demo.map(({role}) => role)).toEqual([
      'lanh_dao',
      'hoi_dong',
      'phan_tich',
      'phan_tich_pii',
      'tinh',
      'quan_tri',
    ]);
    expect(accountLines(server).join('\n')).toContain('ai cũng biết mật khẩu');
    const {id, password} = server.demo[0]!;
    const {cookie} = await signIn(server, id, {password});
    expect((await ask(server, 'GET', '/metrics', {cookie})).status).toBe(200);

    putInForce(server.data, await createVersion(server.data, {version: 'real'}));
    await expect
      .poll(async () => (await ask(server, 'GET', '/metrics', {cookie})).status, {timeout: 5000})
      .toBe(401);
    await expect(signIn(server, id, {password})).rejects.toThrow('wrong_password');
  });

  test('real data bring one administrator, whose password is told once', async () => {
    const server = await startTestServer({version: 'a'});
    try {
      const first = server.firstAdministrator!;
      expect(server.demo).toEqual([]);
      expect(accountLines(server)[0]).toContain(first.password);
      expect((await signIn(server, first.id, {password: first.password})).session.role).toBe('quan_tri');
    } finally {
      await server[Symbol.asyncDispose]();
    }
  });
});

describe('on the command line', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'thads-'));
  });
  afterAll(() => rm(data, {recursive: true}));

  const program = join(import.meta.dirname, '..', '..', 'warehouse', 'cli.ts');
  const thads = (...args: string[]) =>
    new Promise<{code: number; lines: string[]; stderr: string}>((resolve) => {
      execFile(process.execPath, [program, ...args, '--data', data], (error, stdout, stderr) => {
        resolve({code: error ? Number(error.code) : 0, lines: stdout.trimEnd().split('\n'), stderr});
      });
    });

  test('a token stands alone on the last line, and the server takes it', async () => {
    const {code, lines} = await thads(
      'token',
      'add',
      '--role',
      'tinh',
      '--province',
      '38',
      '--name',
      'Excel',
    );
    expect([code, lines.at(-1)]).toEqual([0, expect.stringMatching(/^thads_[\w-]{43}$/)]);
    const [listed] = (await thads('token', 'list')).lines;
    const id = listed!.split(' ')[0]!;
    expect(listed).toContain('Excel  tinh 38');
    expect((await thads('token', 'revoke', id)).code).toBe(0);
    expect((await thads('token', 'revoke', id)).code).toBe(2);
  });

  test('accounts are made, listed and disabled, in JSON when asked', async () => {
    const made = await thads(
      'user',
      'add',
      'an.nguyen',
      '--name',
      'Nguyễn Văn An',
      '--role',
      'lanh_dao',
      '--json',
    );
    expect(JSON.parse(made.lines.join('\n'))).toMatchObject({
      id: 'an.nguyen',
      role: 'lanh_dao',
      password: expect.stringMatching(/^.{23}$/) as string,
    });
    expect((await thads('user', 'disable', 'an.nguyen')).lines[0]).toMatch(/^Đã khóa an\.nguyen/);
    expect((await thads('user', 'list')).lines[0]).toMatch(
      /^an\.nguyen {2}Nguyễn Văn An {2}lanh_dao {2}đã khóa/,
    );
    expect((await thads('audit', 'verify')).lines[0]).toMatch(
      /^Nhật ký nguyên vẹn: \d+ mục, \d+ đầu đã lưu\.$/,
    );
    const [newest] = (await thads('audit', 'search', '--subject', 'account:an.nguyen')).lines;
    expect(newest).toMatch(/cli:\S+ {2}account\.disable/);
  });

  test.each([
    ['a role there is not', ['token', 'add', '--role', 'root', '--name', 'x'], 'Không có vai trò “root”'],
    [
      'a province’s viewer without a province',
      ['user', 'add', 'b.b', '--name', 'B', '--role', 'tinh'],
      'mã tỉnh',
    ],
    ['an account there is not', ['user', 'disable', 'khong.co'], 'Không có tài khoản khong.co'],
  ])('%s is wrong usage', async (_, args, sentence) => {
    const {code, stderr} = await thads(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
