import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {DefectAge, DefectAgesAnswer} from '../../api/answers.ts';
import {agesFigure} from '../charts/ages-chart.ts';
import type {DrawnFigure} from '../charts/drawn-figure.ts';
import {ageBuckets, agesTogether} from '../findings/defect-ages.ts';
import {plainOfficeName, shortOfficeName} from '../findings/office-name.ts';
import {formatCount, formatRate} from '../format.ts';
import {workWords} from '../labels/work-words.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';
import {ageLevels, fetchAges, fileOfAges, type AgeLevel} from '../work-client.ts';
import './figure-picture.ts';
import './page-state.ts';
import './share-bar.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** More rows are for the file. */
const rowsShown = 60;

/** How long what is to be put right has been open: of all, and by province, office or officer. */
@customElement('defect-ages')
export class DefectAges extends LitElement {
  /** Null for the nation. */
  @property() unit: string | null = null;
  /** What the unit is. */
  @property() level: 'nation' | 'province' | 'office' = 'nation';
  /** What the figures are about, in words. */
  @property() place = '';
  /** Whether the reader may see figures of persons. */
  @property({type: Boolean}) officers = false;

  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly ages = new Task(this, {
    task: ([unit, by], {signal}) => fetchAges(unit, by, signal),
    args: () => [this.unit, this.by(), this.news.now] as const,
  });

  override render() {
    return this.ages.render({
      pending: () => (this.ages.value ? this.renderAges(this.ages.value) : html`<page-state></page-state>`),
      complete: (answer) => this.renderAges(answer),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.ages.run()}
        ></page-state>`,
    });
  }

  private renderAges(answer: DefectAgesAnswer) {
    const {ages} = workWords();
    const figure = agesFigure(answer, this.place);
    const {heading, subtitle} = figure;
    const all = agesTogether(answer, 'offences');
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle}</p>
      <table>
        <caption class="unseen">
          ${ages.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${ages.age}</th>
            <th scope="col" class="number">${ages.offences}</th>
            <th scope="col" class="number">${ages.share}</th>
            <td class="bar"></td>
          </tr>
        </thead>
        <tbody>
          ${ageBuckets.map((bucket) => {
            const offences = agesTogether(answer, bucket);
            const share = all === 0 ? 0 : offences / all;
            return html`<tr>
              <th scope="row">${ages.buckets[bucket]}</th>
              <td class="number">${formatCount(offences)}</td>
              <td class="number">${formatRate(share)}</td>
              <td class="bar"><share-bar .share=${share}></share-bar></td>
            </tr>`;
          })}
        </tbody>
      </table>
      ${this.renderGroups(answer, figure)}
    </section>`;
  }

  private renderGroups(answer: DefectAgesAnswer, figure: DrawnFigure) {
    const {heading, subtitle} = figure;
    const {ages} = workWords();
    const by = this.by();
    const shown = answer.rows.slice(0, rowsShown);
    return html`<div class="ways small" role="group" aria-label=${ages.by}>
        <span class="no-print" aria-hidden="true">${ages.by}:</span>
        ${this.levels().map(
          (level) =>
            html`<button
              type="button"
              aria-pressed=${level === by}
              @click=${() => this.state.choose({by: level})}
            >
              ${ages.levels[level]}
            </button>`,
        )}
      </div>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${ages.groupCaption}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="name">${ages.levels[by]}</th>
              ${ageBuckets.map((bucket) => html`<th scope="col" class="number">${ages.buckets[bucket]}</th>`)}
              <th scope="col" class="number">${ages.total}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((row) => this.renderGroup(row))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${subtitle}
        .file=${(format: 'csv' | 'xlsx') => fileOfAges(this.unit, by, format)}
      >
        ${
          shown.length < answer.rows.length
            ? html`<span>${ages.shown(formatCount(shown.length), formatCount(answer.rows.length))}</span>`
            : nothing
        }
        <figure-picture name=${`defect-ages-${this.unit ?? 'VN'}`} .figure=${figure}></figure-picture>
      </table-ways>`;
  }

  private renderGroup(row: DefectAge) {
    // Of the whole nation an office is told with its province.
    const name = row.unit_name ?? row.unit_id ?? workWords().ages.nobody;
    return html`<tr>
      <th scope="row">${this.unit === null ? plainOfficeName(name) : shortOfficeName(name)}</th>
      ${ageBuckets.map((bucket) => html`<td class="number">${formatCount(row[bucket])}</td>`)}
      <td class="number total">${formatCount(row.offences)}</td>
    </tr>`;
  }

  /** What the unit can be divided into; persons only where the reader sees them, and never of the whole nation. */
  private levels(): AgeLevel[] {
    const below = {
      nation: ['province', 'office'],
      province: ['office', 'officer'],
      office: ['officer'],
    } as const;
    const levels: AgeLevel[] = below[this.level].filter((level) => level !== 'officer' || this.officers);
    return levels.length > 0 ? levels : ['office'];
  }

  private by(): AgeLevel {
    const levels = this.levels();
    const chosen = choiceIn(this.state.now, 'by', ageLevels);
    return chosen !== null && levels.includes(chosen) ? chosen : levels[0]!;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .bar {
        width: 40%;
      }

      .scroll {
        overflow: auto;
        max-height: 30rem;
      }

      .scroll thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      .name::first-letter {
        text-transform: uppercase;
      }

      .total {
        font-weight: 700;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        margin: var(--space-3) 0;
      }

      @media (max-width: 34rem) {
        .bar {
          display: none;
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
    'defect-ages': DefectAges;
  }
}
