import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {GateAnswer, RankingAnswer, UnrankedRow} from '../../api/answers.ts';
import {rankingFile, type AskedRanking} from '../campaign-client.ts';
import {barring, candidateId, candidateName, placesIn} from '../findings/places.ts';
import {formatCount} from '../format.ts';
import {gateValue} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language, words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import './rank-explanation.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

const shownAtFirst = 40;

/** Those who fail a gate, each with the gate, what was found and what was asked. */
@customElement('unranked-list')
export class UnrankedList extends LitElement {
  @property({attribute: false}) ranking!: RankingAnswer;
  @property({attribute: false}) asked!: AskedRanking;
  @property({attribute: false}) mayAsk: (row: UnrankedRow) => boolean = () => false;
  @state() private shown = shownAtFirst;

  private readonly state = new UrlState(this);

  override render() {
    const {unranked, kinds, filters} = rankingWords();
    const {province = null, size = null} = this.state.now.choices;
    const rows = placesIn(this.ranking.not_ranked, {province, size});
    // Of a long ranking only the first are there, and none is filtered away.
    const all = province === null && size === null ? this.ranking.counts.not_ranked : rows.length;
    const absent = this.ranking.counts.not_taking_part;
    const heading =
      all === 0 ? unranked.titleNone : unranked.title(formatCount(all), kinds[this.ranking.kind]);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${unranked.subtitle}</p>
      ${
        rows.length === 0
          ? nothing
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
              <table>
                <thead>
                  <tr>
                    ${unranked.columns.map((column) => html`<th scope="col">${column}</th>`)}
                    <th scope="col" class="no-print">
                      <span class="unseen">${rankingWords().table.columns.why}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.slice(0, this.shown).map((row) => this.renderRow(row))}
                </tbody>
              </table>
            </div>`
      }
      ${
        all > this.shown
          ? html`<button type="button" @click=${() => this.showMore(rows.length)}>
              ${filters.more(formatCount(Math.min(100, all - this.shown)))}
            </button>`
          : nothing
      }
      ${absent > 0 ? html`<p class="small">${unranked.notTakingPart(formatCount(absent))}</p>` : nothing}
      <table-ways
        .heading=${heading}
        .subtitle=${unranked.subtitle}
        .file=${(format: 'csv' | 'xlsx') => rankingFile(this.asked, format)}
      ></table-ways>
    </section>`;
  }

  /** What is not there yet is asked for with `more`. */
  private showMore(loaded: number) {
    this.shown += 100;
    if (this.shown > loaded) this.dispatchEvent(new Event('more'));
  }

  private renderRow(row: UnrankedRow) {
    const {table, unranked} = rankingWords();
    const id = candidateId(row);
    const isOpen = this.state.now.choices['why'] === id;
    return html`<tr>
        <th scope="row">${candidateName(row)}</th>
        <td>${barring(row.gates).map((gate) => html`<span class="gate">${gateText(gate)}</span>`)}</td>
        <td class="no-print">
          ${
            this.mayAsk(row)
              ? html`<button
                  type="button"
                  aria-expanded=${isOpen}
                  @click=${() => this.state.choose({why: isOpen ? null : id})}
                >
                  ${isOpen ? table.close : unranked.why}<span class="unseen"> ${candidateName(row)}</span>
                </button>`
              : nothing
          }
        </td>
      </tr>
      ${
        isOpen && this.mayAsk(row)
          ? html`<tr>
              <td colspan="3" class="explanation">
                <rank-explanation .asked=${this.asked} candidate=${id}></rank-explanation>
              </td>
            </tr>`
          : nothing
      }`;
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

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      .gate {
        display: block;
      }

      .explanation {
        padding: 0;
      }

      @container (max-width: 40rem) {
        thead {
          display: none;
        }

        tr {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          border-bottom: 1px solid var(--rule);
        }

        th,
        td {
          border-bottom: 0;
        }

        td:nth-of-type(1) {
          grid-row: 2;
          grid-column: 1 / -1;
        }
      }
    `,
  ];
}

function gateText({gate, label, value, threshold}: GateAnswer): string {
  const {unranked} = rankingWords();
  const found = gateValue(value, gate, threshold);
  if (threshold === null) return unranked.gatePlain(label[language()], found);
  // A moment is a deadline, a number a threshold.
  const said = typeof threshold === 'string' ? unranked.gateDue : unranked.gate;
  return said(label[language()], found, gateValue(threshold, gate));
}

declare global {
  interface HTMLElementTagNameMap {
    'unranked-list': UnrankedList;
  }
}
