import {css, html, LitElement} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DictionaryRow, LineageAnswer} from '../../api/answers.ts';
import {readersOf} from '../findings/lineage.ts';
import {formatCount} from '../format.ts';
import {dictionaryWords} from '../labels/dictionary-words.ts';
import {language, words} from '../labels/words.ts';
import {schemasOf, searchSchemas, type KnownTable} from '../workbench/schema-tree.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** Every table and column with what it means, found by name or meaning; and what a change of a table touches. */
@customElement('column-dictionary')
export class ColumnDictionary extends LitElement {
  @property({attribute: false}) rows: readonly DictionaryRow[] = [];
  @property({attribute: false}) readings: LineageAnswer['models'] = [];
  @state() private sought = '';

  override render() {
    const found = searchSchemas(schemasOf(this.rows, language()), this.sought);
    const tables = found.flatMap((schema) => schema.tables);
    const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
    const {columnsTitle, columnsSubtitle, find, nothingFound, layers} = dictionaryWords();
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${columnsTitle(formatCount(columns), formatCount(tables.length))}</h2>
      <p class="subtitle">
        ${columnsSubtitle} · <a href="/api/v1/dictionary?format=csv" download>${words().download}</a>
      </p>
      <label>
        ${find}
        <input
          type="search"
          autocomplete="off"
          @input=${(event: InputEvent) => (this.sought = (event.target as HTMLInputElement).value)}
        />
      </label>
      ${tables.length === 0 ? html`<p role="status">${nothingFound}</p>` : ''}
      ${found.map(
        ({name, tables}) =>
          html`<h3>${name} <span class="small">${layers[name] ?? ''}</span></h3>
            ${tables.map((table) => this.renderTable(table, this.sought.trim() !== '' && tables.length < 6))}`,
      )}
    </section>`;
  }

  private renderTable({model, meaning, columns}: KnownTable, isOpen: boolean) {
    const {columnColumns, noMeaning, impact, impactNone} = dictionaryWords();
    const readers = readersOf(model, this.readings);
    return html`<details ?open=${isOpen}>
      <summary><code>${model}</code> <span class="small">${meaning}</span></summary>
      <p class="small">${readers.length > 0 ? impact(model, readers.join(', ')) : impactNone(model)}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${model}>
        <table>
          <thead>
            <tr>
              <th scope="col">${columnColumns.column}</th>
              <th scope="col">${columnColumns.meaning}</th>
              <th scope="col">${columnColumns.type}</th>
            </tr>
          </thead>
          <tbody>
            ${columns.map(
              (column) =>
                html`<tr>
                  <th scope="row"><code>${column.name}</code></th>
                  <td>${column.meaning === '' ? noMeaning : column.meaning}</td>
                  <td>
                    <code>${column.type.length > 40 ? `${column.type.slice(0, 39)}…` : column.type}</code>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      label {
        display: grid;
        max-width: 28rem;
        font-size: var(--text-small);
      }

      input {
        min-height: 2.2rem;
        padding: 0.2rem 0.6rem;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }

      h3 {
        margin: var(--space-4) 0 var(--space-1);
        font-size: var(--text);
      }

      summary {
        padding: 0.25rem 0;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      td {
        min-width: 8rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'column-dictionary': ColumnDictionary;
  }
}
