import {html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {administrationStyles} from './administration-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** Asks until when nobody is to be told, and why. */
@customElement('snooze-dialog')
export class SnoozeDialog extends LitElement {
  @property() heading = '';
  /** The first day that may be chosen. */
  @property() from = '';
  /** Does it; what it throws is a sentence for the reader. */
  @property({attribute: false}) act!: (rest: {until: string; reason: string}) => Promise<void>;
  @state() private failure = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('form') private readonly form!: HTMLFormElement;

  override render() {
    const {snoozeAdvice, until, reason, snooze, cancel} = bulletinWords();
    return html`<dialog aria-labelledby="heading">
      <form @submit=${this.decide}>
        <h3 id="heading">${this.heading}</h3>
        <p>${snoozeAdvice}</p>
        <label>${until}<input name="until" type="date" required min=${this.from} /></label>
        <label
          >${reason}<textarea name="reason" rows="3" required minlength="10" maxlength="500"></textarea>
        </label>
        ${this.failure ? html`<p role="alert" class="failure">${this.failure}</p>` : nothing}
        <button class="main">${snooze}</button>
        <button type="button" @click=${() => this.dialog.close()}>${cancel}</button>
      </form>
    </dialog>`;
  }

  /** Opens it, with nothing written in it. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.failure = '';
    this.form.reset();
    this.dialog.showModal();
  }

  private readonly decide = (event: SubmitEvent) => {
    event.preventDefault();
    const {until = '', reason = ''} = Object.fromEntries(new FormData(this.form)) as Record<string, string>;
    this.act({until, reason}).then(
      () => this.dialog.close(),
      (error: unknown) => {
        this.failure = (error as Error).message;
      },
    );
  };

  static override styles = [controlStyles, administrationStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'snooze-dialog': SnoozeDialog;
  }
}
