import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {NoAnswer} from '../client.ts';
import {words} from '../labels/words.ts';
import {fieldStyles} from './field-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** Something that may be done, with the reason that was typed. */
export interface Deed {
  name: string;
  act: (reason: string) => Promise<unknown>;
}

/**
 * A decision with its reason: one field, and a button for each thing that may be done. A refusal is said in the API's
 * own sentence and what was typed stays; after either, `decided` asks the page to look again.
 */
@customElement('reason-form')
export class ReasonForm extends LitElement {
  @property() label = '';
  @property({attribute: false}) deeds: readonly Deed[] = [];
  @state() private refusal = '';
  @state() private isBusy = false;
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  override render() {
    return html`<form aria-busy=${this.isBusy} @submit=${(event: Event) => event.preventDefault()}>
      <label class="field">
        <span>${this.label}</span>
        <textarea rows="2" maxlength="2000"></textarea>
      </label>
      ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
      <div class="actions">
        ${this.deeds.map(
          (deed) =>
            html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.do(deed)}>
              ${deed.name}
            </button>`,
        )}
      </div>
    </form>`;
  }

  private async do({act}: Deed) {
    this.isBusy = true;
    this.refusal = '';
    try {
      await act(this.field.value.trim());
      this.field.value = '';
      this.dispatchEvent(new Event('decided'));
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : words().failed;
      // Somebody else was faster: what they did should be on the page beside the refusal.
      if (error instanceof NoAnswer && error.problem?.code === 'changed_meanwhile') {
        this.dispatchEvent(new Event('decided'));
      }
    } finally {
      this.isBusy = false;
    }
  }

  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        max-width: 44rem;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-form': ReasonForm;
  }
}
