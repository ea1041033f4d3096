import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {QuotaAnswer} from '../../api/answers.ts';
import {formatCount, formatDate} from '../format.ts';
import {awardsWords} from '../labels/awards-words.ts';

/** A quota as squares, one for each place, taken or free; with what it depends on. */
@customElement('quota-cells')
export class QuotaCells extends LitElement {
  @property({attribute: false}) quota!: QuotaAnswer;

  override render() {
    const {quotas} = awardsWords();
    const {quota, used, proposed, basis, basis_size, corrected} = this.quota;
    return html`<span class="cells" aria-hidden="true"
        >${'■'.repeat(Math.min(used, quota))}${'□'.repeat(Math.max(0, quota - used))}</span
      >
      <span>${quotas.cells(used, quota)}</span>
      <span class="small"
        >${proposed > 0 ? `· ${quotas.proposed(proposed)}` : ''}${
          proposed > quota ? html`, <strong>${quotas.over(proposed - quota)}</strong>` : nothing
        }
        ${basis === null || basis_size === null ? '' : `· ${quotas.basis[basis](formatCount(basis_size))}`}
        ${
          corrected === null
            ? ''
            : `(${quotas.corrected(formatCount(corrected.platform_size), corrected.source, formatDate(corrected.source_on))})`
        }</span
      >`;
  }

  static override styles = css`
    :host {
      display: block;
    }

    .cells {
      letter-spacing: 0.1em;
      font-size: 1rem;
    }

    .small {
      color: var(--ink-soft);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'quota-cells': QuotaCells;
  }
}
