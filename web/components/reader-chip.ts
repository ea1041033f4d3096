import {css, html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {signOut} from '../client.ts';
import {words} from '../labels/words.ts';
import {demand, SessionState} from '../session.ts';
import {UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

/** Who is signed in and as what, and the way out; nothing until that is known. */
@customElement('reader-chip')
export class ReaderChip extends LitElement {
  @state() private failure = '';

  private readonly session = new SessionState(this);
  /** A change of language changes its words. */
  protected readonly url = new UrlState(this);

  override render() {
    const {now} = this.session;
    if (!now) return nothing;
    const role = words().roles[now.role];
    return html`
      <span class="who">
        <span class="unseen">${words().signedInAs} </span>${now.name}
        <span class="role">${now.province === null ? role : words().roleOfProvince(role, now.province)}</span>
      </span>
      <button type="button" @click=${this.leave}>${words().signOut}</button>
      ${this.failure ? html`<span role="alert">${this.failure}</span>` : nothing}
    `;
  }

  private readonly leave = async () => {
    try {
      await signOut();
      demand('sign_in');
    } catch (error) {
      this.failure = (error as Error).message;
    }
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
      }

      .who {
        font-size: var(--text-small);
        line-height: 1.25;
      }

      .role {
        display: block;
        color: var(--ink-soft);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'reader-chip': ReaderChip;
  }
}
