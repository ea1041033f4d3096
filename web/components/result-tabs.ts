import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {QueryAnswer, QueryRun} from '../../api/answers.ts';
import {formatCount, formatDate} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {asTabs, type Result} from '../workbench/result.ts';
import './query-history.ts';
import './query-plan.ts';
import './result-figure.ts';
import './result-grid.ts';
import './result-profile.ts';
import {controlStyles} from './shared-styles.ts';

export const resultTabs = ['rows', 'profile', 'chart', 'plan', 'history'] as const;
export type ResultTab = (typeof resultTabs)[number];

/** More rows than a spreadsheet takes from the clipboard without a murmur. */
const mostCopied = 10_000;

/** What a query found, as rows, figures about its columns, a picture, its plan; and what ran before. */
@customElement('result-tabs')
export class ResultTabs extends LitElement {
  @property() tab: ResultTab = 'rows';
  /** Null before the first query has run. */
  @property({attribute: false}) result: Result | null = null;
  @property({attribute: false}) profile: QueryAnswer['profile'] = null;
  @property({attribute: false}) plan: unknown = null;
  @property({attribute: false}) runs: readonly QueryRun[] = [];
  /** Whether what this tab shows is still on its way. */
  @property({type: Boolean}) busy = false;
  @state() private said = '';

  override render() {
    return html`<div class="tabs" role="tablist" aria-label=${sqlWords().tabsLabel} @keydown=${this.walk}>
        ${resultTabs.map(
          (tab) =>
            html`<button
              type="button"
              role="tab"
              id=${tab}
              aria-selected=${tab === this.tab}
              aria-controls="panel"
              tabindex=${tab === this.tab ? 0 : -1}
              @click=${() => this.choose(tab)}
            >
              ${sqlWords().tabs[tab]}
            </button>`,
        )}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby=${this.tab} aria-busy=${this.busy}>
        ${this.renderFacts()} ${this.renderPanel()}
      </div>`;
  }

  private renderFacts() {
    const {result} = this;
    if (!result || this.tab === 'history') return nothing;
    const {rowCount, elapsedMs, cutBy, rowLimit, night, version} = result;
    return html`<p class="facts">
      <strong>${sqlWords().found(formatCount(rowCount), formatCount(Math.round(elapsedMs)))}</strong>
      ${cutBy.map((limit) => html`<span class="cut">◆ ${sqlWords().cutBy[limit](formatCount(rowLimit))}</span>`)}
      <span>${sqlWords().asOfNight(formatDate(night), version)}</span>
      <button type="button" ?disabled=${rowCount === 0} @click=${this.copyAll}>${sqlWords().copyAll}</button>
      <span role="group" class="files" aria-label=${sqlWords().files}>
        ${(['csv', 'xlsx', 'parquet'] as const).map(
          (format) =>
            html`<button
              type="button"
              @click=${() => this.dispatchEvent(new CustomEvent('keep', {detail: format}))}
            >
              ${sqlWords().filesOf[format]}
            </button>`,
        )}
      </span>
      <span role="status">${this.said}</span>
    </p>`;
  }

  private renderPanel() {
    const {tab, result} = this;
    if (tab === 'history') {
      return html`<query-history
        .runs=${this.runs}
        @restore=${(event: CustomEvent<string>) =>
          this.dispatchEvent(new CustomEvent('restore', {detail: event.detail}))}
      ></query-history>`;
    }
    if (tab === 'plan') {
      return this.plan === null && !this.busy && result === null
        ? html`<p>${sqlWords().before}</p>`
        : html`<query-plan
            .plan=${this.plan}
            @measure=${() => this.dispatchEvent(new Event('measure'))}
          ></query-plan>`;
    }
    if (result === null) return html`<p>${sqlWords().before}</p>`;
    if (tab === 'chart') return html`<result-figure .result=${result}></result-figure>`;
    if (tab === 'profile') {
      return this.profile === null
        ? nothing
        : html`<result-profile .profile=${this.profile}></result-profile>`;
    }
    return html`<result-grid .result=${result}></result-grid>
      <p class="small no-print">${sqlWords().gridAdvice}</p>`;
  }

  private choose(tab: ResultTab) {
    this.dispatchEvent(new CustomEvent('choose', {detail: tab}));
  }

  private readonly walk = (event: KeyboardEvent) => {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (step === undefined) return;
    const next = resultTabs[(resultTabs.indexOf(this.tab) + step + resultTabs.length) % resultTabs.length]!;
    this.choose(next);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${next}`)?.focus());
  };

  private readonly copyAll = () => {
    void navigator.clipboard.writeText(asTabs(this.result!, mostCopied)).then(
      () => (this.said = sqlWords().copied),
      () => (this.said = sqlWords().notCopied),
    );
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        border-bottom: 1px solid var(--rule);
      }

      [role='tab'] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 0;
        background: none;
      }

      [role='tab'][aria-selected='true'] {
        border-bottom-color: var(--accent);
        color: var(--accent);
        font-weight: 700;
      }

      #panel {
        padding-top: var(--space-3);
      }

      .files {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        align-items: center;
        margin: 0 0 var(--space-3);
        font-size: var(--text-small);
      }

      .cut {
        color: var(--alarm);
        font-weight: 500;
      }

      .small {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'result-tabs': ResultTabs;
  }
}
