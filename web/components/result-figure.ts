import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import {chartKinds, mostMarks, resultChart, suitedChoice, type ChartChoice} from '../charts/result-chart.ts';
import {formatCount, formatDate} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {language} from '../labels/words.ts';
import {groupedDigits, isNumeric, plainText, type Result} from '../workbench/result.ts';
import './picture-buttons.ts';
import {controlStyles} from './shared-styles.ts';
import './vega-chart.ts';

const marks = {vi: {decimal: ',', group: '.'}, en: {decimal: '.', group: ','}};

/** A result as a picture, in one of six ways; the reader says which columns. */
@customElement('result-figure')
export class ResultFigure extends LitElement {
  @property({attribute: false}) result!: Result;
  @state() private choice: ChartChoice | null = null;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('result')) this.choice = suitedChoice(this.result);
  }

  override render() {
    const {choice, result} = this;
    if (choice === null || result.rowCount === 0) {
      return html`<p>${result.rowCount === 0 ? sqlWords().noRows : sqlWords().noNumbers}</p>`;
    }
    const most = mostMarks[choice.kind];
    return html`
      ${this.renderControls(choice)}
      <figure>
        <figcaption>${this.heading(choice)}</figcaption>
        <vega-chart
          .label=${this.heading(choice)}
          .chart=${guard([result, choice, language()], () => resultChart(result, choice))}
        ></vega-chart>
      </figure>
      <p class="no-print">
        <picture-buttons
          .find=${() => this.renderRoot.querySelector('vega-chart')?.chart ?? null}
          name=${`truy-van-${result.night}`}
          .words=${{heading: this.heading(choice), notes: [sqlWords().asOfNight(formatDate(result.night), result.version)]}}
        ></picture-buttons>
      </p>
      ${
        result.rowCount > most
          ? html`<p class="small">${sqlWords().chartCut(formatCount(most), formatCount(result.rowCount))}</p>`
          : nothing
      }
    `;
  }

  private renderControls(choice: ChartChoice) {
    return html`<div class="controls">
      <div role="group" aria-label=${sqlWords().chartKind}>
        ${chartKinds.map(
          (kind) =>
            html`<button
              type="button"
              aria-pressed=${kind === choice.kind}
              @click=${() => (this.choice = {...choice, kind})}
            >
              ${sqlWords().chartKinds[kind]}
            </button>`,
        )}
      </div>
      ${this.renderColumns('x', choice)} ${this.renderColumns('y', choice)}
      ${this.renderColumns('by', choice)}
    </div>`;
  }

  private renderColumns(axis: 'x' | 'y' | 'by', choice: ChartChoice) {
    return html`<label>
      ${sqlWords().axis[axis]}
      <select
        @change=${(event: Event) => {
          const {value} = event.target as HTMLSelectElement;
          this.choice = {...choice, [axis]: value === '' ? null : Number(value)};
        }}
      >
        ${axis === 'by' ? html`<option value="" ?selected=${choice.by === null}>${sqlWords().notDivided}</option>` : nothing}
        ${this.result.columns.map((column, index) =>
          axis === 'y' && !isNumeric(column)
            ? nothing
            : html`<option value=${index} ?selected=${choice[axis] === index}>${column.name}</option>`,
        )}
      </select>
    </label>`;
  }

  /** The highest of what is drawn, where each mark has a name. */
  private heading({kind, x, y}: ChartChoice): string {
    const {columns, rowCount} = this.result;
    const measure = columns[y]!.name;
    const drawn = Math.min(rowCount, mostMarks[kind]);
    if (kind === 'strip' || kind === 'scatter' || isNumeric(columns[x]!)) {
      return sqlWords().chartTitlePlain(measure, formatCount(drawn));
    }
    let highest = 0;
    for (let row = 1; row < drawn; row++) {
      if (Number(this.result.cell(row, y)) > Number(this.result.cell(highest, y))) highest = row;
    }
    const figure = groupedDigits(plainText(this.result.cell(highest, y)), marks[language()]);
    return sqlWords().chartTitle(measure, figure, plainText(this.result.cell(highest, x)));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: end;
        margin-bottom: var(--space-3);
      }

      .controls div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }

      label {
        display: grid;
        font-size: var(--text-small);
      }

      select {
        max-width: 14rem;
      }

      figure {
        margin: 0;
      }

      figcaption {
        margin-bottom: var(--space-2);
        font-weight: 700;
      }

      .small {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'result-figure': ResultFigure;
  }
}
