import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {sqlWords} from '../labels/sql-words.ts';
import {currentOf, type OpenQueries, type OpenQuery} from '../workbench/open-queries.ts';
import {controlStyles} from './shared-styles.ts';

/** What the reader wants of the queries that are open. */
export type TabWish = {wish: 'choose'; id: string} | {wish: 'add' | 'close'} | {wish: 'rename'; name: string};

/** The queries that are open, a tab each: arrows move between them, F2 renames, Delete closes. */
@customElement('query-tabs')
export class QueryTabs extends LitElement {
  @property({attribute: false}) open!: OpenQueries;
  @state() private isRenaming = false;
  @query('input') private readonly field!: HTMLInputElement;

  override render() {
    const {queries, current} = this.open;
    const {openQueries, addTab, closeTab, renameTab} = sqlWords();
    return html`<div class="list" role="tablist" aria-label=${openQueries} @keydown=${this.onKey}>
        ${queries.map((one) => this.renderTab(one, one.id === current))}
      </div>
      <span class="ways">
        <button type="button" @click=${() => this.tell({wish: 'add'})}>${addTab}</button>
        <button type="button" aria-expanded=${this.isRenaming} @click=${this.startRenaming}>
          ${renameTab}
        </button>
        <button type="button" @click=${() => this.tell({wish: 'close'})}>${closeTab}</button>
      </span>
      ${this.isRenaming ? this.renderName() : nothing}`;
  }

  private renderTab(one: OpenQuery, isCurrent: boolean) {
    return html`<button
      type="button"
      role="tab"
      id=${one.id}
      aria-selected=${isCurrent}
      tabindex=${isCurrent ? 0 : -1}
      @click=${() => this.tell({wish: 'choose', id: one.id})}
    >
      ${nameOf(one)}
    </button>`;
  }

  private renderName() {
    return html`<form @submit=${this.rename}>
      <label>
        ${sqlWords().tabName}
        <input
          maxlength="60"
          autocomplete="off"
          .value=${nameOf(currentOf(this.open))}
          @keydown=${this.onNameKey}
        />
      </label>
      <button>${sqlWords().rename}</button>
    </form>`;
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const {queries, current} = this.open;
    const place = queries.findIndex(({id}) => id === current);
    const steps: Record<string, number> = {
      ArrowLeft: (place - 1 + queries.length) % queries.length,
      ArrowRight: (place + 1) % queries.length,
      Home: 0,
      End: queries.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) this.tell({wish: 'choose', id: queries[next]!.id}, {focus: true});
    else if (event.key === 'Delete') this.tell({wish: 'close'}, {focus: true});
    else if (event.key === 'F2') this.startRenaming();
    else return;
    event.preventDefault();
  };

  private readonly onNameKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.stopRenaming();
  };

  private readonly startRenaming = () => {
    this.isRenaming = true;
    void this.updateComplete.then(() => this.field.select());
  };

  private readonly rename = (event: SubmitEvent) => {
    event.preventDefault();
    this.tell({wish: 'rename', name: this.field.value.trim()});
    this.stopRenaming();
  };

  private stopRenaming() {
    this.isRenaming = false;
    this.focusCurrent();
  }

  private tell(wish: TabWish, {focus = false} = {}) {
    if (wish.wish !== 'rename') this.isRenaming = false;
    this.dispatchEvent(new CustomEvent<TabWish>('wish', {detail: wish}));
    if (focus) this.focusCurrent();
  }

  private focusCurrent() {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus(),
    );
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: end;
        justify-content: space-between;
        border-bottom: 1px solid var(--rule);
        padding-bottom: var(--space-2);
      }

      .list,
      .ways,
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: end;
        min-width: 0;
      }

      form {
        flex: 1 0 100%;
      }

      [role='tab'] {
        overflow: hidden;
        max-width: 16rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      [aria-selected='true'] {
        border-color: var(--accent);
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 700;
      }

      label {
        display: grid;
        font-size: var(--text-small);
      }

      input {
        width: 14rem;
        max-width: 100%;
        min-height: 2rem;
        padding: 0.2rem 0.5rem;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }
    `,
  ];
}

const nameOf = ({name, number}: OpenQuery) => (name === '' ? sqlWords().queryNumber(number) : name);

declare global {
  interface HTMLElementTagNameMap {
    'query-tabs': QueryTabs;
  }
}
