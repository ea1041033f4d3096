import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {SourceFreshness, StatusAnswer} from '../../api/answers.ts';
import {formatCount, formatDate, formatMoment} from '../format.ts';
import {operationsWords} from '../labels/operations-words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** What each source program delivered last, and whether it is late. */
@customElement('source-table')
export class SourceTable extends LitElement {
  @property({attribute: false}) status!: StatusAnswer;

  override render() {
    const {sources, night} = this.status;
    const late = sources.filter((source) => source.late).length;
    const heading = operationsWords().sourcesTitle(late, sources.length);
    const {name, date, landed, rows, quarantined, state} = operationsWords().sourceColumns;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${operationsWords().sourcesSubtitle(formatDate(night))}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">${name}</th>
              <th scope="col">${state}</th>
              <th scope="col" class="number">${date}</th>
              <th scope="col" class="number">${landed}</th>
              <th scope="col" class="number">${rows}</th>
              <th scope="col" class="number">${quarantined}</th>
            </tr>
          </thead>
          <tbody>
            ${sources.map((source) => this.renderSource(source))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderSource(source: SourceFreshness) {
    const {program_name, business_date, landed_at, rows, quarantined, late} = source;
    return html`<tr>
      <th scope="row">${program_name}</th>
      <td class=${late ? 'alarm' : ''}>${stateOf(source)}</td>
      <td class="number">${business_date === null ? '–' : formatDate(business_date)}</td>
      <td class="number">${landed_at === null ? '–' : formatMoment(landed_at)}</td>
      <td class="number">${formatCount(rows)}</td>
      <td class="number ${quarantined > 0 ? 'alarm' : ''}">${formatCount(quarantined)}</td>
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

function stateOf({late, age_days}: SourceFreshness): string {
  if (age_days === null) return operationsWords().never;
  return late ? operationsWords().late(age_days) : operationsWords().onTime;
}

declare global {
  interface HTMLElementTagNameMap {
    'source-table': SourceTable;
  }
}
