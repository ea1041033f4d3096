import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {QueryRun} from '../../api/answers.ts';
import {formatCount, formatMoment} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {controlStyles, tableStyles} from './shared-styles.ts';

/** The queries that the reader ran, the newest first. */
@customElement('query-history')
export class QueryHistoryList extends LitElement {
  @property({attribute: false}) runs: readonly QueryRun[] = [];

  override render() {
    const heading = sqlWords().historyTitle(this.runs.length);
    const {at, state, rows, time, sql} = sqlWords().historyColumns;
    if (this.runs.length === 0) return html`<p>${heading}</p>`;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${heading}>
      <table>
        <caption>
          ${heading}
        </caption>
        <thead>
          <tr>
            <th scope="col">${at}</th>
            <th scope="col">${state}</th>
            <th scope="col" class="number">${rows}</th>
            <th scope="col" class="number">${time}</th>
            <th scope="col">${sql}</th>
            <th scope="col"><span class="unseen">${sqlWords().putBack}</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.runs.map((run) => this.renderRun(run))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRun(run: QueryRun) {
    return html`<tr>
      <td>${formatMoment(run.at)}</td>
      <td>${sqlWords().states[run.state]}</td>
      <td class="number">${run.rows === null ? '–' : formatCount(run.rows)}</td>
      <td class="number">${run.elapsed_ms === null ? '–' : `${formatCount(run.elapsed_ms)} ms`}</td>
      <td><code>${run.sql.slice(0, 160)}</code></td>
      <td>
        <button
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('restore', {detail: run.sql}))}
        >
          ${sqlWords().putBack}
        </button>
      </td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .scroll {
        position: relative;
        overflow: auto;
        max-height: 26rem;
      }

      caption {
        padding-bottom: var(--space-2);
        font-weight: 700;
        text-align: left;
      }

      td {
        white-space: nowrap;
      }

      code {
        display: block;
        overflow: hidden;
        max-width: 26rem;
        text-overflow: ellipsis;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'query-history': QueryHistoryList;
  }
}
