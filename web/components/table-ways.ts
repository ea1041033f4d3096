import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {figureWords} from '../labels/figure-words.ts';
import {controlStyles} from './shared-styles.ts';
import './toast-note.ts';

/** What is below each table: a legend in its slot, its rows as files, and its sentence to copy. */
@customElement('table-ways')
export class TableWays extends LitElement {
  /** What the table says, as its heading does. */
  @property() heading = '';
  /** What it counts, of whom and when. */
  @property() subtitle = '';
  /** What else it says. */
  @property() summary = '';
  /** The address of the rows as a file; null when they are in none. */
  @property({attribute: false}) file: ((format: 'csv' | 'xlsx') => string) | null = null;
  /** Of a table that no address has: the id of the table beside this, to be saved as it is seen… */
  @property() table = '';
  /** …and what its file is called, without extension. */
  @property() name = '';
  @state() private said = '';

  override render() {
    return html`<slot></slot>
      ${
        this.file === null
          ? nothing
          : html`<a class="no-print" href=${this.file('csv')} download>${figureWords().csv}</a>
              <a class="no-print" href=${this.file('xlsx')} download>${figureWords().xlsx}</a>`
      }
      ${
        this.table === ''
          ? nothing
          : html`<button type="button" class="quiet" @click=${this.save}>${figureWords().csv}</button>`
      }
      <button type="button" class="quiet" @click=${this.copy}>${figureWords().copy}</button>
      <toast-note .text=${this.said} @close=${() => (this.said = '')}></toast-note>`;
  }

  private readonly save = async () => {
    const table = (this.getRootNode() as ShadowRoot).getElementById(this.table);
    const {saveTable} = await import('../table-file.ts');
    saveTable(this.name, table as HTMLTableElement);
  };

  private readonly copy = async () => {
    try {
      await navigator.clipboard.writeText(sentenceOf(this));
      this.said = figureWords().copied;
    } catch {
      this.said = figureWords().notCopied;
    }
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        align-items: center;
        margin-top: var(--space-3);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];
}

/** What a figure says, with what it is about, so that it can be understood where it is pasted. */
export const sentenceOf = ({
  heading,
  summary,
  subtitle,
}: Readonly<Record<'heading' | 'summary' | 'subtitle', string>>): string =>
  [`${heading.replace(/\.$/, '')}.`, summary, `(${subtitle})`].filter(Boolean).join(' ');

declare global {
  interface HTMLElementTagNameMap {
    'table-ways': TableWays;
  }
}
