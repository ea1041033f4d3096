import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {NightsAnswer, RecentNight} from '../../api/answers.ts';
import {formatBytes, formatDate, formatDay} from '../format.ts';
import {nightWords} from '../labels/night-words.ts';
import './figure-frame.ts';

/** The last thirty nights, a square each: published, held, not built, refused or missing. */
@customElement('night-strip')
export class NightStrip extends LitElement {
  @property({attribute: false}) nights!: NightsAnswer;

  override render() {
    const {rows, from, to, storage} = this.nights;
    const text = nightWords();
    const count = (...states: RecentNight['state'][]) =>
      rows.filter(({state}) => states.includes(state)).length;
    const {version_bytes, versions_bytes, free_bytes, disk_bytes} = storage;
    return html`<figure-frame
      name="nights"
      .heading=${text.title(count('published'), rows.length, count('held'), count('broken', 'refused'))}
      .subtitle=${text.subtitle(formatDate(from), formatDate(to))}
      .summary=${text.summary(count('missing'))}
      .table=${{
        columns: text.columns,
        rows: rows
          .toReversed()
          .map(({night, state, reasons}) => [
            formatDate(night),
            text.states[state],
            reasons.length === 0 ? '–' : reasons.join(' '),
          ]),
      }}
    >
      <ol>
        ${rows.map((night) => this.renderNight(night))}
      </ol>
      <p class="small">${Object.values(text.states).join(' · ')}</p>
      <p class="small">
        ${text.storage(
          formatBytes(version_bytes),
          formatBytes(versions_bytes),
          formatBytes(free_bytes),
          formatBytes(disk_bytes),
        )}
      </p>
    </figure-frame>`;
  }

  private renderNight({night, state, reasons}: RecentNight) {
    const {states, of} = nightWords();
    const [shape, ...word] = states[state].split(' ');
    return html`<li class=${state} title=${[of(formatDate(night), word.join(' ')), ...reasons].join('. ')}>
      <span aria-hidden="true">${shape}</span>
      <span class="day">${formatDay(night)}</span>
      <span class="unseen">${word.join(' ')}</span>
    </li>`;
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    ol {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(2.75rem, 1fr));
      gap: 2px;
      margin: 0 0 var(--space-2);
      padding: 0;
      list-style: none;
    }

    li {
      display: grid;
      justify-items: center;
      padding: var(--space-1) 0;
      border: 1px solid var(--rule);
      background: var(--paper);
      font-size: 1rem;
      line-height: 1.2;
      break-inside: avoid;
    }

    .published {
      color: var(--accent);
    }

    .held,
    .broken,
    .refused {
      border-color: var(--alarm);
      background: var(--alarm-soft);
      color: var(--alarm);
      font-weight: 700;
    }

    .missing,
    .small {
      color: var(--ink-soft);
    }

    .day {
      color: var(--ink);
      font-size: 0.75rem;
      font-variant-numeric: tabular-nums;
      font-weight: 400;
    }

    .small {
      margin: 0 0 var(--space-1);
      font-size: var(--text-small);
    }

    .unseen {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      margin: -1px;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'night-strip': NightStrip;
  }
}
