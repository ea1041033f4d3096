import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {WhatIfAnswer} from '../../api/answers.ts';
import {fetchWhatIf, type AskedRanking} from '../campaign-client.ts';
import {candidateName, typedShare} from '../findings/places.ts';
import {gateValue} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language, words} from '../labels/words.ts';
import {fieldStyles} from './field-styles.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** The thresholds that may be tried, by their names in the API and in the words of the page. */
const shares = [
  ['quality', 'quality'],
  ['new_files_entered', 'newFiles'],
  ['money', 'money'],
] as const;

/** Other thresholds tried beside the record: looks unlike the record everywhere, and keeps nothing. */
@customElement('what-if-panel')
export class WhatIfPanel extends LitElement {
  @property({attribute: false}) asked!: AskedRanking;
  @state() private answer: WhatIfAnswer | null = null;
  @state() private refusal = '';
  @state() private isBusy = false;

  override render() {
    const {whatIf} = rankingWords();
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">◇ ${whatIf.heading}</h2>
      <p class="subtitle">${whatIf.advice}</p>
      <form class="no-print" @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <div class="fields">
          ${shares.map(
            ([name, label]) =>
              html`<label class="field">
                <span>${whatIf[label]}</span>
                <input name=${name} inputmode="decimal" autocomplete="off" />
              </label>`,
          )}
          <label class="field">
            <span>${whatIf.finished}</span>
            <input name="finished_on_time" type="date" />
          </label>
        </div>
        <div class="actions">
          <button type="submit" ?disabled=${this.isBusy}>${whatIf.run}</button>
          ${this.answer ? html`<button type="reset" @click=${this.clear}>${whatIf.clear}</button>` : nothing}
        </div>
      </form>
      ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
      <div aria-live="polite">${this.answer ? this.renderAnswer(this.answer) : nothing}</div>
    </section>`;
  }

  private renderAnswer({rows, changed}: WhatIfAnswer) {
    const {whatIf, table} = rankingWords();
    const moved = rows.filter(({rank, other_rank}) => rank !== other_rank);
    return html`<p><strong>${whatIf.result(moved.length)}</strong></p>
      <ul>
        ${changed.map(
          ({rule, label, record, tried}) =>
            html`<li>
              ${whatIf.changed(label[language()], gateValue(record, rule), gateValue(tried, rule))}
            </li>`,
        )}
      </ul>
      ${
        moved.length === 0
          ? nothing
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(whatIf.heading)}>
              <table>
                <thead>
                  <tr>
                    ${whatIf.columns.map(
                      (column, index) => html`<th scope="col" class=${index ? 'number' : ''}>${column}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${moved.map((row) => {
                    const steps = row.moved ?? 0;
                    return html`<tr>
                      <th scope="row">${candidateName(row)}</th>
                      <td class="number">${row.other_rank ?? whatIf.none}</td>
                      <td class="number">${row.rank ?? whatIf.none}</td>
                      <td class="number">
                        ${steps > 0 ? table.up(steps) : steps < 0 ? table.down(-steps) : '–'}
                      </td>
                    </tr>`;
                  })}
                </tbody>
              </table>
            </div>`
      }`;
  }

  private readonly clear = () => {
    this.answer = null;
    this.refusal = '';
  };

  private readonly onSubmit = async (event: Event) => {
    event.preventDefault();
    const {whatIf} = rankingWords();
    const {elements} = event.target as HTMLFormElement;
    const textOf = (name: string) => (elements.namedItem(name) as HTMLInputElement).value.trim();
    const tried: Record<string, string> = {};
    this.refusal = '';
    for (const [name, label] of shares) {
      if (textOf(name) === '') continue;
      const share = typedShare(textOf(name));
      if (share === null) {
        this.refusal = whatIf.wrongPercent(whatIf[label]);
        return;
      }
      tried[name] = share;
    }
    if (textOf('finished_on_time')) tried['finished_on_time'] = textOf('finished_on_time');
    if (Object.keys(tried).length === 0) {
      this.refusal = whatIf.nothing;
      return;
    }
    this.isBusy = true;
    try {
      this.answer = await fetchWhatIf(this.asked, tried, new AbortController().signal);
    } catch (error) {
      this.refusal = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    fieldStyles,
    css`
      .block {
        border: 2px dashed var(--rule-strong);
        background: repeating-linear-gradient(135deg, var(--paper) 0 14px, var(--tint-1) 14px 15px);
      }

      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
        gap: var(--space-3);
        align-items: end;
      }

      .scroll {
        position: relative;
        overflow: auto;
        max-height: 26rem;
        background: var(--paper);
      }

      @media print {
        .block {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'what-if-panel': WhatIfPanel;
  }
}
