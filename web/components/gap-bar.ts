import {css, html, LitElement, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';

const WIDTH = 120;
const HEIGHT = 12;
const MIDDLE = WIDTH / 2;

/** A gap as a bar from the middle: to the right where paper has more, to the left where the platform has. Decoration. */
@customElement('gap-bar')
export class GapBar extends LitElement {
  @property({type: Number}) value: number | null = null;
  /** The value at either end. */
  @property({type: Number}) reach = 1;

  override render() {
    const length = Math.min(1, Math.abs(this.value ?? 0) / this.reach) * MIDDLE;
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      ${
        this.value === null
          ? nothing
          : svg`<rect x=${this.value < 0 ? MIDDLE - length : MIDDLE} y="2" width=${length} height="8"
              class=${this.value < 0 ? 'platform' : 'paper'} />`
      }
      ${svg`<line x1=${MIDDLE} x2=${MIDDLE} y1="0" y2=${HEIGHT} />`}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      width: 7.5rem;
    }

    svg {
      display: block;
      width: 100%;
    }

    line {
      stroke: var(--rule-strong);
    }

    .paper {
      fill: var(--ink-soft);
    }

    .platform {
      fill: none;
      stroke: var(--ink-soft);
      stroke-width: 1.5;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'gap-bar': GapBar;
  }
}
