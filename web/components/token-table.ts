import {Task} from '@lit/task';
import {html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {TokenAnswer} from '../../api/answers.ts';
import {createToken, fetchTokens, revokeToken, type NewToken} from '../administration-client.ts';
import {formatDate} from '../format.ts';
import {administrationWords} from '../labels/administration-words.ts';
import {words} from '../labels/words.ts';
import {roleOptions} from './account-table.ts';
import {administrationStyles} from './administration-styles.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './shown-once.ts';
import './table-ways.ts';

/** Keys for programs: made, looked over, taken back. */
@customElement('token-table')
export class TokenTable extends LitElement {
  @state() private told: {token: TokenAnswer; secret: string} | null = null;
  @state() private failure = '';

  private readonly tokens = new Task(this, {
    task: (_args, {signal}) => fetchTokens(signal),
    args: () => [],
  });

  override render() {
    if (this.tokens.value) return this.renderTokens(this.tokens.value);
    return this.tokens.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.tokens.run()}
        ></page-state>`,
    });
  }

  private renderTokens(tokens: readonly TokenAnswer[]) {
    const {tokensTitle, tokensSubtitle, secretOf} = administrationWords();
    const heading = tokensTitle(tokens.filter(({revoked_at}) => revoked_at === null).length);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${tokensSubtitle}</p>
      <shown-once
        .heading=${this.told ? secretOf(this.told.token.name) : ''}
        .secret=${this.told?.secret ?? ''}
        @hide=${() => (this.told = null)}
      ></shown-once>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      ${tokens.length === 0 ? nothing : this.renderTable(tokens, heading)} ${this.renderForm()}
    </section>`;
  }

  private renderTable(tokens: readonly TokenAnswer[], heading: string) {
    const {token, tokensSubtitle} = administrationWords();
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table id="tokens">
          <thead>
            <tr>
              ${Object.values(token).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${tokens.map((one) => this.renderToken(one))}
          </tbody>
        </table>
      </div>
      <table-ways .heading=${heading} .subtitle=${tokensSubtitle} table="tokens" name="tokens"></table-ways>`;
  }

  private renderToken({id, name, role, province, purpose, created_by, until, revoked_at}: TokenAnswer) {
    const {valid, revoked, revoke, of} = administrationWords();
    return html`<tr>
      <th scope="row">${name}</th>
      <td>
        ${province === null ? words().roles[role] : words().roleOfProvince(words().roles[role], province)}
      </td>
      <td>${purpose ?? '–'}</td>
      <td>${created_by}</td>
      <td>${formatDate(until)}</td>
      <td>${revoked_at === null ? valid : revoked(formatDate(revoked_at))}</td>
      <td>
        ${
          revoked_at === null
            ? html`<button type="button" @click=${() => this.try(async () => void (await revokeToken(id)))}>
                ${revoke}<span class="unseen"> ${of(name)}</span>
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private renderForm() {
    const {token, account, newToken, provinceAdvice, purposeAdvice} = administrationWords();
    return html`<form @submit=${this.create}>
      <label>${token.name}<input name="name" required autocomplete="off" /></label>
      <label
        >${token.role}<select name="role">
          ${roleOptions('phan_tich')}
        </select></label
      >
      <label
        >${account.province} <small>${provinceAdvice}</small
        ><input name="province" maxlength="2" autocomplete="off"
      /></label>
      <label
        >${token.purpose} <small>${purposeAdvice}</small
        ><input name="purpose" maxlength="500" autocomplete="off"
      /></label>
      <label>${token.until}<input name="until" type="date" /></label>
      <button class="main">${newToken}</button>
    </form>`;
  }

  private readonly create = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const filled = [...new FormData(form)].filter(([, value]) => value !== '');
    void this.try(async () => {
      this.told = await createToken(Object.fromEntries(filled) as unknown as NewToken);
      form.reset();
    });
  };

  private async try(work: () => Promise<void>): Promise<void> {
    this.failure = '';
    try {
      await work();
    } catch (error) {
      this.failure = (error as Error).message;
    }
    await this.tokens.run();
  }

  static override styles = [controlStyles, blockStyles, tableStyles, administrationStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'token-table': TokenTable;
  }
}
