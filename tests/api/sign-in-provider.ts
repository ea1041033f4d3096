import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {Provider, type Configuration} from 'oidc-provider';

/** A place to sign in, real in everything but that it asks nobody for a password. */
export interface SignInProvider {
  issuer: URL;
  /** Who signs in next, and what is claimed of them. */
  person: {sub: string; [claim: string]: unknown};
  /** Begins to serve a program; before, nobody answers. */
  serve(client: {id: string; secret: string; callback: string}): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a place to sign in on this machine. */
export async function startProvider(): Promise<SignInProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const provided: SignInProvider = {
    issuer,
    person: {sub: 'nobody'},
    serve({id, secret, callback}) {
      const provider = new Provider(issuer.href.replace(/\/$/, ''), {
        ...settings,
        clients: [{client_id: id, client_secret: secret, redirect_uris: [callback]}],
        findAccount: (_context, sub) => ({accountId: sub, claims: () => ({...provided.person, sub})}),
      });
      const answer = provider.callback();
      server.on('request', (request, response) => {
        if (!request.url?.startsWith('/enter/')) {
          void answer(request, response);
          return;
        }
        void provider.interactionFinished(request, response, {login: {accountId: provided.person.sub}});
      });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provided;
}

const settings: Configuration = {
  claims: {openid: ['sub'], profile: ['name', 'groups', 'ma_tinh']},
  // As such places in the field are set: what is claimed of a person stands in the ID token.
  conformIdTokenClaims: false,
  cookies: {keys: ['a key of the tests only']},
  features: {devInteractions: {enabled: false}},
  interactions: {url: (_context, {uid}) => `/enter/${uid}`},
  pkce: {required: () => true},
  async loadExistingGrant({oidc}) {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client!.clientId,
      accountId: oidc.session!.accountId!,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
};
