import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {QueryAnswer} from '../../api/answers.ts';
import {formatCount} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {language} from '../labels/words.ts';
import {groupedDigits, plainText} from '../workbench/result.ts';
import {tableStyles} from './shared-styles.ts';

const shown = [
  'column_name',
  'column_type',
  'null_percentage',
  'approx_unique',
  'min',
  'q25',
  'q50',
  'q75',
  'max',
  'avg',
  'std',
];
const marks = {vi: {decimal: ',', group: '.'}, en: {decimal: '.', group: ','}};

/** Each column of a result in figures: how much of it is empty, how many values it has, and how they spread. */
@customElement('result-profile')
export class ResultProfile extends LitElement {
  @property({attribute: false}) profile!: NonNullable<QueryAnswer['profile']>;

  override render() {
    const {columns, rows} = this.profile;
    const places = shown.map((name) => columns.findIndex((column) => column.name === name));
    const count = columns.findIndex(({name}) => name === 'count');
    const heading = sqlWords().profileTitle(rows.length, formatCount(Number(rows[0]?.[count] ?? 0)));
    return html`<h3>${heading}</h3>
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table>
          <thead>
            <tr>
              ${shown.map(
                (name, index) =>
                  html`<th scope="col" class=${index > 1 ? 'number' : ''}>
                    ${sqlWords().profileColumns[name]}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${places.map((place, index) => {
                    const text = plainText(row[place] ?? null);
                    if (index === 0) return html`<th scope="row">${text}</th>`;
                    return html`<td class=${index > 1 ? 'number' : ''}>
                      ${index > 1 ? shortened(text) : text}
                    </td>`;
                  })}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  static override styles = [
    tableStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      h3 {
        margin: 0 0 var(--space-2);
        font-size: var(--text);
      }

      .scroll {
        position: relative;
        overflow: auto;
        max-height: 26rem;
      }

      td {
        max-width: 16rem;
        overflow-wrap: break-word;
      }
    `,
  ];
}

/** What DuckDB worked out has more digits than anybody reads. */
function shortened(text: string): string {
  if (text === '') return '–';
  if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
  const [whole = '', part] = text.split('.');
  const rounded =
    part === undefined || whole.length > 12 ? text : String(Math.round(Number(text) * 100) / 100);
  return groupedDigits(rounded, marks[language()]);
}

declare global {
  interface HTMLElementTagNameMap {
    'result-profile': ResultProfile;
  }
}
