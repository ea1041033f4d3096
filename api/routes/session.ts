import type {Request} from 'express';
import {z} from 'zod';
import type {SessionAnswer} from '../answers.ts';
import {action, type Action, type ActionContext} from '../action.ts';
import {ApiError} from '../errors.ts';
import {demoAccounts} from '../first-accounts.ts';
import {actorOf, type Person, type SessionCookie} from '../identity.ts';
import {routesOf, namesPurpose} from '../permissions.ts';
import {roleNames, scopeName, scopeOf} from '../roles.ts';
import * as schemas from '../account-schemas.ts';
import {accountOpenedBy, changePassword, type Account} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import type {Sessions} from '../state/sessions.ts';
import type {Throttle} from '../state/throttle.ts';

/** What signing in needs besides the state. */
export interface SignInParts {
  sessions: Sessions;
  throttle: Throttle;
  cookie: SessionCookie;
  /** Whether accounts made for made-up data are let in. */
  isDemo: () => boolean;
  /** Whether another system vouches for people, too. */
  hasOidc: boolean;
}

const nothing = z.strictObject({});
const purpose = z
  .string()
  .trim()
  .min(10, {error: 'cần một câu nói rõ mục đích, ít nhất 10 ký tự'})
  .max(500, {error: 'dài nhất 500 ký tự'})
  .meta({description: 'Mục đích xem dữ liệu cá nhân; vai trò phan_tich_pii phải nêu.'});

/** Signing in, looking who one is, signing out. */
export function sessionActions(parts: SignInParts): Action[] {
  const {sessions, cookie, isDemo, hasOidc} = parts;
  return [
    action({
      method: 'GET',
      path: '/sign-in',
      summary: 'Các cách đăng nhập',
      params: nothing,
      query: nothing,
      answer: schemas.signInAnswer,
      act: () => ({
        oidc: hasOidc,
        demo: isDemo()
          ? demoAccounts.map(({id, password, role}) => ({id, password, role_name: roleNames[role]}))
          : [],
      }),
    }),
    action({
      method: 'POST',
      path: '/session',
      summary: 'Đăng nhập bằng tài khoản của hệ thống',
      params: nothing,
      query: nothing,
      body: z.strictObject({
        account: z.string().max(64),
        password: z.string().max(1000),
        purpose: purpose.optional(),
      }),
      answer: schemas.sessionAnswer,
      status: 201,
      async act({body}, context) {
        const account = await mayEnter(body, parts, context);
        const person = beginSession(account, body.purpose, parts, context);
        return sessionOf(person);
      },
    }),
    action({
      method: 'GET',
      path: '/session',
      summary: 'Ai đang đăng nhập, vai trò gì và được dùng những địa chỉ nào',
      params: nothing,
      query: nothing,
      answer: schemas.sessionAnswer,
      act: (_question, {person}) => sessionOf(person),
    }),
    action({
      method: 'DELETE',
      path: '/session',
      summary: 'Đăng xuất',
      params: nothing,
      query: nothing,
      answer: null,
      act(_question, {person, request, response, store}) {
        const secret = secretOf(request, cookie, person);
        store.transaction(() => {
          sessions.end(secret);
          writeAudit(store, {...noteOf(person), action: 'session.end', outcome: 'done'});
        });
        cookie.take(response);
      },
    }),
    action({
      method: 'PUT',
      path: '/session/purpose',
      summary: 'Nêu mục đích xem dữ liệu cá nhân của phiên này',
      params: nothing,
      query: nothing,
      body: z.strictObject({purpose}),
      answer: schemas.sessionAnswer,
      act({body}, {person, request, store}) {
        const secret = secretOf(request, cookie, person);
        store.transaction(() => {
          sessions.namePurpose(secret, body.purpose);
          const details = {before: person.purpose, purpose: body.purpose};
          writeAudit(store, {...noteOf(person), action: 'session.name_purpose', details, outcome: 'done'});
        });
        return sessionOf({...person, purpose: body.purpose});
      },
    }),
    action({
      method: 'PUT',
      path: '/session/password',
      summary: 'Đổi mật khẩu của mình; mọi phiên khác kết thúc',
      params: nothing,
      query: nothing,
      body: z.strictObject({password: z.string().max(1000), new_password: z.string().max(1000)}),
      answer: schemas.sessionAnswer,
      async act({body}, context) {
        const {person, request, store} = context;
        secretOf(request, cookie, person);
        const account = await mayEnter({account: person.id, password: body.password}, parts, context);
        await changePassword(store, person.id, body.new_password, actorOf(person));
        return sessionOf(beginSession(account, person.purpose, parts, context));
      },
    }),
  ];
}

/** The account that a password opens; guessing gets slower and slower, and is written down. */
async function mayEnter(
  {account: asked, password}: {account: string; password: string},
  {throttle, isDemo}: SignInParts,
  {request, store}: ActionContext,
): Promise<Account> {
  const name = asked.trim().toLowerCase();
  const address = request.ip ?? '';
  const wait = throttle.waitFor(name, address);
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    throw new ApiError(
      'too_many_attempts',
      `Đã thử sai nhiều lần; hãy chờ ${seconds} giây rồi thử lại. Tài khoản không bị khóa.`,
      {retryAfter: seconds},
    );
  }
  throttle.tried(name, address);
  const account = await accountOpenedBy(store, name, password);
  if (!account || (account.is_demo && !isDemo())) {
    const stranger = {actor: 'nobody', role: 'none', scope: 'none'};
    const details = {address};
    writeAudit(store, {
      ...stranger,
      action: 'session.begin',
      subject: `account:${name.slice(0, 64)}`,
      details,
      outcome: 'refused',
    });
    throw new ApiError(
      'wrong_password',
      'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa.',
    );
  }
  throttle.succeeded(name, address);
  return account;
}

/** Begins a session in place of the one the browser may have had, so that nobody can have chosen it for them. */
export function beginSession(
  account: Account,
  purpose: string | undefined,
  {sessions, cookie}: Pick<SignInParts, 'sessions' | 'cookie'>,
  {store, request, response}: Pick<ActionContext, 'store' | 'request' | 'response'>,
): Person {
  const {id, full_name: name, role, province} = account;
  const person: Person = {
    id,
    name,
    role,
    ...(province === undefined ? {} : {province}),
    ...(purpose === undefined ? {} : {purpose}),
    via: 'session',
  };
  const secret = store.transaction(() => {
    const details = {address: request.ip, purpose};
    writeAudit(store, {...noteOf(person), action: 'session.begin', details, outcome: 'done'});
    return sessions.begin(id, {purpose, before: cookie.read(request)});
  });
  cookie.give(response, secret);
  return person;
}

function secretOf(request: Request, cookie: SessionCookie, {via}: Person): string {
  const secret = cookie.read(request);
  if (via === 'token' || secret === undefined) {
    throw new ApiError(
      'not_permitted',
      'Token không có phiên đăng nhập; hãy thu hồi token nếu không dùng nữa.',
    );
  }
  return secret;
}

const noteOf = (person: Person) => ({...actorOf(person), subject: `account:${person.id}`});

const sessionOf = (person: Person): SessionAnswer => ({
  id: person.id,
  name: person.name,
  role: person.role,
  role_name: roleNames[person.role],
  province: person.province ?? null,
  scope: scopeName(scopeOf(person)),
  purpose: person.purpose ?? null,
  needs_purpose: namesPurpose.includes(person.role) && person.purpose === undefined,
  via: person.via,
  routes: routesOf(person.role),
});
