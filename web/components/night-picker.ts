import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatDate} from '../format.ts';
import {isTyping} from '../keyboard.ts';
import {words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

/** Which night is shown and which it is compared with; keys [ and ] go a night back and forth. */
@customElement('night-picker')
export class NightPicker extends LitElement {
  /** Every night known, oldest first. */
  @property({attribute: false}) nights: readonly string[] = [];
  @property() night = '';
  @property() comparedWith: string | null = null;

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
    const place = this.nights.indexOf(this.night);
    return html`
      <div class="pair">
        <label for="night">${words().asOf}</label>
        <button
          type="button"
          aria-label=${words().previousNight}
          title=${words().previousNight}
          ?disabled=${place <= 0}
          @click=${() => this.step(-1)}
        >
          ‹
        </button>
        <select id="night" .value=${this.night} @change=${this.onNight}>
          ${this.nights.toReversed().map((night) => this.option(night, formatDate(night), this.night))}
        </select>
        <button
          type="button"
          aria-label=${words().nextNight}
          title=${words().nextNight}
          ?disabled=${place === -1 || place === this.nights.length - 1}
          @click=${() => this.step(1)}
        >
          ›
        </button>
      </div>
      <div class="pair">
        <label for="compare">${words().compareWith}</label>
        <select id="compare" @change=${this.onCompare}>
          ${this.option('', this.automaticComparison(), this.state.now.compare ?? '')}
          ${this.nights
            .filter((night) => night < this.night)
            .toReversed()
            .map((night) => this.option(night, formatDate(night), this.state.now.compare ?? ''))}
        </select>
      </div>
      <p class="printed">
        ${words().asOf}
        ${formatDate(this.night)}${
          this.comparedWith
            ? html` · ${words().compareWith.toLowerCase()} ${formatDate(this.comparedWith)}`
            : ''
        }
      </p>
    `;
  }

  private option(value: string, text: string, chosen: string) {
    return html`<option value=${value} .selected=${value === chosen}>${text}</option>`;
  }

  private automaticComparison(): string {
    const isAutomatic = this.state.now.compare === null;
    return words().compareAutomatically(
      isAutomatic ? this.comparedWith && formatDate(this.comparedWith) : undefined,
    );
  }

  private step(by: 1 | -1) {
    const night = this.nights[this.nights.indexOf(this.night) + by];
    if (night) this.show(night);
  }

  private readonly onNight = (event: Event) => {
    this.show((event.target as HTMLSelectElement).value);
  };

  /** A night is only ever compared with an earlier one. */
  private show(night: string) {
    const {compare} = this.state.now;
    this.state.change({asOf: night, compare: compare !== null && compare < night ? compare : null});
  }

  private readonly onCompare = (event: Event) => {
    this.state.change({compare: (event.target as HTMLSelectElement).value || null});
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (event.key === '[') this.step(-1);
    if (event.key === ']') this.step(1);
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
      }

      .pair {
        display: flex;
        gap: var(--space-1);
        align-items: center;
      }

      label {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      button {
        min-width: 2rem;
      }

      select {
        font-weight: 500;
      }

      .printed {
        display: none;
      }

      @media print {
        .pair {
          display: none;
        }

        .printed {
          display: block;
          margin: 0;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'night-picker': NightPicker;
  }
}
