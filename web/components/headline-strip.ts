import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {OverviewAnswer} from '../../api/answers.ts';
import {moneySentence} from '../findings/money-headings.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {words} from '../labels/words.ts';

/** The page in two sentences, read out again when the night changes. */
@customElement('headline-strip')
export class HeadlineStrip extends LitElement {
  @property({attribute: false}) answer!: OverviewAnswer;

  override render() {
    return html`<p role="status">
      <strong>${this.filesSentence()}</strong> <span>${moneySentence(this.answer)}</span>
    </p>`;
  }

  private filesSentence(): string {
    const {night, nation} = this.answer;
    const {numerator, denominator, value} = nation.completion;
    if (numerator === null || denominator === null || value === null) {
      return words().firstSentenceEmpty(formatDate(night));
    }
    return words().firstSentence({
      date: formatDate(night),
      done: formatCount(numerator),
      required: formatCount(denominator),
      rate: formatRate(value),
      missing: formatCount(nation.files_missing.numerator ?? denominator - numerator),
    });
  }

  static override styles = css`
    p {
      margin: 0;
      font-size: var(--text-lead);
      line-height: 1.4;
      text-wrap: pretty;
    }

    span {
      color: var(--ink-soft);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'headline-strip': HeadlineStrip;
  }
}
