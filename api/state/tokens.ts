import {randomBytes} from 'node:crypto';
import {WrongUsage} from '../../warehouse/errors.ts';
import {vietnamMoment} from '../../warehouse/moments.ts';
import type {Role, Standing} from '../roles.ts';
import {mustHaveProvince, type Actor} from './accounts.ts';
import {writeAudit} from './audit.ts';
import {createSecret, hashOfSecret} from './secrets.ts';
import type {Store} from './store.ts';

/** What a token begins with, so that one left lying about is recognised for what it is. */
const mark = 'thads_';

/** The longest a token is good for, and how long unless it is said. */
const longestDays = 366;

/** A key for a program, as far as it is kept: never the key itself. */
export interface Token extends Standing {
  id: string;
  /** What it is for, in the words of who made it. */
  name: string;
  /** Why the program looks at personal data. */
  purpose?: string;
  created_by: string;
  created_at: string;
  /** The last day on which it is taken. */
  until: string;
  revoked_at: string | null;
}

/** What a new token is to be. */
export interface NewToken extends Standing {
  name: string;
  purpose?: string;
  until?: string;
}

/** Makes a token. Its secret is given back here and never again. */
export function createToken(
  store: Store,
  {name, role, province, purpose, until}: NewToken,
  by: Actor,
  now = new Date(),
): {token: Token; secret: string} {
  mustHaveProvince({role, ...(province === undefined ? {} : {province})});
  if (name.trim() === '' || name.length > 200) throw new WrongUsage('Tên của token cần từ 1 đến 200 ký tự.');
  if (role === 'phan_tich_pii' && (purpose ?? '').trim() === '') {
    throw new WrongUsage(
      'Token của vai trò phan_tich_pii phải nêu mục đích xem dữ liệu cá nhân (Luật 91/2025/QH15).',
    );
  }
  const id = randomBytes(5).toString('hex');
  const secret = `${mark}${createSecret()}`;
  const last = until ?? dayAfter(now, longestDays - 1);
  if (last < dayAfter(now, 0) || last > dayAfter(now, longestDays)) {
    throw new WrongUsage(`Ngày hết hạn của token phải từ hôm nay đến ${dayAfter(now, longestDays)}.`);
  }
  return store.transaction(() => {
    store.db
      .prepare(
        `insert into tokens (id, name, token_hash, role, province, purpose, created_by, created_at, until)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        name,
        hashOfSecret(secret),
        role,
        province ?? null,
        purpose ?? null,
        by.actor,
        vietnamMoment(now),
        last,
      );
    const details = {name, role, province, purpose, until: last};
    writeAudit(store, {...by, action: 'token.create', subject: `token:${id}`, details, outcome: 'done'}, now);
    return {token: listTokens(store).find((token) => token.id === id)!, secret};
  });
}

/** Every token there ever was, the newest first. */
export function listTokens({db}: Store): Token[] {
  return db
    .prepare(`select ${columns} from tokens order by created_at desc, id`)
    .all()
    .map((row) => tokenOf(row as unknown as Row));
}

/** The token of a secret; none when it is unknown, has ended or was revoked. */
export function findToken(store: Store, secret: string, now: Date): Token | undefined {
  const row = store
    .prepared(`select ${columns} from tokens where token_hash = ? and revoked_at is null and until >= ?`)
    .get(hashOfSecret(secret), dayAfter(now, 0));
  return row && tokenOf(row as unknown as Row);
}

/** Takes a token back: it opens nothing from now on. */
export function revokeToken(store: Store, id: string, by: Actor): Token {
  return store.transaction(() => {
    const {changes} = store.db
      .prepare('update tokens set revoked_at = ? where id = ? and revoked_at is null')
      .run(vietnamMoment(new Date()), id);
    if (changes === 0) throw new WrongUsage(`Không có token ${id} còn hiệu lực; xem danh sách token.`);
    writeAudit(store, {...by, action: 'token.revoke', subject: `token:${id}`, outcome: 'done'});
    return listTokens(store).find((token) => token.id === id)!;
  });
}

/** The date in Vietnam so many days after a moment. */
const dayAfter = (now: Date, days: number): string =>
  vietnamMoment(new Date(now.getTime() + days * 86_400_000)).slice(0, 10);

const columns = 'id, name, role, province, purpose, created_by, created_at, until, revoked_at';

interface Row {
  id: string;
  name: string;
  role: Role;
  province: string | null;
  purpose: string | null;
  created_by: string;
  created_at: string;
  until: string;
  revoked_at: string | null;
}

const tokenOf = ({province, purpose, ...row}: Row): Token => ({
  ...row,
  ...(province === null ? {} : {province}),
  ...(purpose === null ? {} : {purpose}),
});
