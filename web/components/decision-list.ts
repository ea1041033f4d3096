import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {OverviewAnswer, ProvinceRow} from '../../api/answers.ts';
import {decisionsNeeded, type Decision} from '../findings/decisions.ts';
import {daysBetween, formatCount, formatDate, formatDay, formatRate, formatRateBeside} from '../format.ts';
import {words} from '../labels/words.ts';
import {hrefOf} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** What waits for a decision: which province, what is wrong, in how many files, until when. */
@customElement('decision-list')
export class DecisionList extends LitElement {
  @property({attribute: false}) provinces: readonly ProvinceRow[] = [];
  @property({attribute: false}) targets!: OverviewAnswer['targets'];
  @property() night = '';
  /** At most so many matters; as many as there is room for when nothing is said. */
  @property({attribute: false}) most: number | undefined;

  override render() {
    const {decisions, all} = decisionsNeeded(this.provinces, this.targets, this.most);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${words().decisions.title(decisions.length)}</h2>
      <p class="subtitle">${words().decisions.subtitle(formatDate(this.night))}</p>
      ${decisions.length === 0 ? nothing : this.renderTable(decisions)}
      ${
        all > decisions.length
          ? html`<p class="small">${words().decisions.more(all - decisions.length)}</p>`
          : nothing
      }
      <p class="small no-print"><slot></slot></p>
      <table-ways
        .heading=${words().decisions.title(decisions.length)}
        .subtitle=${words().decisions.subtitle(formatDate(this.night))}
        .table=${decisions.length === 0 ? '' : 'decisions'}
        .name=${`decisions-${this.night}`}
      ></table-ways>
    </section>`;
  }

  private renderTable(decisions: readonly Decision[]) {
    return html`<table id="decisions">
      <thead>
        <tr>
          <th scope="col">${words().decisions.unit}</th>
          <th scope="col">${words().decisions.problem}</th>
          <th scope="col" class="number">${words().decisions.count}</th>
          <th scope="col" class="number">${words().decisions.deadline}</th>
        </tr>
      </thead>
      <tbody>
        ${decisions.map(
          (decision) =>
            html`<tr>
              <th scope="row"><a href=${hrefOf(`/tinh/${decision.unitId}`)}>${decision.unitName}</a></th>
              <td class=${decision.problem}>${this.renderProblem(decision)}</td>
              <td class="number">${formatCount(decision.files)}</td>
              <td class="number">${this.renderDeadline(decision.deadline)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private renderProblem({problem, rate}: Decision) {
    if (rate === null) return words().noFigure;
    if (problem === 'files') return words().decisions.files(formatRate(rate));
    // Only a rate below the floor waits here.
    const beside = formatRateBeside(this.targets.money?.floor ?? 0, rate);
    return html`<span aria-hidden="true">◆</span> ${words().decisions.money(beside)}`;
  }

  private renderDeadline(deadline: string | null) {
    if (deadline === null) return words().decisions.noDeadline;
    // A night ends with its day, and so does a deadline: on its own night it has passed.
    const days = daysBetween(this.night, deadline);
    return html`${formatDay(deadline)}
      <span class=${days <= 0 ? 'over' : 'days'}>${words().decisions.daysLeft(days)}</span>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      tbody th {
        white-space: nowrap;
      }

      .money,
      .over {
        color: var(--alarm);
        font-weight: 500;
      }

      .days {
        color: var(--ink-soft);
      }

      .small {
        margin: var(--space-2) 0 0;
      }

      @media (max-width: 40rem) {
        th,
        td {
          padding-inline: 0.25rem;
        }

        .days,
        .over {
          display: block;
        }
      }

      @media (max-width: 24rem) {
        .days {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'decision-list': DecisionList;
  }
}
