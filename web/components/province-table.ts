import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {OverviewAnswer, ProvinceRow} from '../../api/answers.ts';
import {fileOfProvinces} from '../client.ts';
import {headingOfProvinces} from '../findings/missing-headings.ts';
import {changeOf, sortProvinces} from '../findings/province-order.ts';
import {formatCount, formatDate, formatPoints, formatRate} from '../format.ts';
import {words} from '../labels/words.ts';
import {sortColumns, type SortColumn} from '../state.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import './dot-axis.ts';
import './spark-line.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** The provinces with what they must enter, have entered and lack; most missing first unless asked otherwise. */
@customElement('province-table')
export class ProvinceTable extends LitElement {
  @property({attribute: false}) answer!: OverviewAnswer;

  private readonly state = new UrlState(this);

  override render() {
    const {provinces, night, compared_with} = this.answer;
    const {selected, sort} = this.state.now;
    const rows = sortProvinces(
      provinces.filter((province) => selected.length === 0 || selected.includes(province.unit_id)),
      sort,
    );
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${this.heading()}</h2>
      <p class="subtitle">
        ${words().provinces.subtitle(formatDate(night))} ·
        ${compared_with ? words().provinces.sinceUnit(formatDate(compared_with)) : words().provinces.noSince}
      </p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(this.heading())}>
        <table>
          <caption class="unseen">
            ${words().provinces.caption}
          </caption>
          <thead>
            <tr>
              ${sortColumns.slice(0, 4).map((column) => this.renderHeader(column))}
              <th scope="col" class="wide">${words().provinces.axis}</th>
              ${sortColumns.slice(4).map((column) => this.renderHeader(column))}
              <th scope="col" class="wide">${words().provinces.course}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((province) => this.renderRow(province))}
          </tbody>
        </table>
      </div>
      ${rows.length === 0 ? html`<p>${words().noMatch}</p>` : nothing}
      <table-ways
        .heading=${this.heading()}
        .subtitle=${words().provinces.subtitle(formatDate(night))}
        .file=${(format: 'csv' | 'xlsx') => fileOfProvinces('completion_rate', night, format)}
      >
        <span class="wide">${words().provinces.axisLegend}</span>
        <span>${words().provinces.shown(rows.length, provinces.length)}</span>
      </table-ways>
    </section>`;
  }

  private renderHeader(column: SortColumn) {
    const {sort} = this.state.now;
    const isSorted = sort.column === column;
    return html`<th
      scope="col"
      class="${column} ${column === 'name' ? '' : 'number'}"
      aria-sort=${isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" @click=${() => this.sortBy(column)}>
        ${words().provinces.columns[column]}<span aria-hidden="true"
          >${isSorted ? (sort.descending ? ' ▼' : ' ▲') : ''}</span
        >
      </button>
      <span class="printed">${words().provinces.columns[column]}</span>
    </th>`;
  }

  private renderRow(province: ProvinceRow) {
    const {unit_id, unit_name, completion, files_missing} = province;
    const change = changeOf(province);
    const isMissed = completion.status === 'missed';
    return html`<tr>
      <th scope="row"><a href=${hrefOf(`/tinh/${unit_id}`)}>${unit_name}</a></th>
      <td class="number required">${count(completion.denominator)}</td>
      <td class="number entered">${count(completion.numerator)}</td>
      <td class="number missing">
        ${completion.value === null ? words().noFigure : formatCount(files_missing)}
      </td>
      <td class="wide">
        <dot-axis
          .value=${completion.value}
          .goal=${this.answer.targets.completion?.goal ?? null}
          ?alarming=${isMissed}
        ></dot-axis>
      </td>
      <td class="number ${isMissed ? 'alarm' : ''}">
        ${isMissed ? html`<span aria-hidden="true">◆</span> ` : nothing}${
          completion.value === null ? words().noFigure : formatRate(completion.value)
        }
      </td>
      <td class="number">${change === null ? '–' : formatPoints(change)}</td>
      <td class="wide"><spark-line .points=${completion.history}></spark-line></td>
    </tr>`;
  }

  private heading(): string {
    return headingOfProvinces(this.answer.provinces);
  }

  /** A second press turns the order round; figures begin with the largest, names and rates with the first. */
  private sortBy(column: SortColumn) {
    const {sort} = this.state.now;
    const startsDescending = column === 'required' || column === 'entered' || column === 'missing';
    this.state.change({
      sort: {column, descending: sort.column === column ? !sort.descending : startsDescending},
    });
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .scroll {
        overflow-x: auto;
      }

      th button {
        min-height: 1.6rem;
        padding: 0.4rem 0 0;
        border: 0;
        background: none;
        color: inherit;
        font-weight: inherit;
        text-align: inherit;
        vertical-align: bottom;
        white-space: nowrap;
      }

      th[aria-sort='ascending'] button,
      th[aria-sort='descending'] button {
        color: var(--ink);
        font-weight: 700;
      }

      td,
      tbody th {
        height: 1.65rem;
        padding-block: 0;
      }

      tbody th {
        white-space: nowrap;
      }

      tbody tr:hover {
        background: var(--tint-1);
      }

      .missing {
        font-weight: 700;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }

      .printed {
        display: none;
      }

      @container (max-width: 46rem) {
        .wide {
          display: none;
        }
      }

      @container (max-width: 30rem) {
        .entered {
          display: none;
        }

        th,
        td {
          padding-inline: 0.25rem;
        }
      }

      @container (max-width: 21rem) {
        .required {
          display: none;
        }

        th,
        td {
          padding-inline: 0.125rem;
        }

        tbody th {
          white-space: normal;
        }
      }

      @media print {
        .printed {
          display: inline;
        }
      }
    `,
  ];
}

const count = (value: number | null) => (value === null ? words().noFigure : formatCount(value));

declare global {
  interface HTMLElementTagNameMap {
    'province-table': ProvinceTable;
  }
}
