import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import type {OverviewAnswer} from '../../api/answers.ts';
import {moneyChart} from '../charts/money-chart.ts';
import {fileOfProvinces} from '../client.ts';
import {countMoneyBands, moneyBandOf} from '../findings/money-bands.ts';
import {headingOfMoney} from '../findings/money-headings.ts';
import {moneyRows, type MoneyRow} from '../findings/money-rows.ts';
import {formatCount, formatDate, formatDecimal, formatRate, formatRateBeside} from '../format.ts';
import {language, words} from '../labels/words.ts';
import {choiceIn, moneyOrders} from '../state.ts';
import {UrlState} from '../url-state.ts';
import type {FigureTable} from './figure-frame.ts';
import './figure-frame.ts';
import {controlStyles} from './shared-styles.ts';
import './vega-chart.ts';

/** Money data by province: how many are in each band, each one's share beside the files it lacks, in one order. */
@customElement('money-panel')
export class MoneyPanel extends LitElement {
  @property({attribute: false}) answer!: OverviewAnswer;

  private readonly state = new UrlState(this);

  override render() {
    const {night, targets} = this.answer;
    const heading = headingOfMoney(this.answer);
    const {moneyOrder, moneyBand, selected} = this.state.now;
    const isZoomed = choiceIn(this.state.now, 'zoom', ['95']) !== null;
    const rows = moneyRows(this.answer.provinces, moneyOrder).filter(
      (row) =>
        (selected.length === 0 || selected.includes(row.unitId)) &&
        (moneyBand === null || moneyBandOf(row.value) === moneyBand) &&
        (!isZoomed || (row.value ?? 0) >= 0.95),
    );
    return html`<figure-frame
      name="money"
      .heading=${heading}
      .subtitle=${words().money.subtitle(formatDate(night))}
      .summary=${this.summary()}
      .table=${table(rows)}
      .file=${(format: 'csv' | 'xlsx') => fileOfProvinces('money_coverage', night, format)}
      .stamp=${this.answer}
    >
      ${this.renderBands()}
      <div class="order" role="group" aria-label=${words().money.order}>
        <span class="no-print" aria-hidden="true">${words().money.order}:</span>
        ${moneyOrders.map(
          (order) =>
            html`<button
              type="button"
              aria-pressed=${order === moneyOrder}
              @click=${() => this.state.change({moneyOrder: order})}
            >
              ${words().money.orders[order]}
            </button>`,
        )}
        <button
          type="button"
          aria-pressed=${isZoomed}
          @click=${() => this.state.choose({zoom: isZoomed ? null : '95'})}
        >
          ${words().money.zoom}
        </button>
        <span class="legend">${words().money.legend}</span>
      </div>
      ${
        rows.length === 0
          ? html`<p>${words().noMatch}</p>`
          : html`<vega-chart
              height=${rows.length * 20 + 40}
              .label=${heading}
              .chart=${guard([this.answer, language(), isZoomed, rows.map((row) => row.unitId).join()], () =>
                moneyChart(rows, targets.money?.floor ?? null, {from: isZoomed ? 95 : 0}),
              )}
            ></vega-chart>`
      }
    </figure-frame>`;
  }

  private renderBands() {
    const {moneyBand} = this.state.now;
    const counts = countMoneyBands(this.answer.provinces);
    return html`<div class="bands" role="group" aria-label=${words().money.bandsLabel}>
      ${counts.map(
        ({band, provinces}) =>
          html`<button
            type="button"
            class=${band === '0-5' && provinces > 0 ? 'lowest' : ''}
            aria-pressed=${band === moneyBand}
            ?disabled=${provinces === 0}
            @click=${() => this.state.change({moneyBand: band === moneyBand ? null : band})}
          >
            <strong>${formatCount(provinces)}</strong>
            <span>${words().money.bands[band]}</span>
          </button>`,
      )}
    </div>`;
  }

  private summary(): string {
    const {provinces, targets} = this.answer;
    const floor = targets.money?.floor ?? 0;
    const high = provinces.filter((province) => (province.money.value ?? 0) >= 0.9).length;
    const missed = this.missed();
    const all = provinces.reduce((sum, province) => sum + province.money_files_missing, 0);
    if (missed.length === 0 || all === 0) return words().money.sentenceGood(high, provinces.length);
    const missing = missed.reduce((sum, row) => sum + row.missing, 0);
    return words().money.sentence({
      high,
      all: provinces.length,
      low: missed.map((row) => `${row.name} ${formatRateBeside(floor, row.value ?? 0)}`).join(' · '),
      missing: formatCount(missing),
      share: formatRate(missing / all),
    });
  }

  private missed(): MoneyRow[] {
    return moneyRows(this.answer.provinces, 'share').filter((row) => row.status === 'missed');
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .bands {
        display: grid;
        grid-template-columns: repeat(6, minmax(0, 1fr));
        gap: var(--space-1);
        margin-bottom: var(--space-3);
      }

      .bands button {
        display: flex;
        flex-direction: column;
        align-items: center;
        padding: var(--space-1);
        line-height: 1.3;
      }

      .bands strong {
        font-size: var(--text-lead);
      }

      .bands .lowest:not([aria-pressed='true']) {
        border-color: var(--alarm);
        color: var(--alarm);
      }

      .order {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        align-items: center;
        margin-bottom: var(--space-3);
        font-size: var(--text-small);
      }

      .legend {
        margin-left: auto;
        color: var(--ink-soft);
      }

      @media (max-width: 40rem) {
        .bands {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }

        .legend {
          margin-left: 0;
        }
      }

      @media print {
        .bands button {
          display: flex !important;
        }
      }
    `,
  ];
}

function table(rows: readonly MoneyRow[]): FigureTable {
  return {
    columns: [
      words().provinces.columns.name,
      words().money.withMoney,
      words().money.complete,
      words().money.missing,
      words().provinces.columns.rate,
      words().money.rankShare,
      words().money.rankMissing,
      words().money.amountMissing,
    ],
    rows: rows.map((row) => [
      row.name,
      row.withMoney === null ? words().noFigure : formatCount(row.withMoney),
      row.complete === null ? words().noFigure : formatCount(row.complete),
      formatCount(row.missing),
      row.value === null ? words().noFigure : formatRate(row.value),
      row.rankByShare === null ? '–' : String(row.rankByShare),
      String(row.rankByMissing),
      row.amountMissing === null ? words().noFigure : formatDecimal(row.amountMissing / 1_000_000_000, 1),
    ]),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'money-panel': MoneyPanel;
  }
}
