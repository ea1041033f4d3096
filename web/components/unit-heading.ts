import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitPageAnswer} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {unitWords} from '../labels/unit-words.ts';
import {SessionState} from '../session.ts';
import {goTo, hrefOf} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

/** A unit in a sentence, and the way to the units beside it. */
@customElement('unit-heading')
export class UnitHeading extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;

  private readonly session = new SessionState(this);

  override render() {
    return html`
      <p role="status"><strong>${this.filesSentence()}</strong> <span>${this.moneySentence()}</span></p>
      ${this.renderSiblings()}
    `;
  }

  private renderSiblings() {
    const {unit, siblings} = this.answer;
    const place = siblings.findIndex(({unit_id}) => unit_id === unit.unit_id);
    // A province's viewer has no other province to go to.
    const isOnlyOwn = unit.level === 'province' && typeof this.session.now?.province === 'string';
    if (place === -1 || siblings.length < 2 || isOnlyOwn) return nothing;
    const path = unit.level === 'province' ? '/tinh' : '/phong';
    const link = (sibling: UnitPageAnswer['siblings'][number] | undefined, sign: string, isNext: boolean) => {
      if (!sibling) return nothing;
      const name = shortOfficeName(sibling.unit_name);
      const label = isNext ? unitWords().nextUnit(name) : unitWords().previousUnit(name);
      return html`<a
        class="button"
        href=${hrefOf(`${path}/${sibling.unit_id}`)}
        aria-label=${label}
        title=${label}
        >${sign}</a
      >`;
    };
    return html`<div class="siblings">
      ${link(siblings[place - 1], '‹', false)}
      <select
        aria-label=${unitWords().chooseUnit}
        @change=${(event: Event) => goTo(hrefOf(`${path}/${(event.target as HTMLSelectElement).value}`))}
      >
        ${siblings.map(
          ({unit_id, unit_name}) =>
            html`<option value=${unit_id} .selected=${unit_id === unit.unit_id}>
              ${shortOfficeName(unit_name)}
            </option>`,
        )}
      </select>
      ${link(siblings[place + 1], '›', true)}
    </div>`;
  }

  private filesSentence(): string {
    const {unit, night, figures, files_missing} = this.answer;
    const {numerator, denominator, value} = figures.completion_rate;
    if (numerator === null || denominator === null || value === null) {
      return unitWords().sentenceNone(unitNameShown(unit.unit_name), formatDate(night));
    }
    return unitWords().sentence({
      unit: unitNameShown(unit.unit_name),
      date: formatDate(night),
      done: formatCount(numerator),
      required: formatCount(denominator),
      rate: formatRate(value),
      missing: formatCount(files_missing),
    });
  }

  private moneySentence(): string {
    const {numerator, denominator, value} = this.answer.figures.money_coverage;
    if (value === null) return '';
    return unitWords().moneySentence(formatRate(value), formatCount((denominator ?? 0) - (numerator ?? 0)));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        justify-content: space-between;
      }

      p {
        margin: 0;
        font-size: var(--text-lead);
        line-height: 1.4;
        text-wrap: pretty;
      }

      p span {
        color: var(--ink-soft);
      }

      .siblings {
        display: flex;
        gap: var(--space-1);
      }

      .button {
        display: inline-grid;
        min-width: 2rem;
        place-items: center;
        text-decoration: none;
      }

      select {
        max-width: 14rem;
      }

      @media print {
        .siblings {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-heading': UnitHeading;
  }
}
