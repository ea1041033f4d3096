import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {ProblemHints} from '../../api/answers.ts';
import {sqlWords} from '../labels/sql-words.ts';
import {controlStyles} from './shared-styles.ts';

/** What is wrong with a query, and names to put in the place of the one nobody knows. */
@customElement('query-failure')
export class QueryFailure extends LitElement {
  @property() sentence = '';
  @property({attribute: false}) hints: ProblemHints = {};

  override render() {
    const {line, column, candidates = []} = this.hints;
    return html`<div class="failure" role="alert">
      <p>
        ${line !== undefined && column !== undefined ? sqlWords().place(line, column) : ''} ${this.sentence}
      </p>
      ${
        candidates.length > 0
          ? html`<p class="ways">
              ${candidates
                .slice(0, 5)
                .map(
                  (name) =>
                    html`<button
                      type="button"
                      @click=${() => this.dispatchEvent(new CustomEvent('replace', {detail: name}))}
                    >
                      ${sqlWords().replaceWith(name)}
                    </button>`,
                )}
            </p>`
          : nothing
      }
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      .failure {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--alarm);
        background: var(--alarm-soft);
      }

      p {
        margin: 0;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-top: var(--space-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'query-failure': QueryFailure;
  }
}
