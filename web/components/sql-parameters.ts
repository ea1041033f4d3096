import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {sqlWords} from '../labels/sql-words.ts';
import {parameterKinds, type ParameterField, type ParameterKind} from '../workbench/parameter-fields.ts';
import {controlStyles} from './shared-styles.ts';

/** A field for each `$name` in a query. */
@customElement('sql-parameters')
export class SqlParameters extends LitElement {
  @property({attribute: false}) fields: readonly ParameterField[] = [];

  override render() {
    if (this.fields.length === 0) return nothing;
    return html`<fieldset>
      <legend>${sqlWords().parameters}</legend>
      ${this.fields.map((field) => this.renderField(field))}
    </fieldset>`;
  }

  private renderField(field: ParameterField) {
    const {name, kind, typed} = field;
    return html`<div>
      <label for=${name}>$${name}</label>
      <select
        aria-label=${sqlWords().parameterKind(name)}
        @change=${(event: Event) => this.change({...field, kind: valueOf(event) as ParameterKind})}
      >
        ${parameterKinds.map(
          (one) =>
            html`<option value=${one} ?selected=${one === kind}>${sqlWords().parameterKinds[one]}</option>`,
        )}
      </select>
      ${
        kind === 'boolean'
          ? html`<select
              id=${name}
              @change=${(event: Event) => this.change({...field, typed: valueOf(event)})}
            >
              <option value="true" ?selected=${typed === 'true'}>${sqlWords().yes}</option>
              <option value="false" ?selected=${typed !== 'true'}>${sqlWords().no}</option>
            </select>`
          : html`<input
              id=${name}
              type=${kind === 'date' ? 'date' : 'text'}
              inputmode=${kind === 'number' ? 'decimal' : 'text'}
              autocomplete="off"
              .value=${typed}
              @input=${(event: Event) => this.change({...field, typed: valueOf(event)})}
            />`
      }
    </div>`;
  }

  private change(changed: ParameterField) {
    this.fields = this.fields.map((field) => (field.name === changed.name ? changed : field));
    this.dispatchEvent(new Event('change'));
  }

  static override styles = [
    controlStyles,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        min-width: 0;
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
      }

      legend,
      label {
        font-size: var(--text-small);
        font-weight: 500;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: center;
      }

      input {
        width: 11rem;
        min-height: 2rem;
        padding: 0.2rem 0.5rem;
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-size: var(--text-small);
      }
    `,
  ];
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'sql-parameters': SqlParameters;
  }
}
