import {Task, TaskStatus} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {addresses} from '../addresses.ts';
import {fetchMetricNames, fetchUnits} from '../client.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {search} from '../findings/search.ts';
import {language, words} from '../labels/words.ts';
import {SessionState} from '../session.ts';
import {fetchOfficers} from '../unit-client.ts';
import {goTo, hrefOf, UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

interface Place {
  name: string;
  kind: string;
  href: string;
}

const mostFound = 8;
/** Fewer letters are in too many names. */
const leastLetters = 2;
/** Nobody is asked for while somebody types on. */
const pauseMs = 200;

/**
 * Finds units and indicators by name, with or without marks, and officers for those who may see them; the key / leads
 * here.
 */
@customElement('place-search')
export class PlaceSearch extends LitElement {
  @state() private asked: string | null = null;
  @state() private marked = 0;
  /** The list keeps to the side of the window that the field is nearer to, so that it stays inside. */
  @state() private side: 'from-left' | 'from-right' = 'from-left';
  @query('input') private readonly field!: HTMLInputElement;

  protected readonly url = new UrlState(this);
  private readonly session = new SessionState(this);

  /** What can be found is fetched when somebody first looks for something. */
  private readonly places = new Task(this, {
    task: async ([isAsked, spoken], {signal}) => (isAsked ? readPlaces(spoken, signal) : []),
    args: () => [this.asked !== null, language()] as const,
  });

  /** Officers are looked for on the server, which has them by the thousand and knows who may see whom. */
  private readonly officers = new Task(this, {
    task: async ([asked], {signal}) => {
      const name = asked.trim();
      if (name.length < leastLetters || !this.maySeeOfficers()) return [];
      await pause(pauseMs, signal);
      return readOfficers(name, this.session.now?.province ?? null, signal);
    },
    args: () => [this.asked ?? '', language()] as const,
  });

  override focus(): void {
    this.field.focus();
    this.field.select();
  }

  override render() {
    const {label, labelWithOfficers, placeholder, placeholderWithOfficers} = words().search;
    const found = [
      ...search(this.places.value ?? [], this.asked ?? '', mostFound),
      ...((this.asked ?? '').trim() === '' ? [] : (this.officers.value ?? [])),
    ];
    const isOpen = (this.asked ?? '').trim() !== '';
    return html`
      <input
        type="search"
        role="combobox"
        aria-label=${this.maySeeOfficers() ? labelWithOfficers : label}
        placeholder=${this.maySeeOfficers() ? placeholderWithOfficers : placeholder}
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
        class=${this.side}
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
      <p role="status" class=${isOpen && found.length === 0 ? `nothing ${this.side}` : 'unseen'}>
        ${isOpen ? this.count(found.length) : ''}
      </p>
    `;
  }

  private count(found: number): string {
    const isAsking = this.places.value === undefined || this.officers.status === TaskStatus.PENDING;
    if (found === 0 && isAsking) return words().loading;
    const {nothing: none, nothingWithOfficers, count} = words().search;
    return found === 0 ? (this.maySeeOfficers() ? nothingWithOfficers : none) : count(found);
  }

  private maySeeOfficers(): boolean {
    return this.session.now?.routes.includes('GET /officers') ?? false;
  }

  private readonly begin = () => {
    const {left, right} = this.getBoundingClientRect();
    this.side = left + right > window.innerWidth ? 'from-right' : 'from-left';
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

      .from-left {
        left: 0;
      }

      .from-right {
        right: 0;
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

/** Waits, unless something else is asked meanwhile. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

async function readOfficers(name: string, province: string | null, signal: AbortSignal): Promise<Place[]> {
  const {rows} = await fetchOfficers(name, province, signal);
  return rows.map(({officer_id, officer_name, office_name, province_name}) => ({
    name: [officer_name, office_name && shortOfficeName(office_name), province_name]
      .filter(Boolean)
      .join(', '),
    kind: words().search.kinds.officer,
    href: hrefOf(`/chap-hanh-vien/${officer_id}`),
  }));
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
