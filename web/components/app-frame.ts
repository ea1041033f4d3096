import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {OverviewAnswer} from '../../api/answers.ts';
import {formatDate, formatDay, formatTime} from '../format.ts';
import {words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import './night-picker.ts';
import './reader-chip.ts';
import {controlStyles} from './shared-styles.ts';

/** What the frame tells about the figures inside it. */
export type FrameFacts = Pick<
  OverviewAnswer,
  'as_of' | 'night' | 'nights' | 'version' | 'demo' | 'compared_with' | 'published_at' | 'sources'
>;

const themes = [null, 'light', 'dark'] as const;

/** What every page has around it: names, nights, freshness, language, theme, the pages, and the way past them. */
@customElement('app-frame')
export class AppFrame extends LitElement {
  /** Null until the first answer. */
  @property({attribute: false}) facts: FrameFacts | null = null;
  @query('main') private readonly content!: HTMLElement;

  private readonly state = new UrlState(this);

  override render() {
    return html`
      <header>
        <a class="skip" href="#content" @click=${this.skip}>${words().skip}</a>
        ${this.facts?.demo ? html`<p class="demo" role="note">${words().demo}</p>` : nothing}
        <div class="bar">
          <div class="names">
            <p class="system">${words().system} <span>· ${words().warehouse}</span></p>
            <p class="freshness">
              ${words().scope} ${this.facts ? this.renderFreshness(this.facts) : nothing}
            </p>
          </div>
          ${this.facts ? this.renderNights(this.facts) : nothing} ${this.renderToggles()}
        </div>
      </header>
      <div class="body">
        <div class="side">
          <nav aria-label=${words().pages}>
            <a href="./" aria-current="page">${words().overview}</a>
          </nav>
          <reader-chip></reader-chip>
        </div>
        <main id="content" tabindex="-1">
          ${this.renderOtherNight()}
          <slot></slot>
          ${
            this.facts
              ? html`<footer>
                  ${words().sources} ${words().footer(this.facts.version)}.
                  <span class="no-print">${words().keys}</span>
                </footer>`
              : nothing
          }
        </main>
      </div>
    `;
  }

  private renderFreshness({night, published_at, sources}: FrameFacts) {
    const late = sources.filter((source) => source.late).length;
    return html`· ${words().freshness(formatDay(night), formatTime(published_at))} ·
      <span class=${late > 0 ? 'late' : ''}
        >${late > 0 ? '◆' : '●'} ${words().lateSources(late, sources.length)}</span
      >`;
  }

  private renderNights({nights, night, compared_with}: FrameFacts) {
    return html`<night-picker
      .nights=${nights}
      .night=${night}
      .comparedWith=${compared_with}
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
      <button type="button" class="printer" @click=${() => window.print()}>${words().print}</button>
    </div>`;
  }

  private renderOtherNight() {
    if (!this.facts || this.facts.as_of === this.facts.night) return nothing;
    const {as_of, night} = this.facts;
    return html`<p class="other-night" role="status">
      ${words().otherNight(formatDate(as_of), formatDate(night))}
    </p>`;
  }

  /** A fragment does not reach inside a shadow root, so the focus is moved by hand. */
  private readonly skip = (event: Event) => {
    event.preventDefault();
    this.content.focus();
    this.content.scrollIntoView();
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      p {
        margin: 0;
      }

      .skip {
        position: absolute;
        z-index: 2;
        top: -4rem;
        left: var(--space-4);
        padding: var(--space-2) var(--space-4);
        background: var(--accent);
        color: var(--on-accent);
      }

      .skip:focus {
        top: 0;
      }

      .demo {
        padding: 0.2rem var(--space-4);
        background: var(--notice);
        color: var(--notice-ink);
        font-size: var(--text-small);
        font-weight: 700;
        text-align: center;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        padding: var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--rule);
        background: var(--paper);
      }

      .system {
        font-weight: 700;
      }

      .system span {
        font-weight: 400;
      }

      .freshness {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .freshness span {
        white-space: nowrap;
      }

      .late {
        color: var(--alarm);
        font-weight: 500;
      }

      .toggles {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-left: auto;
      }

      .body {
        display: grid;
        grid-template-columns: 7.5rem minmax(0, 1fr);
      }

      nav {
        padding: var(--space-4) 0 0 var(--space-3);
      }

      reader-chip {
        padding: var(--space-5) 0 0 var(--space-3);
      }

      nav a {
        display: block;
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid transparent;
        color: var(--ink);
        text-decoration: none;
      }

      nav a[aria-current] {
        border-left-color: var(--accent);
        color: var(--accent);
        font-weight: 700;
      }

      main {
        min-width: 0;
        max-width: 90rem;
        padding: var(--space-3) var(--space-4) var(--space-5);
      }

      main:focus {
        outline: none;
      }

      .other-night {
        margin-bottom: var(--space-3);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
      }

      footer {
        margin-top: var(--space-4);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      @media (max-width: 60rem) {
        .body {
          grid-template-columns: minmax(0, 1fr);
        }

        .side {
          display: flex;
          flex-wrap: wrap;
          justify-content: space-between;
          border-bottom: 1px solid var(--rule);
          background: var(--paper);
        }

        nav {
          display: flex;
          padding: 0 var(--space-2);
        }

        reader-chip {
          padding: var(--space-1) var(--space-3);
        }

        nav a {
          border-bottom: 3px solid transparent;
          border-left: 0;
        }

        nav a[aria-current] {
          border-bottom-color: var(--accent);
        }
      }

      @media (max-width: 40rem) {
        main {
          padding: var(--space-3) var(--space-3) var(--space-5);
        }

        .bar {
          padding: var(--space-2) var(--space-3);
        }

        .toggles {
          margin-left: 0;
        }

        .printer {
          display: none;
        }
      }

      @media (max-width: 24rem) {
        main {
          padding-inline: var(--space-2);
        }
      }

      @media print {
        .side,
        .skip {
          display: none;
        }

        .body {
          display: block;
        }

        .bar,
        main {
          padding: 0 0 6pt;
          background: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'app-frame': AppFrame;
  }
}
