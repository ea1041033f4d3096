import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {SignalsAnswer} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {mostFound, signalsByUnit, type UnitSignals} from '../findings/signals.ts';
import {formatCount, formatDate} from '../format.ts';
import {signalWords} from '../labels/signal-words.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchSignals, fileOfSignals, type AskedSignals} from '../quality-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './signal-examples.ts';
import {sortHeader, sortHeaderStyles} from './sort-header.ts';
import './table-ways.ts';

/** Where entry looks as if it was made for form's sake: each sign, the units it was found at, a few examples. */
@customElement('signal-table')
export class SignalTable extends LitElement {
  /** Null for the nation. */
  @property() unit: string | null = null;
  /** The level of the units that are counted. */
  @property() level = 'province';
  /** What the figures are about, in words. */
  @property() place = '';

  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: ([unit, level, asOf], {signal}) => fetchSignals({unit, level, asOf}, signal),
    args: () => {
      const {unit, level, asOf} = this.asked();
      return [unit, level, asOf, this.news.now] as const;
    },
  });

  override render() {
    return this.found.render({
      pending: () =>
        this.found.value ? this.renderFound(this.found.value) : html`<page-state></page-state>`,
      complete: (answer) => this.renderFound(answer),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.found.run()}
        ></page-state>`,
    });
  }

  private renderFound(answer: SignalsAnswer) {
    return html`<div class="parts">
      ${this.renderSignals(answer)} ${answer.rows.length > 0 ? this.renderUnits(answer) : nothing}
      ${answer.examples.length > 0 ? html`<signal-examples .answer=${answer}></signal-examples>` : nothing}
    </div>`;
  }

  private renderSignals(answer: SignalsAnswer) {
    const text = signalWords();
    const heading = this.heading(answer);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${text.subtitle(this.place, formatDate(answer.night))}</p>
      <p class="note">${text.notScored}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${text.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${text.signal}</th>
              <th scope="col" class="number">${text.occurrences}</th>
              <th scope="col" class="wide">${text.meaning}</th>
            </tr>
          </thead>
          <tbody>
            ${answer.signals.map(
              ({label, counted, meaning, occurrences}) =>
                html`<tr>
                  <th scope="row">${label[language()]}</th>
                  <td class="number">${formatCount(occurrences)} ${counted[language()]}</td>
                  <td class="wide">${meaning[language()]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderUnits(answer: SignalsAnswer) {
    const text = signalWords();
    const order = this.state.now.choices['order'] ?? 'name';
    const lines = signalsByUnit(answer.rows, order);
    const heading = text.units.title(lines.length);
    const sort = (next: string) => this.state.choose({order: next === 'name' ? null : next});
    return html`<section class="block" aria-labelledby="units">
      <h2 id="units">${heading}</h2>
      <p class="subtitle">${text.units.subtitle(formatDate(answer.night))}</p>
      <div class="scroll tall" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${text.units.caption}
          </caption>
          <thead>
            <tr>
              ${sortHeader({column: 'name', label: text.units.unit, order, isNumber: false}, sort)}
              ${answer.signals.map(({signal, label}) =>
                sortHeader({column: signal, label: label[language()], order}, sort),
              )}
            </tr>
          </thead>
          <tbody>
            ${lines.map((line) => this.renderUnit(line, answer))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${text.units.subtitle(formatDate(answer.night))}
        .file=${(format: 'csv' | 'xlsx') => fileOfSignals(this.asked(), format)}
      >
      </table-ways>
    </section>`;
  }

  private renderUnit({unit_id, unit_name, found}: UnitSignals, {signals}: SignalsAnswer) {
    const href = hrefOf('/chat-luong', {choices: {unit: unit_id, view: 'signals'}});
    return html`<tr>
      <th scope="row">
        ${
          unit_id === this.unit
            ? shortOfficeName(unit_name)
            : html`<a href=${href} title=${unit_name}>${shortOfficeName(unit_name)}</a>`
        }
      </th>
      ${signals.map(({signal}) => html`<td class="number">${formatCount(found[signal] ?? 0)}</td>`)}
    </tr>`;
  }

  private heading(answer: SignalsAnswer): string {
    const most = mostFound(answer);
    if (!most) return signalWords().titleNone;
    const {label, occurrences, counted} = most;
    return signalWords().title(label[language()], formatCount(occurrences), counted[language()]);
  }

  private asked(): AskedSignals {
    return {unit: this.unit, level: this.level, asOf: this.state.now.asOf};
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    sortHeaderStyles,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .block {
        container-type: inline-size;
      }

      .note {
        margin: 0 0 var(--space-3);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
        font-size: var(--text-small);
      }

      .scroll {
        overflow: auto;
      }

      .tall {
        max-height: 34rem;
      }

      .tall thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      @container (max-width: 34rem) {
        .wide {
          display: none;
        }
      }

      @media print {
        .tall {
          max-height: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'signal-table': SignalTable;
  }
}
