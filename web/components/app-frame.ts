import {Task} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import type {FrameAnswer} from '../../api/answers.ts';
import {fetchFrame} from '../client.ts';
import {comparedFor, nightFor} from '../findings/nights.ts';
import {formatDate, formatDay, formatTime} from '../format.ts';
import {isTyping} from '../keyboard.ts';
import {words} from '../labels/words.ts';
import {News, tellNews} from '../news.ts';
import {listedRoutes, maySee, routes} from '../routes.ts';
import {SessionState} from '../session.ts';
import type {Crumb} from '../trail.ts';
import {goTo, hrefOf, UrlState} from '../url-state.ts';
import {frameStyles} from './frame-styles.ts';
import type {KeyHelp} from './key-help.ts';
import './key-help.ts';
import './night-picker.ts';
import './page-list.ts';
import type {PlaceSearch} from './place-search.ts';
import './place-search.ts';
import './reader-chip.ts';
import {controlStyles} from './shared-styles.ts';
import './toast-note.ts';

const themes = [null, 'light', 'dark'] as const;

/** What every page has around it: names, the way here, nights, freshness, search, keys, and the other pages. */
@customElement('app-frame')
export class AppFrame extends LitElement {
  @state() private trail: readonly Crumb[] = [];
  @state() private news = '';
  @query('main') private readonly content!: HTMLElement;
  @query('place-search') private readonly search!: PlaceSearch;
  @query('key-help') private readonly help!: KeyHelp;

  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly told = new News(this);
  private path = location.pathname;
  private awaitsPage = false;
  private events: EventSource | undefined;

