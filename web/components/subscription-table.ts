import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {NewSubscription, SubscriptionAnswer} from '../../api/answers.ts';
import {changeSubscription, subscribe} from '../bulletin-client.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {administrationStyles} from './administration-styles.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** Who gets which bulletin, where and when not; the administrator keeps the list. */
@customElement('subscription-table')
export class SubscriptionTable extends LitElement {
  @property({attribute: false}) subscriptions: readonly SubscriptionAnswer[] = [];
  @property({type: Boolean}) mayChange = false;
  @state() private chosen: SubscriptionAnswer | null = null;
  @state() private failure = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render() {
    const {subscriptionsTitle, subscriptionsSubtitle, subscription} = bulletinWords();
    const on = this.subscriptions.filter(({hindrance}) => hindrance === null).length;
    const heading = subscriptionsTitle(on, this.subscriptions.length - on);
    const {act, ...columns} = subscription;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subscriptionsSubtitle}</p>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      ${
        this.subscriptions.length === 0
          ? nothing
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${heading}>
              <table>
                <thead>
                  <tr>
                    ${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}
                    ${this.mayChange ? html`<th scope="col">${act}</th>` : nothing}
                  </tr>
                </thead>
                <tbody>
                  ${this.subscriptions.map((one) => this.renderSubscription(one))}
                </tbody>
              </table>
            </div>`
      }
      ${this.mayChange ? [this.renderForm(), this.renderDialog()] : nothing}
    </section>`;
  }

  private renderSubscription(one: SubscriptionAnswer) {
    const {bulletins, quiet, receiving, hindrances, switchOff, switchOn, setAddress, of} = bulletinWords();
    return html`<tr>
      <th scope="row">
        ${one.name}
        <p class="small">${one.account}</p>
      </th>
      <td>${bulletins[one.bulletin]}</td>
      <td>${one.address ?? '–'}</td>
      <td>${one.quiet_from === null || one.quiet_to === null ? '–' : quiet(one.quiet_from, one.quiet_to)}</td>
      <td>${one.hindrance === null ? receiving : hindrances[one.hindrance]}</td>
      ${
        this.mayChange
          ? html`<td>
              <button type="button" @click=${() => this.choose(one)}>
                ${setAddress}<span class="unseen"> ${of(one.name)}</span>
              </button>
              <button
                type="button"
                @click=${() => this.try(() => changeSubscription(one.id, {is_on: !one.is_on}))}
              >
                ${one.is_on ? switchOff : switchOn}<span class="unseen"> ${of(one.name)}</span>
              </button>
            </td>`
          : nothing
      }
    </tr>`;
  }

  private renderForm() {
    const words = bulletinWords();
    return html`<form @submit=${this.create} aria-label=${words.subscribe}>
      <label>${words.account}<input name="account" required autocomplete="off" /></label>
      <label
        >${words.subscription.bulletin}<select name="bulletin">
          ${Object.entries(words.bulletins).map(
            ([bulletin, name]) => html`<option value=${bulletin}>${name}</option>`,
          )}
        </select></label
      >
      <label>${words.addressOf}<input name="address" type="email" autocomplete="off" /></label>
      <label>${words.quietFrom}<input name="quiet_from" type="time" /></label>
      <label>${words.quietTo}<input name="quiet_to" type="time" /></label>
      <button class="main">${words.subscribe}</button>
    </form>`;
  }

  private renderDialog() {
    const {setAddress, addressAdvice, addressOf, cancel} = bulletinWords();
    return html`<dialog aria-labelledby="asked">
      <form method="dialog" @submit=${this.change}>
        <h3 id="asked">${setAddress}</h3>
        <p>${addressAdvice}</p>
        <label
          >${addressOf}<input
            name="address"
            type="email"
            autocomplete="off"
            .value=${this.chosen?.address ?? ''}
        /></label>
        <button class="main" value="do">${setAddress}</button>
        <button value="cancel" formnovalidate>${cancel}</button>
      </form>
    </dialog>`;
  }

  private choose(one: SubscriptionAnswer) {
    this.chosen = one;
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  private readonly create = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const filled = [...new FormData(form)].filter(([, value]) => value !== '');
    void this.try(async () => {
      await subscribe(Object.fromEntries(filled) as unknown as NewSubscription);
      form.reset();
    });
  };

  private readonly change = (event: SubmitEvent) => {
    if ((event.submitter as HTMLButtonElement).value !== 'do') return;
    const {address} = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as {address: string};
    void this.try(() => changeSubscription(this.chosen!.id, {address: address || null}));
  };

  private async try(work: () => Promise<unknown>): Promise<void> {
    this.failure = '';
    try {
      await work();
      this.dispatchEvent(new Event('change'));
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      .small {
        margin: 0;
        font-weight: 400;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'subscription-table': SubscriptionTable;
  }
}
