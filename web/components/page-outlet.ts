import {Task} from '@lit/task';
import {html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import {findAddress} from '../addresses.ts';
import {words} from '../labels/words.ts';
import {tellView} from '../page-views.ts';
import {listedRoutes, maySee, routes} from '../routes.ts';
import {SessionState} from '../session.ts';
import {goTo, hrefOf, UrlState} from '../url-state.ts';
import './page-state.ts';

/** The page of the address, its code fetched when it is first asked for; or a word on why there is none. */
@customElement('page-outlet')
export class PageOutlet extends LitElement {
  private readonly url = new UrlState(this);
  private readonly session = new SessionState(this);

  /** The path whose view was told last. */
  private told = '';

  private readonly page = new Task(this, {
    task: async ([address]) => {
      if (!address) return null;
      await routes[address].load();
      const page: HTMLElement & {unit?: string} = document.createElement(routes[address].tag);
      return page;
    },
    args: () => [findAddress(this.url.path)?.address] as const,
  });

  override createRenderRoot() {
    return this;
  }

  override render() {
    const found = findAddress(this.url.path);
    const {now} = this.session;
    if (!found) return html`<page-state kind="unknown"></page-state>`;
    const route = routes[found.address];
    if (now && !maySee(now, route)) return this.renderRefusal(found.address, now);
    document.title = `${words().pageNames[route.name]} – ${words().system}`;
    return this.page.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: (page) => {
        if (page && found.id !== null) page.unit = found.id;
        return page;
      },
      error: () =>
        html`<page-state
          kind="failed"
          .reason=${words().unreachable}
          @retry=${() => this.page.run()}
        ></page-state>`,
    });
  }

  /** Every page that somebody opens and may see is counted once, the page of components not at all. */
  override updated() {
    const {path} = this.url;
    const found = findAddress(path);
    const {now} = this.session;
    if (!found || !now || path === this.told) return;
    const route = routes[found.address];
    if (!maySee(now, route)) return;
    this.told = path;
    if (route.name !== 'components') tellView(route.name);
  }

  /** Whoever may not see the first page begins with the first page of their own. */
  private renderRefusal(address: string, session: NonNullable<SessionState['now']>) {
    const [own] = listedRoutes(session);
    if (address !== '/' || !own) return html`<page-state kind="refused"></page-state>`;
    queueMicrotask(() => goTo(hrefOf(own.path), {replace: true}));
    return html`<page-state kind="pending"></page-state>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-outlet': PageOutlet;
  }
}
