import {css, html, LitElement, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {laneShare} from '../findings/places.ts';

const WIDTH = 160;
const HEIGHT = 16;
const MARGIN = 6;

/** A campaign as a lane from its first day to its last: how far somebody came before the finish. Decoration. */
@customElement('finish-lane')
export class FinishLane extends LitElement {
  @property() from = '';
  @property() to = '';
  @property() finished: string | null = null;

  override render() {
    const share = laneShare(this.finished, this.from, this.to);
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      ${svg`
        <line x1=${MARGIN} x2=${WIDTH - MARGIN} y1="8" y2="8" class="way" />
        <line x1=${WIDTH - MARGIN} x2=${WIDTH - MARGIN} y1="1" y2=${HEIGHT - 1} class="deadline" />
        ${
          share === null
            ? nothing
            : svg`<line x1=${MARGIN} x2=${place(share)} y1="8" y2="8" class="done" />
                <circle cx=${place(share)} cy="8" r="4" class="finish" />`
        }
      `}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: block;
      width: 10rem;
    }

    svg {
      display: block;
      width: 100%;
    }

    .way {
      stroke: var(--rule);
    }

    .deadline {
      stroke: var(--ink);
      stroke-width: 1.5;
    }

    .done {
      stroke: var(--ink-soft);
      stroke-width: 2;
    }

    .finish {
      fill: var(--ink-soft);
    }
  `;
}

const place = (share: number) => MARGIN + share * (WIDTH - 2 * MARGIN);

declare global {
  interface HTMLElementTagNameMap {
    'finish-lane': FinishLane;
  }
}
