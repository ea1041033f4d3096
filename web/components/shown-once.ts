import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {administrationWords} from '../labels/administration-words.ts';
import {controlStyles} from './shared-styles.ts';

/** A secret that is told once: it stays until it has been handed over. */
@customElement('shown-once')
export class ShownOnce extends LitElement {
  @property() heading = '';
  @property() secret = '';
  @state() private said = '';

  override render() {
    if (this.secret === '') return nothing;
    const {shownOnce, copy, hide} = administrationWords();
    return html`<div role="status">
      <p><strong>${this.heading}</strong> <code>${this.secret}</code></p>
      <p>${shownOnce}</p>
      <p>
        <button type="button" @click=${this.copy}>${copy}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('hide'))}>${hide}</button>
        ${this.said}
      </p>
    </div>`;
  }

  private readonly copy = () => {
    void navigator.clipboard.writeText(this.secret).then(
      () => (this.said = administrationWords().copied),
      () => undefined,
    );
  };

  static override styles = [
    controlStyles,
    css`
      div {
        margin: var(--space-2) 0;
        padding: var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
      }

      p {
        margin: 0 0 var(--space-1);
      }

      code {
        font-size: var(--text-lead);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'shown-once': ShownOnce;
  }
}
