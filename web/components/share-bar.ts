import {html, LitElement, css, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';

/** A share of a whole as a bar from the left. Decoration: the figure stands beside it. */
@customElement('share-bar')
export class ShareBar extends LitElement {
  @property({type: Number}) share = 0;

  override render() {
    return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect class="whole" width="100" height="8" />`}
      ${svg`<rect class="part" width=${Math.min(1, Math.max(0, this.share)) * 100} height="8" />`}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 6rem;
    }

    svg {
      display: block;
      width: 100%;
      height: 0.75rem;
    }

    .whole {
      fill: var(--tint-1);
    }

    .part {
      fill: var(--ink-soft);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'share-bar': ShareBar;
  }
}
