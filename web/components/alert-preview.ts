import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {AlertPreview, AlertPreviewRow, MetricSummary} from '../../api/answers.ts';
import {snoozeAlert} from '../bulletin-client.ts';
import {formatDate} from '../format.ts';
import {formatLimitOf, formatValueOf, metricCalled} from '../findings/alert-values.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {language} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './snooze-dialog.ts';
import type {SnoozeDialog} from './snooze-dialog.ts';

/** Which units the next digests tell of, and to whom; whoever may gives a unit a rest from here. */
@customElement('alert-preview')
export class AlertPreviewTable extends LitElement {
  @property({attribute: false}) preview!: AlertPreview;
  @property({attribute: false}) metrics: readonly MetricSummary[] = [];
  /** The first day that a rest may end on. */
  @property() today = '';
  @property({type: Boolean}) maySnooze = false;
  @state() private chosen: AlertPreviewRow | null = null;
  @state() private said = '';
  @query('snooze-dialog') private readonly dialog!: SnoozeDialog;

  override render() {
    const {units, letters, rows, night, has_mail} = this.preview;
    const {previewTitle, previewSubtitle, previewNone, noMail, snoozeOf} = bulletinWords();
    const heading = previewTitle(units, letters);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${previewSubtitle(formatDate(night), rows.length)}</p>
      ${has_mail ? nothing : html`<p class="notice">◆ ${noMail}</p>`}
      <p role="status">${this.said}</p>
      ${rows.length === 0 ? html`<p>${previewNone}</p>` : this.renderTable(heading)}
      <snooze-dialog
        .heading=${snoozeOf(this.chosen?.unit_name ?? '')}
        .from=${this.today}
        .act=${this.rest}
      ></snooze-dialog>
    </section>`;
  }

  private renderTable(heading: string) {
    const {unit, rule, value, threshold, since, deadline, hearers, act} = bulletinWords().preview;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">${unit}</th>
            <th scope="col">${rule}</th>
            <th scope="col" class="number">${value}</th>
            <th scope="col">${threshold}</th>
            <th scope="col" class="number">${since}</th>
            <th scope="col" class="number">${deadline}</th>
            <th scope="col">${hearers}</th>
            ${this.maySnooze ? html`<th scope="col">${act}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${this.preview.rows.map((row) => this.renderRow(row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(row: AlertPreviewRow) {
    const {condition, snooze, nobody, outcomes, noDeadline} = bulletinWords();
    const metric = metricCalled(this.metrics, row.metric);
    return html`<tr>
      <th scope="row">${row.unit_name}</th>
      <td>${metric?.label[language()] ?? row.metric}</td>
      <td class="number">${formatValueOf(metric, row.value)}</td>
      <td>${condition[row.comparison](formatLimitOf(metric, row.threshold))}</td>
      <td class="number">${formatDate(row.since)}</td>
      <td class="number">${row.deadline === null ? noDeadline : formatDate(row.deadline)}</td>
      <td>
        ${
          row.hearers.length === 0
            ? nobody
            : html`<ul>
                ${row.hearers.map(
                  ({name, outcome, when}) =>
                    html`<li>${name}: ${outcomes[outcome](when === null ? '' : formatDate(when))}</li>`,
                )}
              </ul>`
        }
      </td>
      ${
        this.maySnooze
          ? html`<td>
              <button type="button" @click=${() => this.choose(row)}>
                ${snooze}<span class="unseen">
                  ${row.unit_name}, ${metric?.label[language()] ?? row.metric}</span
                >
              </button>
            </td>`
          : nothing
      }
    </tr>`;
  }

  private choose(row: AlertPreviewRow) {
    this.chosen = row;
    void this.dialog.show();
  }

  private readonly rest = async ({until, reason}: {until: string; reason: string}) => {
    const {rule, unit_id, unit_name} = this.chosen!;
    await snoozeAlert(rule, {unit: unit_id, until, reason});
    this.said = bulletinWords().snoozed(unit_name, formatDate(until));
    this.dispatchEvent(new Event('change'));
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      .notice {
        color: var(--alarm);
        font-weight: 500;
      }

      .scroll {
        overflow: auto;
        max-height: 24rem;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      @media print {
        .scroll {
          max-height: none;
        }
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
    'alert-preview': AlertPreviewTable;
  }
}
