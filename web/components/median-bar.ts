import {css, LitElement, html, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';

const WIDTH = 100;

/** A rate as a bar from 0 to 100%, with an upright line at one median and a diamond at another. Decoration. */
@customElement('median-bar')
export class MedianBar extends LitElement {
  @property({type: Number}) value = 0;
  @property({type: Number}) nation: number | null = null;
  @property({type: Number}) peers: number | null = null;

  override render() {
    return html`<svg viewBox="-6 0 ${WIDTH + 12} 18" aria-hidden="true">
      ${svg`
        <rect class="track" x="0" y="6" width=${WIDTH} height="6" />
        <rect class="value" x="0" y="6" width=${WIDTH * this.value} height="6" />
        ${this.nation === null ? null : svg`<line x1=${WIDTH * this.nation} x2=${WIDTH * this.nation} y1="0" y2="18" />`}
        ${this.peers === null ? null : svg`<path d="M${WIDTH * this.peers} 4 l5 5 -5 5 -5 -5z" />`}
      `}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 5.5rem;
    }

    svg {
      display: block;
      width: 100%;
    }

    .track {
      fill: var(--tint-2);
    }

    .value {
      fill: var(--ink-soft);
    }

    line {
      stroke: var(--ink);
      stroke-width: 2px;
    }

    path {
      fill: var(--paper);
      stroke: var(--accent);
      stroke-width: 1.5px;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'median-bar': MedianBar;
  }
}
