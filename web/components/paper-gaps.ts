import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitPageAnswer, UnitPaper} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {differing} from '../findings/gaps.ts';
import {compared} from '../findings/reconciliation-headings.ts';
import {formGap, formValue, gapShare} from '../form-value.ts';
import {formatDate} from '../format.ts';
import {officialName} from '../labels/official-names.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {standingWords} from '../labels/standing-words.ts';
import {words} from '../labels/words.ts';
import {reconciliationFile} from '../reconciliation-client.ts';
import {hrefOf} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** A unit's main indicators on paper beside the same on the platform; nothing where there is no paper. */
@customElement('paper-gaps')
export class PaperGaps extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;

  override render() {
    const {paper, unit, province} = this.answer;
    if (!paper) return nothing;
    const text = standingWords().paper;
    const {nam, so_thang, counted_night, rows} = paper;
    const both = compared(rows);
    if (both.length === 0) return nothing;
    const heading = text.title(differing(both).length, both.length);
    const subtitle = text.subtitle(
      shortOfficeName(unit.unit_name),
      reconciliationWords().periodOf(so_thang, nam),
      counted_night && formatDate(counted_night),
    );
    const period = `${nam}-${so_thang}`;
    const asked = {period, form: 'VIEC', level: unit.level, unit: unit.unit_id} as const;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${heading}
          </caption>
          <thead>
            <tr>
              <th scope="col">${text.indicator}</th>
              ${text.columns.map(
                (column, index) =>
                  html`<th scope="col" class="number ${index === 3 ? 'share' : ''}">${column}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.renderRow(row))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${subtitle}
        .summary=${this.summary(rows)}
        .file=${(format: 'csv' | 'xlsx') => reconciliationFile(asked, format)}
        ><a
          class="no-print"
          href=${hrefOf('/doi-chieu', {choices: {period, province: province?.unit_id ?? unit.unit_id}})}
          >${text.all}</a
        ></table-ways
      >
    </section>`;
  }

  private renderRow(row: UnitPaper['rows'][number]) {
    return html`<tr>
      <th scope="row">${officialName(row.code, row.code_name)}</th>
      <td class="number">${formValue(row.paper, row, 'VIEC')}</td>
      <td class="number">${formValue(row.platform, row, 'VIEC')}</td>
      <td class="number gap">${formGap(row, 'VIEC')}</td>
      <td class="number share">${gapShare(row)}</td>
    </tr>`;
  }

  private summary(rows: UnitPaper['rows']): string {
    const [paper, platform, gap] = standingWords().paper.columns.map((column) => column.toLowerCase());
    return rows
      .slice(0, 1)
      .map(
        (row) =>
          `${officialName(row.code, row.code_name)}: ${paper} ${formValue(row.paper, row, 'VIEC')}, ${platform} ${formValue(row.platform, row, 'VIEC')}, ${gap} ${formGap(row, 'VIEC')}.`,
      )
      .join('');
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

      .gap {
        font-weight: 700;
      }

      a {
        color: var(--accent);
      }

      @container (max-width: 30rem) {
        th,
        td {
          padding-inline: 0.2rem;
        }
      }

      @container (max-width: 19rem) {
        .share {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-gaps': PaperGaps;
  }
}
