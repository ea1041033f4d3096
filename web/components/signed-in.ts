import {html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import {fetchSession} from '../client.ts';
import '../pages/sign-in-page.ts';
import {begin, demand, SessionState} from '../session.ts';
import './app-frame.ts';
import './page-outlet.ts';

/** The page asked for, or in its place what the API wants first: that somebody signs in, or says why they look. */
@customElement('signed-in')
export class SignedIn extends LitElement {
  private readonly session = new SessionState(this);

  /** Who is signed in is asked for beside the page's own figures, so that nobody waits for it. */
  override connectedCallback() {
    super.connectedCallback();
    void fetchSession().then(
      (session) => (session ? begin(session) : demand('sign_in')),
      // The page itself says when the server cannot be reached.
      () => undefined,
    );
  }

  override render() {
    const {demanded} = this.session;
    return demanded
      ? html`<sign-in-page .demanded=${demanded}></sign-in-page>`
      : html`<app-frame><page-outlet></page-outlet></app-frame>`;
  }

  override createRenderRoot() {
    return this;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signed-in': SignedIn;
  }
}
