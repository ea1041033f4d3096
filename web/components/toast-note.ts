import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {words} from '../labels/words.ts';
import {controlStyles} from './shared-styles.ts';

/** A sentence about something that has just happened; it stays until it is closed. */
@customElement('toast-note')
export class ToastNote extends LitElement {
  /** Empty when there is nothing to say. */
  @property() text = '';

  override render() {
    return html`<div role="status">
      ${
        this.text === ''
          ? nothing
          : html`<p>
              ${this.text}
              <button type="button" @click=${this.close}>${words().close}</button>
            </p>`
      }
    </div>`;
  }

  private readonly close = () => {
    this.text = '';
    this.dispatchEvent(new Event('close'));
  };

  static override styles = [
    controlStyles,
    css`
      p {
        position: fixed;
        z-index: 3;
        right: var(--space-4);
        bottom: var(--space-4);
        display: flex;
        gap: var(--space-3);
        align-items: center;
        max-width: min(32rem, calc(100vw - 2rem));
        margin: 0;
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--accent);
        border-left-width: 4px;
        border-radius: var(--radius);
        background: var(--paper);
        box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
      }

      @media print {
        p {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'toast-note': ToastNote;
  }
}
