import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Pillar, UnitPageAnswer, UnitRule} from '../../api/answers.ts';
import {formatCount, formatDate, formatDay, formatRate, formatSignedCount} from '../format.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {unitWords} from '../labels/unit-words.ts';
import {language, words} from '../labels/words.ts';
import {fileOfRules} from '../unit-client.ts';
import {hrefOf} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** The rules of quality and how many of a unit's files break each, the most first. */
@customElement('rule-table')
export class RuleTable extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;
  /** Only the first so many that something breaks, with a link to the rest; null for all. */
  @property({attribute: false}) most: number | null = null;
  @property() pillar: Pillar | null = null;

  override render() {
    const {rules, unit, night, compared_with} = this.answer;
    const chosen = rules.filter(({pillar}) => this.pillar === null || pillar === this.pillar);
    const shown =
      this.most === null ? chosen : chosen.filter(({offenders}) => offenders > 0).slice(0, this.most);
    const rest = chosen.filter(({offenders}) => offenders > 0).length - shown.length;
    const heading = this.heading(chosen);
    const file = {level: unit.level, unit: unit.unit_id, night};
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${unitWords().rules.subtitle(unitNameShown(unit.unit_name), formatDate(night))}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${unitWords().rules.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${unitWords().rules.rule}</th>
              <th scope="col" class="wide">${unitWords().rules.pillar}</th>
              <th scope="col" class="number">${unitWords().rules.offenders}</th>
              <th scope="col" class="number">${unitWords().rules.share}</th>
              <th scope="col" class="number">
                ${compared_with === null ? unitWords().rules.noChange : unitWords().rules.change(formatDay(compared_with))}
              </th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((rule) => this.renderRow(rule))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${unitWords().rules.subtitle(unitNameShown(unit.unit_name), formatDate(night))}
        .file=${(format: 'csv' | 'xlsx') => fileOfRules(file, format)}
      >
        ${rest > 0 && this.most !== null ? html`<span>${unitWords().rules.more(rest)}</span>` : nothing}
        ${
          this.most === null
            ? nothing
            : html`<a class="no-print" href=${hrefOf('/chat-luong', {choices: {unit: unit.unit_id}})}
                >${unitWords().rules.allRules}</a
              >`
        }
      </table-ways>
    </section>`;
  }

  private renderRow({rule, label, meaning, pillar, offenders, offenders_before, files}: UnitRule) {
    const change = offenders_before === null ? null : offenders - offenders_before;
    const {unit} = this.answer;
    const choices = {...(unit.level === 'nation' ? {} : {unit: unit.unit_id}), rule};
    return html`<tr>
      <th scope="row" title=${meaning[language()]}>
        <a href=${hrefOf('/chat-luong', {choices})}>${label[language()]}</a>
        <span class="narrow">${unitWords().metrics[`quality_${pillar}`]}</span>
      </th>
      <td class="wide">${unitWords().metrics[`quality_${pillar}`]}</td>
      <td class="number offenders">${formatCount(offenders)}</td>
      <td class="number">${files === 0 ? '–' : formatRate(offenders / files)}</td>
      <td class="number">
        ${change === null ? '–' : `${change > 0 ? '▲ ' : change < 0 ? '▼ ' : ''}${formatSignedCount(change)}`}
      </td>
    </tr>`;
  }

  private heading(rules: readonly UnitRule[]): string {
    const [worst] = rules;
    return worst && worst.offenders > 0
      ? unitWords().rules.title(worst.label[language()], formatCount(worst.offenders))
      : unitWords().rules.titleNone;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        overflow-x: auto;
      }

      .block {
        container-type: inline-size;
      }

      .narrow {
        display: none;
        color: var(--ink-soft);
        font-weight: 400;
      }

      @container (max-width: 26rem) {
        .wide {
          display: none;
        }

        .narrow {
          display: block;
        }

        th,
        td {
          padding-inline: 0.25rem;
        }
      }

      .offenders {
        font-weight: 700;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rule-table': RuleTable;
  }
}
