import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {StatusAnswer} from '../../api/answers.ts';
import '../components/change-list.ts';
import '../components/delivered-rows.ts';
import '../components/night-gantt.ts';
import '../components/night-strip.ts';
import '../components/page-state.ts';
import '../components/run-troubles.ts';
import {blockStyles} from '../components/shared-styles.ts';
import '../components/source-table.ts';
import '../components/target-changes.ts';
import '../components/version-table.ts';
import {formatCount, formatDate} from '../format.ts';
import {operationsWords} from '../labels/operations-words.ts';
import {language} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchCatalogue, fetchChanges, fetchNights, fetchStatus, fetchVersions} from '../operations-client.ts';
import {SessionState} from '../session.ts';
import {UrlState} from '../url-state.ts';

/** How the warehouse runs: last night, who delivered what, what was held, and which versions there are. */
@customElement('operations-page')
export class OperationsPage extends LitElement {
  private readonly url = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly status = new Task(this, {
    task: (_args, {signal}) => fetchStatus(signal),
    args: () => [this.news.now] as const,
  });

  private readonly nights = new Task(this, {
    task: (_args, {signal}) => fetchNights(signal),
    args: () => [this.news.now] as const,
  });

  private readonly versions = new Task(this, {
    task: async ([may], {signal}) => (may ? fetchVersions(signal) : null),
    args: () => [this.may('GET /versions'), this.news.now] as const,
  });

  private readonly changes = new Task(this, {
    task: async ([may, asOf], {signal}) => {
      if (!may) return null;
      const [changes, {rows}] = await Promise.all([fetchChanges(asOf, signal), fetchCatalogue(signal)]);
      return {changes, metrics: rows};
    },
    args: () => [this.may('GET /changes'), this.url.now.asOf, this.news.now] as const,
  });

  override render() {
    return keyed(
      language(),
      html`<h1>${operationsWords().title}</h1>
        ${this.status.render({
          pending: () =>
            this.status.value
              ? this.renderAnswer(this.status.value)
              : html`<page-state kind="pending"></page-state>`,
          complete: (answer) => this.renderAnswer(answer),
          error: (error) =>
            html`<page-state
              kind="failed"
              .reason=${(error as Error).message}
              @retry=${() => this.status.run()}
            ></page-state>`,
        })}`,
    );
  }

  private renderAnswer(status: StatusAnswer) {
    return html`<div class="page">
      ${this.renderHeadline(status)} ${this.renderNights()} ${this.renderVersions()}
      ${this.may('GET /targets/changes') ? html`<target-changes></target-changes>` : nothing}
      <source-table .status=${status}></source-table>
      ${this.renderDelivered()}
      <div class="pair">
        <night-gantt .status=${status}></night-gantt>
        <run-troubles .run=${status.last_run}></run-troubles>
      </div>
      ${this.renderChanges()}
    </div>`;
  }

  private renderNights() {
    const {value, error} = this.nights;
    if (error) return this.renderFailure(error, () => this.nights.run());
    return value ? html`<night-strip .nights=${value}></night-strip>` : nothing;
  }

  private renderDelivered() {
    const {value} = this.nights;
    return value ? html`<delivered-rows .deliveries=${value.deliveries}></delivered-rows>` : nothing;
  }

  private renderVersions() {
    const {value, error} = this.versions;
    if (error) return this.renderFailure(error, () => this.versions.run());
    if (!value) return nothing;
    return html`<version-table
      .versions=${value}
      ?mayRelease=${this.may('POST /versions/{version}/release')}
      ?mayRollBack=${this.may('POST /versions/{version}/rollback')}
    ></version-table>`;
  }

  private renderChanges() {
    const {value, error} = this.changes;
    if (error) return this.renderFailure(error, () => this.changes.run());
    if (!value) return nothing;
    return html`<change-list .changes=${value.changes} .metrics=${value.metrics}></change-list>`;
  }

  private renderFailure(error: unknown, again: () => unknown) {
    return html`<page-state kind="failed" .reason=${(error as Error).message} @retry=${again}></page-state>`;
  }

  private renderHeadline(status: StatusAnswer) {
    const words = operationsWords();
    const {night, checks, rows_landed, rows_quarantined, steps, held, last_run, counted_again, not_opened} =
      status;
    const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
    const alarms = [
      ...(not_opened ? [words.headlineNotOpened(not_opened.reason)] : []),
      ...(held.length > 0 ? [words.headlineHeld(held.length)] : []),
      ...(last_run && last_run.broken.length > 0 ? [words.headlineBroken(last_run.broken.length)] : []),
      ...(last_run && last_run.refused.length > 0 ? [words.headlineRefused(last_run.refused.length)] : []),
      ...(rows_quarantined > 0 ? [words.headlineQuarantined(formatCount(rows_quarantined))] : []),
    ];
    return html`<section class="block headline" aria-label=${words.night}>
      <p>
        <strong
          >${words.headline({
            night: formatDate(night),
            checks: formatCount(checks),
            rows: formatCount(rows_landed),
            seconds: formatCount(Math.round(seconds)),
          })}</strong
        >
      </p>
      ${alarms.map((sentence) => html`<p class="alarm">◆ ${sentence}</p>`)}
      ${counted_again.length > 0 ? html`<p>${words.countedAgain(counted_again.map(formatDate).join(', '))}</p>` : nothing}
    </section>`;
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  static override styles = [
    blockStyles,
    css`
      h1 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-page);
        line-height: 1.3;
      }

      .page,
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .headline p {
        margin: 0;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 500;
      }

      @media (min-width: 70rem) {
        .pair {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'operations-page': OperationsPage;
  }
}
