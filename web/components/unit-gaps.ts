import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {GapRecordAnswer, ReconciliationAnswer, ReconciliationRow} from '../../api/answers.ts';
import {differing, recordState} from '../findings/gap-record.ts';
import {byGap, isRate, widestShare} from '../findings/gaps.ts';
import {headingOfParts} from '../findings/reconciliation-headings.ts';
import {formGap, formValue, gapShare} from '../form-value.ts';
import {officialName} from '../labels/official-names.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {words} from '../labels/words.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import './gap-bar.ts';
import {recordWord} from './gap-record.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import {stackedStyles} from './stacked-styles.ts';
import './table-ways.ts';

/** The units below one, the largest gap first, each in the band of the letter and with its deadline. */
@customElement('unit-gaps')
export class UnitGaps extends LitElement {
  @property({attribute: false}) answer!: ReconciliationAnswer;
  /** The codes of the provinces on the list for praise. */
  @property({attribute: false}) smallest: readonly string[] = [];
  /** Whether a province's name leads to its offices. */
  @property({type: Boolean}) leads = false;
  /** What the units say of their gaps, and whose record is signed. */
  @property({attribute: false}) record: GapRecordAnswer | null = null;
  @property() csv = '';
  @property() xlsx = '';
  /** The list for praise as a file; empty where there is none. */
  @property() list = '';

  private readonly state = new UrlState(this);

  override render() {
    const {parts, units, periodOf} = reconciliationWords();
    const {loai_bieu: form, period} = this.answer;
    const rows = this.rows();
    const isTotal = this.code() === 'TONG_THU_LY';
    const hasBands = isTotal && rows.some(({band}) => band !== null);
    const letter = rows.find(({band}) => band)?.band?.letter;
    const reach = widestShare(rows.filter((row) => !isRate(row)));
    const heading = headingOfParts(rows, form);
    const indicator = rows[0] ? officialName(rows[0].code, rows[0].code_name) : '';
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${parts.subtitle(indicator, periodOf(period.so_thang, period.nam), units[form])}</p>
      ${this.renderIndicators()}
      ${
        rows.every(({paper}) => paper === null)
          ? html`<p>${period.has_paper ? parts.noPaper : parts.noPaperYet}</p>`
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
              <table>
                <caption class="unseen">
                  ${heading}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${parts.columns.unit}</th>
                    <th scope="col" class="number">${parts.columns.paper}</th>
                    <th scope="col" class="number">${parts.columns.platform}</th>
                    <th scope="col" class="number">${parts.columns.gap}</th>
                    <th scope="col" class="number">${parts.columns.rate}</th>
                    <th scope="col" class="wide"><span class="unseen">${parts.columns.gap}</span></th>
                    ${hasBands ? html`<th scope="col" class="band">${parts.columns.band}</th>` : nothing}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((row) => this.renderRow(row, reach, hasBands))}
                </tbody>
              </table>
            </div>`
      }
      <table-ways
        .heading=${heading}
        .subtitle=${parts.subtitle(indicator, periodOf(period.so_thang, period.nam), units[form])}
        .file=${(format: 'csv' | 'xlsx') => (format === 'csv' ? this.csv : this.xlsx)}
      >
        <span>${parts.shown(rows.length)}</span>
        ${hasBands && letter ? html`<span>${parts.bandLetter(letter)}</span>` : nothing}
        ${this.list ? html`<a class="no-print" href=${this.list} download>${parts.list}</a>` : nothing}
      </table-ways>
    </section>`;
  }

  private renderIndicators() {
    const {parts} = reconciliationWords();
    const known = new Map(this.answer.rows.map(({code, code_name}) => [code, officialName(code, code_name)]));
    return html`<p class="choice no-print">
      <label for="indicator">${parts.indicator}</label>
      <select id="indicator" @change=${this.onIndicator}>
        ${[...known].map(
          ([code, name]) => html`<option value=${code} ?selected=${code === this.code()}>${name}</option>`,
        )}
      </select>
    </p>`;
  }

  private renderRow(row: ReconciliationRow, reach: number, hasBands: boolean) {
    const {parts, reportsMissing} = reconciliationWords();
    const form = this.answer.loai_bieu;
    return html`<tr>
      <th scope="row">
        ${
          this.leads
            ? html`<a
                href=${hrefOf('/doi-chieu', {choices: {...this.state.now.choices, province: row.unit_id}})}
                aria-label=${parts.offices(row.unit_name)}
                >${row.unit_name}</a
              >`
            : row.unit_name
        }
        ${row.paper_reports_missing ? html`<span class="small">· ${reportsMissing(row.paper_reports_missing)}</span>` : nothing}
        ${this.renderRecord(row.unit_id)}
        ${hasBands ? html`<span class="beneath">${this.renderBand(row)}</span>` : nothing}
      </th>
      <td class="number">${formValue(row.paper, row, form)}</td>
      <td class="number">${formValue(row.platform, row, form)}</td>
      <td class="number"><strong>${formGap(row, form)}</strong></td>
      <td class="number">${gapShare(row)}</td>
      <td class="wide">
        ${isRate(row) ? nothing : html`<gap-bar .value=${row.gap_rate} .reach=${reach}></gap-bar>`}
      </td>
      ${hasBands ? html`<td class="band">${this.renderBand(row)}</td>` : nothing}
    </tr>`;
  }

  /** Only what differs is to be explained. */
  private renderRecord(unit: string) {
    if (this.record === null) return nothing;
    if (recordState(this.record, unit) === 'none' && differing(this.answer.rows, unit).length === 0)
      return nothing;
    return html`<span class="record small">${recordWord(this.record, unit)}</span>`;
  }

  private renderBand({band, unit_id}: ReconciliationRow) {
    const {parts} = reconciliationWords();
    const isSmall = this.smallest.includes(unit_id);
    return html`${
      band
        ? html`<span class=${band.band === 'above' ? 'alarm' : ''}>${parts.bands[band.band]}</span>${
              band.deadline_words === null ? '' : `, ${parts.deadline(band.deadline_words)}`
            }`
        : nothing
    }${isSmall ? html`<span class="small"> · ★ ${parts.smallest}</span>` : nothing}`;
  }

  private code(): string {
    return this.state.now.choices['indicator'] ?? 'TONG_THU_LY';
  }

  private rows(): ReconciliationRow[] {
    return byGap(this.answer.rows.filter(({code}) => code === this.code()));
  }

  private readonly onIndicator = (event: Event) => {
    this.state.choose({indicator: (event.target as HTMLSelectElement).value});
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      .choice,
      select {
        max-width: 100%;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }

      @container (max-width: 52rem) {
        .wide {
          display: none;
        }
      }

      .record {
        display: block;
        font-weight: 400;
      }

      .beneath {
        display: none;
        font-weight: 400;
      }

      @container (max-width: 40rem) {
        .band {
          display: none;
        }

        .beneath {
          display: block;
        }
      }
    `,
    stackedStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-gaps': UnitGaps;
  }
}
