import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {QuotaAnswer, SizesAnswer} from '../../api/answers.ts';
import {quotasFile} from '../nomination-client.ts';
import {quotaLines, type QuotaLine} from '../findings/nominations.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {officialName} from '../labels/official-names.ts';
import {words} from '../labels/words.ts';
import './quota-cells.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './size-form.ts';
import './table-ways.ts';

/** How many may be proposed for each award, by whom, and how many places are taken. */
@customElement('quota-board')
export class QuotaBoard extends LitElement {
  @property({attribute: false}) quotas: readonly QuotaAnswer[] = [];
  /** What the board corrected of the sizes; null for those who may not correct them. */
  @property({attribute: false}) corrected: SizesAnswer['rows'] | null = null;

  override render() {
    const {quotas} = awardsWords();
    const awards = new Map(
      this.quotas.map(({award, award_name}) => [award, officialName(award, award_name)]),
    );
    const used = this.quotas.reduce((sum, quota) => sum + quota.used, 0);
    const all = this.quotas.reduce((sum, {quota}) => sum + quota, 0);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${quotas.title(used, all)}</h2>
      <p class="subtitle">${quotas.subtitle}</p>
      ${[...awards].map(([award, name]) => this.renderAward(award, name))}
      ${
        this.corrected === null
          ? nothing
          : html`<size-form
              .quotas=${this.quotas}
              .corrected=${this.corrected}
              @decided=${() => this.dispatchEvent(new Event('decided'))}
            ></size-form>`
      }
      <table-ways
        .heading=${quotas.title(used, all)}
        .subtitle=${quotas.about}
        .file=${quotasFile}
      ></table-ways>
    </section>`;
  }

  private renderAward(award: string, name: string) {
    const {quotas} = awardsWords();
    const lines = quotaLines(this.quotas, award);
    const isUsed = ({collective, individual}: QuotaLine) =>
      (collective?.proposed ?? 0) + (individual?.proposed ?? 0) > 0 || lines.length <= 4;
    const empty = lines.filter((line) => !isUsed(line));
    return html`<h3>${name}</h3>
      ${this.renderTable(name, lines.filter(isUsed))}
      ${
        empty.length > 0
          ? html`<details>
              <summary>${quotas.empty(empty.length)}</summary>
              ${this.renderTable(name, empty)}
            </details>`
          : nothing
      }
      <p class="small">${this.clauses(award)}</p>`;
  }

  private renderTable(name: string, lines: readonly QuotaLine[]) {
    const {quotas} = awardsWords();
    if (lines.length === 0) return nothing;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(name)}>
      <table>
        <thead>
          <tr>
            ${quotas.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            ({proposer, collective, individual}) =>
              html`<tr>
                <th scope="row">${proposer}</th>
                ${[collective, individual].map(
                  (quota, index) =>
                    html`<td data-column=${quotas.columns[index + 1]!}>
                      ${quota ? html`<quota-cells .quota=${quota}></quota-cells>` : '–'}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** Every clause the quotas of an award come from, once. */
  private clauses(award: string): string {
    const cited = this.quotas
      .filter((quota) => quota.award === award)
      .map(({letter, clause}) => words().letter(letter, clause));
    return [...new Set(cited)].join('; ');
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .block {
        height: auto;
        container-type: inline-size;
      }

      h3 {
        margin: var(--space-3) 0 var(--space-1);
        font-size: var(--text);
      }

      .scroll {
        position: relative;
        overflow: auto;
        max-height: 22rem;
      }

      td,
      tbody th {
        vertical-align: baseline;
      }

      summary {
        min-height: 1.5rem;
        margin-top: var(--space-2);
        color: var(--accent);
        font-size: var(--text-small);
        cursor: pointer;
      }

      @media print {
        .scroll {
          max-height: none;
        }
      }

      /* Where there is no room for columns each cell says which it is of. */
      @container (max-width: 34rem) {
        .scroll {
          overflow-x: hidden;
        }

        thead {
          display: none;
        }

        tr {
          display: grid;
          padding-block: var(--space-1);
          border-bottom: 1px solid var(--rule);
        }

        tbody th,
        td {
          padding: 0;
          border-bottom: 0;
        }

        td {
          overflow-wrap: anywhere;
        }

        td::before {
          content: attr(data-column) ': ';
          color: var(--ink-soft);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'quota-board': QuotaBoard;
  }
}
