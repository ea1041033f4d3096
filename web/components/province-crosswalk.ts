import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {FormerProvince} from '../../api/answers.ts';
import {crosswalkWords} from '../labels/crosswalk-words.ts';
import {words} from '../labels/words.ts';
import {fetchFormerProvinces, fileOfFormerProvinces} from '../reconciliation-client.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** Which provinces of before 01/07/2025 each of today is made of, and why the platform has no figures by them. */
@customElement('province-crosswalk')
export class ProvinceCrosswalk extends LitElement {
  /** One province; null for all. */
  @property() province: string | null = null;

  private readonly rows = new Task(this, {
    task: ([province], {signal}) => fetchFormerProvinces(province, signal),
    args: () => [this.province] as const,
  });

  override render() {
    return this.rows.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: ({rows}) => this.renderRows(rows),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.rows.run()}
        ></page-state>`,
    });
  }

  private renderRows(rows: readonly FormerProvince[]) {
    const today = [...Map.groupBy(rows, ({province_id}) => province_id).values()];
    const text = crosswalkWords();
    const merged = today.filter((former) => former.length > 1).length;
    const [only] = today.length === 1 ? today : [];
    const heading = only?.[0]
      ? text.titleOfOne(only[0].province_name, only.length)
      : text.title(merged, today.length);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${text.subtitle}</p>
      <p class="why">${text.why}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${heading}
          </caption>
          <thead>
            <tr>
              <th scope="col">${text.columns.code}</th>
              <th scope="col">${text.columns.today}</th>
              <th scope="col">${text.columns.former}</th>
            </tr>
          </thead>
          <tbody>
            ${today.map((former) => this.renderRow(former))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${text.subtitle}
        .summary=${text.why}
        .file=${(format: 'csv' | 'xlsx') => fileOfFormerProvinces(this.province, format)}
        >${rows.some(({is_code_reused}) => is_code_reused) ? html`<span>${text.reusedLegend}</span>` : nothing}</table-ways
      >
    </section>`;
  }

  private renderRow(former: readonly FormerProvince[]) {
    const {province_id, province_name} = former[0]!;
    return html`<tr>
      <td>${province_id}</td>
      <th scope="row">${province_name}</th>
      <td>
        ${former.map(
          ({former_province_id, former_province_name, is_code_reused}, index) =>
            html`${index === 0 ? nothing : ', '}<span class="former"
                >${former_province_name}
                (${former_province_id}${
                  is_code_reused
                    ? html`<span aria-hidden="true"> ◆</span
                        ><span class="unseen">, ${crosswalkWords().reused}</span>`
                    : nothing
                })</span
              >`,
        )}
      </td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .why {
        max-width: 60rem;
      }

      .scroll {
        position: relative;
        overflow: auto;
        max-height: 26rem;
      }

      .former {
        white-space: nowrap;
      }

      @media (max-width: 34rem) {
        .former {
          white-space: normal;
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

declare global {
  interface HTMLElementTagNameMap {
    'province-crosswalk': ProvinceCrosswalk;
  }
}
