/** Who may come in, and what they did. */
import type {Role} from '../roles.ts';

/** How one may sign in: by a common sign-in, and, where the data are made up, with accounts known to everybody. */
export interface SignInAnswer {
  oidc: boolean;
  demo: {id: string; password: string; role_name: string}[];
}

/** Who is signed in, and what they may ask; `routes` as `GET /metrics/{id}`. */
export interface SessionAnswer {
  id: string;
  name: string;
  role: Role;
  role_name: string;
  province: string | null;
  scope: string;
  purpose: string | null;
  /** Whether a purpose must be named before anything of a night is seen. */
  needs_purpose: boolean;
  via: 'session' | 'token';
  routes: string[];
}

export interface AccountAnswer {
  id: string;
  full_name: string;
  role: Role;
  province: string | null;
  /** Made for made-up data only. */
  is_demo: boolean;
  created_at: string;
  disabled_at: string | null;
}

/** A key for a program, without its secret; `until` is its last day. */
export interface TokenAnswer {
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

/** One thing somebody did, with the hash that holds it in its place. */
export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  role: string;
  scope: string;
  action: string;
  subject: string;
  details: Readonly<Record<string, unknown>>;
  rows: number | null;
  outcome: 'begun' | 'done' | 'refused' | 'failed';
  previous_hash: string;
  hash: string;
}
