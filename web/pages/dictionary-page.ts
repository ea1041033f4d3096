import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {MetricSummary} from '../../api/answers.ts';
import '../components/column-dictionary.ts';
import '../components/lineage-graph.ts';
import '../components/metric-definition.ts';
import '../components/page-state.ts';
import {blockStyles, controlStyles} from '../components/shared-styles.ts';
import {fetchDefinition, fetchLineage, fetchValue} from '../dictionary-client.ts';
import {dictionaryWords} from '../labels/dictionary-words.ts';
import {language} from '../labels/words.ts';
import {fetchCatalogue} from '../operations-client.ts';
import {fetchDictionary} from '../query-client.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';

const views = ['metrics', 'columns'] as const;
type View = (typeof views)[number];

/** What every figure and every column means, where it comes from, and what it is now. */
@customElement('dictionary-page')
export class DictionaryPage extends LitElement {
  private readonly url = new UrlState(this);
  private readonly session = new SessionState(this);

  private readonly catalogue = new Task(this, {
    task: (_args, {signal}) => Promise.all([fetchCatalogue(signal), fetchLineage(signal)]),
    args: () => [],
  });

  private readonly metric = new Task(this, {
    task: ([id, hasNation, province, asOf], {signal}) =>
      id === undefined
        ? null
        : Promise.all([
            fetchDefinition(id, signal),
            hasNation || province ? fetchValue(id, {province, asOf}, signal) : null,
          ]),
    args: () => {
      const chosen = this.chosen();
      const province = this.session.now?.province ?? null;
      return [
        this.session.now ? chosen?.id : undefined,
        chosen?.levels.includes('nation') ?? false,
        province,
        this.url.now.asOf,
      ] as const;
    },
  });

  private readonly columns = new Task(this, {
    task: async ([view], {signal}) => (view === 'columns' ? fetchDictionary(signal) : null),
    args: () => [this.view] as const,
  });

  private get view(): View {
    return choiceIn(this.url.now, 'view', views) ?? 'metrics';
  }

  override render() {
    return keyed(
      language(),
      html`<h1>${dictionaryWords().title}</h1>
        <div class="views" role="group" aria-label=${dictionaryWords().viewsLabel}>
          ${views.map(
            (view) =>
              html`<button
                type="button"
                aria-pressed=${view === this.view}
                @click=${() => this.url.choose({view: view === 'metrics' ? null : view})}
              >
                ${dictionaryWords().views[view]}
              </button>`,
          )}
        </div>
        ${this.catalogue.render({
          pending: () => html`<page-state kind="pending"></page-state>`,
          complete: () => (this.view === 'metrics' ? this.renderMetrics() : this.renderColumns()),
          error: (error) =>
            html`<page-state
              kind="failed"
              .reason=${(error as Error).message}
              @retry=${() => this.catalogue.run()}
            ></page-state>`,
        })}`,
    );
  }

  private renderMetrics() {
    const [{rows}, {models}] = this.catalogue.value!;
    const chosen = this.chosen();
    if (!chosen) return html`<page-state kind="empty"></page-state>`;
    const [definition = null, value = null] = this.metric.value ?? [];
    const isCurrent = definition?.metric === chosen.id;
    return html`<div class="page">
      <nav class="block" aria-label=${dictionaryWords().metricList}>
        <h2>${dictionaryWords().metricCount(rows.length)}</h2>
        <ul>
          ${rows.map(
            ({id, label}) =>
              html`<li>
                <button
                  type="button"
                  aria-current=${id === chosen.id ? 'true' : nothing}
                  @click=${() => this.url.choose({metric: id})}
                >
                  ${label[language()]}
                </button>
              </li>`,
          )}
        </ul>
      </nav>
      <div class="details">
        <metric-definition
          .metric=${chosen}
          .definition=${isCurrent ? definition : null}
          .value=${isCurrent ? value : null}
          ?maySql=${this.session.now?.routes.includes('POST /query') ?? false}
        ></metric-definition>
        ${
          this.metric.error
            ? html`<page-state
                kind="failed"
                .reason=${(this.metric.error as Error).message}
                @retry=${() => this.metric.run()}
              ></page-state>`
            : nothing
        }
        <lineage-graph model=${`metrics.${chosen.id}`} .readings=${models}></lineage-graph>
      </div>
    </div>`;
  }

  private renderColumns() {
    return this.columns.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: (answer) =>
        html`<column-dictionary
          .rows=${answer?.rows ?? []}
          .readings=${this.catalogue.value![1].models}
        ></column-dictionary>`,
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.columns.run()}
        ></page-state>`,
    });
  }

  /** The metric in the address, or the first there is. */
  private chosen(): MetricSummary | undefined {
    const rows = this.catalogue.value?.[0].rows ?? [];
    return rows.find(({id}) => id === this.url.now.choices['metric']) ?? rows[0];
  }

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      h1 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-page);
        line-height: 1.3;
      }

      .views {
        display: flex;
        gap: var(--space-1);
        margin-bottom: var(--space-3);
      }

      .page {
        display: grid;
        grid-template-columns: minmax(12rem, 18rem) minmax(0, 1fr);
        gap: var(--space-3);
        align-items: start;
      }

      .details {
        display: grid;
        gap: var(--space-3);
        min-width: 0;
      }

      nav {
        height: auto;
      }

      ul {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }

      li button {
        width: 100%;
        border: 0;
        border-left: 3px solid transparent;
        border-radius: 0;
        background: none;
        text-align: left;
      }

      li button[aria-current] {
        border-left-color: var(--accent);
        color: var(--accent);
        font-weight: 700;
      }

      @media (max-width: 60rem) {
        .page {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'dictionary-page': DictionaryPage;
  }
}
