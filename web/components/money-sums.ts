import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import type {MoneyAnswer, MoneySums as Sums} from '../../api/answers.ts';
import {identityChart} from '../charts/identity-chart.ts';
import {fetchJson} from '../client.ts';
import {headingOfCoverage, headingOfIdentity} from '../findings/money-headings.ts';
import {amounts, identitySteps, shareKnown, wholeOf, type Amount} from '../findings/money-sums.ts';
import {formatCount, formatDate, formatDecimal, formatRate} from '../format.ts';
import {moneySumWords} from '../labels/money-sum-words.ts';
import {language, words} from '../labels/words.ts';
import {addressOfSums} from '../money-client.ts';
import {News} from '../news.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';
import './figure-frame.ts';
import './page-state.ts';
import './share-bar.ts';
import {controlStyles, tableStyles} from './shared-styles.ts';
import './vega-chart.ts';

const tabs = [...amounts, 'identity'] as const;

/** The three amounts of money, one at a time: of how many items each is known; and whether they agree with one another. */
@customElement('money-sums')
export class MoneySums extends LitElement {
  @property() asOf: string | null = null;

  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly sums = new Task(this, {
    task: async ([asOf], {signal}) => (await fetchJson(addressOfSums(asOf), signal)) as MoneyAnswer,
    args: () => [this.asOf, this.news.now] as const,
  });

  override render() {
    const tab = choiceIn(this.state.now, 'amount', tabs) ?? 'due';
    return html`<div class="tabs no-print" role="group" aria-label=${moneySumWords().choose}>
        ${tabs.map(
          (one) =>
            html`<button
              type="button"
              aria-pressed=${one === tab}
              @click=${() => this.state.choose({amount: one === 'due' ? null : one})}
            >
              ${one === 'identity' ? moneySumWords().identityTab : moneySumWords().amounts[one]}
            </button>`,
        )}
      </div>
      ${this.sums.render({
        pending: () => html`<page-state></page-state>`,
        complete: (answer) =>
          tab === 'identity' ? this.renderIdentity(answer) : this.renderCoverage(answer, tab),
        error: (error) =>
          html`<page-state
            kind="failed"
            .reason=${(error as Error).message}
            @retry=${() => this.sums.run()}
          ></page-state>`,
      })}`;
  }

  private renderCoverage(answer: MoneyAnswer, amount: Amount) {
    const {coverage} = moneySumWords();
    const rows = answer.rows
      .filter(({items}) => items > 0)
      .toSorted((one, other) => (shareKnown(one, amount) ?? 0) - (shareKnown(other, amount) ?? 0));
    const [lowest] = rows;
    const heading = headingOfCoverage(wholeOf(answer.rows), amount);
    return html`<figure-frame
      name="amount"
      .heading=${heading}
      .subtitle=${coverage.subtitle(formatDate(answer.night))}
      .summary=${lowest ? coverage.summary(lowest.unit_name, formatRate(shareKnown(lowest, amount) ?? 0)) : ''}
      .table=${{columns: coverage.columns, rows: rows.map((row) => coverageRow(row, amount))}}
      .file=${this.file(answer)}
      .stamp=${answer}
    >
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${coverage.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${coverage.columns[0]}</th>
              <td class="bar"></td>
              <th scope="col" class="number">${coverage.columns[4]}</th>
              <th scope="col" class="number">${coverage.columns[3]}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => {
              const share = shareKnown(row, amount) ?? 0;
              return html`<tr>
                <th scope="row">${row.unit_name}</th>
                <td class="bar"><share-bar .share=${share}></share-bar></td>
                <td class="number">${formatRate(share)}</td>
                <td class="number">${formatCount(row.items - row[`items_${amount}`])}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </figure-frame>`;
  }

  private renderIdentity(answer: MoneyAnswer) {
    const {identity} = moneySumWords();
    const whole = wholeOf(answer.rows);
    const heading = headingOfIdentity(whole);
    const steps = identitySteps(whole);
    return html`<figure-frame
      name="identity"
      .heading=${heading}
      .subtitle=${identity.subtitle(formatDate(answer.night))}
      .summary=${identity.summary(billions(whole.residual_vnd), billions(whole.whole_due_vnd))}
      .table=${{columns: identity.columns, rows: answer.rows.map(identityRow)}}
      .file=${this.file(answer)}
      .stamp=${answer}
    >
      <vega-chart
        height=${steps.length * 30 + 10}
        .label=${heading}
        .chart=${guard([answer, language()], () => identityChart(steps))}
      ></vega-chart>
    </figure-frame>`;
  }

  private file({night}: MoneyAnswer) {
    return (format: 'csv' | 'xlsx') => `${addressOfSums(night)}&format=${format}`;
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }

      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .scroll {
        overflow: auto;
        max-height: 30rem;
      }

      thead th,
      thead td {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      thead td {
        border-bottom: 2px solid var(--rule-strong);
      }

      .bar {
        width: 45%;
      }

      @media (max-width: 34rem) {
        .bar {
          display: none;
        }
      }

      @media print {
        .scroll {
          max-height: none;
        }
      }
    `,
  ];
}

const billions = (dong: number) => formatDecimal(dong / 1_000_000_000, 1);

const coverageRow = (row: Sums, amount: Amount): string[] => [
  row.unit_name,
  formatCount(row[`items_${amount}`]),
  formatCount(row.items),
  formatCount(row.items - row[`items_${amount}`]),
  formatRate(shareKnown(row, amount) ?? 0),
  billions(row[`${amount}_vnd`]),
];

const identityRow = (row: Sums): string[] => [
  row.unit_name,
  formatCount(row.whole_items),
  formatCount(row.broken_items),
  billions(row.whole_due_vnd),
  billions(row.whole_enforced_vnd),
  billions(row.whole_remitted_vnd),
  billions(row.whole_outstanding_vnd),
  billions(row.residual_vnd),
];

declare global {
  interface HTMLElementTagNameMap {
    'money-sums': MoneySums;
  }
}
