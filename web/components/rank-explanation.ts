import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ExplanationAnswer} from '../../api/answers.ts';
import {fetchExplanation, type AskedRanking} from '../campaign-client.ts';
import {candidateName, rankInterval} from '../findings/places.ts';
import {formatDate, formatRate} from '../format.ts';
import {gateValue} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language, words} from '../labels/words.ts';
import {SessionState} from '../session.ts';
import {hrefOf} from '../url-state.ts';
import {controlStyles, tableStyles} from './shared-styles.ts';

type Gate = ExplanationAnswer['gates'][number];

/** Why somebody stands where they stand: gates, keys beside the neighbours', the one that decided, how firm it is. */
@customElement('rank-explanation')
export class RankExplanation extends LitElement {
  @property({attribute: false}) asked!: AskedRanking;
  @property() candidate = '';

  /** The evidence that was copied last, and whether it was. */
  @state() private copied: {evidence: string; said: string} | null = null;

  private readonly session = new SessionState(this);

  private readonly explanation = new Task(this, {
    task: ([{kind, asOf}, candidate], {signal}) => fetchExplanation({kind, asOf}, candidate, signal),
    args: () => [this.asked, this.candidate] as const,
  });

  override render() {
    return this.explanation.render({
      pending: () => html`<p role="status">${words().loading}</p>`,
      complete: (answer) => this.renderAnswer(answer),
      error: (error) => html`<p role="alert">${(error as Error).message}</p>`,
    });
  }

  private renderAnswer(answer: ExplanationAnswer) {
    const {why} = rankingWords();
    const name = candidateName(answer);
    return html`<section aria-labelledby="heading">
      <h3 id="heading">
        ${answer.rank === null ? why.headingNone(name) : why.heading(name, `${answer.rank}/${answer.of}`)}
      </h3>
      ${answer.sentences.map((sentence) => html`<p>${sentence[language()]}</p>`)}
      ${answer.rank === null ? nothing : this.renderKeys(answer)} ${this.renderGates(answer)}
      ${this.renderStability(answer)}
      ${answer.women_share === null ? nothing : html`<p class="small">${why.women(formatRate(answer.women_share))}</p>`}
    </section>`;
  }

  private renderKeys({keys, above, below}: ExplanationAnswer) {
    const {why} = rankingWords();
    const columns = why.keyColumns(
      above ? why.above(candidateName(above), above.rank) : why.noneAbove,
      below ? why.below(candidateName(below), below.rank) : why.noneBelow,
    );
    return html`<h4>${why.keys}</h4>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(why.keys)}>
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${keys.map(
              ({key, label, value, exact, above: theirs, below: others, decides}) =>
                html`<tr class=${decides ? 'decides' : ''}>
                  <th scope="row">
                    ${label[language()]}${decides ? html` <span>${why.decides}</span>` : nothing}
                  </th>
                  <td>${above ? gateValue(theirs, key) : '–'}</td>
                  <td>
                    ${gateValue(value, key)}${
                      exact === null || exact === value
                        ? nothing
                        : html` <span class="small">(${gateValue(exact, key)})</span>`
                    }
                  </td>
                  <td>${below ? gateValue(others, key) : '–'}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  private renderGates({gates}: ExplanationAnswer) {
    const {why} = rankingWords();
    return html`<h4>${why.gates}</h4>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(why.gates)}>
        <table>
          <thead>
            <tr>
              ${why.gateColumns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${gates.map((gate) => this.renderGate(gate))}
          </tbody>
        </table>
      </div>`;
  }

  private renderGate({
    gate,
    label,
    value,
    threshold,
    passed,
    is_flag,
    by_default,
    letter,
    clause,
    evidence,
    matters,
  }: Gate) {
    const {why, rules} = rankingWords();
    return html`<tr>
      <th scope="row">
        ${label[language()]}
        ${matters.map(
          ({name, from, until}) =>
            html`<span class="small matter"
              >${why.matter(name, formatDate(from), until === null ? null : formatDate(until))}</span
            >`,
        )}
        <details class="no-print">
          <summary>${why.evidence}</summary>
          <pre tabindex="0">${evidence}</pre>
          ${this.renderWay(evidence)}
        </details>
      </th>
      <td>${gateValue(value, gate, threshold)}</td>
      <td>${threshold === null ? '–' : gateValue(threshold, gate)}</td>
      <td class="result ${passed || is_flag ? '' : 'alarm'}">
        ${passed ? why.passed : is_flag ? why.flag : why.failed}
      </td>
      <td class="small">${words().letter(letter, clause)}${by_default ? `; ${rules.byDefault}` : ''}</td>
    </tr>`;
  }

  /** Whoever writes SQL runs the evidence there; others take it along. */
  private renderWay(evidence: string) {
    const {why} = rankingWords();
    return this.session.now?.routes.includes('POST /query')
      ? html`<a href=${hrefOf('/sql', {choices: {sql: evidence}})}>${why.inSql}</a>`
      : html`<button type="button" @click=${() => this.copy(evidence)}>${why.copy}</button>
          <span role="status">${this.copied?.evidence === evidence ? this.copied.said : ''}</span>`;
  }

  private copy(evidence: string) {
    const {why} = rankingWords();
    void navigator.clipboard.writeText(evidence).then(
      () => (this.copied = {evidence, said: why.copied}),
      () => (this.copied = {evidence, said: why.notCopied}),
    );
  }

  private renderStability({rank, stability}: ExplanationAnswer) {
    const {why} = rankingWords();
    const between = rank === null ? null : rankInterval(rank, stability);
    return html`<h4>${why.stability}</h4>
      ${between ? html`<p><strong>${why.interval(between.best, between.worst, between.isLost)}</strong></p>` : nothing}
      <ul>
        ${stability.map(
          ({label, rank}) =>
            html`<li>${label[language()]}: ${rank === null ? why.stableNone : why.stableRank(rank)}</li>`,
        )}
      </ul>`;
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
        padding: var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--tint-1);
        font-size: var(--text-small);
        white-space: normal;
      }

      h3,
      h4 {
        margin: var(--space-3) 0 var(--space-1);
        font-size: var(--text);
      }

      h3 {
        margin-top: 0;
      }

      h4 {
        font-size: var(--text-small);
      }

      p,
      ul {
        margin: 0 0 var(--space-1);
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      .result {
        white-space: nowrap;
      }

      .scroll table {
        min-width: 34rem;
      }

      .decides > * {
        font-weight: 700;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }

      .small {
        color: var(--ink-soft);
        font-weight: 400;
      }

      .matter {
        display: block;
      }

      summary {
        min-height: 1.5rem;
        color: var(--accent);
        font-weight: 400;
        cursor: pointer;
      }

      pre {
        overflow-x: auto;
        max-width: 40rem;
        font-size: 0.75rem;
        font-weight: 400;
        white-space: pre-wrap;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rank-explanation': RankExplanation;
  }
}
