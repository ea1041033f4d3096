import {randomBytes} from 'node:crypto';
import {WrongUsage} from '../../warehouse/errors.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Role, Standing} from '../roles.ts';
import {writeAudit, type AuditNote} from './audit.ts';
import type {Deed} from './deeds.ts';
import {hashPassword, isPassword, weaknessOf} from './passwords.ts';
import {endSessionsOf} from './sessions.ts';
import type {Store} from './store.ts';

/** Who does something, as the audit log has them. */
export type Actor = Pick<AuditNote, 'actor' | 'role' | 'scope'>;

/** The program itself, or whoever may run it on this machine. */
export const system: Actor = {actor: 'system', role: 'system', scope: 'all'};

/** A person who may sign in. */
export interface Account extends Standing {
  /** What they sign in as. */
  id: string;
  full_name: string;
  /** Made for made-up data only. */
  is_demo: boolean;
  created_at: string;
  disabled_at: string | null;
}

/** What a new account is to be; without a password another system vouches for the person. */
export interface NewAccount extends Standing {
  id: string;
  full_name: string;
  password?: string;
  is_demo?: boolean;
}

/** Makes an account. */
export async function createAccount(store: Store, account: NewAccount, by: Actor): Promise<Account> {
  const {id, role, province, password} = account;
  mustBeAllowed(account);
  const hash = password === undefined ? null : await hashPassword(password);
  return store.transaction(() => {
    if (findAccount(store, id)) throw new WrongUsage(`Đã có tài khoản ${id}; hãy chọn tên đăng nhập khác.`);
    insert(store, account, hash);
    note(store, by, 'account.create', id, {role, province});
    return accountCalled(store, id);
  });
}

/** Every account, disabled ones too. */
export function listAccounts({db}: Store): Account[] {
  return db
    .prepare(`select ${columns} from accounts order by id`)
    .all()
    .map((row) => accountOf(row as unknown as Row));
}

/** An account by what its person signs in as; none when nobody has it. */
export function findAccount({db}: Store, id: string): Account | undefined {
  const row = db.prepare(`select ${columns} from accounts where id = ?`).get(id);
  return row && accountOf(row as unknown as Row);
}

/** The account a password opens; none when it is wrong, there is no such account, or it is disabled. */
export async function accountOpenedBy(
  store: Store,
  id: string,
  password: string,
): Promise<Account | undefined> {
  const kept = store.db.prepare('select password_hash from accounts where id = ?').get(id) as
    {password_hash: string | null} | undefined;
  if (!(await isPassword(password, kept?.password_hash ?? null))) return undefined;
  // Looked at again after the hashing, which takes its time.
  const account = findAccount(store, id);
  return account?.disabled_at === null ? account : undefined;
}

/** The account of somebody another system vouches for: made when they first come, of the role they have there now. */
export function vouchedAccount(
  store: Store,
  {subject, name, ...standing}: Standing & {subject: string; name: string},
  by: Actor,
): Account {
  // No account made here has a colon in its name, so nobody there is taken for somebody here.
  const id = `oidc:${subject}`;
  return store.transaction(() => {
    const known = findAccount(store, id);
    if (known) {
      store.db.prepare('update accounts set full_name = ? where id = ?').run(name, id);
      const isSame = known.role === standing.role && known.province === standing.province;
      return isSame ? accountCalled(store, id) : changeRole(store, id, standing, by);
    }
    insert(store, {id, full_name: name, ...standing}, null);
    note(store, by, 'account.create', id, {...standing});
    return accountCalled(store, id);
  });
}

/** Gives a person another role. Whatever they have open ends. */
export function changeRole(store: Store, id: string, standing: Standing, by: Actor): Account {
  return store.transaction(() => {
    const {role: before, province: provinceBefore} = accountCalled(store, id);
    mustHaveProvince(standing);
    if (before === 'quan_tri' && standing.role !== 'quan_tri') mustLeaveAnAdministrator(store, id);
    store.db
      .prepare('update accounts set role = ?, province = ? where id = ?')
      .run(standing.role, standing.province ?? null, id);
    endSessionsOf(store, id);
    note(store, by, 'account.change_role', id, {before, provinceBefore, ...standing});
    return accountCalled(store, id);
  });
}

