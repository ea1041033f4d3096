import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {PermissionsAnswer, Role} from '../../api/answers.ts';
import {addresses} from '../addresses.ts';
import {fetchPermissions} from '../administration-client.ts';
import {usageWords} from '../labels/usage-words.ts';
import {words} from '../labels/words.ts';
import {routes, type Route} from '../routes.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';
import {roleOptions} from './account-table.ts';
import {administrationStyles} from './administration-styles.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

type Judged = PermissionsAnswer['rows'][number];

/** What somebody of a role may open and ask, and why; nothing is looked at in their name. */
@customElement('role-access')
export class RoleAccess extends LitElement {
  private readonly url = new UrlState(this);

  private readonly explained = new Task(this, {
    task: ([role, province], {signal}) => fetchPermissions({role, province}, signal),
    args: () => [this.chosenRole, this.chosenProvince] as const,
  });

  override render() {
    return html`<section class="block" aria-labelledby="heading">
      ${this.explained.render({
        pending: () => html`<page-state kind="pending"></page-state>`,
        complete: (explained) => this.renderExplained(explained),
        error: (error) =>
          html`<page-state
            kind="failed"
            .reason=${(error as Error).message}
            @retry=${() => this.explained.run()}
          ></page-state>`,
      })}
      ${this.renderForm()}
    </section>`;
  }

  private renderForm() {
    const {access} = usageWords();
    return html`<form @submit=${this.onSubmit}>
      <label
        >${access.role}<select name="role">
          ${roleOptions(this.chosenRole)}
        </select></label
      >
      <label
        >${access.province} <small>${access.provinceAdvice}</small
        ><input name="province" maxlength="2" autocomplete="off" .value=${this.chosenProvince}
      /></label>
      <button class="main">${access.explain}</button>
    </form>`;
  }

  private renderExplained(explained: PermissionsAnswer) {
    const {access} = usageWords();
    const {rows} = explained;
    const pages = addresses
      .map((address) => routes[address])
      .filter(({name}) => name !== 'components')
      .map((route) => ({route, judged: rows.find((row) => row.route === route.needs)}));
    const open = pages.filter(({judged}) => judged?.may ?? true).length;
    const heading = access.title(
      words().roles[explained.role],
      open,
      pages.length,
      rows.filter(({may}) => may).length,
      rows.length,
    );
    return html`<h2 id="heading">${heading}</h2>
      <p class="subtitle">${access.subtitle}</p>
      <p>${this.reachOf(explained)}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${access.pagesTitle}>
        <table id="access">
          <thead>
            <tr>
              ${access.pageColumns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${pages.map(({route, judged}) => this.renderPage(route, judged))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${access.subtitle}
        table="access"
        name=${`access-${explained.role}`}
      ></table-ways>
      <details>
        <summary>${access.routesTitle(rows.length)}</summary>
        <div class="scroll" role="group" tabindex="0" aria-label=${access.routesTitle(rows.length)}>
          <table>
            <thead>
              <tr>
                ${access.routeColumns.map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    <th scope="row" class="wide">${row.summary}</th>
                    <td><code>${row.route}</code></td>
                    <td>${row.may ? access.may : access.mayNot}</td>
                    <td class="wide">${whyOf(row)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  private renderPage({name}: Route, judged: Judged | undefined) {
    const {access} = usageWords();
    return html`<tr>
      <th scope="row">${words().pageNames[name]}</th>
      <td>${(judged?.may ?? true) ? access.may : access.mayNot}</td>
      <td class="wide">${judged ? whyOf(judged) : access.noNeed}</td>
    </tr>`;
  }

  /** How far the role sees, in sentences. */
  private reachOf({scope, province, needs_purpose, sees_officers}: PermissionsAnswer): string {
    const {access} = usageWords();
    const isBlind = scope === 'none';
    return [
      province === null ? access.scopes[scope] : access.ofProvince(province),
      ...(needs_purpose ? [access.purpose] : []),
      ...(isBlind ? [] : [sees_officers ? access.officers : access.noOfficers]),
    ].join(' ');
  }

  private get chosenRole(): Role {
    const known = Object.keys(words().roles) as Role[];
    return choiceIn(this.url.now, 'role', known) ?? 'lanh_dao';
  }

  private get chosenProvince(): string {
    return this.url.now.choices['province'] ?? '';
  }

  private readonly onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const {role = '', province = ''} = Object.fromEntries(
      new FormData(event.target as HTMLFormElement),
    ) as Record<string, string>;
    this.url.choose({role, province: role === 'tinh' ? province.trim() : null});
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      p {
        margin: 0 0 var(--space-2);
      }

      .wide {
        min-width: 14rem;
        white-space: normal;
      }

      details {
        margin-top: var(--space-3);
      }

      summary {
        min-height: 1.5rem;
        color: var(--accent);
        font-size: var(--text-small);
        cursor: pointer;
      }
    `,
  ];
}

const whyOf = ({why, allowed}: Judged): string =>
  usageWords().access.whys[why](allowed.map((role) => words().roles[role]).join(', '));

declare global {
  interface HTMLElementTagNameMap {
    'role-access': RoleAccess;
  }
}
