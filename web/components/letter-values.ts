import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {LetterTemplateAnswer} from '../../api/answers.ts';
import {letterWords} from '../labels/letter-words.ts';
import {controlStyles, tableStyles} from './shared-styles.ts';

/** What is to be put where the cursor is. */
export type Insertion = CustomEvent<string>;

interface Listed {
  name: string;
  meaning: string;
  missing: string | null;
  tonight: string | null;
  text: string;
}

/** What the template of a letter may name, with its meaning and what it is tonight; pressed names are put in. */
@customElement('letter-values')
export class LetterValues extends LitElement {
  @property({attribute: false}) template!: LetterTemplateAnswer;
  @property({type: Boolean}) mayInsert = false;

  override render() {
    const text = letterWords();
    const {values, conditions, tables} = this.template;
    return html`<p class="small">${text.valuesHelp}</p>
      ${this.renderGroup(
        text.values(values.length),
        values.map(({value, name, ...rest}) => ({...rest, name, tonight: value, text: `{{ ${name} }}`})),
      )}
      ${this.renderGroup(
        text.conditions(conditions.length),
        conditions.map(({value, name, ...rest}) => ({
          ...rest,
          name,
          tonight: value === null ? null : value ? text.yes : text.no,
          text: `{% if ${name} %}…{% endif %}`,
        })),
      )}
      ${this.renderGroup(
        text.tables(tables.length),
        tables.map(({rows, name, ...rest}) => ({
          ...rest,
          name,
          tonight: rows === null ? null : text.rows(rows),
          text: `\n{% bang ${name} %}\n`,
        })),
      )}`;
  }

  private renderGroup(title: string, rows: readonly Listed[]) {
    if (rows.length === 0) return nothing;
    const text = letterWords();
    return html`<table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.name}</th>
          <th scope="col">${text.tonight}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.renderRow(row))}
      </tbody>
    </table>`;
  }

  private renderRow({name, meaning, tonight, missing, text}: Listed) {
    const words = letterWords();
    return html`<tr>
      <th scope="row">
        ${
          this.mayInsert
            ? html`<button class="quiet" title=${words.insert(name)} @click=${() => this.insert(text)}>
                <code>${name}</code>
              </button>`
            : html`<code>${name}</code>`
        }
        <span class="small">${meaning}</span>
      </th>
      <td>
        ${missing === null ? (tonight ?? '–') : html`<span class="missing">${words.missing(missing)}</span>`}
      </td>
    </tr>`;
  }

  private insert(text: string) {
    this.dispatchEvent(new CustomEvent('insert', {detail: text}) satisfies Insertion);
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      p {
        margin: 0 0 var(--space-2);
      }

      .small {
        display: block;
        color: var(--ink-soft);
        font-size: var(--text-small);
        font-weight: 400;
      }

      table {
        margin-bottom: var(--space-3);
        table-layout: fixed;
      }

      caption {
        font-weight: 700;
        text-align: left;
      }

      th:first-child {
        width: 60%;
      }

      th,
      td {
        vertical-align: top;
        overflow-wrap: anywhere;
      }

      code {
        font-family: ui-monospace, monospace;
      }

      /* Names have underscores, which a line below them would hide. */
      button.quiet {
        text-align: left;
        text-underline-offset: 0.4em;
        overflow-wrap: anywhere;
      }

      .missing {
        color: var(--alarm);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'letter-values': LetterValues;
  }
}
