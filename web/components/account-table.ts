import {Task} from '@lit/task';
import {html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
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

/** Who may sign in, and as what. */
@customElement('account-table')
export class AccountTable extends LitElement {
  @state() private told: AccountChanged | null = null;
  @state() private failure = '';

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
        <table>
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
      ${this.renderForm()}
    </section>`;
  }

  private renderAccount({id, full_name, role, province, is_demo, created_at, disabled_at}: AccountAnswer) {
    const {open, closed, isDemo, disable, enable, newPassword, of} = administrationWords();
    const hidden = html`<span class="unseen"> ${of(id)}</span>`;
    return html`<tr>
      <th scope="row">${id}</th>
      <td>${full_name} ${is_demo && !full_name.includes(isDemo) ? `(${isDemo})` : ''}</td>
      <td>
        <select
          aria-label=${`${administrationWords().changeRole} ${of(id)}`}
          @change=${(event: Event) => this.changeRole(id, province, (event.target as HTMLSelectElement).value)}
        >
          ${roleOptions(role)}
        </select>
      </td>
      <td>${province ?? '–'}</td>
      <td>${formatDate(created_at)}</td>
      <td>${disabled_at === null ? open : closed(formatDate(disabled_at))}</td>
      <td>
        <button
          type="button"
          @click=${() => this.change(id, {change: disabled_at === null ? 'disable' : 'enable'})}
        >
          ${disabled_at === null ? disable : enable}${hidden}
        </button>
        <button type="button" @click=${() => this.change(id, {change: 'password'})}>
          ${newPassword}${hidden}
        </button>
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

  private change(id: string, change: AccountChange) {
    void this.try(async () => {
      this.told = await changeAccount(id, change);
    });
  }

  /** A province's viewer keeps their province; others have none. */
  private changeRole(id: string, province: string | null, role: string) {
    this.change(id, {
      change: 'role',
      role: role as Role,
      ...(role === 'tinh' && province !== null ? {province} : {}),
    });
  }

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
