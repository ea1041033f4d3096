import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ReconciliationAnswer, ReconciliationRow} from '../../api/answers.ts';
import {isRate, widestShare} from '../findings/gaps.ts';
import {headingOfPaired} from '../findings/reconciliation-headings.ts';
import {formGap, formValue, gapShare} from '../form-value.ts';
import {formatLimit} from '../format.ts';
import {officialName} from '../labels/official-names.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {words} from '../labels/words.ts';
import './gap-bar.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import {stackedStyles} from './stacked-styles.ts';
import './table-ways.ts';

/** One unit's indicators on paper beside the same on the platform, each with its gap and how large that is. */
@customElement('paired-figures')
export class PairedFigures extends LitElement {
  /** An answer about one unit. */
  @property({attribute: false}) answer!: ReconciliationAnswer;
  @property() csv = '';
  @property() xlsx = '';

  override render() {
    const {paired, units} = reconciliationWords();
    const {rows, loai_bieu: form} = this.answer;
    const heading = headingOfPaired(rows);
    const reach = widestShare(rows.filter((row) => !isRate(row)));
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">
        ${paired.subtitle(unitNameShown(rows[0]?.unit_name ?? ''), this.period(), units[form])}
      </p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${heading}
          </caption>
          <thead>
            <tr>
              ${paired.columns.map(
                (column, index) => html`<th scope="col" class=${index ? 'number' : ''}>${column}</th>`,
              )}
              <th scope="col" class="wide">${paired.bar} (${paired.axis(formatLimit(reach))})</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.renderRow(row, reach))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${paired.subtitle(unitNameShown(rows[0]?.unit_name ?? ''), this.period(), units[form])}
        .file=${(format: 'csv' | 'xlsx') => (format === 'csv' ? this.csv : this.xlsx)}
      >
        <span>${paired.legend}</span>
      </table-ways>
    </section>`;
  }

  private renderRow(row: ReconciliationRow, reach: number) {
    const form = this.answer.loai_bieu;
    return html`<tr class=${row.code === 'TONG_THU_LY' ? 'first' : ''}>
      <th scope="row">${officialName(row.code, row.code_name)}</th>
      <td class="number">${formValue(row.paper, row, form)}</td>
      <td class="number">${formValue(row.platform, row, form)}</td>
      <td class="number">${formGap(row, form)}</td>
      <td class="number">${gapShare(row)}</td>
      <td class="wide">
        ${isRate(row) ? nothing : html`<gap-bar .value=${row.gap_rate} .reach=${reach}></gap-bar>`}
      </td>
    </tr>`;
  }

  private period(): string {
    const {nam, so_thang} = this.answer.period;
    return reconciliationWords().periodOf(so_thang, nam);
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
        position: relative;
        overflow-x: auto;
      }

      .first > * {
        font-weight: 700;
      }

      @container (max-width: 44rem) {
        .wide {
          display: none;
        }
      }
    `,
    stackedStyles,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'paired-figures': PairedFigures;
  }
}
