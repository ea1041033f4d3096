import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {StatusAnswer} from '../../api/answers.ts';
import {longestStep, nightSteps, type NightStep} from '../findings/night-steps.ts';
import {formatDate, formatDecimal, formatRate} from '../format.ts';
import {operationsWords} from '../labels/operations-words.ts';
import './figure-frame.ts';

/** The last night step by step: when each began and how long it took. */
@customElement('night-gantt')
export class NightGantt extends LitElement {
  @property({attribute: false}) status!: StatusAnswer;

  override render() {
    const words = operationsWords();
    const steps = nightSteps(this.status.steps).map((step) => ({...step, name: words.step(step.name)}));
    const total = steps.reduce((sum, {seconds}) => sum + seconds, 0);
    const longest = longestStep(steps);
    return html`<figure-frame
      name="steps"
      .heading=${longest ? words.stepsTitle(longest.name, formatDecimal(longest.seconds, 1)) : words.stepsTitleNone}
      .subtitle=${words.stepsSubtitle(formatDate(this.status.night), formatDecimal(total, 1))}
      .summary=${
        longest && total > 0
          ? words.stepsSummary(steps.length, formatRate(longest.seconds / total), longest.name)
          : ''
      }
      .table=${{
        columns: words.stepColumns,
        rows: steps.map(({name, begins, seconds}) => [
          name,
          formatDecimal(begins, 1),
          formatDecimal(seconds, 1),
        ]),
      }}
    >
      <ol>
        ${steps.map((step) => this.renderStep(step, total))}
      </ol>
    </figure-frame>`;
  }

  private renderStep({name, begins, seconds}: NightStep, total: number) {
    const share = (part: number) => `${total === 0 ? 0 : (part / total) * 100}%`;
    return html`<li>
      <span class="name">${name}</span>
      <span class="lane" aria-hidden="true"
        ><i style=${`left: ${share(begins)}; width: max(2px, ${share(seconds)})`}></i
      ></span>
      <span class="number">${operationsWords().seconds(formatDecimal(seconds, 1))}</span>
    </li>`;
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    ol {
      display: grid;
      gap: var(--space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr) 6rem;
      gap: var(--space-3);
      align-items: center;
      font-size: var(--text-small);
    }

    .lane {
      position: relative;
      height: 1.1rem;
      border-bottom: 1px solid var(--rule);
      border-left: 1px solid var(--rule-strong);
    }

    i {
      position: absolute;
      top: 0.1rem;
      height: 0.8rem;
      background: var(--accent);
      print-color-adjust: exact;
    }

    .number {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }

    @media (max-width: 34rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }

      .lane {
        grid-row: 2;
        grid-column: 1 / -1;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'night-gantt': NightGantt;
  }
}
