import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {MailingAnswer, MailingsAnswer, MetricSummary} from '../../api/answers.ts';
import {formatValueOf, metricCalled} from '../findings/alert-values.ts';
import {formatDate, formatTime} from '../format.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {administrationStyles} from './administration-styles.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** What was sent, to whom, or why not; and whether the units that were told of have come up since. */
@customElement('mailing-log')
export class MailingLog extends LitElement {
  @property({attribute: false}) log!: MailingsAnswer;
  @property({attribute: false}) metrics: readonly MetricSummary[] = [];

  override render() {
    const {rows} = this.log;
    const {logTitle, logSubtitle, log} = bulletinWords();
    const sent = rows.filter(({state}) => state === 'sent').length;
    const heading = logTitle(sent, rows.length - sent);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${logSubtitle}</p>
      ${
        rows.length === 0
          ? nothing
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${heading}>
              <table>
                <thead>
                  <tr>
                    ${Object.values(log).map((name) => html`<th scope="col">${name}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((row) => this.renderMailing(row))}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
  }

  private renderMailing({at, bulletin, account, address, state, reason, attempts, told}: MailingAnswer) {
    const words = bulletinWords();
    const met = told.filter((one) => one.state === 'met').length;
    return html`<tr>
      <th scope="row">${formatTime(at)} ${formatDate(at)}</th>
      <td>${words.bulletins[bulletin]}</td>
      <td>${account}${address === null ? nothing : html`<p>${address}</p>`}</td>
      <td class="wraps">
        ${words.states[state]}${attempts > 1 ? html`, ${words.attempts(attempts)}` : nothing}
        ${reason === null ? nothing : html`<p>${reason}</p>`}
      </td>
      <td>
        ${
          told.length === 0
            ? '–'
            : html`${words.tally(met, told.length)}
                <ul>
                  ${told.map((one) => html`<li>${this.renderTold(one)}</li>`)}
                </ul>`
        }
      </td>
    </tr>`;
  }

  private renderTold({metric: id, unit_name, value, now, state}: MailingAnswer['told'][number]): string {
    const metric = metricCalled(this.metrics, id);
    const then = formatValueOf(metric, value);
    return bulletinWords().told[state](unit_name, then, now === null ? '' : formatValueOf(metric, now));
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      td {
        vertical-align: top;
      }

      .wraps {
        min-width: 14rem;
        white-space: normal;
      }

      p {
        margin: 0;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mailing-log': MailingLog;
  }
}
