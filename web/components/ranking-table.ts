import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {CampaignAnswer, RankedRow, RankingAnswer, RankingChangesAnswer} from '../../api/answers.ts';
import {rankingFigure} from '../charts/ranking-chart.ts';
import {rankingFile, type AskedRanking} from '../campaign-client.ts';
import {candidateId, candidateName, flagged, placesIn} from '../findings/places.ts';
import {rankMoves} from '../findings/rank-moves.ts';
import {plainOfficeName} from '../findings/office-name.ts';
import {formatCount, formatDay, formatRate} from '../format.ts';
import {gateValue} from '../gate-value.ts';
import {officialName} from '../labels/official-names.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language, words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import './figure-picture.ts';
import './finish-lane.ts';
import './rank-explanation.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

const shownAtFirst = 50;

/** Those with a rank, each on a lane from the campaign's start to its deadline; a row opens to say why. */
@customElement('ranking-table')
export class RankingTable extends LitElement {
  @property({attribute: false}) campaign!: CampaignAnswer['campaign'];
  @property({attribute: false}) ranking!: RankingAnswer;
  @property({attribute: false}) changes: RankingChangesAnswer | null = null;
  @property({attribute: false}) asked!: AskedRanking;
  /** Whether the reader may be told of a candidate why. */
  @property({attribute: false}) mayAsk: (row: RankedRow) => boolean = () => false;
  @state() private shown = shownAtFirst;

  private readonly state = new UrlState(this);

  override render() {
    const {table, filters} = rankingWords();
    const {province = null, size = null} = this.state.now.choices;
    const rows = placesIn(this.ranking.rows, {province, size});
    // Of a long ranking only the first are there, and none is filtered away.
    const all = province === null && size === null ? this.ranking.counts.ranked : rows.length;
    const figure = rankingFigure(this.campaign, this.ranking, {rows: rows.slice(0, this.shown), all});
    const {heading, subtitle} = figure;
    const moves = rankMoves(this.changes);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle}</p>
      ${
        rows.length === 0
          ? html`<p>${this.ranking.rows.length === 0 ? table.titleNone : words().noMatch}</p>`
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
              <table>
                <caption class="unseen">
                  ${heading}
                </caption>
                <thead>
                  <tr>
                    <th scope="col" class="number">${table.columns.rank}</th>
                    <th scope="col">${table.columns.name}</th>
                    <th scope="col" class="extra">${table.columns.size}</th>
                    <th scope="col" class="number extra">${table.columns.required}</th>
                    <th scope="col" class="wide">${table.columns.lane}</th>
                    <th scope="col">${table.columns.finished}</th>
                    <th scope="col" class="number extra">${table.columns.early}</th>
                    <th scope="col" class="number">${table.columns.quality}</th>
                    <th scope="col" class="extra">${table.columns.gates}</th>
                    <th scope="col" class="number extra">${table.columns.moved}</th>
                    <th scope="col" class="no-print"><span class="unseen">${table.columns.why}</span></th>
                  </tr>
                </thead>
                <tbody>
                  ${rows.slice(0, this.shown).map((row) => this.renderRow(row, moves.get(candidateId(row))))}
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
      <table-ways
        .heading=${heading}
        .subtitle=${subtitle}
        .file=${(format: 'csv' | 'xlsx') => rankingFile(this.asked, format)}
      >
        <span>${table.legend}</span>
        ${this.changes?.other_night ? html`<span>${table.movedSince(formatDay(this.changes.other_night))}</span>` : nothing}
        ${rows.some(({preferred}) => preferred) ? html`<span>${table.preferred}</span>` : nothing}
        ${rows.length > 0 ? html`<figure-picture name=${`ranking-${this.ranking.kind}`} .figure=${figure}></figure-picture>` : nothing}
      </table-ways>
    </section>`;
  }

  /** What is not there yet is asked for with `more`. */
  private showMore(loaded: number) {
    this.shown += 100;
    if (this.shown > loaded) this.dispatchEvent(new Event('more'));
  }

  private renderRow(row: RankedRow, move = '–') {
    const {table} = rankingWords();
    const id = candidateId(row);
    const isOpen = this.state.now.choices['why'] === id;
    const flags = flagged(row.gates);
    const counted = row.gates.filter(({is_flag}) => !is_flag);
    return html`<tr>
        <td class="number rank">${row.rank}</td>
        <th scope="row">
          ${candidateName(row)}${row.works_at ? html` <span class="small">${plainOfficeName(row.works_at_name ?? row.works_at)}</span>` : nothing}
          ${row.tied_with > 0 ? html`<span class="small">· ${table.tied(row.tied_with)}</span>` : nothing}
          ${row.preferred ? html`<span class="small" aria-label=${table.preferred}>◇</span>` : nothing}
        </th>
        <td class="extra">${row.size_band === null ? '–' : officialName(row.size_band, row.size_band)}</td>
        <td class="number extra">${formatCount(row.required)}</td>
        <td class="wide">
          <finish-lane
            from=${this.campaign.starts_on}
            to=${this.campaign.ends_on}
            .finished=${row.finished_at}
          ></finish-lane>
        </td>
        <td>${gateValue(row.finished_at, 'finished_at')}</td>
        <td class="number extra">${row.days_early ?? '–'}</td>
        <td class="number">${row.quality_score === null ? '–' : formatRate(row.quality_score)}</td>
        <td class="extra">
          ${table.gatesPassed(counted.length, counted.length)}
          ${flags.length > 0 ? html`<span class="small">${table.flagged(flags.map(({label}) => label[language()]).join(', '))}</span>` : nothing}
        </td>
        <td class="number extra">${move}</td>
        <td class="no-print">
          ${
            this.mayAsk(row)
              ? html`<button
                  type="button"
                  aria-expanded=${isOpen}
                  @click=${() => this.state.choose({why: isOpen ? null : id})}
                >
                  ${isOpen ? table.close : table.why}<span class="unseen"> ${candidateName(row)}</span>
                </button>`
              : nothing
          }
        </td>
      </tr>
      ${
        isOpen && this.mayAsk(row)
          ? html`<tr class="explanation">
              <td colspan="11">
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

      .rank {
        font-weight: 700;
      }

      .explanation td {
        padding: 0;
      }

      @container (max-width: 62rem) {
        .wide {
          display: none;
        }
      }

      @container (max-width: 48rem) {
        .extra {
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
    'ranking-table': RankingTable;
  }
}
