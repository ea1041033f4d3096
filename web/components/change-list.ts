import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ChangesAnswer, FigureChange, MetricSummary, TableChange} from '../../api/answers.ts';
import {formatCount, formatDate, formatPoints, formatRate, formatSignedCount} from '../format.ts';
import {operationsWords} from '../labels/operations-words.ts';
import {sourceTableName} from '../labels/source-table-names.ts';
import {language} from '../labels/words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** What is not as it was the night before: rows delivered, figures of the nation, and how we count. */
@customElement('change-list')
export class ChangeList extends LitElement {
  @property({attribute: false}) changes!: ChangesAnswer;
  @property({attribute: false}) metrics: readonly MetricSummary[] = [];

  override render() {
    const {night, compared_with, rows, tables, models} = this.changes;
    const words = operationsWords();
    const nation = rows.filter(({level}) => level === 'nation');
    const heading =
      compared_with === null
        ? words.changesTitleNone
        : words.changesTitle(nation.length, formatDate(compared_with));
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">
        ${words.changesSubtitle}.
        ${models === null ? nothing : models.length === 0 ? words.modelsNone : words.models(models.map((one) => one.label?.[language()] ?? one.model).join(', '))}
      </p>
      <div class="pair">
        ${this.renderFigures(nation)} ${tables === null ? nothing : this.renderTables(tables)}
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${words.changesSubtitle}
        .file=${(format: 'csv' | 'xlsx') => `/api/v1/changes?as_of=${night}&format=${format}`}
      ></table-ways>
    </section>`;
  }

  private renderFigures(figures: readonly FigureChange[]) {
    const {metric, before, now, change} = operationsWords().changeColumns;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${metric}>
      <table>
        <thead>
          <tr>
            <th scope="col">${metric}</th>
            <th scope="col" class="number">${before}</th>
            <th scope="col" class="number">${now}</th>
            <th scope="col" class="number">${change}</th>
          </tr>
        </thead>
        <tbody>
          ${figures.map((figure) => {
            const known = this.metrics.find(({id}) => id === figure.metric);
            const isRatio = known?.unit !== 'count';
            const written = (value: number | null) =>
              value === null ? '–' : isRatio ? formatRate(value) : formatCount(value);
            return html`<tr>
              <th scope="row">${known?.label[language()] ?? figure.metric}</th>
              <td class="number">${written(figure.before)}</td>
              <td class="number">${written(figure.now)}</td>
              <td class="number">
                ${
                  figure.change === null
                    ? '–'
                    : isRatio
                      ? operationsWords().points(formatPoints(figure.change))
                      : formatSignedCount(figure.change)
                }
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  private renderTables(tables: readonly TableChange[]) {
    const {table, now, added, changed, vanished} = operationsWords().changeColumns;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${table}</th>
            ${[now, added, changed, vanished].map((name) => html`<th scope="col" class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tables.map(
            (row) =>
              html`<tr>
                <th scope="row">${sourceTableName(row.table_name)}</th>
                ${[row.rows_now, row.added, row.changed, row.vanished].map(
                  (count) => html`<td class="number">${formatCount(count)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
        gap: var(--space-4);
        align-items: start;
      }

      .scroll {
        position: relative;
        overflow-x: auto;
        min-width: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'change-list': ChangeList;
  }
}
