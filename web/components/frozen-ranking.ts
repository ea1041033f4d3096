import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {FrozenRankingAnswer, RankingAnswer} from '../../api/answers.ts';
import {fetchFrozenRanking, frozenRankingFile} from '../campaign-client.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {words} from '../labels/words.ts';
import {controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** A ranking as it was frozen, made again to prove it, with tonight's ranks beside those that differ. */
@customElement('frozen-ranking')
export class FrozenRanking extends LitElement {
  @property({type: Number}) freeze = 0;
  @property() kind: RankingAnswer['kind'] = 'province';

  private readonly frozen = new Task(this, {
    task: ([freeze, kind], {signal}) => fetchFrozenRanking(freeze, kind, signal),
    args: () => [this.freeze, this.kind] as const,
  });

  override render() {
    return this.frozen.render({
      pending: () => html`<p role="status">${words().loading}</p>`,
      complete: (answer) => this.renderAnswer(answer),
      error: (error) => html`<p role="alert">${(error as Error).message}</p>`,
    });
  }

  private renderAnswer({rows, verification}: FrozenRankingAnswer) {
    const {freeze, whatIf, kinds} = rankingWords();
    const shown = rows.filter(({rank, differs}) => rank !== null || differs);
    const different = rows.filter(({differs}) => differs).length;
    return html`<p>
        <strong class=${verification.matches ? '' : 'alarm'}
          >${verification.matches ? freeze.verified : freeze.broken}</strong
        >
      </p>
      <p>${freeze.differences(different, rows.length)}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(freeze.frozenColumns[0]!)}>
        <table>
          <thead>
            <tr>
              ${freeze.frozenColumns.map((column) => html`<th scope="col">${column || html`<span class="unseen">${freeze.isDifferent}</span>`}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              ({id, name, rank, rank_tonight, differs}) =>
                html`<tr>
                  <td>${rank ?? whatIf.none}</td>
                  <th scope="row">${name ?? id}</th>
                  <td>${rank_tonight ?? whatIf.none}</td>
                  <td>${differs ? freeze.isDifferent : ''}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${verification.matches ? freeze.verified : freeze.broken}
        .summary=${freeze.differences(different, rows.length)}
        .subtitle=${freeze.about(kinds[this.kind])}
        .file=${(format: 'csv' | 'xlsx') => frozenRankingFile(this.freeze, this.kind, format)}
      ></table-ways>`;
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }

      .scroll {
        position: relative;
        overflow: auto;
        max-height: 26rem;
      }

      .alarm {
        color: var(--alarm);
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
    'frozen-ranking': FrozenRanking;
  }
}
