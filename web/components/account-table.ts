import {Task} from '@lit/task';
import {html, LitElement, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import type {AccountAnswer, Role} from '../../api/answers.ts';
import {
  changeAccount,
  createAccount,
  fetchAccounts,
  type AccountChange,
  type AccountChanged,
  type NewAccount,
} from '../administration-client.ts';
import {formatDate} from '../format.ts';
import {administrationWords} from '../labels/administration-words.ts';
import {words} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './shown-once.ts';
import './table-ways.ts';

/** Who may sign in, and as what. */
@customElement('account-table')
export class AccountTable extends LitElement {
  @state() private told: AccountChanged | null = null;
  @state() private failure = '';
  @state() private asked: {account: AccountAnswer; change: AccountChange['change']} | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly accounts = new Task(this, {
    task: (_args, {signal}) => fetchAccounts(signal),
    args: () => [],
  });

  override render() {
    if (this.accounts.value) return this.renderAccounts(this.accounts.value);
    return this.accounts.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.accounts.run()}
        ></page-state>`,
    });
  }

  private renderAccounts(accounts: readonly AccountAnswer[]) {
    const {account, accountsTitle, accountsSubtitle, passwordOf} = administrationWords();
    const closed = accounts.filter(({disabled_at}) => disabled_at !== null).length;
    const heading = accountsTitle(accounts.length - closed, closed);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${accountsSubtitle}</p>
      <shown-once
        .heading=${this.told ? passwordOf(this.told.account.id) : ''}
        .secret=${this.told?.password ?? ''}
        @hide=${() => (this.told = null)}
      ></shown-once>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table id="accounts">
          <thead>
            <tr>
              ${Object.values(account).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${accounts.map((one) => this.renderAccount(one))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${accountsSubtitle}
        table="accounts"
        name="accounts"
      ></table-ways>
      ${this.renderForm()} ${this.renderDialog()}
    </section>`;
  }

  private renderAccount(account: AccountAnswer) {
    const {id, full_name, role, province, is_demo, created_at, disabled_at} = account;
    const {open, closed, isDemo, deeds, of} = administrationWords();
    const hidden = html`<span class="unseen"> ${of(id)}</span>`;
    return html`<tr>
      <th scope="row">${id}</th>
      <td>${full_name} ${is_demo && !full_name.includes(isDemo) ? `(${isDemo})` : ''}</td>
      <td>${words().roles[role]}</td>
      <td>${province ?? '–'}</td>
      <td>${formatDate(created_at)}</td>
      <td>${disabled_at === null ? open : closed(formatDate(disabled_at))}</td>
      <td>
        ${(['role', disabled_at === null ? 'disable' : 'enable', 'password'] as const).map(
          (change) =>
            html`<button type="button" @click=${() => this.ask(account, change)}>
              ${deeds[change]}${hidden}
            </button>`,
        )}
      </td>
    </tr>`;
  }

  private renderForm() {
    const {account, idAdvice, provinceAdvice, newAccount} = administrationWords();
    return html`<form @submit=${this.create}>
      <label>${account.id} <small>${idAdvice}</small><input name="id" required autocomplete="off" /></label>
      <label>${account.name}<input name="full_name" required autocomplete="off" /></label>
      <label
        >${account.role}<select name="role">
          ${roleOptions('phan_tich')}
        </select></label
      >
      <label
        >${account.province} <small>${provinceAdvice}</small
        ><input name="province" maxlength="2" autocomplete="off"
      /></label>
      <button class="main">${newAccount}</button>
    </form>`;
  }

  /** What ends somebody's sessions is asked about once more. */
  private renderDialog() {
    const {asked} = this;
    const {deeds, of, accountsSubtitle, account, provinceAdvice, cancel} = administrationWords();
    if (!asked) return nothing;
    const heading = `${deeds[asked.change]} ${of(asked.account.id)}`;
    return html`<dialog aria-labelledby="asked" @close=${() => (this.asked = null)}>
      <form method="dialog" @submit=${this.change}>
        <h3 id="asked">${heading}</h3>
        <p>${accountsSubtitle}.</p>
        ${
          asked.change === 'role'
            ? html`<label
                  >${account.role}<select name="role">
                    ${roleOptions(asked.account.role)}
                  </select></label
                >
                <label
                  >${account.province} <small>${provinceAdvice}</small
                  ><input
                    name="province"
                    maxlength="2"
                    autocomplete="off"
                    .value=${asked.account.province ?? ''}
                /></label>`
            : nothing
        }
        <button class="main" value="do">${deeds[asked.change]}</button>
        <button value="cancel">${cancel}</button>
      </form>
    </dialog>`;
  }

  private readonly create = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const {province, ...account} = Object.fromEntries(new FormData(form)) as Record<string, string>;
    void this.try(async () => {
      this.told = await createAccount({
        ...(account as unknown as NewAccount),
        ...(province ? {province} : {}),
      });
      form.reset();
    });
  };

  private ask(account: AccountAnswer, change: AccountChange['change']) {
    this.asked = {account, change};
    void this.updateComplete.then(() => this.dialog.showModal());
  }

  private readonly change = (event: SubmitEvent) => {
    const {account, change} = this.asked!;
    if ((event.submitter as HTMLButtonElement).value !== 'do') return;
    const {role = '', province = ''} = Object.fromEntries(
      new FormData(event.target as HTMLFormElement),
    ) as Record<string, string>;
    const wanted: AccountChange =
      change === 'role' ? {change, role: role as Role, ...(province ? {province} : {})} : {change};
    void this.try(async () => {
      this.told = await changeAccount(account.id, wanted);
    });
  };

  private async try(work: () => Promise<void>): Promise<void> {
    this.failure = '';
    try {
      await work();
    } catch (error) {
      this.failure = (error as Error).message;
    }
    await this.accounts.run();
  }

  static override styles = [controlStyles, blockStyles, tableStyles, administrationStyles];
}

/** The roles there are, one of them chosen. */
export const roleOptions = (chosen: Role) =>
  Object.entries(words().roles).map(
    ([role, name]) => html`<option value=${role} ?selected=${role === chosen}>${name}</option>`,
  );

declare global {
  interface HTMLElementTagNameMap {
    'account-table': AccountTable;
  }
}
