import {css, html, LitElement, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import type {AssignmentAnswer, DefectAge, OpenWork} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {formatCount} from '../format.ts';
import {workWords} from '../labels/work-words.ts';
import {language} from '../labels/words.ts';
import {fetchAges, giveWork} from '../work-client.ts';
import {dialogStyles} from './dialog-styles.ts';
import {fieldStyles} from './field-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** What is given: new work, or work that was given before. */
export type GivenWork = Pick<
  OpenWork | AssignmentAnswer,
  'unit_id' | 'unit_name' | 'rule' | 'label' | 'open'
>;

/** Asks to whom work is given and by when, and gives it; tells `given` once that is done. */
@customElement('assign-dialog')
export class AssignDialog extends LitElement {
  @state() private work: GivenWork | null = null;
  @state() private persons: readonly DefectAge[] = [];
  @state() private failure = '';
  @state() private isBusy = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('select') private readonly to!: HTMLSelectElement;
  @query('input') private readonly due!: HTMLInputElement;
  @query('textarea') private readonly note!: HTMLTextAreaElement;

  override render() {
    const {form, assigned} = workWords();
    return html`<dialog aria-labelledby="heading">
      <form @submit=${this.onSubmit}>
        <h3 id="heading">${form.heading}</h3>
        <p>
          ${
            this.work
              ? form.about(
                  this.work.label[language()],
                  shortOfficeName(this.work.unit_name),
                  formatCount(this.work.open),
                )
              : nothing
          }
        </p>
        <label class="field">
          <span>${form.to}</span>
          <select>
            <option value="">${assigned.wholeUnit}</option>
            ${this.persons.map(({unit_id, unit_name, offences}) =>
              unit_id === null
                ? nothing
                : html`<option value=${unit_id}>
                    ${form.person(unit_name ?? unit_id, formatCount(offences))}
                  </option>`,
            )}
          </select>
        </label>
        <label class="field">
          <span>${form.due}</span>
          <input type="date" required />
        </label>
        <label class="field">
          <span>${form.note}</span>
          <textarea rows="2" maxlength="500"></textarea>
        </label>
        ${this.failure ? html`<p role="alert" class="problem">${this.failure}</p>` : nothing}
        <div class="actions">
          <button type="submit" ?disabled=${this.isBusy}>${form.send}</button>
          <button type="button" @click=${() => this.dialog.close()}>${form.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** Opens it about some work, due in a week of the night unless another day is chosen. */
  async show(work: GivenWork, night: string): Promise<void> {
    this.work = work;
    this.failure = '';
    this.persons = [];
    await this.updateComplete;
    this.to.value = '';
    this.note.value = '';
    const after = (days: number) =>
      new Date(Date.parse(night) + days * 86_400_000).toISOString().slice(0, 10);
    this.due.min = after(1);
    this.due.value = after(7);
    this.dialog.showModal();
    try {
      const {rows} = await fetchAges(work.unit_id, 'officer', new AbortController().signal);
      if (this.work === work) this.persons = rows;
    } catch {
      // Without the persons the work can still be given to the unit.
      this.persons = [];
    }
  }

  private readonly onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!this.work) return;
    this.isBusy = true;
    this.failure = '';
    try {
      const {unit_id: unit, rule} = this.work;
      const officer = this.to.value;
      await giveWork({
        unit,
        rule,
        due_on: this.due.value,
        note: this.note.value,
        ...(officer === '' ? {} : {officer}),
      });
      this.dialog.close();
      this.dispatchEvent(new Event('given'));
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  };

  static override styles = [
    controlStyles,
    dialogStyles,
    fieldStyles,
    css`
      form {
        display: grid;
        gap: var(--space-3);
      }

      h3,
      p {
        margin: 0;
      }

      button[type='submit'] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 700;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'assign-dialog': AssignDialog;
  }
}