/** Gives a person another password. Whatever they have open ends. */
export async function changePassword(store: Store, id: string, password: string, by: Actor): Promise<void> {
  mustBeStrong(password, id);
  const hash = await hashPassword(password);
  store.transaction(() => {
    accountCalled(store, id);
    store.db.prepare('update accounts set password_hash = ? where id = ?').run(hash, id);
    endSessionsOf(store, id);
    note(store, by, 'account.change_password', id);
  });
}

/** Lets a person in no more; what they have open ends. The account stays, because the audit log names it. */
export function disableAccount(store: Store, id: string, by: Actor): Account {
  return store.transaction(() => {
    const {role, disabled_at} = accountCalled(store, id);
    if (disabled_at !== null) throw new WrongUsage(`Tài khoản ${id} đã bị khóa từ ${disabled_at}.`);
    if (role === 'quan_tri') mustLeaveAnAdministrator(store, id);
    store.db.prepare('update accounts set disabled_at = ? where id = ?').run(vietnamMoment(new Date()), id);
    endSessionsOf(store, id);
    note(store, by, 'account.disable', id);
    return accountCalled(store, id);
  });
}

/** Lets a person in again. */
export function enableAccount(store: Store, id: string, by: Actor): Account {
  return store.transaction(() => {
    accountCalled(store, id);
    store.db.prepare('update accounts set disabled_at = null where id = ?').run(id);
    note(store, by, 'account.enable', id);
    return accountCalled(store, id);
  });
}

/** A password for somebody to be told once: long, and of letters that are not taken for one another. */
export function inventPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  return Array.from(
    randomBytes(20),
    (byte, i) => (i > 0 && i % 5 === 0 ? '-' : '') + letters[byte % 32]!,
  ).join('');
}

/** Refuses a standing that cannot be: a province's viewer without a province, or another's with one. */
export function mustHaveProvince({role, province}: Standing): void {
  if (role === 'tinh' && !/^\d{2}$/.test(province ?? '')) {
    throw new WrongUsage('Vai trò tinh cần mã tỉnh hai chữ số, ví dụ 38.');
  }
  if (role !== 'tinh' && province !== undefined) throw new WrongUsage('Chỉ vai trò tinh mới có tỉnh.');
}

function insert(
  {db}: Store,
  {id, full_name, role, province, is_demo = false}: NewAccount,
  password_hash: string | null,
): void {
  db.prepare(
    `insert into accounts (id, full_name, role, province, password_hash, is_demo, created_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, full_name, role, province ?? null, password_hash, is_demo ? 1 : 0, vietnamMoment(new Date()));
}

function mustBeAllowed(account: NewAccount): void {
  const {id, full_name, password} = account;
  if (!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(id)) {
    throw new WrongUsage(
      'Tên đăng nhập gồm 2 đến 64 chữ thường không dấu, chữ số, dấu chấm, gạch dưới hoặc gạch nối.',
    );
  }
  if (full_name.trim() === '' || full_name.length > 200) {
    throw new WrongUsage('Họ tên cần từ 1 đến 200 ký tự.');
  }
  mustHaveProvince(account);
  if (password !== undefined) mustBeStrong(password, id);
}

function mustBeStrong(password: string, id: string): void {
  const weakness = weaknessOf(password, id);
  if (weakness !== undefined) throw new WrongUsage(weakness);
}

function mustLeaveAnAdministrator(store: Store, leaving: string): void {
  const others = listAccounts(store).filter(
    ({id, role, disabled_at}) => role === 'quan_tri' && disabled_at === null && id !== leaving,
  );
  if (others.length === 0) {
    throw new WrongUsage(`${leaving} là quản trị viên cuối cùng; hãy tạo quản trị viên khác trước.`);
  }
}

function accountCalled(store: Store, id: string): Account {
  const account = findAccount(store, id);
  if (!account) throw new WrongUsage(`Không có tài khoản ${id}; xem danh sách tài khoản.`);
  return account;
}

function note(
  store: Store,
  by: Actor,
  action: Deed,
  id: string,
  details: Record<string, unknown> = {},
): void {
  writeAudit(store, {...by, action, subject: `account:${id}`, details, outcome: 'done'});
}

const columns = 'id, full_name, role, province, is_demo, created_at, disabled_at';

interface Row {
  id: string;
  full_name: string;
  role: Role;
  province: string | null;
  is_demo: number;
  created_at: string;
  disabled_at: string | null;
}

const accountOf = ({province, is_demo, ...row}: Row): Account => ({
  ...row,
  ...(province === null ? {} : {province}),
  is_demo: is_demo === 1,
});
