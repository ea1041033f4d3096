import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {NominationShown} from '../../api/answers.ts';
import {formatDate} from '../format.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {language, words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** Two to four nominations side by side. */
@customElement('nomination-comparison')
export class NominationComparison extends LitElement {
  @property({attribute: false}) nominations: readonly NominationShown[] = [];
  @property({attribute: false}) awards: ReadonlyMap<string, string> = new Map();

  private readonly state = new UrlState(this);

  override render() {
    const {compare, states, detail} = awardsWords();
    const heading = compare.title(this.nominations.length);
    const lines: Record<keyof typeof compare.rows, (row: NominationShown) => string> = {
      award: ({award}) => this.awards.get(award) ?? award,
      proposer: ({proposer_name, nominated_by}) => proposer_name ?? nominated_by,
      rank: ({rank, takes_part}) =>
        rank === null ? (takes_part ? detail.noRank : detail.takesNoPart) : String(rank),
      priority: ({priority}) => String(priority ?? '–'),
      received: ({received_on}) => formatDate(received_on),
      state: ({state}) => states[state],
      missing: ({missing}) => missing.map((paper) => detail.papers[paper]).join(', ') || '–',
      obstacles: ({obstacles}) =>
        obstacles.map(({label, label_en}) => (language() === 'en' ? label_en : label)).join('; ') || '–',
    };
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <thead>
            <tr>
              <td></td>
              ${this.nominations.map(
                ({nominee_name, nominee_id}) => html`<th scope="col">${nominee_name ?? nominee_id}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${(Object.keys(lines) as (keyof typeof lines)[]).map(
              (line) =>
                html`<tr>
                  <th scope="row">${compare.rows[line]}</th>
                  ${this.nominations.map((row) => html`<td>${lines[line](row)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" @click=${() => this.state.choose({compare: null})}>${compare.clear}</button>
      </p>
    </section>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        position: relative;
        overflow-x: auto;
      }

      td {
        vertical-align: top;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'nomination-comparison': NominationComparison;
  }
}
