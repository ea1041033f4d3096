import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {RankedRow, UnrankedRow} from '../../api/answers.ts';
import {officialName} from '../labels/official-names.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

/** Which part of a ranking is shown: one province, one band of size. */
@customElement('ranking-filters')
export class RankingFilters extends LitElement {
  @property({attribute: false}) rows: readonly (RankedRow | UnrankedRow)[] = [];

  /** What provinces are called, by code. */
  @property({attribute: false}) provinces: ReadonlyMap<string, string> = new Map();

  /** Whether only the first rows are there, so that provinces are taken from all there are. */
  @property({type: Boolean}) partial = false;

  private readonly state = new UrlState(this);

  override render() {
    const {filters} = rankingWords();
    const provinces = this.partial
      ? [...this.provinces.keys()]
      : [...new Set(this.rows.map(({province_id}) => province_id))];
    const choices = provinces
      .flatMap((id) => (id === null ? [] : [{value: id, name: this.provinces.get(id) ?? id}]))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
    const sizes = [...new Set(this.rows.map(({size_band}) => size_band))].flatMap((band) =>
      band === null ? [] : [{value: band, name: officialName(band, band)}],
    );
    return html`${this.renderSelect('province', filters.province, choices)}
    ${this.renderSelect('size', filters.size, sizes)}`;
  }

  private renderSelect(
    name: 'province' | 'size',
    label: string,
    choices: readonly {value: string; name: string}[],
  ) {
    const chosen = this.state.now.choices[name] ?? '';
    return html`<label>
      <span>${label}</span>
      <select @change=${(event: Event) => this.choose(name, event)}>
        <option value="" ?selected=${chosen === ''}>${rankingWords().filters.all}</option>
        ${choices.map(
          (one) => html`<option value=${one.value} ?selected=${one.value === chosen}>${one.name}</option>`,
        )}
      </select>
    </label>`;
  }

  private choose(name: 'province' | 'size', event: Event) {
    this.state.choose({[name]: (event.target as HTMLSelectElement).value || null});
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        font-size: var(--text-small);
      }

      label {
        display: flex;
        gap: var(--space-2);
        align-items: center;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ranking-filters': RankingFilters;
  }
}
