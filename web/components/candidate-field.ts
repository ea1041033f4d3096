import {html, LitElement} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {RankedRow, UnrankedRow} from '../../api/answers.ts';
import {candidateId, candidateText, candidateTyped} from '../findings/places.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {fieldStyles} from './field-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** A field in which a candidate is typed or chosen, by name or by code; `chosen` tells when it is another. */
@customElement('candidate-field')
export class CandidateField extends LitElement {
  @property() label = '';
  /** The code chosen; empty for none. */
  @property() value = '';
  @property({attribute: false}) candidates: readonly (RankedRow | UnrankedRow)[] = [];
  /** Whether there are more than these; then a code that is not among them is taken as it is typed. */
  @property({type: Boolean}) partial = false;
  @query('input') private readonly field!: HTMLInputElement;

  override render() {
    const chosen = this.candidates.find((row) => candidateId(row) === this.value);
    return html`<label class="field">
        <span>${this.label}</span>
        <input
          list="candidates"
          autocomplete="off"
          placeholder=${rankingWords().compare.placeholder}
          .value=${chosen ? candidateText(chosen) : this.value}
          @change=${this.onChange}
        />
      </label>
      <datalist id="candidates">
        ${this.candidates.map((row) => html`<option value=${candidateText(row)}></option>`)}
      </datalist>`;
  }

  /** What was typed is a candidate, or nothing is chosen. */
  private readonly onChange = () => {
    const typed = candidateTyped(this.field.value);
    const known = this.candidates.find((row) => candidateId(row) === typed || row.name === typed);
    this.value = known ? candidateId(known) : this.partial ? typed : '';
    this.dispatchEvent(new Event('chosen'));
  };

  static override styles = [controlStyles, fieldStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'candidate-field': CandidateField;
  }
}
