import {css, html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import '../components/account-table.ts';
import '../components/audit-search.ts';
import '../components/role-access.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/target-changes.ts';
import '../components/target-table.ts';
import '../components/threshold-table.ts';
import '../components/token-table.ts';
import '../components/usage-table.ts';
import {administrationWords} from '../labels/administration-words.ts';
import {language} from '../labels/words.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';

const views = ['accounts', 'tokens', 'thresholds', 'targets', 'access', 'usage', 'audit'] as const;
type View = (typeof views)[number];

/** For the administrator: who may sign in, keys for programs, thresholds of the campaign, what roles may do, and who did what. */
@customElement('administration-page')
export class AdministrationPage extends LitElement {
  private readonly url = new UrlState(this);

  override render() {
    const view = choiceIn(this.url.now, 'view', views) ?? 'accounts';
    return keyed(
      language(),
      html`<h1>${administrationWords().title}</h1>
        <div class="views" role="group" aria-label=${administrationWords().viewsLabel}>
          ${views.map(
            (one) =>
              html`<button
                type="button"
                aria-pressed=${one === view}
                @click=${() => this.url.choose({view: one === 'accounts' ? null : one})}
              >
                ${administrationWords().views[one]}
              </button>`,
          )}
        </div>
        ${renderView(view)}`,
    );
  }

  static override styles = [
    controlStyles,
    css`
      h1 {
        margin: 0 0 var(--space-2);
        font-size: var(--text-page);
        line-height: 1.3;
      }

      target-changes {
        margin-bottom: var(--space-3);
      }

      .views {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-bottom: var(--space-3);
      }
    `,
  ];
}

function renderView(view: View) {
  switch (view) {
    case 'accounts':
      return html`<account-table></account-table>`;
    case 'tokens':
      return html`<token-table></token-table>`;
    case 'thresholds':
      return html`<threshold-table></threshold-table>`;
    case 'targets':
      return html`<target-changes></target-changes><target-table></target-table>`;
    case 'access':
      return html`<role-access></role-access>`;
    case 'usage':
      return html`<usage-table></usage-table>`;
    case 'audit':
      return html`<audit-search></audit-search>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'administration-page': AdministrationPage;
  }
}
