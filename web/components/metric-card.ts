import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Figure, Status, Target, TrackedFigure} from '../../api/answers.ts';
import {changeOfFigure} from '../findings/card-change.ts';
import {formatDate, formatLimit, formatRate} from '../format.ts';
import {words} from '../labels/words.ts';
import './bullet-rule.ts';
import './fraction-text.ts';
import './spark-line.ts';
import './status-chip.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** One indicator: its value, fraction, target with its letter, change and course. */
@customElement('metric-card')
export class MetricCard extends LitElement {
  @property() heading = '';
  /** What the fraction counts. */
  @property() unit = '';
  /** Where the past is not known, the figure alone. */
  @property({attribute: false}) figure!: Figure & Partial<TrackedFigure>;
  @property({attribute: false}) target: Target | null = null;
  @property() comparedWith: string | null = null;
  @property() note = '';
  /** The page that says more. */
  @property() href = '';

  override render() {
    const {value, numerator, denominator, status, history} = this.figure;
    return html`<article class="block ${status}" aria-labelledby="heading">
      <header>
        <h2 id="heading">${this.href ? html`<a href=${this.href}>${this.heading}</a>` : this.heading}</h2>
        ${isJudged(status) ? html`<status-chip .status=${status}></status-chip>` : nothing}
      </header>
      <div class="figure">
        <p class="value">${value === null ? words().noFigure : formatRate(value)}</p>
        ${history && value !== null ? html`<spark-line .points=${history}></spark-line>` : nothing}
      </div>
      <p>
        <fraction-text .count=${numerator} .of=${denominator} .unit=${this.unit}></fraction-text>
      </p>
      ${
        value === null
          ? nothing
          : html`<bullet-rule
              .value=${value}
              .goal=${this.target?.goal ?? null}
              .floor=${this.target?.floor ?? null}
              ?alarming=${status === 'missed'}
            ></bullet-rule>`
      }
      ${this.renderTarget()}
      <p class="small">${changeOfFigure(this.figure, this.unit, this.comparedWith)}</p>
      ${this.note ? html`<p class="small">${this.note}</p>` : nothing}
    </article>`;
  }

  private renderTarget() {
    if (!this.target) return nothing;
    const {goal, deadline, letter, clause, by_default: byDefault} = this.target;
    const goalText = deadline
      ? words().goalBy(formatLimit(goal), formatDate(deadline))
      : words().goal(formatLimit(goal));
    return html`<p class="small">
      ${goalText}
      <span class="letter">${byDefault ? words().goalByDefault : words().letter(letter, clause)}</span>
    </p>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      .block {
        display: flex;
        flex-direction: column;
        gap: 0.2rem;
        padding: var(--space-3) var(--space-4);
      }

      .missed {
        border-top: 3px solid var(--alarm);
      }

      header,
      .figure {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-2);
      }

      h2,
      p {
        margin: 0;
      }

      h2 {
        font-size: var(--text);
        font-weight: 500;
      }

      .small {
        line-height: 1.35;
      }

      .value {
        font-size: var(--text-figure);
        font-weight: 700;
        line-height: 1.15;
      }

      spark-line {
        align-self: center;
        width: 5.5rem;
      }

      .letter {
        display: block;
        margin-top: 0.15rem;
        padding-left: 0.45rem;
        border-left: 3px solid var(--rule-strong);
        text-wrap: pretty;
      }
    `,
  ];
}

const isJudged = (status: Status) => status !== 'no_target' && status !== 'no_data';

declare global {
  interface HTMLElementTagNameMap {
    'metric-card': MetricCard;
  }
}
