import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {CampaignAnswer, RankingAnswer} from '../../api/answers.ts';
import {gateValue} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language, words} from '../labels/words.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** The rules a ranking is made by: its gates and its keys in order, each with the clause it comes from, and its hash. */
@customElement('ranking-rules')
export class RankingRules extends LitElement {
  @property({attribute: false}) campaign!: CampaignAnswer;
  @property({attribute: false}) ranking!: RankingAnswer;

  override render() {
    const {rules, hash, hashFrozen} = rankingWords();
    const {frozen} = this.ranking;
    return html`<details class="block">
      <summary>${rules.heading}</summary>
      <h3>${rules.gates}</h3>
      <ul>
        ${this.gates().map(
          ({gate, label, threshold, is_flag, by_default, letter, clause}) =>
            html`<li>
              <strong>${label[language()]}</strong>:
              ${threshold === null ? rules.noThreshold : gateValue(threshold, gate)}
              <span class="small"
                >(${[words().letter(letter, clause), is_flag ? rules.flag : by_default ? rules.byDefault : '']
                  .filter(Boolean)
                  .join('; ')})</span
              >
            </li>`,
        )}
      </ul>
      <h3>${rules.keys}</h3>
      <ol>
        ${this.campaign.keys.map(
          ({label, direction, resolution, letter, clause}) =>
            html`<li>
              <strong>${label[language()]}</strong>,
              ${rules[direction]}${resolution ? `, ${rules.resolution[resolution]}` : ''}
              <span class="small">(${words().letter(letter, clause)})</span>
            </li>`,
        )}
      </ol>
      <p>${rules.tie}</p>
      <p class="small">${hash}: <code>${this.ranking.hash}</code></p>
      ${
        frozen && frozen.hash !== this.ranking.hash
          ? html`<p class="small">${hashFrozen}: <code>${frozen.hash}</code></p>`
          : ''
      }
    </details>`;
  }

  private gates() {
    const {kind} = this.ranking;
    const appliesTo = kind === 'individual' ? 'individual' : 'collective';
    return this.campaign.gates.filter((gate) => gate.applies_to === appliesTo);
  }

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      .block {
        height: auto;
        font-size: var(--text-small);
      }

      summary {
        min-height: 1.5rem;
        font-weight: 700;
        cursor: pointer;
      }

      h3 {
        margin: var(--space-3) 0 var(--space-1);
        font-size: var(--text-small);
      }

      ul,
      ol {
        margin: 0;
        padding-left: 1.25rem;
      }

      code {
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ranking-rules': RankingRules;
  }
}
