import {css, html, LitElement, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';

/** A rate as a bar from 0 to 100% with ticks at the target's goal and floor. Decoration: its numbers stand beside it. */
@customElement('bullet-rule')
export class BulletRule extends LitElement {
  @property({type: Number}) value = 0;
  @property({type: Number}) goal: number | null = null;
  @property({type: Number}) floor: number | null = null;
  @property({type: Boolean, reflect: true}) alarming = false;

  override render() {
    return html`<svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
      ${svg`
        <rect class="track" x="0" y="4" width="200" height="6" />
        <rect class="value" x="0" y="4" width=${200 * this.value} height="6" />
        ${[this.floor, this.goal].map((limit) =>
          limit === null
            ? null
            : svg`<line x1=${edge(limit)} x2=${edge(limit)} y1="0" y2="14" vector-effect="non-scaling-stroke" />`,
        )}
      `}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      height: 14px;
    }

    svg {
      display: block;
      width: 100%;
      height: 100%;
    }

    .track {
      fill: var(--tint-2);
    }

    .value {
      fill: var(--ink-soft);
    }

    :host([alarming]) .value {
      fill: var(--alarm);
    }

    line {
      stroke: var(--ink);
      stroke-width: 2px;
    }
  `;
}

/** A tick at either end stays whole inside the drawing. */
const edge = (limit: number) => Math.min(199, Math.max(1, 200 * limit));

declare global {
  interface HTMLElementTagNameMap {
    'bullet-rule': BulletRule;
  }
}
