import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {DeliveredRows as Delivered} from '../../api/answers.ts';
import {formatCount, formatDate, formatPoints} from '../format.ts';
import {nightWords} from '../labels/night-words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** How many rows each program delivered last, beside what it usually does. */
@customElement('delivered-rows')
export class DeliveredRows extends LitElement {
  @property({attribute: false}) deliveries: readonly Delivered[] = [];

  override render() {
    const {rowsTitle, rowsTitleNone, rowsSubtitle, rowsColumns} = nightWords();
    const compared = this.deliveries.filter(({usual}) => usual !== null);
    const unusual = compared.filter(({is_unusual}) => is_unusual).length;
    const heading = compared.length === 0 ? rowsTitleNone : rowsTitle(unusual, compared.length);
    const {program, state, ...numbers} = rowsColumns;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${rowsSubtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">${program}</th>
              <th scope="col">${state}</th>
              ${Object.values(numbers).map((name) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.deliveries.map((one) => this.renderProgram(one))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderProgram({program_name, night, rows, usual, difference, is_unusual, earlier}: Delivered) {
    const words = nightWords();
    const state = difference === null ? words.unknown : is_unusual ? words.unusual : words.usual;
    return html`<tr>
      <th scope="row">${program_name}</th>
      <td class=${is_unusual ? 'alarm' : ''}>${state}</td>
      <td class="number">${night === null ? '–' : formatDate(night)}</td>
      <td class="number">${rows === null ? '–' : formatCount(rows)}</td>
      <td class="number">${usual === null ? '–' : formatCount(Math.round(usual))}</td>
      <td class="number">${difference === null ? '–' : `${formatPoints(difference)}%`}</td>
      <td class="number">${formatCount(earlier.length)}</td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        position: relative;
        overflow-x: auto;
      }

      tbody th {
        min-width: 10rem;
      }

      td {
        white-space: nowrap;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'delivered-rows': DeliveredRows;
  }
}
