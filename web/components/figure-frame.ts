import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {NightStamp} from '../../api/answers.ts';
import {formatDate} from '../format.ts';
import {figureWords} from '../labels/figure-words.ts';
import {words} from '../labels/words.ts';
import {toggled} from '../state.ts';
import {UrlState} from '../url-state.ts';
import './picture-buttons.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import {sentenceOf} from './table-ways.ts';
import './toast-note.ts';

/** The numbers behind a figure, already written for the reader. The first cell of a row names it. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * What is around each chart: the answer as its heading, what it measures, a sentence; its numbers as a table and as
 * files, itself as a picture, its sentence to copy.
 */
@customElement('figure-frame')
export class FigureFrame extends LitElement {
  /** What it is called in the address, when its table is open. */
  @property() name = '';
  @property() heading = '';
  @property() subtitle = '';
  /** The figure in a sentence, for those who see it and those who do not. */
  @property() summary = '';
  @property({attribute: false}) table: FigureTable = {columns: [], rows: []};
  /** The address of the numbers as a file; null when they are in none. */
  @property({attribute: false}) file: ((format: 'csv' | 'xlsx') => string) | null = null;
  /** Where the numbers are from, for a picture that leaves the page. */
  @property({attribute: false}) stamp: Pick<NightStamp, 'night' | 'version' | 'demo'> | null = null;
  /** The unit it is about, for the name of its picture; empty for the nation. */
  @property() unit = '';
  @state() private said = '';

  private readonly state = new UrlState(this);

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('figures', this.onFigures);
  }

  override disconnectedCallback() {
    window.removeEventListener('figures', this.onFigures);
    super.disconnectedCallback();
  }

  override render() {
    const isOpen = this.state.now.tables.includes(this.name);
    return html`
      <section class="block" aria-labelledby="heading">
        <h2 id="heading">${this.heading}</h2>
        <figure aria-labelledby="heading" aria-describedby="summary">
          <figcaption>
            <p class="subtitle">${this.subtitle}</p>
          </figcaption>
          <slot @slotchange=${() => this.requestUpdate()}></slot>
          <p class="summary" id="summary">${this.summary}</p>
        </figure>
        <div class="ways">
          <button type="button" aria-expanded=${isOpen} aria-controls="table" @click=${this.toggle}>
            ${isOpen ? words().hideTable : words().showTable}
          </button>
          ${this.renderFiles()} ${this.renderPictures()}
          <button type="button" class="quiet" @click=${this.copy}>${figureWords().copy}</button>
        </div>
        <toast-note .text=${this.said} @close=${() => (this.said = '')}></toast-note>
        <div id="table" ?hidden=${!isOpen}>${isOpen ? this.renderTable() : nothing}</div>
      </section>
    `;
  }

  private renderFiles() {
    if (this.file === null) return nothing;
    return html`<a class="no-print" href=${this.file('csv')} download>${figureWords().csv}</a>
      <a class="no-print" href=${this.file('xlsx')} download>${figureWords().xlsx}</a>`;
  }

  private renderPictures() {
    const find = () => this.querySelector('vega-chart')?.chart ?? null;
    if (!find()) return nothing;
    return html`<picture-buttons
      .find=${find}
      .name=${[this.name, this.unit, this.stamp?.night].filter(Boolean).join('-')}
      .words=${{heading: this.heading, notes: [this.subtitle, this.summary, this.source()]}}
    ></picture-buttons>`;
  }

  private source(): string {
    if (this.stamp === null) return '';
    const {night, version, demo} = this.stamp;
    const source = figureWords().source(formatDate(night), version);
    return demo ? `${source}. ${words().demo}` : source;
  }

  private renderTable() {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words().tableOf(this.heading)}>
      <table>
        <caption class="unseen">
          ${this.subtitle}
        </caption>
        <thead>
          <tr>
            ${this.table.columns.map(
              (column, index) => html`<th scope="col" class=${index ? 'number' : ''}>${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.table.rows.map(
            ([name, ...cells]) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private readonly onFigures = (event: CustomEvent<string[]>) => {
    event.detail.push(this.name);
  };

  private readonly copy = async () => {
    try {
      await navigator.clipboard.writeText(sentenceOf(this));
      this.said = figureWords().copied;
    } catch {
      this.said = figureWords().notCopied;
    }
  };

  private readonly toggle = () => {
    this.state.change({tables: toggled(this.state.now.tables, this.name)});
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      figure {
        margin: 0;
      }

      .summary {
        margin: var(--space-2) 0;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        font-size: var(--text-small);
      }

      .scroll {
        overflow: auto;
        max-height: 26rem;
        margin-top: var(--space-3);
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
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
    'figure-frame': FigureFrame;
  }
}
