import {css, html, LitElement, nothing, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {NightStamp, UnitBelow} from '../../api/answers.ts';
import {stripFigure} from '../charts/strip-chart.ts';
import {axisStart, spreadOf} from '../findings/spread.ts';
import {formatLimit, formatRate} from '../format.ts';
import {unitWords} from '../labels/unit-words.ts';
import type {FigureTable} from './figure-frame.ts';
import './figure-frame.ts';
import './figure-picture.ts';
import {pictureStyles} from './shared-styles.ts';

const HEIGHT = 54;
const LINE = 30;
/** Left free at either end, in percent of the width. */
const MARGIN = 5;

/** How the units below a unit are spread in money data: a tick each, a long one at the median, the goal as a line. */
@customElement('strip-plot')
export class StripPlot extends LitElement {
  @property({attribute: false}) units: readonly UnitBelow[] = [];
  @property({type: Number}) goal: number | null = null;
  /** The night the figures are of. */
  @property({attribute: false}) stamp!: Pick<NightStamp, 'night' | 'version' | 'demo'>;
  /** Whose units they are, for the name of the picture… */
  @property() unit = '';
  /** …and in words. */
  @property() place = '';
  /** The address of the figures as a file. */
  @property({attribute: false}) file: ((format: 'csv' | 'xlsx') => string) | null = null;

  override render() {
    const known = this.units.flatMap(({unit_name, figures}) => {
      const {value} = figures.money_coverage;
      return value === null ? [] : [{name: unit_name, value}];
    });
    const spread = spreadOf(known.map(({value}) => value));
    const figure = stripFigure(this.units, {goal: this.goal, place: this.place}, this.stamp);
    if (!spread || !figure) return nothing;
    return html`<figure-frame
      name="strip"
      .heading=${figure.heading}
      .subtitle=${figure.subtitle}
      .table=${this.table(known)}
      .file=${this.file}
    >
      ${this.renderPlot(known, spread.median, axisStart(spread.low))}
      <p class="pictures"><figure-picture name=${`strip-${this.unit}`} .figure=${figure}></figure-picture></p>
    </figure-frame>`;
  }

  private renderPlot(known: readonly {name: string; value: number}[], median: number, start: number) {
    const place = (value: number) => `${MARGIN + ((value - start) / (1 - start)) * (100 - 2 * MARGIN)}%`;
    const ticks = [start, (start + 1) / 2, 1];
    return html`<svg height=${HEIGHT} role="img" aria-label=${unitWords().strip.label}>
      ${svg`
        <line class="axis" x1="${MARGIN}%" x2="${100 - MARGIN}%" y1=${LINE} y2=${LINE} />
        ${ticks.map(
          (tick) =>
            svg`<text x=${place(tick)} y=${HEIGHT - 4} text-anchor="middle">${formatLimit(tick)}</text>`,
        )}
        ${known.map(
          ({
            name,
            value,
          }) => svg`<line class="unit" x1=${place(value)} x2=${place(value)} y1=${LINE - 9} y2=${LINE + 4}>
            <title>${name}: ${formatRate(value)}</title>
          </line>`,
        )}
        <line class="median" x1=${place(median)} x2=${place(median)} y1="6" y2=${LINE + 6} />
        ${
          this.goal === null || this.goal < start
            ? nothing
            : svg`<line class="goal" x1=${place(this.goal)} x2=${place(this.goal)} y1="2" y2=${LINE + 6} />`
        }
      `}
    </svg>`;
  }

  private table(known: readonly {name: string; value: number}[]): FigureTable {
    return {
      columns: [unitWords().columns.name, unitWords().metrics.money_coverage],
      rows: known
        .toSorted((one, other) => one.value - other.value)
        .map(({name, value}) => [name, formatRate(value)]),
    };
  }

  static override styles = [
    pictureStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      svg {
        display: block;
        width: 100%;
        max-width: 48rem;
      }

      text {
        fill: var(--ink-soft);
        font: 12px var(--font);
      }

      .axis {
        stroke: var(--rule-strong);
      }

      .unit {
        stroke: var(--ink-soft);
        stroke-width: 2;
        opacity: 0.7;
      }

      .median {
        stroke: var(--ink);
        stroke-width: 3;
      }

      .goal {
        stroke: var(--accent);
        stroke-dasharray: 3 2;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'strip-plot': StripPlot;
  }
}
