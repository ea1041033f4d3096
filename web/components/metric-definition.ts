import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DefinitionAnswer, MetricRow, MetricSummary} from '../../api/answers.ts';
import {formatCount, formatDate, formatLimit, formatRate, formatTime} from '../format.ts';
import {dictionaryWords} from '../labels/dictionary-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {language, words} from '../labels/words.ts';
import {hrefOf} from '../url-state.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';
import './status-chip.ts';

/** A metric in full: what it means, how it is counted, by which letter, and what it is now. */
@customElement('metric-definition')
export class MetricDefinition extends LitElement {
  @property({attribute: false}) metric!: MetricSummary;
  @property({attribute: false}) definition: DefinitionAnswer | null = null;
  /** Null when there is none, or it is on its way. */
  @property({attribute: false}) value: MetricRow | null = null;
  @property({type: Boolean}) maySql = false;
  @state() private said = '';

  override render() {
    const {metric} = this;
    const {terms, units, betters, levels} = dictionaryWords();
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${metric.label[language()]}</h2>
      <dl>
        ${
          this.value
            ? html`<dt>${terms.value}</dt>
                <dd>${this.renderValue(this.value)}</dd>`
            : nothing
        }
        <dt>${terms.meaning}</dt>
        <dd>${metric.meaning[language()]}</dd>
        <dt>${terms.target}</dt>
        <dd>${this.target()}</dd>
        ${
          metric.target && !metric.target.by_default
            ? html`<dt>${terms.letter}</dt>
                <dd>${dictionaryWords().letter(metric.target.letter, metric.target.clause)}</dd>`
            : nothing
        }
        <dt>${terms.better}</dt>
        <dd>${betters[metric.better]}</dd>
        <dt>${terms.unit}</dt>
        <dd>${units[metric.unit]}</dd>
        <dt>${terms.levels}</dt>
        <dd>${metric.levels.map((level) => levels[level]).join(', ')}</dd>
        <dt>${terms.id}</dt>
        <dd><code>${metric.id}</code></dd>
      </dl>
      ${this.definition ? this.renderSql(this.definition) : nothing}
    </section>`;
  }

  private renderValue({value, numerator, denominator, status, unit_name}: MetricRow) {
    const isRatio = this.metric.unit === 'ratio';
    const written =
      value === null ? words().noFigure : isRatio ? formatRate(value) : formatCount(Math.round(value));
    const night = this.definition ? formatDate(this.definition.night) : '';
    return html`<strong>${dictionaryWords().now(written, unitNameShown(unit_name), night)}</strong>
      ${
        isRatio && numerator !== null && denominator !== null
          ? html`<span class="small"
              >${dictionaryWords().fraction(formatCount(numerator), formatCount(denominator))}</span
            >`
          : nothing
      }
      <status-chip status=${status}></status-chip>`;
  }

  private renderSql({sql, model}: DefinitionAnswer) {
    return html`<details>
      <summary>${dictionaryWords().sql}: <code>${model}</code></summary>
      <p class="small">${dictionaryWords().sqlAdvice}</p>
      <pre tabindex="0">${sql.trim()}</pre>
      <p class="ways">
        <button type="button" @click=${() => this.copy(sql)}>${dictionaryWords().copy}</button>
        ${this.maySql ? html`<a href=${hrefOf('/sql')}>${dictionaryWords().openInSql}</a>` : nothing}
        <span role="status">${this.said}</span>
      </p>
    </details>`;
  }

  private target(): string {
    const {target, better, unit} = this.metric;
    const {noTarget, byDefault, deadline} = dictionaryWords();
    if (!target) return noTarget;
    const written = (limit: number) => (unit === 'ratio' ? formatLimit(limit) : formatCount(limit));
    const limits = better === 'higher' ? dictionaryWords().target : dictionaryWords().targetLower;
    const until =
      target.deadline === null
        ? ''
        : `, ${deadline(`${formatTime(target.deadline)} ${formatDate(target.deadline)}`)}`;
    return `${limits(written(target.goal), written(target.floor))}${until}. ${target.by_default ? byDefault : ''}`;
  }

  private copy(sql: string) {
    void navigator.clipboard.writeText(sql).then(
      () => (this.said = dictionaryWords().copied),
      () => undefined,
    );
  }

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr);
        gap: var(--space-2) var(--space-4);
        margin: var(--space-3) 0;
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      summary {
        cursor: pointer;
      }

      pre {
        overflow: auto;
        padding: var(--space-3);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--tint-1);
        font-size: var(--text-small);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        margin: 0;
      }

      @media (max-width: 34rem) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }

        dd {
          margin-bottom: var(--space-2);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'metric-definition': MetricDefinition;
  }
}
