import {css, html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {findAddress} from '../addresses.ts';
import {words} from '../labels/words.ts';
import {listedRoutes, routeGroups} from '../routes.ts';
import {SessionState} from '../session.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import {controlStyles} from './shared-styles.ts';

/** The pages the reader may see; on a narrow screen behind a button. */
@customElement('page-list')
export class PageList extends LitElement {
  @state() private isOpen = false;

  private readonly url = new UrlState(this);
  private readonly session = new SessionState(this);

  override render() {
    const {now} = this.session;
    if (!now) return nothing;
    const listed = listedRoutes(now);
    const current = findAddress(this.url.path)?.address;
    return html`
      <button type="button" aria-expanded=${this.isOpen} aria-controls="pages" @click=${this.toggle}>
        ${words().pages}
      </button>
      <nav id="pages" aria-label=${words().pages} class=${this.isOpen ? 'open' : ''}>
        ${routeGroups.map((group) => {
          const inGroup = listed.filter(({route}) => route.group === group);
          return inGroup.length === 0
            ? nothing
            : html`<ul>
                ${inGroup.map(
                  ({path, address, route}) =>
                    html`<li>
                      <a
                        href=${hrefOf(path)}
                        aria-current=${address === current ? 'page' : nothing}
                        @click=${this.close}
                        >${words().pageNames[route.name]}</a
                      >
                    </li>`,
                )}
              </ul>`;
        })}
      </nav>
    `;
  }

  private readonly toggle = () => {
    this.isOpen = !this.isOpen;
  };

  private readonly close = () => {
    this.isOpen = false;
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      button {
        display: none;
      }

      ul {
        margin: 0;
        padding: var(--space-2) 0;
        list-style: none;
      }

      ul + ul {
        border-top: 1px solid var(--rule);
      }

      a {
        display: block;
        padding: 0.4rem var(--space-3);
        border-left: 3px solid transparent;
        color: var(--ink);
        line-height: 1.3;
        text-decoration: none;
      }

      a:hover {
        color: var(--accent);
        text-decoration: underline;
      }

      a[aria-current] {
        border-left-color: var(--accent);
        color: var(--accent);
        font-weight: 700;
      }

      @media (max-width: 60rem) {
        button {
          display: block;
          min-height: 2.25rem;
        }

        nav {
          display: none;
        }

        nav.open {
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
          padding-top: var(--space-2);
        }

        ul + ul {
          border-top: 0;
        }

        a {
          min-height: 2.25rem;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'page-list': PageList;
  }
}
