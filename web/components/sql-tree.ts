import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DictionaryRow} from '../../api/answers.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {language} from '../labels/words.ts';
import {schemasOf, searchSchemas, type KnownTable} from '../workbench/schema-tree.ts';
import './page-state.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** The tables and columns one may ask about, with what they mean; a name that is pressed goes into the query. */
@customElement('sql-tree')
export class SqlTree extends LitElement {
  @property({attribute: false}) rows: readonly DictionaryRow[] = [];
  @property({type: Boolean}) pending = false;
  /** Why the tables could not be read; empty when they could. */
  @property() failure = '';
  @state() private sought = '';

  override render() {
    if (this.failure !== '') {
      return html`<page-state
        kind="failed"
        .reason=${this.failure}
        @retry=${() => this.dispatchEvent(new Event('retry'))}
      ></page-state>`;
    }
    if (this.pending) return html`<page-state kind="pending"></page-state>`;
    const schemas = searchSchemas(schemasOf(this.rows, language()), this.sought);
    const tables = schemas.reduce((sum, schema) => sum + schema.tables.length, 0);
    const isSearch = this.sought.trim() !== '';
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${sqlWords().tables}</h2>
      <label class="small" for="sought">${sqlWords().findTable}</label>
      <input
        id="sought"
        type="search"
        autocomplete="off"
        .value=${this.sought}
        @input=${(event: InputEvent) => (this.sought = (event.target as HTMLInputElement).value)}
      />
      <p class="small" role="status">${sqlWords().tablesFound(tables)}</p>
      <div class="list">
        ${schemas.map(
          ({name, tables}) =>
            html`<details ?open=${isSearch || name === 'marts'}>
              <summary>${name} <span class="small">(${tables.length})</span></summary>
              ${tables.map((table) => this.renderTable(table, isSearch && tables.length < 4))}
            </details>`,
        )}
      </div>
    </section>`;
  }

  private renderTable({model, meaning, columns}: KnownTable, isOpen: boolean) {
    const [, name = model] = model.split('.');
    return html`<details class="table" ?open=${isOpen}>
      <summary>${name}</summary>
      ${meaning === '' ? nothing : html`<p class="small">${meaning}</p>`}
      <button type="button" aria-label=${sqlWords().insertTable(model)} @click=${() => this.insert(model)}>
        ${model}
      </button>
      <ul>
        ${columns.map(
          (column) =>
            html`<li>
              <button
                type="button"
                class="column"
                aria-label=${sqlWords().insertColumn(column.name)}
                @click=${() => this.insert(column.name)}
              >
                ${column.name}
              </button>
              <span class="small">${column.meaning === '' ? column.type : column.meaning}</span>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private insert(name: string) {
    this.dispatchEvent(new CustomEvent('insert', {detail: name}));
  }

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      .block {
        display: flex;
        flex-direction: column;
        max-height: 80vh;
      }

      input {
        min-height: 2rem;
        padding: 0.2rem 0.5rem;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-size: var(--text-small);
      }

      p {
        margin: var(--space-1) 0;
      }

      .list {
        overflow: auto;
      }

      summary {
        padding: 0.25rem 0;
        font-size: var(--text-small);
        font-weight: 700;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .table {
        margin-left: var(--space-3);
      }

      .table > summary {
        font-weight: 500;
      }

      ul {
        margin: var(--space-1) 0 var(--space-2);
        padding-left: var(--space-3);
        list-style: none;
      }

      li {
        padding: 0.15rem 0;
        font-size: var(--text-small);
      }

      button {
        min-height: 1.5rem;
        padding: 0 0.3rem;
        overflow-wrap: anywhere;
        text-align: left;
      }

      .column {
        border-color: transparent;
        background: none;
        color: var(--accent);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sql-tree': SqlTree;
  }
}
