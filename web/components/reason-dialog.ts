import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {operationsWords} from '../labels/operations-words.ts';
import {dialogStyles} from './dialog-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** Asks for the reason of something that is written down; nothing is done before one is given. */
@customElement('reason-dialog')
export class ReasonDialog extends LitElement {
  @property() heading = '';
  @property() advice = '';
  /** What the button is called that does it. */
  @property() verb = '';
  /** Does it; what it throws is a sentence for the reader. */
  @property({attribute: false}) act!: (reason: string) => Promise<void>;
  @state() private failure = '';
  @state() private isBusy = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  override render() {
    return html`<dialog aria-labelledby="heading">
      <form @submit=${this.decide}>
        <h3 id="heading">${this.heading}</h3>
        <p>${this.advice}</p>
        <label for="reason">${operationsWords().reason}</label>
        <textarea id="reason" rows="3" required minlength="10" maxlength="2000"></textarea>
        ${this.failure ? html`<p role="alert" class="failure">${this.failure}</p>` : nothing}
        <div>
          <button class="main" ?disabled=${this.isBusy}>${this.verb}</button>
          <button type="button" @click=${() => this.dialog.close()}>${operationsWords().cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** Opens it, with nothing written in it. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.failure = '';
    this.field.value = '';
    this.dialog.showModal();
    this.field.focus();
  }

  private readonly decide = (event: SubmitEvent) => {
    event.preventDefault();
    void this.try(this.field.value);
  };

  private async try(reason: string): Promise<void> {
    this.isBusy = true;
    this.failure = '';
    try {
      await this.act(reason);
      this.dialog.close();
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }

  static override styles = [
    controlStyles,
    dialogStyles,
    css`
      form {
        display: grid;
        gap: var(--space-2);
      }

      h3,
      p {
        margin: 0;
      }

      label {
        font-weight: 500;
      }

      textarea {
        padding: var(--space-2);
        border: 1px solid var(--rule-strong);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink);
        font: inherit;
      }

      div {
        display: flex;
        gap: var(--space-2);
      }

      .main {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 700;
      }

      .main:hover:not(:disabled) {
        color: var(--on-accent);
      }

      .failure {
        padding-left: var(--space-2);
        border-left: 3px solid var(--alarm);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-dialog': ReasonDialog;
  }
}
