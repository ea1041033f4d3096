import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {SessionAnswer, SignInAnswer} from '../../api/answers.ts';
import {fetchSignIn, namePurpose, signIn} from '../client.ts';
import {controlStyles} from '../components/shared-styles.ts';
import {words} from '../labels/words.ts';
import {begin} from '../session.ts';
import {UrlState} from '../url-state.ts';

/** Where somebody says who they are, or why they look at personal data; the address stays, so the page asked for comes next. */
@customElement('sign-in-page')
export class SignInPage extends LitElement {
  @property() demanded: 'sign_in' | 'purpose' = 'sign_in';
  @state() private failure = '';
  @state() private isBusy = false;
  @query('input') private readonly first!: HTMLInputElement;

  private readonly url = new UrlState(this);

  private readonly ways = new Task(this, {
    task: (_args, {signal}) => fetchSignIn(signal),
    args: () => [],
  });

  override render() {
    document.title = `${words().signIn} – ${words().system}`;
    const other = this.url.now.language === 'vi' ? 'en' : 'vi';
    return html`<main>
      <p class="system">${words().system} <span>· ${words().warehouse}</span></p>
      ${this.demanded === 'purpose' ? this.renderPurpose() : this.renderSignIn()}
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <button type="button" class="language" lang=${other} @click=${() => this.url.change({language: other})}>
        ${words().otherLanguage}
      </button>
    </main>`;
  }

  private renderSignIn() {
    return html`
      <h1>${words().signIn}</h1>
      <form @submit=${this.enter} aria-busy=${this.isBusy}>
        <label for="account">${words().account}</label>
        <input
          id="account"
          name="account"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          maxlength="64"
        />
        <label for="password">${words().password}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxlength="1000"
        />
        <button class="main" ?disabled=${this.isBusy}>${words().signIn}</button>
      </form>
      ${this.ways.value ? this.renderOtherWays(this.ways.value) : nothing}
    `;
  }

  private renderOtherWays({oidc, demo}: SignInAnswer) {
    return html`
      ${oidc ? html`<p><a class="button" href="/api/v1/sign-in/oidc">${words().signInElsewhere}</a></p>` : nothing}
      ${
        demo.length > 0
          ? html`<section aria-labelledby="demo">
              <h2 id="demo">${words().demoAccounts}</h2>
              <p>${words().demo}.</p>
              <ul>
                ${demo.map(
                  ({id, password}) =>
                    html`<li>
                      <button
                        type="button"
                        ?disabled=${this.isBusy}
                        @click=${() => this.try(() => signIn(id, password))}
                      >
                        ${id}
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
    `;
  }

  private renderPurpose() {
    return html`
      <h1>${words().namePurpose}</h1>
      <p>${words().purposeAdvice}</p>
      <form @submit=${this.explain} aria-busy=${this.isBusy}>
        <label for="purpose">${words().purpose}</label>
        <input id="purpose" name="purpose" autocomplete="off" required minlength="10" maxlength="500" />
        <button class="main" ?disabled=${this.isBusy}>${words().goOn}</button>
      </form>
    `;
  }

  override updated(changed: Map<string, unknown>) {
    if (changed.has('demanded')) this.first.focus();
  }

  private readonly enter = (event: SubmitEvent) => {
    const [account, password] = valuesOf(event, 'account', 'password');
    void this.try(() => signIn(account!, password!));
  };

  private readonly explain = (event: SubmitEvent) => {
    const [purpose] = valuesOf(event, 'purpose');
    void this.try(() => namePurpose(purpose!));
  };

  private async try(attempt: () => Promise<SessionAnswer>): Promise<void> {
    this.isBusy = true;
    this.failure = '';
    try {
      begin(await attempt());
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      main {
        display: grid;
        gap: var(--space-3);
        width: min(24rem, 100% - 2 * var(--space-3));
        margin: 10vh auto var(--space-5);
        padding: var(--space-5);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--paper);
      }

      h1,
      h2,
      p,
      ul {
        margin: 0;
      }

      h1 {
        font-size: var(--text-figure);
        line-height: 1.2;
      }

      h2 {
        font-size: var(--text);
      }

      .system {
        font-weight: 700;
      }

      .system span {
        font-weight: 400;
      }

      form {
        display: grid;
        gap: var(--space-1);
      }

      label {
        margin-top: var(--space-2);
        font-weight: 500;
      }

      input {
        min-height: 2.75rem;
        padding: 0.4rem 0.6rem;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }

      .main {
        min-height: 2.75rem;
        margin-top: var(--space-4);
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
        font-size: var(--text);
        font-weight: 700;
      }

      .main:hover:not(:disabled) {
        color: var(--on-accent);
      }

      .main:disabled {
        opacity: 0.6;
      }

      .failure {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--alarm);
        background: var(--alarm-soft);
      }

      section {
        display: grid;
        gap: var(--space-2);
        padding-top: var(--space-3);
        border-top: 1px solid var(--rule);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        padding: 0;
        list-style: none;
      }

      a.button {
        display: inline-flex;
        align-items: center;
        text-decoration: none;
      }

      .language {
        justify-self: start;
      }
    `,
  ];
}

function valuesOf(event: SubmitEvent, ...names: string[]): string[] {
  event.preventDefault();
  const values = new FormData(event.target as HTMLFormElement);
  return names.map((name) => values.get(name) as string);
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage;
  }
}
