import {css, html, LitElement, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {daysBetween, formatDate, formatRate} from '../format.ts';
import {words} from '../labels/words.ts';

const WIDTH = 100;
const HEIGHT = 24;
const MARGIN = 3;

/** The course of a rate over the nights on a line from 0 to 100%, its end marked; nothing with fewer than two nights. */
@customElement('spark-line')
export class SparkLine extends LitElement {
  @property({attribute: false}) points: readonly {night: string; value: number | null}[] = [];

  override render() {
    const known = this.points.flatMap(({night, value}) => (value === null ? [] : [{night, value}]));
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last || first === last) return nothing;
    const days = daysBetween(first.night, last.night);
    const places = known.map(({night, value}) => ({
      x: MARGIN + (daysBetween(first.night, night) / days) * (WIDTH - 2 * MARGIN),
      y: HEIGHT - MARGIN - value * (HEIGHT - 2 * MARGIN),
    }));
    const end = places.at(-1)!;
    const label = words().course(
      formatRate(first.value),
      formatDate(first.night),
      formatRate(last.value),
      formatDate(last.night),
    );
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
      ${svg`
        <line x1="0" x2=${WIDTH} y1=${HEIGHT - MARGIN} y2=${HEIGHT - MARGIN} class="zero" />
        <polyline points=${places.map(({x, y}) => `${x},${y}`).join(' ')} />
        <circle cx=${end.x} cy=${end.y} r="2.2" />
      `}
    </svg>`;
  }

  static override styles = css`
    :host {
      display: inline-block;
      width: 6rem;
    }

    svg {
      display: block;
      width: 100%;
    }

    polyline {
      fill: none;
      stroke: var(--ink-soft);
      stroke-width: 1.4;
    }

    .zero {
      stroke: var(--rule);
    }

    circle {
      fill: var(--accent);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'spark-line': SparkLine;
  }
}
