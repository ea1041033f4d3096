import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {GapReasonAnswer, GapRecordAnswer, ReconciliationAnswer} from '../../api/answers.ts';
import {recordState} from '../findings/gap-record.ts';
import {plainOfficeName} from '../findings/office-name.ts';
import {formValue} from '../form-value.ts';
import {formatDate} from '../format.ts';
import {fileOfGapRecord, signRecord, type AskedRecord} from '../gap-record-client.ts';
import {gapRecordWords} from '../labels/gap-record-words.ts';
import {officialName} from '../labels/official-names.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {language, words} from '../labels/words.ts';
import {SessionState} from '../session.ts';
import './gap-reason-form.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';
import './toast-note.ts';

/** The record of a reconciliation: why indicators differ as units say, whose record is signed, and the way to do both. */
@customElement('gap-record')
export class GapRecord extends LitElement {
  @property({attribute: false}) record!: GapRecordAnswer;
  /** The unit the page is about. */
  @property({attribute: false}) unit!: ReconciliationAnswer;
  /** The units below it. */
  @property({attribute: false}) parts!: ReconciliationAnswer;
  /** The unit whose signature is asked to be confirmed. */
  @state() private toSign: string | null = null;
  @state() private said = '';

  private readonly session = new SessionState(this);

  override render() {
    const text = gapRecordWords();
    const {rows} = this.record;
    const heading = this.heading();
    const {nam, so_thang} = this.unit.period;
    const name = unitNameShown(this.unit.rows[0]?.unit_name ?? '');
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${text.subtitle(name, reconciliationWords().periodOf(so_thang, nam))}</p>
      <p class="small">${text.noCases}</p>
      ${rows.length === 0 ? nothing : this.renderTable(heading)}
      ${
        this.may('PUT /reconciliation/record')
          ? html`<gap-reason-form
              .record=${this.record}
              .rows=${[...this.unit.rows, ...this.parts.rows]}
              @said=${() => this.tell(text.said)}
            ></gap-reason-form>`
          : nothing
      }
      <table-ways
        .heading=${heading}
        .subtitle=${text.subtitle(name, reconciliationWords().periodOf(so_thang, nam))}
        .file=${(format: 'csv' | 'xlsx') => fileOfGapRecord(this.asked(), format)}
      ></table-ways>
      <toast-note .text=${this.said} @close=${() => (this.said = '')}></toast-note>
    </section>`;
  }

  private renderTable(heading: string) {
    const {columns, caption} = gapRecordWords();
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
      <table>
        <caption class="unseen">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${columns.unit}</th>
            <th scope="col">${columns.indicator}</th>
            <th scope="col">${columns.reason}</th>
            <th scope="col">${columns.comment}</th>
            <th scope="col" class="number">${columns.sides}</th>
            <th scope="col">${columns.state}</th>
          </tr>
        </thead>
        <tbody>
          ${this.record.rows.map((row, index) =>
            this.renderRow(row, row.unit_id !== this.record.rows[index - 1]?.unit_id),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(row: GapReasonAnswer, isFirst: boolean) {
    const figure = this.unit.rows.find(({code}) => code === row.code);
    const form = this.unit.loai_bieu;
    const name = plainOfficeName(row.unit_name);
    const reason = this.record.reasons.find((one) => one.reason === row.reason);
    const sides = figure
      ? `${formValue(row.paper, figure, form)} / ${formValue(row.platform, figure, form)}`
      : '–';
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${officialName(row.code, figure?.code_name ?? row.code)}</td>
      <td>${reason?.label[language()] ?? row.reason}</td>
      <td class="comment">${row.comment}</td>
      <td class="number">${sides}</td>
      <td>${isFirst ? this.renderState(row.unit_id, name) : nothing}</td>
    </tr>`;
  }

  private renderState(unit: string, name: string) {
    const text = gapRecordWords();
    const signature = this.record.signatures.find(({unit_id}) => unit_id === unit);
    if (signature)
      return text.states.signed(signature.signed_by, formatDate(signature.signed_at.slice(0, 10)));
    if (!this.may('POST /reconciliation/record/signature')) return text.states.explained;
    if (this.toSign !== unit) {
      return html`${text.states.explained}
        <button
          type="button"
          class="no-print"
          aria-label=${text.signOf(name)}
          @click=${() => (this.toSign = unit)}
        >
          ${text.sign}
        </button>`;
    }
    return html`<span role="alert">${text.confirm(name)}</span>
      <button type="button" @click=${() => this.sign(unit)}>${text.yes}</button>
      <button type="button" @click=${() => (this.toSign = null)}>${text.no}</button>`;
  }

  private heading(): string {
    const {rows, signatures} = this.record;
    const explained = new Set(rows.map(({unit_id}) => unit_id)).size;
    return explained === 0
      ? gapRecordWords().titleNone
      : gapRecordWords().title(explained, signatures.length);
  }

  private async sign(unit: string) {
    const {nam, so_thang} = this.unit.period;
    this.toSign = null;
    try {
      await signRecord({nam, so_thang, loai_bieu: this.unit.loai_bieu, unit});
      this.tell(gapRecordWords().signed);
    } catch (error) {
      this.said = (error as Error).message;
    }
  }

  private tell(said: string) {
    this.said = said;
    this.dispatchEvent(new Event('recorded'));
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private asked(): AskedRecord {
    const {nam, so_thang} = this.unit.period;
    const id = this.unit.level === 'nation' ? null : (this.unit.rows[0]?.unit_id ?? null);
    return {nam, so_thang, form: this.unit.loai_bieu, unit: id};
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        overflow: auto;
        max-height: 30rem;
      }

      .comment {
        min-width: 12rem;
        overflow-wrap: anywhere;
      }

      @media print {
        .scroll {
          max-height: none;
        }
      }
    `,
  ];
}

/** The state of a unit's record in a word and a shape, for a table of units. */
export const recordWord = (record: GapRecordAnswer, unit: string): string => {
  const {states} = gapRecordWords();
  const signature = record.signatures.find(({unit_id}) => unit_id === unit);
  if (signature) return states.signed(signature.signed_by, formatDate(signature.signed_at.slice(0, 10)));
  return recordState(record, unit) === 'explained' ? states.explained : states.none;
};

declare global {
  interface HTMLElementTagNameMap {
    'gap-record': GapRecord;
  }
}
