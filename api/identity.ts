import type {Request, Response} from 'express';
import {ApiError} from './errors.ts';
import type {Standing} from './roles.ts';
import {scopeName, scopeOf} from './roles.ts';
import type {Actor} from './state/accounts.ts';
import type {Sessions} from './state/sessions.ts';
import type {Store} from './state/store.ts';
import {findToken} from './state/tokens.ts';

/** Who is asking: a person who signed in, or a program with a token. */
export interface Person extends Standing {
  /** The account, or `token:<id>`. */
  id: string;
  name: string;
  /** Why they look at personal data. */
  purpose?: string;
  via: 'session' | 'token';
}

/** What is looked at to know who is asking. */
export interface Known {
  store: Store;
  sessions: Sessions;
  clock: () => number;
  /** Accounts made for made-up data are let in only while the data are made up. */
  isDemo: () => boolean;
}

/** Who is asking, by a token or else by the cookie of a session; nobody when there is neither. */
export function identify(request: Request, cookie: SessionCookie, known: Known): Person | undefined {
  const {authorization} = request.headers;
  if (authorization !== undefined) return personWithToken(authorization, known);
  const secret = cookie.read(request);
  const session = secret === undefined ? undefined : known.sessions.find(secret);
  if (!session || (session.is_demo && !known.isDemo())) return undefined;
  const {account, is_demo: _, ...person} = session;
  return {...person, id: account, via: 'session'};
}

/** A token that is not taken is an error, not a nobody: its program should hear of it even where anyone may ask. */
function personWithToken(authorization: string, {store, clock}: Known): Person {
  const [, secret] = /^Bearer ([\w-]{1,200})$/i.exec(authorization) ?? [];
  const token = secret === undefined ? undefined : findToken(store, secret, new Date(clock()));
  if (!token) {
    throw new ApiError(
      'sign_in_required',
      'Token không đúng, đã hết hạn hoặc đã bị thu hồi; hãy xin quản trị viên một token mới.',
    );
  }
  const {id, name, role, province, purpose} = token;
  return {
    id: `token:${id}`,
    name,
    role,
    ...(province === undefined ? {} : {province}),
    ...(purpose === undefined ? {} : {purpose}),
    via: 'token',
  };
}

/** The person of a request that only people may make. */
export function personOf({locals}: Response): Person {
  const person = locals['person'] as Person | undefined;
  if (!person)
    throw new ApiError('sign_in_required', 'Hãy đăng nhập, hoặc gửi kèm token (Authorization: Bearer …).');
  return person;
}

/** A person as the audit log has them. */
export const actorOf = (person: Person): Actor => ({
  actor: person.id,
  role: person.role,
  scope: scopeName(scopeOf(person)),
});

/** A cookie that a browser holds a secret by. */
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: string;

  /**
   * Browsers hold a `__Host-` cookie only where it is `Secure`, and not every one of them takes a `Secure` cookie over
   * plain HTTP, even on this machine (Safari does not). So behind TLS it is both, and without TLS neither.
   */
  constructor(name: string, {behindTls}: {behindTls: boolean}) {
    this.#name = behindTls ? `__Host-${name}` : name;
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${behindTls ? '; Secure' : ''}`;
  }

  read({headers}: Pick<Request, 'headers'>): string | undefined {
    for (const pair of headers.cookie?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.#name && value) return value;
    }
    return undefined;
  }

  give(response: Response, secret: string): void {
    response.append('set-cookie', `${this.#name}=${secret}; ${this.#attributes}`);
  }

  take(response: Response): void {
    response.append('set-cookie', `${this.#name}=; ${this.#attributes}; Max-Age=0`);
  }
}
