import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {NominationShown} from '../../api/answers.ts';
import {answerMatter, type FoundOut} from '../nomination-client.ts';
import {formatDate} from '../format.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {language} from '../labels/words.ts';
import {SessionState} from '../session.ts';
import {fieldStyles} from './field-styles.ts';
import {controlStyles} from './shared-styles.ts';

const answers = ['no', 'yes', 'unknown'] as const;

/** What the law asks about a nominee, each with what was found, by which paper of which day and who wrote it down. */
@customElement('pending-matters')
export class PendingMatters extends LitElement {
  @property({attribute: false}) nomination!: NominationShown;
  @state() private refusal = '';
  @state() private isBusy = false;
  @query('[name=matter]') private readonly matter!: HTMLSelectElement;
  @query('[name=answer]') private readonly answer!: HTMLSelectElement;
  @query('[name=source]') private readonly source!: HTMLInputElement;
  @query('[name=on]') private readonly sourceOn!: HTMLInputElement;

  private readonly session = new SessionState(this);

  override render() {
    const {detail} = awardsWords();
    return html`<dl>
        ${this.nomination.pending.map(
          ({label, label_en, answer, source, source_on, actor}) =>
            html`<div>
              <dt>${language() === 'en' ? label_en : label}</dt>
              <dd>
                <strong class=${answer === 'yes' ? 'alarm' : ''}>${detail.answers[answer]}</strong>
                ${
                  source && source_on && actor
                    ? html`<span class="small">${detail.known(source, formatDate(source_on), actor)}</span>`
                    : nothing
                }
              </dd>
            </div>`,
        )}
      </dl>
      ${this.mayWrite() ? this.renderForm() : nothing}`;
  }

  private renderForm() {
    const {detail} = awardsWords();
    return html`<details class="no-print">
      <summary>${detail.write}</summary>
      <form @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <label class="field">
          <span>${detail.matter}</span>
          <select name="matter">
            ${this.nomination.pending.map(
              ({matter, label, label_en}) =>
                html`<option value=${matter}>${language() === 'en' ? label_en : label}</option>`,
            )}
          </select>
        </label>
        <label class="field">
          <span>${detail.answer}</span>
          <select name="answer">
            ${answers.map((answer) => html`<option value=${answer}>${detail.answers[answer]}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>${detail.source}</span>
          <input name="source" required minlength="3" maxlength="2000" autocomplete="off" />
        </label>
        <label class="field">
          <span>${detail.sourceOn}</span>
          <input name="on" type="date" required />
        </label>
        ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
        <div class="actions"><button type="submit" ?disabled=${this.isBusy}>${detail.write}</button></div>
      </form>
    </details>`;
  }

  private mayWrite(): boolean {
    const {state} = this.nomination;
    const isOpen = state !== 'late' && state !== 'awarded' && state !== 'not_awarded';
    const route = 'PUT /campaigns/{id}/nominations/{nomination}/pending/{matter}';
    return isOpen && (this.session.now?.routes.includes(route) ?? false);
  }

  private readonly onSubmit = async (event: Event) => {
    event.preventDefault();
    this.isBusy = true;
    this.refusal = '';
    try {
      const found: FoundOut = {
        answer: this.answer.value as FoundOut['answer'],
        source: this.source.value,
        source_on: this.sourceOn.value,
      };
      await answerMatter(this.nomination, this.matter.value, found);
      this.source.value = '';
      this.dispatchEvent(new Event('decided'));
    } catch (error) {
      this.refusal = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  };

  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }

      dl {
        margin: var(--space-2) 0;
      }

      dl div {
        padding: 0.2rem 0;
        border-bottom: 1px solid var(--rule);
      }

      dt {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      dd {
        margin: 0;
      }

      .small {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .alarm {
        color: var(--alarm);
      }

      summary {
        min-height: 1.5rem;
        color: var(--accent);
        font-size: var(--text-small);
        cursor: pointer;
      }

      form {
        display: grid;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }

      select {
        width: 100%;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'pending-matters': PendingMatters;
  }
}
