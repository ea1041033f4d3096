import {css, html, LitElement} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {words} from '../labels/words.ts';
import {listedRoutes} from '../routes.ts';
import {SessionState} from '../session.ts';
import {dialogStyles} from './dialog-styles.ts';
import {controlStyles, tableStyles} from './shared-styles.ts';

/** Every key that does something, in a dialog. */
@customElement('key-help')
export class KeyHelp extends LitElement {
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly session = new SessionState(this);

  show(): void {
    this.requestUpdate();
    this.dialog.showModal();
  }

  override render() {
    const pages = this.session.now ? listedRoutes(this.session.now) : [];
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">${words().keyHelp.heading}</h2>
      <table>
        <tbody>
          ${words().keyHelp.keys.map(([key, meaning]) => this.row(key, meaning))}
          ${pages
            .filter(({route}) => route.key !== null)
            .map(({route}) =>
              this.row(`g ${route.key}`, words().keyHelp.goTo(words().pageNames[route.name])),
            )}
        </tbody>
      </table>
      <form method="dialog"><button>${words().close}</button></form>
    </dialog>`;
  }

  private row(keys: string, meaning: string) {
    return html`<tr>
      <th scope="row">${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</th>
      <td>${meaning}</td>
    </tr>`;
  }

  static override styles = [
    controlStyles,
    dialogStyles,
    tableStyles,
    css`
      h2 {
        margin: 0 0 var(--space-3);
        font-size: var(--text-title);
      }

      kbd {
        display: inline-block;
        min-width: 1.6em;
        padding: 0.05rem 0.4rem;
        border: 1px solid var(--rule-strong);
        border-radius: 4px;
        font: inherit;
        text-align: center;
      }

      th {
        white-space: nowrap;
      }

      form {
        margin-top: var(--space-4);
        text-align: right;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'key-help': KeyHelp;
  }
}
