import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {UsageAnswer} from '../../api/answers.ts';
import {fetchUsage} from '../administration-client.ts';
import {formatCount, formatDate} from '../format.ts';
import {usageWords} from '../labels/usage-words.ts';
import {words} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** How often each page was opened in the last thirty days, by role; and the pages that nobody opens. */
@customElement('usage-table')
export class UsageTable extends LitElement {
  private readonly usage = new Task(this, {
    task: (_args, {signal}) => fetchUsage(signal),
    args: () => [],
  });

  override render() {
    return this.usage.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: (usage) => this.renderUsage(usage),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.usage.run()}
        ></page-state>`,
    });
  }

  private renderUsage({from, to, rows}: UsageAnswer) {
    const {title, subtitle, columns} = usageWords();
    const rare = rows.filter(({is_rare}) => is_rare).length;
    const views = rows.reduce((sum, row) => sum + row.views, 0);
    const heading = title(views, rows.length - rare, rows.length, rare);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle(formatDate(from), formatDate(to))}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table id="usage">
          <thead>
            <tr>
              ${Object.entries(columns).map(
                ([column, name]) =>
                  html`<th scope="col" class=${column === 'views' ? 'number' : ''}>${name}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.renderPage(row))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${subtitle(formatDate(from), formatDate(to))}
        table="usage"
        name=${`usage-${to}`}
      ></table-ways>
    </section>`;
  }

  private renderPage({page, views, roles, last_on, is_rare}: UsageAnswer['rows'][number]) {
    const {ofRole, never, used, rare} = usageWords();
    return html`<tr>
      <th scope="row">${words().pageNames[page]}</th>
      <td class="number">${formatCount(views)}</td>
      <td class="roles">
        ${roles.map((one) => ofRole(words().roles[one.role], formatCount(one.views))).join('; ') || '–'}
      </td>
      <td>${last_on === null ? never : formatDate(last_on)}</td>
      <td>${is_rare ? rare : used}</td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      .roles {
        min-width: 14rem;
        white-space: normal;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'usage-table': UsageTable;
  }
}
