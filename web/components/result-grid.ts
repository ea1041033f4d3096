import {css, html, LitElement, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {formatCount} from '../format.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {language} from '../labels/words.ts';
import {groupedDigits, isNumeric, plainText, type Result} from '../workbench/result.ts';
import {dialogStyles} from './dialog-styles.ts';
import {controlStyles} from './shared-styles.ts';

const rowHeight = 28;
const overscan = 8;
const marks = {vi: {decimal: ',', group: '.'}, en: {decimal: '.', group: ','}};

/** Rows of a result of any length: only those in sight are there. Cells are walked with the keyboard. */
@customElement('result-grid')
export class ResultGrid extends LitElement {
  @property({attribute: false}) result!: Result;
  @state() private top = 0;
  @state() private height = 400;
  @state() private active = {row: 0, column: 0};
  @query('.scroll') private readonly scroller!: HTMLElement;
  @query('dialog') private readonly viewer!: HTMLDialogElement;

  private readonly observer = new ResizeObserver(([entry]) => {
    this.height = entry!.contentRect.height;
  });

  override render() {
    const {columns, rowCount} = this.result;
    if (rowCount === 0) return html`<p>${sqlWords().noRows}</p>`;
    const first = Math.max(0, Math.floor(this.top / rowHeight) - overscan);
    const last = Math.min(rowCount, Math.ceil((this.top + this.height) / rowHeight) + overscan);
    const tracks = `grid-template-columns: ${gutter(rowCount)}ch ${this.widths().join(' ')}`;
    return html`
      <div
        class="scroll"
        role="grid"
        tabindex="0"
        aria-label=${sqlWords().grid(formatCount(rowCount), formatCount(columns.length))}
        aria-rowcount=${rowCount + 1}
        aria-colcount=${columns.length + 1}
        aria-activedescendant=${`cell-${this.active.row}-${this.active.column}`}
        style=${`height: ${Math.min(rowCount + 1, 15) * rowHeight + 20}px`}
        @scroll=${this.follow}
        @keydown=${this.walk}
        @copy=${this.copy}
      >
        <div class="head row" role="row" aria-rowindex="1" style=${tracks}>
          <span role="columnheader" aria-colindex="1" class="gutter"><span class="unseen">#</span></span>
          ${columns.map(
            (column, index) =>
              html`<span
                role="columnheader"
                aria-colindex=${index + 2}
                class=${isNumeric(column) ? 'number' : ''}
                title="${column.name} (${column.type})"
                ><b>${column.name}</b></span
              >`,
          )}
        </div>
        <div role="presentation" class="rows" style=${`height: ${rowCount * rowHeight}px`}>
          ${Array.from({length: last - first}, (_, index) => this.renderRow(first + index, tracks))}
        </div>
      </div>
      ${this.renderViewer()}
    `;
  }

  private renderRow(row: number, tracks: string) {
    return html`<div
      class="row"
      role="row"
      aria-rowindex=${row + 2}
      style=${`${tracks}; transform: translateY(${row * rowHeight}px)`}
    >
      <span role="rowheader" aria-colindex="1" class="gutter">${formatCount(row + 1)}</span>
      ${this.result.columns.map((column, index) => {
        const cell = this.result.cell(row, index);
        const isActive = row === this.active.row && index === this.active.column;
        return html`<span
          role="gridcell"
          id=${`cell-${row}-${index}`}
          aria-colindex=${index + 2}
          aria-selected=${isActive}
          class=${`${isNumeric(column) ? 'number' : ''} ${cell === null ? 'none' : ''}`}
          @click=${() => (this.active = {row, column: index})}
          @dblclick=${() => this.viewer.showModal()}
          >${this.textOf(row, index)}</span
        >`;
      })}
    </div>`;
  }

  private renderViewer() {
    const {row, column} = this.active;
    const name = this.result.columns[column]?.name ?? '';
    const text = plainText(this.result.cell(row, column));
    return html`<dialog aria-labelledby="cell-name">
      <h3 id="cell-name">${sqlWords().cellOf(name, formatCount(row + 1))}</h3>
      <pre tabindex="0">${text === '' ? sqlWords().empty : text}</pre>
      <form method="dialog"><button>${sqlWords().close}</button></form>
    </dialog>`;
  }

  private textOf(row: number, column: number) {
    const cell = this.result.cell(row, column);
    if (cell === null) return sqlWords().empty;
    const text = plainText(cell);
    return isNumeric(this.result.columns[column]!) ? groupedDigits(text, marks[language()]) : text;
  }

  /** As wide as the widest of the first rows, within reason. */
  private widths(): string[] {
    return this.result.columns.map(({name}, column) => {
      let longest = name.length + 1;
      for (let row = 0; row < Math.min(this.result.rowCount, 100); row++) {
        longest = Math.max(longest, plainText(this.result.cell(row, column)).length * 1.1);
      }
      return `${Math.min(Math.max(Math.ceil(longest) + 2, 7), 48)}ch`;
    });
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('result')) return;
    this.active = {row: 0, column: 0};
    this.top = 0;
  }

  override updated(changed: PropertyValues<this>) {
    if (!changed.has('result') || !this.scroller) return;
    this.scroller.scrollTop = 0;
    this.observer.disconnect();
    this.observer.observe(this.scroller);
  }

  override disconnectedCallback() {
    this.observer.disconnect();
    super.disconnectedCallback();
  }

  private readonly follow = () => {
    this.top = this.scroller.scrollTop;
  };

  private readonly walk = (event: KeyboardEvent) => {
    const {rowCount, columns} = this.result;
    const page = Math.max(1, Math.floor(this.height / rowHeight) - 2);
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-page, 0],
      PageDown: [page, 0],
      Home: [event.ctrlKey ? -rowCount : 0, -columns.length],
      End: [event.ctrlKey ? rowCount : 0, columns.length],
    };
    const step = steps[event.key];
    if (event.key === 'Enter') this.viewer.showModal();
    if (!step) return;
    event.preventDefault();
    this.active = {
      row: Math.min(Math.max(this.active.row + step[0], 0), rowCount - 1),
      column: Math.min(Math.max(this.active.column + step[1], 0), columns.length - 1),
    };
    void this.reveal();
  };

  /** Brings the active cell into sight. */
  private async reveal() {
    const {scroller} = this;
    const y = this.active.row * rowHeight;
    const bottom = y + 2 * rowHeight - this.height;
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
    this.top = scroller.scrollTop;
    await this.updateComplete;
    this.renderRoot
      .querySelector('[aria-selected="true"]')
      ?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  private readonly copy = (event: ClipboardEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData?.setData(
      'text/plain',
      plainText(this.result.cell(this.active.row, this.active.column)),
    );
  };

  static override styles = [
    controlStyles,
    dialogStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .scroll {
        position: relative;
        overflow: auto;
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        font-size: var(--text-small);
        font-variant-numeric: tabular-nums;
      }

      .row {
        display: grid;
        width: max-content;
        min-width: 100%;
        height: 28px;
        border-bottom: 1px solid var(--rule);
      }

      .rows {
        position: relative;
        width: max-content;
        min-width: 100%;
      }

      .rows .row {
        position: absolute;
        top: 0;
        left: 0;
      }

      .head {
        position: sticky;
        z-index: 1;
        top: 0;
        border-bottom: 2px solid var(--rule-strong);
        background: var(--paper);
      }

      .row > span {
        overflow: hidden;
        padding: 0.2rem 0.5rem;
        text-overflow: ellipsis;
        white-space: pre;
      }

      .gutter {
        position: sticky;
        left: 0;
        background: var(--tint-1);
        color: var(--ink-soft);
        text-align: right;
      }

      .number {
        text-align: right;
      }

      .none {
        color: var(--ink-faint);
        font-style: italic;
      }

      .scroll:focus-visible [aria-selected='true'] {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }

      [aria-selected='true'] {
        background: var(--accent-soft);
      }

      dialog {
        --dialog-width: 44rem;
      }

      h3 {
        margin: 0;
        font-size: var(--text-title);
      }

      pre {
        overflow: auto;
        max-height: 60vh;
        font: inherit;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

const gutter = (rows: number) => Math.max(4, String(rows).length + 4);

declare global {
  interface HTMLElementTagNameMap {
    'result-grid': ResultGrid;
  }
}