  private readonly frame = new Task(this, {
    task: (_args, {signal}) => fetchFrame(signal),
    args: () => [this.told.now] as const,
  });

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
    this.addEventListener('trail', this.onTrail);
    this.addEventListener('click', this.onClick);
  }

  override disconnectedCallback() {
    window.removeEventListener('keydown', this.onKey);
    this.events?.close();
    this.events = undefined;
    super.disconnectedCallback();
  }

  /** Another page begins at its top, and is read out from there. */
  override willUpdate() {
    if (this.path === this.state.path) return;
    this.path = this.state.path;
    this.trail = [];
    void this.updateComplete.then(() => {
      window.scrollTo(0, 0);
      this.content.focus({preventScroll: true});
    });
  }

  override updated(_changed: PropertyValues<this>) {
    if (this.session.now && !this.events) this.listen();
  }

  override render() {
    const facts = this.frame.value;
    return html`
      <header>
        <button type="button" class="skip" @click=${this.skip}>${words().skip}</button>
        ${facts?.demo ? html`<p class="demo" role="note">${words().demo}</p>` : nothing}
        <div class="bar">
          <div class="names">
            <p class="system">${words().system} <span>· ${words().warehouse}</span></p>
            ${this.renderTrail()} ${facts ? this.renderFreshness(facts) : nothing}
          </div>
          ${facts ? this.renderNights(facts) : nothing}
          <place-search></place-search>
        </div>
      </header>
      <div class="body">
        <aside class="side">
          <page-list></page-list>
          <reader-chip></reader-chip>
          ${this.renderToggles()}
        </aside>
        <main id="content" tabindex="-1">
          ${facts ? this.renderOtherNight(facts) : nothing}
          <slot></slot>
          ${
            facts
              ? html`<footer>
                  ${words().sources} ${words().footer(facts.version)}.
                  <span class="no-print">${words().keys}</span>
                </footer>`
              : nothing
          }
        </main>
      </div>
      <key-help></key-help>
      <toast-note .text=${this.news} @close=${() => (this.news = '')}></toast-note>
    `;
  }

  private renderTrail() {
    const {now} = this.session;
    const leadsUp = this.trail.length > 0 && now !== null && maySee(now, routes['/']);
    const nation = {name: words().scope, href: leadsUp ? hrefOf('/') : null};
    return html`<nav class="trail" aria-label=${words().trail}>
      <ol>
        ${[nation, ...this.trail].map(
          ({name, href}) =>
            html`<li>${href === null ? html`<span>${name}</span>` : html`<a href=${href}>${name}</a>`}</li>`,
        )}
      </ol>
    </nav>`;
  }

  private renderFreshness({night, published_at, sources, frozen_nights, nights}: FrameAnswer) {
    const late = sources.filter((source) => source.late).length;
    const shown = nightFor(nights, this.state.now.asOf);
    const isFrozen = shown !== null && frozen_nights.includes(shown);
    return html`<p class="freshness">
      <span class="standing">${isFrozen ? '■' : '□'} ${isFrozen ? words().frozen : words().provisional}</span>
      · ${words().freshness(formatDay(night), formatTime(published_at))} ·
      <span class=${late > 0 ? 'late' : ''}
        >${late > 0 ? '◆' : '●'} ${words().lateSources(late, sources.length)}</span
      >
    </p>`;
  }

  private renderNights({nights}: FrameAnswer) {
    const {asOf, compare} = this.state.now;
    const night = nightFor(nights, asOf);
    return html`<night-picker
      .nights=${nights}
      .night=${night ?? ''}
      .comparedWith=${comparedFor(nights, night, compare)}
    ></night-picker>`;
  }

  private renderToggles() {
    const {theme, language} = this.state.now;
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? null;
    const other = language === 'vi' ? 'en' : 'vi';
    return html`<div class="toggles">
      <button type="button" @click=${() => this.state.change({theme: next})}>
        ${words().theme[theme ?? 'system']}
      </button>
      <button type="button" lang=${other} @click=${() => this.state.change({language: other})}>
        ${words().otherLanguage}
      </button>
      <button type="button" class="wide" @click=${() => window.print()}>${words().print}</button>
      <button type="button" class="wide" @click=${() => this.help.show()}>${words().keyHelp.button}</button>
    </div>`;
  }

  private renderOtherNight({nights}: FrameAnswer) {
    const {asOf} = this.state.now;
    const night = nightFor(nights, asOf);
    if (asOf === null || night === null || asOf === night) return nothing;
    return html`<p class="other-night" role="status">
      ${words().otherNight(formatDate(asOf), formatDate(night))}
    </p>`;
  }

  /** A version published meanwhile is shown at once; what the reader has chosen stays, for it is in the address. */
  private listen() {
    this.events = new EventSource('/api/v1/events');
    const onVersion = (event: MessageEvent<string>) => {
      const {version, night} = JSON.parse(event.data) as {version: string; night: string};
      if (this.frame.value === undefined || this.frame.value.version === version) return;
      this.news = words().published(formatDate(night));
      tellNews();
    };
    this.events.addEventListener('in_force', onVersion);
    this.events.addEventListener('published', onVersion);
  }

  private readonly onTrail = (event: CustomEvent<readonly Crumb[]>) => {
    this.trail = event.detail;
  };

  /** A link to a page of ours changes the page without loading everything anew. */
  private readonly onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((place) => place instanceof HTMLAnchorElement);
    if (!link || link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    if (link.hasAttribute('download') || link.target !== '' || link.getAttribute('href')?.startsWith('#'))
      return;
    event.preventDefault();
    goTo(link.href);
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (this.awaitsPage) {
      this.awaitsPage = false;
      const pages = this.session.now ? listedRoutes(this.session.now) : [];
      const chosen = pages.find(({route}) => route.key === event.key);
      if (chosen) goTo(hrefOf(chosen.path));
      return;
    }
    if (event.key === 'g') this.awaitsPage = true;
    if (event.key === '?') this.help.show();
    if (event.key === 't') this.toggleTables();
    if (event.key === '/') {
      event.preventDefault();
      this.search.focus();
    }
  };

  /** Opens the tables of all figures on the page, or closes them when any is open. */
  private toggleTables() {
    const names: string[] = [];
    window.dispatchEvent(new CustomEvent('figures', {detail: names}));
    this.state.change({tables: this.state.now.tables.length > 0 ? [] : names});
  }

  /** A fragment does not reach inside a shadow root, so a button moves the focus by hand. */
  private readonly skip = () => {
    this.content.focus();
    this.content.scrollIntoView();
  };

  static override styles = [controlStyles, frameStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'app-frame': AppFrame;
  }

  interface WindowEventMap {
    /** Asks the figures on the page to add their names to the list. */
    figures: CustomEvent<string[]>;
  }
}
