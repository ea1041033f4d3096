import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {addresses} from '../addresses.ts';
import {fetchMetricNames, fetchUnits} from '../client.ts';
import {search} from '../findings/search.ts';
import {language, words} from '../labels/words.ts';
import {goTo, hrefOf, UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

interface Place {
  name: string;
  kind: string;
  href: string;
}

const mostFound = 8;

/** Finds units and indicators by name, with or without marks; the key / leads here. */
@customElement('place-search')
export class PlaceSearch extends LitElement {
  @state() private asked: string | null = null;
  @state() private marked = 0;
  @query('input') private readonly field!: HTMLInputElement;

  protected readonly url = new UrlState(this);

  /** What can be found is fetched when somebody first looks for something. */
  private readonly places = new Task(this, {
    task: async ([isAsked, spoken], {signal}) => (isAsked ? readPlaces(spoken, signal) : []),
    args: () => [this.asked !== null, language()] as const,
  });

  override focus(): void {
    this.field.focus();
    this.field.select();
  }

  override render() {
    const found = search(this.places.value ?? [], this.asked ?? '', mostFound);
    const isOpen = (this.asked ?? '').trim() !== '';
    return html`
      <input
        type="search"
        role="combobox"
        aria-label=${words().search.label}
        placeholder=${words().search.placeholder}
        aria-expanded=${isOpen}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant=${isOpen && found.length > 0 ? `place-${this.marked}` : nothing}
        autocomplete="off"
        spellcheck="false"
        @focus=${this.begin}
        @input=${this.ask}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, found)}
        @blur=${this.leave}
      />
      <ul
        id="found"
        role="listbox"
        aria-label=${words().search.found}
        ?hidden=${!isOpen || found.length === 0}
      >
        ${found.map(
          (place, index) =>
            html`<li
              id="place-${index}"
              role="option"
              aria-selected=${index === this.marked}
              @mousedown=${(event: Event) => this.open(event, place)}
            >
              ${place.name} <span>${place.kind}</span>
            </li>`,
        )}
      </ul>
      <p role="status" class=${isOpen && found.length === 0 ? 'nothing' : 'unseen'}>
        ${isOpen ? this.count(found.length) : ''}
      </p>
    `;
  }

  private count(found: number): string {
    if (this.places.value === undefined) return words().loading;
    return found === 0 ? words().search.nothing : words().search.count(found);
  }

  private readonly begin = () => {
    this.asked ??= '';
  };

  private readonly ask = () => {
    this.asked = this.field.value;
    this.marked = 0;
  };

  private readonly leave = () => {
    this.asked = '';
    this.field.value = '';
  };

  private onKey(event: KeyboardEvent, found: readonly Place[]) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      this.marked = (this.marked + step + found.length) % found.length;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.field.blur();
    }
    const place = found[this.marked];
    if (event.key === 'Enter' && place) this.open(event, place);
  }

  private open(event: Event, {href}: Place) {
    event.preventDefault();
    this.field.blur();
    goTo(href);
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        position: relative;
        display: block;
      }

      input {
        width: 13rem;
        max-width: 100%;
        min-height: 2rem;
        padding: 0.2rem 0.6rem;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-size: var(--text-small);
      }

      input::placeholder {
        color: var(--ink-faint);
        opacity: 1;
      }

      ul,
      .nothing {
        position: absolute;
        z-index: 3;
        top: 100%;
        left: 0;
        width: max-content;
        min-width: 100%;
        max-width: min(28rem, calc(100vw - 2rem));
        margin: 2px 0 0;
        padding: var(--space-1);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
        font-size: var(--text-small);
        list-style: none;
      }

      .nothing {
        padding: var(--space-2) var(--space-3);
      }

      li {
        padding: var(--space-2) var(--space-3);
        border-radius: 4px;
        cursor: pointer;
      }

      li[aria-selected='true'] {
        background: var(--accent-soft);
      }

      li span {
        color: var(--ink-soft);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

const hasPage = (address: string) => (addresses as readonly string[]).includes(address);

/** Only what has a page to go to. */
async function readPlaces(spoken: 'vi' | 'en', signal: AbortSignal): Promise<Place[]> {
  const [units, metrics] = await Promise.all([fetchUnits(signal), fetchMetricNames(signal)]);
  const names = new Map(units.map(({unit_id, unit_name}) => [unit_id, unit_name]));
  return [
    ...units.flatMap(({unit_id, unit_name, level, province_id}): Place[] => {
      if (level === 'province' && hasPage('/tinh/:id')) {
        return [{name: unit_name, kind: words().search.kinds.province, href: hrefOf(`/tinh/${unit_id}`)}];
      }
      if ((level === 'office' || level === 'division') && province_id !== null && hasPage('/phong/:id')) {
        const province = names.get(province_id) ?? province_id;
        return [
          {
            name: unit_name.includes(province) ? unit_name : `${unit_name}, ${province}`,
            kind: words().search.kinds.office,
            href: hrefOf(`/phong/${unit_id}`),
          },
        ];
      }
      return [];
    }),
    ...(hasPage('/tu-dien')
      ? metrics.map(({id, label}): Place => ({
          name: label[spoken],
          kind: words().search.kinds.metric,
          href: hrefOf('/tu-dien', {choices: {metric: id}}),
        }))
      : []),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'place-search': PlaceSearch;
  }
}
