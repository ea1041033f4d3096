import {css, html, LitElement, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';

const WIDTH = 120;
const HEIGHT = 16;
const MARGIN = 6;
const LOWEST = 0.9;

/** A rate as a dot on an axis from 90 to 100% with a tick at the goal; ◄ at its left end means less. Decoration. */
@customElement('dot-axis')
export class DotAxis extends LitElement {
  @property({type: Number}) value: number | null = null;
  @property({type: Number}) goal: number | null = null;
  @property({type: Boolean, reflect: true}) alarming = false;

  override render() {
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      ${svg`
        <line x1=${MARGIN} x2=${WIDTH - MARGIN} y1="8" y2="8" class="axis" />
        ${[0.9, 0.95, 1].map((tick) => svg`<line x1=${place(tick)} x2=${place(tick)} y1="5" y2="11" class="axis" />`)}
        ${
          this.goal === null || this.goal < LOWEST
            ? nothing
            : svg`<line x1=${place(this.goal)} x2=${place(this.goal)} y1="0" y2=${HEIGHT} class="goal" />`
        }
        ${this.value === null ? nothing : this.renderMark(this.value)}
      `}
    </svg>`;
  }

  private renderMark(value: number) {
    return value < LOWEST
      ? svg`<path d="M1 8 11 3v10z" class="mark" />`
      : svg`<circle cx=${place(value)} cy="8" r="4" class="mark" />`;
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

    .axis {
      stroke: var(--rule);
    }

    .goal {
      stroke: var(--ink);
      stroke-width: 1.5;
    }

    .mark {
      fill: var(--ink-soft);
    }

    :host([alarming]) .mark {
      fill: var(--alarm);
    }
  `;
}

const place = (value: number) => MARGIN + ((value - LOWEST) / (1 - LOWEST)) * (WIDTH - 2 * MARGIN);

declare global {
  interface HTMLElementTagNameMap {
    'dot-axis': DotAxis;
  }
}
