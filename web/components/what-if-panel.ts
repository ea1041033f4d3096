import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {CampaignAnswer, WhatIfAnswer} from '../../api/answers.ts';
import {fetchWhatIf, whatIfFile, type AskedRanking} from '../campaign-client.ts';
import {candidateName, typedShare} from '../findings/places.ts';
import {movedRows, movesIn, trialsOf, type Trial} from '../findings/what-if.ts';
import {formatRate} from '../format.ts';
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
  @property({attribute: false}) campaign!: CampaignAnswer;
  @state() private answer: WhatIfAnswer | null = null;
  /** What the answer was asked with. */
  @state() private tried: Readonly<Record<string, string>> = {};
  @state() private refusal = '';
  @state() private isBusy = false;

  override render() {
    const {whatIf} = rankingWords();
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">◇ ${whatIf.heading}</h2>
      <p class="subtitle">${whatIf.advice}</p>
      ${this.renderTrials()}
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
      <div aria-live="polite">
        ${this.answer?.kind === this.asked.kind ? this.renderAnswer(this.answer) : nothing}
      </div>
    </section>`;
  }

  private renderTrials() {
    const {whatIf} = rankingWords();
    const appliesTo = this.asked.kind === 'individual' ? 'individual' : 'collective';
    return html`<div class="trials no-print" role="group" aria-label=${whatIf.trials}>
      ${trialsOf(this.campaign, appliesTo).map(
        (trial) =>
          html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.tryOne(trial)}>
            ${whatIf.trial[trial.kind](formatRate(trial.share))}
          </button>`,
      )}
    </div>`;
  }

  private renderAnswer(answer: WhatIfAnswer) {
    const {whatIf, table} = rankingWords();
    const {changed} = answer;
    const moved = movedRows(answer);
    return html`<p><strong>◇ ${whatIf.result(movesIn(answer))}</strong></p>
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
      }
      <p class="small no-print">
        <a href=${whatIfFile(this.asked, this.tried, 'xlsx')} download>${whatIf.file}</a>
      </p>`;
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
    await this.ask(tried);
  };

  private tryOne({ask}: Trial) {
    this.refusal = '';
    void this.ask(ask);
  }

  private async ask(tried: Readonly<Record<string, string>>) {
    this.isBusy = true;
    try {
      this.answer = await fetchWhatIf(this.asked, tried, new AbortController().signal);
      this.tried = tried;
    } catch (error) {
      this.refusal = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }

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

      .trials {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-3);
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

      @media print {
        .scroll {
          max-height: none;
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
