import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ProvinceRow} from '../../api/answers.ts';
import {words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

/** Which provinces the tables are filtered to, and the way back to all; nothing when all are shown. */
@customElement('selection-bar')
export class SelectionBar extends LitElement {
  @property({attribute: false}) provinces: readonly ProvinceRow[] = [];

  private readonly state = new UrlState(this);

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback() {
    window.removeEventListener('keydown', this.onKey);
    super.disconnectedCallback();
  }

  override render() {
    const {selected, moneyBand} = this.state.now;
    const names = this.provinces
      .filter((province) => selected.includes(province.unit_id))
      .map((province) => province.unit_name);
    const parts = [...names, ...(moneyBand ? [words().money.bands[moneyBand]] : [])];
    return html`<div role="status">
      ${
        parts.length === 0
          ? nothing
          : html`<p>
              ${words().selection.chosen(parts.join(', '))}
              <button type="button" @click=${this.clear}>${words().selection.clear}</button>
            </p>`
      }
    </div>`;
  }

  private readonly clear = () => {
    this.state.change({selected: [], moneyBand: null});
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.clear();
  };

  static override styles = [
    controlStyles,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin: 0 0 var(--space-3);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
        font-size: var(--text-small);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'selection-bar': SelectionBar;
  }
}
