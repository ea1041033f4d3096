import {z} from 'zod';
import {action, type Action} from '../action.ts';
import {ApiError} from '../errors.ts';
import type {SessionCookie} from '../identity.ts';
import {callbackPath, type Oidc} from '../oidc.ts';
import {system, vouchedAccount} from '../state/accounts.ts';
import {writeAudit} from '../state/audit.ts';
import {beginSession, type SignInParts} from './session.ts';

/** What signing in elsewhere needs. */
export interface OidcParts extends Pick<SignInParts, 'sessions' | 'cookie'> {
  /** None where no other system vouches for people. */
  oidc: Oidc | undefined;
  /** What a browser holds while its person signs in elsewhere. */
  held: SessionCookie;
}

const nothing = z.strictObject({});

/** Signing in with the account people have for many programs: there, and back again. */
export function oidcActions({oidc, held, sessions, cookie}: OidcParts): Action[] {
  const configured = () => {
    if (!oidc)
      throw new ApiError('not_found', 'Ở đây chưa có nơi đăng nhập chung; hãy dùng tài khoản riêng.');
    return oidc;
  };
  return [
    action({
      method: 'GET',
      path: '/sign-in/oidc',
      summary: 'Chuyển đến nơi đăng nhập chung (OpenID Connect)',
      params: nothing,
      query: nothing,
      answer: 'redirect',
      async act(_question, {request, response}) {
        const begun = await configured().begin(request);
        held.give(response, begun.held);
        return begun.url.href;
      },
    }),
    action({
      method: 'GET',
      path: callbackPath,
      summary: 'Nơi đăng nhập chung đưa người dùng trở lại đây',
      params: nothing,
      // What the other system adds is its own affair; what matters is looked at by openid-client.
      query: z.looseObject({}),
      answer: 'redirect',
      async act(_question, {request, response, store}) {
        const secret = held.read(request);
        held.take(response);
        const vouched = await configured().finish(request, secret);
        const account = vouchedAccount(store, vouched, system);
        if (account.disabled_at !== null) {
          const subject = `account:${account.id}`;
          writeAudit(store, {...system, action: 'session.begin', subject, outcome: 'refused'});
          throw new ApiError('not_permitted', 'Tài khoản của bạn ở đây đã bị khóa; hãy hỏi quản trị viên.');
        }
        beginSession(account, undefined, {sessions, cookie}, {store, request, response});
        return '/';
      },
    }),
  ];
}
