import type {Request} from 'express';
import {LRUCache} from 'lru-cache';
import * as client from 'openid-client';
import type {Addresses} from './guards.ts';
import {isLoopback, originOf} from './guards.ts';
import {ApiError} from './errors.ts';
import {standingBy, type OidcSettings} from './oidc-settings.ts';
import type {Standing} from './roles.ts';
import {createSecret} from './state/secrets.ts';

/** Where the other system sends people back to. */
export const callbackPath = '/sign-in/oidc/callback';

/** How long somebody may take to sign in elsewhere, and how many may be at it at once. */
const patience = 10 * 60_000;
const mostAtOnce = 10_000;

/** Somebody another system vouches for. */
export interface Vouched extends Standing {
  /** The other system's name for them. */
  subject: string;
  name: string;
}

interface Pending {
  state: string;
  nonce: string;
  verifier: string;
}

/** Signing in elsewhere: OpenID Connect, code flow with PKCE. */
export class Oidc {
  readonly #settings: OidcSettings;
  readonly #addresses: Addresses;
  readonly #report: (error: unknown) => void;
  readonly #pending = new LRUCache<string, Pending>({max: mostAtOnce, ttl: patience});
  #known: Promise<client.Configuration> | undefined;

  constructor(settings: OidcSettings, addresses: Addresses, report: (error: unknown) => void) {
    this.#settings = settings;
    this.#addresses = addresses;
    this.#report = report;
  }

  /** Where to send the browser, and what it is to hold until it comes back. */
  async begin(request: Request): Promise<{url: URL; held: string}> {
    const configuration = await this.#configuration();
    const pending = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const held = createSecret();
    this.#pending.set(held, pending);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback(request).href,
      scope: 'openid profile',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return {url, held};
  }

  /** Who came back; what the browser held is good once. */
  async finish(request: Request, held: string | undefined): Promise<Vouched> {
    const pending = held === undefined ? undefined : this.#pending.get(held);
    if (held === undefined || !pending) {
      throw new ApiError(
        'sign_in_required',
        'Lần đăng nhập này đã cũ hoặc không bắt đầu từ đây; hãy đăng nhập lại.',
      );
    }
    this.#pending.delete(held);
    const claims = await this.#claims(request, pending);
    const standing = standingBy(this.#settings.roles, claims);
    if (!standing) {
      throw new ApiError(
        'not_permitted',
        'Tài khoản chung của bạn chưa được gán vai trò nào ở đây; hãy đề nghị quản trị viên.',
      );
    }
    const {sub, name, preferred_username} = claims;
    const shown = [name, preferred_username, sub].find((text) => typeof text === 'string') as string;
    return {subject: sub, name: shown.slice(0, 200), ...standing};
  }

  async #claims(request: Request, {state, nonce, verifier}: Pending): Promise<client.IDToken> {
    const configuration = await this.#configuration();
    const url = this.#callback(request);
    url.search = new URL(request.originalUrl, url).search;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return tokens.claims()!;
    } catch (error) {
      this.#report(error);
      throw new ApiError('sign_in_required', 'Nơi đăng nhập chung không xác nhận bạn; hãy đăng nhập lại.');
    }
  }

  /** What the other system says of itself; asked for once, and again after it could not be had. */
  async #configuration(): Promise<client.Configuration> {
    const {issuer, clientId, clientSecret} = this.#settings;
    this.#known ??= client.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: 10,
      // Over plain HTTP only where nobody stands between: on this machine.
      execute: isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : [],
    });
    try {
      return await this.#known;
    } catch (error) {
      this.#known = undefined;
      this.#report(error);
      throw new ApiError('sign_in_failed', 'Nơi đăng nhập chung không trả lời; hãy thử lại sau.');
    }
  }

  #callback(request: Request): URL {
    return new URL(`/api/v1${callbackPath}`, originOf(request, this.#addresses));
  }
}
