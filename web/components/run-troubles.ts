import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {StatusAnswer} from '../../api/answers.ts';
import {formatCount, formatDate, formatMoment} from '../format.ts';
import {operationsWords} from '../labels/operations-words.ts';
import {blockStyles} from './shared-styles.ts';

/** What the last run could not take in or build, in sentences. */
@customElement('run-troubles')
export class RunTroubles extends LitElement {
  @property({attribute: false}) run: StatusAnswer['last_run'] = null;

  override render() {
    const {refused = [], broken = []} = this.run ?? {};
    const words = operationsWords();
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${words.troubleTitle(refused.length + broken.length)}</h2>
      <p class="subtitle">
        ${this.run ? words.lastRun(formatMoment(this.run.finished_at), this.run.landed) : words.noRun}
      </p>
      <ul>
        ${broken.map(
          ({night, checks}) =>
            html`<li>
              <strong>◆ ${words.broken(formatDate(night))}</strong>
              ${checks.map(({check, offenders}) => html`<p>${words.check(check, formatCount(offenders))}</p>`)}
            </li>`,
        )}
        ${refused.map(
          ({delivery, reasons}) =>
            html`<li>
              <strong>◆ ${words.refused(delivery)}</strong>
              ${reasons.map((reason) => html`<p>${reason}</p>`)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  static override styles = [
    blockStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: var(--space-2) 0;
        border-top: 1px solid var(--rule);
        font-size: var(--text-small);
        overflow-wrap: anywhere;
      }

      p {
        margin: 0;
      }

      strong {
        color: var(--alarm);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'run-troubles': RunTroubles;
  }
}
