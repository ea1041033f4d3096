import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {GapRecordAnswer, NewGapReason, ReconciliationRow} from '../../api/answers.ts';
import {differing, recordState} from '../findings/gap-record.ts';
import {giveReason} from '../gap-record-client.ts';
import {gapRecordWords} from '../labels/gap-record-words.ts';
import {officialName} from '../labels/official-names.ts';
import {language} from '../labels/words.ts';
import {fieldStyles} from './field-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** The way a unit says why an indicator differs; tells `said` once that is kept. */
@customElement('gap-reason-form')
export class GapReasonForm extends LitElement {
  @property({attribute: false}) record!: GapRecordAnswer;
  /** The figures of the units that may be spoken for. */
  @property({attribute: false}) rows: readonly ReconciliationRow[] = [];
  @state() private unit = '';
  @state() private refusal = '';
  @state() private isBusy = false;

  override render() {
    const text = gapRecordWords();
    const units = this.units();
    if (units.length === 0) return nothing;
    const unit = units.some(([id]) => id === this.unit) ? this.unit : units[0]![0];
    return html`<details class="no-print">
      <summary>${text.explain}</summary>
      <form @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <label class="field">
          <span>${text.columns.unit}</span>
          <select name="unit" @change=${this.onUnit}>
            ${units.map(([id, name]) => html`<option value=${id} .selected=${id === unit}>${name}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>${text.columns.indicator}</span>
          <select name="code" required>
            ${differing(this.rows, unit).map(
              ({code, code_name}) => html`<option value=${code}>${officialName(code, code_name)}</option>`,
            )}
          </select>
        </label>
        <label class="field">
          <span>${text.columns.reason}</span>
          <select name="reason" required>
            ${this.record.reasons.map(
              ({reason, label}) => html`<option value=${reason}>${label[language()]}</option>`,
            )}
          </select>
        </label>
        <label class="field">
          <span>${text.columns.comment}</span>
          <textarea name="comment" rows="2" required maxlength="1000"></textarea>
        </label>
        ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
        <div class="actions"><button type="submit" ?disabled=${this.isBusy}>${text.send}</button></div>
      </form>
    </details>`;
  }

  /** The units with something to explain whose record is open, by code and name. */
  private units(): [string, string][] {
    const all = new Map(this.rows.map(({unit_id, unit_name}) => [unit_id, unit_name]));
    return [...all].filter(
      ([id]) => recordState(this.record, id) !== 'signed' && differing(this.rows, id).length > 0,
    );
  }

  private readonly onUnit = (event: Event) => {
    this.unit = (event.target as HTMLSelectElement).value;
  };

  private readonly onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = (name: string) =>
      (form.elements.namedItem(name) as HTMLSelectElement | HTMLTextAreaElement).value;
    this.isBusy = true;
    this.refusal = '';
    try {
      const {nam, so_thang, loai_bieu} = this.record;
      await giveReason({
        nam,
        so_thang,
        loai_bieu,
        unit: field('unit'),
        code: field('code'),
        reason: field('reason') as NewGapReason['reason'],
        comment: field('comment'),
      });
      form.querySelector('textarea')!.value = '';
      this.dispatchEvent(new Event('said'));
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
        margin-top: var(--space-3);
      }

      form {
        display: grid;
        gap: var(--space-2);
        max-width: 36rem;
        margin-top: var(--space-2);
      }

      summary {
        color: var(--accent);
        cursor: pointer;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'gap-reason-form': GapReasonForm;
  }
}
