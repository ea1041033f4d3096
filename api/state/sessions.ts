import type {Standing} from '../roles.ts';
import {createSecret, hashOfSecret} from './secrets.ts';
import type {Store} from './store.ts';

/** A session ends when nobody used it for so long, and at the latest so long after it began. */
export const idleLimit = 30 * 60_000;
export const absoluteLimit = 12 * 60 * 60_000;

/** Noting each use would write at each request. */
const noteEvery = 60_000;

/** Whose a session is, as the account stands now. */
export interface Session extends Standing {
  account: string;
  name: string;
  purpose?: string;
  is_demo: boolean;
}

/** Who is signed in. What a browser holds is kept as a hash only. */
export class Sessions {
  readonly #store: Store;
  readonly #clock: () => number;

  constructor(store: Store, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Begins a session and gives back what the browser is to hold; one it held before ends. */
  begin(
    account: string,
    {purpose, before}: {purpose?: string | undefined; before?: string | undefined},
  ): string {
    const secret = createSecret();
    const now = this.#clock();
    this.#store.transaction(() => {
      if (before !== undefined) this.end(before);
      this.#store.db
        .prepare('delete from sessions where seen_ms <= ? or created_ms <= ?')
        .run(now - idleLimit, now - absoluteLimit);
      this.#store.db
        .prepare(
          'insert into sessions (token_hash, account_id, purpose, created_ms, seen_ms) values (?, ?, ?, ?, ?)',
        )
        .run(hashOfSecret(secret), account, purpose ?? null, now, now);
    });
    return secret;
  }

  /** The session of a secret, and that it is in use; none when it has ended or its account is disabled. */
  find(secret: string): Session | undefined {
    const now = this.#clock();
    const hash = hashOfSecret(secret);
    const found = this.#store
      .prepared(
        `select account_id, full_name, role, province, purpose, is_demo, seen_ms
         from sessions join accounts on accounts.id = sessions.account_id
         where token_hash = ? and disabled_at is null and seen_ms > ? and created_ms > ?`,
      )
      .get(hash, now - idleLimit, now - absoluteLimit) as Row | undefined;
    if (!found) return undefined;
    if (now - found.seen_ms >= noteEvery) {
      this.#store.db.prepare('update sessions set seen_ms = ? where token_hash = ?').run(now, hash);
    }
    const {account_id, full_name, role, province, purpose, is_demo} = found;
    return {
      account: account_id,
      name: full_name,
      role,
      is_demo: is_demo === 1,
      ...(province === null ? {} : {province}),
      ...(purpose === null ? {} : {purpose}),
    };
  }

  /** Says why personal data are looked at in this session. */
  namePurpose(secret: string, purpose: string): void {
    this.#store.db
      .prepare('update sessions set purpose = ? where token_hash = ?')
      .run(purpose, hashOfSecret(secret));
  }

  end(secret: string): void {
    this.#store.db.prepare('delete from sessions where token_hash = ?').run(hashOfSecret(secret));
  }
}

/** Ends every session of an account, as any change of what it may do must. */
export function endSessionsOf({db}: Store, account: string): void {
  db.prepare('delete from sessions where account_id = ?').run(account);
}

interface Row {
  account_id: string;
  full_name: string;
  role: Standing['role'];
  province: string | null;
  purpose: string | null;
  is_demo: number;
  seen_ms: number;
}
