import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {SavedQueryAnswer} from '../../api/answers.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {changeQuery, deleteQuery, saveQuery, type QueryToSave} from '../query-client.ts';
import {controlStyles} from './shared-styles.ts';

/** The queries that people keep and share: opened, kept anew, shared by a link, taken off the list. */
@customElement('saved-queries')
export class SavedQueries extends LitElement {
  @property({attribute: false}) queries: readonly SavedQueryAnswer[] = [];
  /** The one that is open; null for a new query. */
  @property({attribute: false}) open: SavedQueryAnswer | null = null;
  /** Who is reading. */
  @property() reader = '';
  /** What would be kept now. */
  @property({attribute: false}) current!: () => Pick<QueryToSave, 'sql' | 'parameters'>;
  /** The link to what is on the screen. */
  @property({attribute: false}) link!: () => string;
  @state() private said = '';
  @state() private failure = '';
  @query('#name') private readonly nameField!: HTMLInputElement;
  @query('#share') private readonly shareField!: HTMLInputElement;

  override render() {
    const {open, reader} = this;
    const isOwn = open !== null && open.owner === reader;
    const mine = this.queries.filter(({owner}) => owner === reader);
    const others = this.queries.filter(({owner}) => owner !== reader);
    return html`<form @submit=${this.save}>
        <label>
          ${sqlWords().saved}
          <select @change=${this.choose}>
            <option value="" ?selected=${open === null}>${sqlWords().newQuery}</option>
            ${group(
              sqlWords().mine,
              mine.map((one) => this.renderOption(one, one.name)),
            )}
            ${group(
              sqlWords().shared,
              others.map((one) => this.renderOption(one, sqlWords().sharedBy(one.name, one.owner))),
            )}
          </select>
        </label>
        <label>
          ${sqlWords().name}
          <input id="name" required maxlength="200" autocomplete="off" .value=${open?.name ?? ''} />
        </label>
        <label class="check">
          <input id="share" type="checkbox" .checked=${open?.is_shared ?? false} />
          ${sqlWords().share}
        </label>
        <span class="ways">
          <button>${isOwn ? sqlWords().save : open === null ? sqlWords().save : sqlWords().saveAsNew}</button>
          <button type="button" ?disabled=${open === null || !open.is_shared} @click=${this.copyLink}>
            ${sqlWords().copyLink}
          </button>
          ${isOwn ? html`<button type="button" @click=${this.delete}>${sqlWords().delete}</button>` : nothing}
        </span>
      </form>
      <p role="status">${this.said}</p>
      ${this.failure ? html`<p role="alert" class="failure">${this.failure}</p>` : nothing}`;
  }

  private renderOption({id}: SavedQueryAnswer, name: string) {
    return html`<option value=${id} ?selected=${id === this.open?.id}>${name}</option>`;
  }

  private readonly choose = (event: Event) => {
    const {value} = event.target as HTMLSelectElement;
    this.said = '';
    this.tell(this.queries.find(({id}) => id === value) ?? null, true);
  };

  private readonly save = (event: SubmitEvent) => {
    event.preventDefault();
    const {open} = this;
    const wanted = {...this.current(), name: this.nameField.value, is_shared: this.shareField.checked};
    void this.try(async () => {
      const kept =
        open !== null && open.owner === this.reader
          ? await changeQuery(open.id, {...wanted, version: open.version})
          : await saveQuery(wanted);
      this.said = sqlWords().savedAs(kept.name, kept.version);
      this.tell(kept, false);
    });
  };

  private readonly delete = () => {
    const {open} = this;
    if (!open) return;
    void this.try(async () => {
      await deleteQuery(open.id);
      this.said = sqlWords().deleted(open.name);
      this.tell(null, false);
    });
  };

  private readonly copyLink = () => {
    void this.try(async () => {
      await navigator.clipboard.writeText(this.link());
      this.said = sqlWords().linkCopied;
    }, sqlWords().notCopied);
  };

  private async try(work: () => Promise<void>, sentence?: string): Promise<void> {
    this.failure = '';
    this.said = '';
    try {
      await work();
    } catch (error) {
      this.failure = sentence ?? (error as Error).message;
    }
  }

  /** Another query is open now; `isChosen` when its text is to be shown. */
  private tell(query: SavedQueryAnswer | null, isChosen: boolean) {
    this.dispatchEvent(new CustomEvent('open', {detail: {query, isChosen}}));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: end;
      }

      label {
        display: grid;
        min-width: 0;
        font-size: var(--text-small);
      }

      .check {
        display: flex;
        gap: var(--space-1);
        align-items: center;
        min-height: 2rem;
      }

      select {
        width: 14rem;
        max-width: 100%;
      }

      input:not([type='checkbox']) {
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

      input[type='checkbox'] {
        width: 1.15rem;
        height: 1.15rem;
        accent-color: var(--accent);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }

      p {
        margin: var(--space-1) 0 0;
        font-size: var(--text-small);
      }

      p:empty {
        display: none;
      }

      .failure {
        padding-left: var(--space-2);
        border-left: 3px solid var(--alarm);
      }
    `,
  ];
}

const group = (label: string, options: readonly unknown[]) =>
  options.length === 0 ? nothing : html`<optgroup label=${label}>${options}</optgroup>`;

declare global {
  interface HTMLElementTagNameMap {
    'saved-queries': SavedQueries;
  }
}
