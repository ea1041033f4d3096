import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {words} from '../labels/words.ts';
import {controlStyles} from './shared-styles.ts';

/** What stands in the page's place while its figures are on the way, when there are none, when they failed or are not for the reader. */
@customElement('page-state')
export class PageState extends LitElement {
  @property() kind: 'pending' | 'empty' | 'failed' | 'refused' | 'unknown' = 'pending';
  /** What went wrong, as a sentence. */
  @property() reason = '';

  override render() {
    if (this.kind === 'pending') {
      return html`
        <p role="status">${words().loading}</p>
        <div class="bars" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
      `;
    }
    if (this.kind === 'empty') {
      return html`<h2>${words().empty}</h2>
        <p>${words().emptyAdvice}</p>`;
    }
    if (this.kind === 'refused' || this.kind === 'unknown') {
      const {heading, advice} = words().pageStates[this.kind];
      return html`<h2>${heading}</h2>
        <p>${advice}</p>`;
    }
    return html`
      <div role="alert">
        <h2>${words().failed}</h2>
        <p>${this.reason}</p>
      </div>
      <button type="button" @click=${this.askAgain}>${words().retry}</button>
    `;
  }

  private readonly askAgain = () => {
    this.dispatchEvent(new Event('retry'));
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        padding: var(--space-5);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--paper);
      }

      h2,
      p {
        margin: 0 0 var(--space-3);
      }

      .bars {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
        gap: var(--space-4);
      }

      .bars i {
        height: 6rem;
        border-radius: var(--radius);
        background: var(--tint-1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'page-state': PageState;
  }
}
