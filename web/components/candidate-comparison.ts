import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ComparisonAnswer, RankedRow, UnrankedRow} from '../../api/answers.ts';
import {fetchComparison, type AskedRanking} from '../campaign-client.ts';
import {candidateName} from '../findings/places.ts';
import {gateValue} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import type {CandidateField} from './candidate-field.ts';
import './candidate-field.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** Any two candidates side by side: which is before the other, and the first key in which they differ. */
@customElement('candidate-comparison')
export class CandidateComparison extends LitElement {
  @property({attribute: false}) candidates: readonly (RankedRow | UnrankedRow)[] = [];
  /** Whether there are more candidates than these. */
  @property({type: Boolean}) partial = false;
  @property({attribute: false}) asked!: AskedRanking;

  private readonly state = new UrlState(this);

  private readonly comparison = new Task(this, {
    task: async ([{kind, asOf}, first, second], {signal}) =>
      first && second ? fetchComparison({kind, asOf}, {first, second}, signal) : null,
    args: () => [this.asked, this.state.now.choices['first'], this.state.now.choices['second']] as const,
  });

  override render() {
    const {compare} = rankingWords();
    const {first = '', second = ''} = this.state.now.choices;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${compare.heading}</h2>
      <p class="subtitle">${compare.advice}</p>
      <div class="pair">
        <candidate-field
          label=${compare.first}
          value=${first}
          .candidates=${this.candidates}
          ?partial=${this.partial}
          @chosen=${(event: Event) => this.choose('first', event)}
        ></candidate-field>
        <candidate-field
          label=${compare.second}
          value=${second}
          .candidates=${this.candidates}
          ?partial=${this.partial}
          @chosen=${(event: Event) => this.choose('second', event)}
        ></candidate-field>
      </div>
      <div aria-live="polite">
        ${this.comparison.render({
          pending: () => html`<p>${compare.pending}</p>`,
          complete: (answer) => (answer ? this.renderAnswer(answer) : ''),
          error: (error) => html`<p role="alert">${(error as Error).message}</p>`,
        })}
      </div>
    </section>`;
  }

  private renderAnswer({first, second, keys, sentence}: ComparisonAnswer) {
    const {compare, why} = rankingWords();
    return html`<p class="sentence">${sentence[language()]}</p>
      <table>
        <thead>
          <tr>
            ${compare
              .columns(candidateName(first), candidateName(second))
              .map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${keys.map(
            ({key, label, first: one, second: other, decides}) =>
              html`<tr class=${decides ? 'decides' : ''}>
                <th scope="row">${label[language()]}${decides ? ` ${why.decides}` : ''}</th>
                <td>${gateValue(one, key)}</td>
                <td>${gateValue(other, key)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  private choose(which: 'first' | 'second', event: Event) {
    this.state.choose({[which]: (event.target as CandidateField).value || null});
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: var(--space-3);
      }

      .sentence {
        margin: var(--space-3) 0;
        font-weight: 700;
      }

      .decides > * {
        font-weight: 700;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'candidate-comparison': CandidateComparison;
  }
}
