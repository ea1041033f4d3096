import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {QuotaAnswer, SizesAnswer} from '../../api/answers.ts';
import {knownSizes, type KnownSize} from '../findings/sizes.ts';
import {formatCount, formatDate} from '../format.ts';
import {sizeWords} from '../labels/size-words.ts';
import {correctSize, type SizeFound} from '../nomination-client.ts';
import {fieldStyles} from './field-styles.ts';
import {controlStyles} from './shared-styles.ts';

const bases = ['civil_servants', 'regional_offices'] as const;

/** The board putting the size of a province right, by a paper of a day; and who did so before. */
@customElement('size-form')
export class SizeForm extends LitElement {
  @property({attribute: false}) quotas: readonly QuotaAnswer[] = [];
  @property({attribute: false}) corrected: SizesAnswer['rows'] = [];
  @state() private refusal = '';
  @state() private isBusy = false;
  @state() private province = '';
  @state() private basis: KnownSize['basis'] = 'civil_servants';

  override render() {
    const text = sizeWords();
    const sizes = knownSizes(this.quotas);
    const unknown = sizes.filter(({basis, size}) => basis === 'civil_servants' && size === 0).length;
    return html`<details>
      <summary>${text.summary}</summary>
      <p class="small">${unknown > 0 ? text.unknown(unknown) : text.known} ${text.advice}</p>
      ${this.renderForm(sizes)} ${this.corrected.length > 0 ? this.renderHistory(sizes) : nothing}
    </details>`;
  }

  private renderForm(sizes: readonly KnownSize[]) {
    const text = sizeWords();
    const provinces = sizes.filter(({basis}) => basis === this.basis);
    const now = this.chosenOf(sizes);
    return html`<form aria-busy=${this.isBusy} @submit=${this.onSubmit}>
      <label class="field">
        <span>${text.basis}</span>
        <select name="basis" @change=${this.onChoice}>
          ${bases.map((basis) => html`<option value=${basis}>${text.bases[basis]}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${text.province}</span>
        <select name="province" required @change=${this.onChoice}>
          <option value="">${text.choose}</option>
          ${provinces.map(({province, name}) => html`<option value=${province}>${name}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${text.size}</span>
        <input name="size" type="number" required min="0" max="100000" step="1" autocomplete="off" />
        ${now ? html`<small>${text.now(formatCount(now.size), now.quota)}</small>` : nothing}
      </label>
      <label class="field">
        <span>${text.source}</span>
        <input name="source" required minlength="3" maxlength="2000" autocomplete="off" />
      </label>
      <label class="field">
        <span>${text.sourceOn}</span>
        <input name="source_on" type="date" required />
      </label>
      ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
      <div class="actions">
        <button type="submit" ?disabled=${this.isBusy}>${text.save}</button>
      </div>
      ${now ? html`<p class="small clause">${text.rule(now.letter, now.clause)}</p>` : nothing}
    </form>`;
  }

  private renderHistory(sizes: readonly KnownSize[]) {
    const text = sizeWords();
    const names = new Map(sizes.map(({province, name}) => [province, name]));
    return html`<h4>${text.history(this.corrected.length)}</h4>
      <ol>
        ${this.corrected.toReversed().map(
          ({province_id, basis, basis_size, source, source_on, at, actor}) =>
            html`<li>
              ${text.corrected(
                names.get(province_id) ?? province_id,
                text.bases[basis].toLowerCase(),
                formatCount(basis_size),
              )}
              <span class="small">${text.by(source, formatDate(source_on), actor, formatDate(at))}</span>
            </li>`,
        )}
      </ol>`;
  }

  private chosenOf(sizes: readonly KnownSize[]): KnownSize | undefined {
    return sizes.find(({province, basis}) => province === this.province && basis === this.basis);
  }

  private readonly onChoice = (event: Event) => {
    const {name, value} = event.target as HTMLSelectElement;
    if (name === 'province') this.province = value;
    else this.basis = value as KnownSize['basis'];
  };

  private readonly onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {size, source, source_on} = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const found: SizeFound = {
      province: this.province,
      basis: this.basis,
      size: Number(size),
      source: source!,
      source_on: source_on!,
      // The last correction the reader has seen of this very size.
      revision:
        this.corrected.findLast(
          ({province_id, basis}) => province_id === this.province && basis === this.basis,
        )?.id ?? 0,
    };
    this.isBusy = true;
    this.refusal = '';
    try {
      await correctSize(found);
      form.querySelectorAll('input').forEach((input) => (input.value = ''));
    } catch (error) {
      this.refusal = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
    this.dispatchEvent(new Event('decided'));
  };

  static override styles = [
    controlStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        margin-top: var(--space-2);
      }

      summary {
        min-height: 1.5rem;
        color: var(--accent);
        font-size: var(--text-small);
        cursor: pointer;
      }

      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: var(--space-2) var(--space-3);
        align-items: start;
        max-width: 60rem;
      }

      select {
        width: 100%;
        min-height: 2.25rem;
      }

      .problem,
      .actions,
      .clause {
        grid-column: 1 / -1;
        margin: 0;
      }

      .small,
      small {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      h4 {
        margin: var(--space-3) 0 var(--space-1);
        font-size: var(--text-small);
      }

      ol {
        margin: 0;
        padding-left: 1.5rem;
        font-size: var(--text-small);
      }

      li .small {
        display: block;
      }

      @media print {
        form,
        summary {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'size-form': SizeForm;
  }
}
