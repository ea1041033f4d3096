import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {MetricAnswer, MetricRow} from '../../api/answers.ts';
import {plainOfficeName} from '../findings/office-name.ts';
import {headingOfOffices, lackingMoney, sortOffices, type OfficeColumn} from '../findings/office-order.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {moneyWords} from '../labels/money-words.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {choiceIn} from '../state.ts';
import {fetchMetric, fileOfMetric} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import {sortHeader, sortHeaderStyles} from './sort-header.ts';
import './table-ways.ts';

const officesShown = 20;

/** The offices whose files are entered and their money is not: the letter's very complaint, worst first. */
@customElement('office-money-table')
export class OfficeMoneyTable extends LitElement {
  @property() asOf: string | null = null;

  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly offices = new Task(this, {
    task: ([asOf], {signal}) => fetchMetric('money_coverage', {level: 'office', asOf}, signal),
    args: () => [this.asOf, this.news.now] as const,
  });

  override render() {
    return this.offices.render({
      pending: () =>
        this.offices.value
          ? this.renderTable(this.offices.value)
          : html`<page-state kind="pending"></page-state>`,
      complete: (answer) => this.renderTable(answer),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.offices.run()}
        ></page-state>`,
    });
  }

  private renderTable({rows, night}: MetricAnswer) {
    const order = this.state.now.choices['order'] ?? '-missing';
    const isWhole = choiceIn(this.state.now, 'rows', ['all']) === 'all';
    const sorted = sortOffices(rows, order);
    const shown = isWhole ? sorted : sorted.slice(0, officesShown);
    const {offices} = moneyWords();
    const heading = headingOfOffices(rows);
    const file = {level: 'office', unit: null, night};
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${offices.subtitle(shown.length, sorted.length, formatDate(night))}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${offices.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${offices.office}</th>
              ${this.header('missing', order)} ${this.header('complete', order, true)}
              ${this.header('money', order, true)} ${this.header('rate', order)}
            </tr>
          </thead>
          <tbody>
            ${shown.map((row) => this.renderRow(row))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${offices.subtitle(shown.length, sorted.length, formatDate(night))}
        .file=${(format: 'csv' | 'xlsx') => fileOfMetric('money_coverage', file, format)}
      >
        ${
          sorted.length > officesShown
            ? html`<button type="button" @click=${() => this.state.choose({rows: isWhole ? null : 'all'})}>
                ${isWhole ? offices.few : offices.all}
              </button>`
            : nothing
        }
      </table-ways>
    </section>`;
  }

  private header(column: OfficeColumn, order: string, isWide = false) {
    const label = moneyWords().offices[column === 'money' ? 'withMoney' : column];
    return sortHeader({column, label, order, isWide}, (next) =>
      this.state.choose({order: next === '-missing' ? null : next}),
    );
  }

  private renderRow(row: MetricRow) {
    const {unit_id, unit_name, numerator, denominator, value, status} = row;
    const isMissed = status === 'missed';
    return html`<tr>
      <th scope="row"><a href=${hrefOf(`/phong/${unit_id}`)}>${plainOfficeName(unit_name)}</a></th>
      <td class="number missing">${formatCount(lackingMoney(row))}</td>
      <td class="number wide">${formatCount(numerator ?? 0)}</td>
      <td class="number wide">${formatCount(denominator ?? 0)}</td>
      <td class="number ${isMissed ? 'alarm' : ''}">
        ${isMissed ? html`<span aria-hidden="true">◆</span><span class="unseen">${words().statuses.missed}</span> ` : nothing}${
          value === null ? '–' : formatRate(value)
        }
      </td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    sortHeaderStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .scroll {
        overflow-x: auto;
      }

      .missing {
        font-weight: 700;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }

      @container (max-width: 36rem) {
        .wide {
          display: none;
        }

        th,
        td {
          padding-inline: 0.25rem;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'office-money-table': OfficeMoneyTable;
  }
}
