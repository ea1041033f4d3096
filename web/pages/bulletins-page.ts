import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {fetchAlertPreview, fetchAlerts, fetchMailings, fetchSubscriptions} from '../bulletin-client.ts';
import {fetchMetricNames, fetchUnits} from '../client.ts';
import '../components/alert-preview.ts';
import '../components/alert-rules.ts';
import '../components/bulletin-links.ts';
import '../components/mailing-log.ts';
import '../components/page-state.ts';
import '../components/subscription-table.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {language} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {UrlState} from '../url-state.ts';

/** What leaves the house by mail: rules that watch figures, who would be told tonight, what was sent, and to whom. */
@customElement('bulletins-page')
export class BulletinsPage extends LitElement {
  private readonly url = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly alerts = new Task(this, {
    task: async ([may, asOf], {signal}) => {
      if (!may) return null;
      const [preview, rules, metrics, units] = await Promise.all([
        fetchAlertPreview(asOf, signal),
        fetchAlerts(signal),
        fetchMetricNames(signal),
        fetchUnits(signal),
      ]);
      return {preview, rules, metrics, units};
    },
    args: () => [this.may('GET /alerts/preview'), this.url.now.asOf, this.news.now] as const,
  });

  private readonly mailings = new Task(this, {
    task: async (_args, {signal}) => {
      const [log, subscriptions] = await Promise.all([fetchMailings(signal), fetchSubscriptions(signal)]);
      return {log, subscriptions};
    },
    args: () => [this.news.now] as const,
  });

  override render() {
    return keyed(
      language(),
      html`<h1>${bulletinWords().title}</h1>
        <div class="page">${this.renderAlerts()} ${this.renderMailings()}</div>`,
    );
  }

  private renderAlerts() {
    const {value, error} = this.alerts;
    if (error) return renderFailure(error, () => void this.alerts.run());
    if (value === undefined) return html`<page-state kind="pending"></page-state>`;
    if (value === null) return nothing;
    const {preview, rules, metrics, units} = value;
    const again = () => void this.alerts.run();
    return html`<alert-preview
        .preview=${preview}
        .metrics=${metrics}
        .today=${today()}
        ?maySnooze=${this.may('POST /alerts/{id}/snooze')}
        @change=${again}
      ></alert-preview>
      <alert-rules
        .rules=${rules}
        .metrics=${metrics}
        .units=${units}
        .today=${today()}
        ?mayChange=${this.may('POST /alerts')}
        @change=${again}
      ></alert-rules>
      <bulletin-links .units=${units} ?mayReadNation=${this.may('GET /bulletins/nation')}></bulletin-links>`;
  }

  private renderMailings() {
    const {value, error} = this.mailings;
    if (error) return renderFailure(error, () => void this.mailings.run());
    if (value === undefined) return html`<page-state kind="pending"></page-state>`;
    const {log, subscriptions} = value;
    return html`<mailing-log .log=${log} .metrics=${this.alerts.value?.metrics ?? []}></mailing-log>
      <subscription-table
        .subscriptions=${subscriptions}
        ?mayChange=${this.may('POST /bulletins/subscriptions')}
        @change=${() => {
          void this.mailings.run();
          void this.alerts.run();
        }}
      ></subscription-table>`;
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  static override styles = css`
    h1 {
      margin: 0 0 var(--space-2);
      font-size: var(--text-page);
      line-height: 1.3;
    }

    .page {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
  `;
}

/** The date it is in Vietnam. */
const today = (): string =>
  new Intl.DateTimeFormat('en-CA', {timeZone: 'Asia/Ho_Chi_Minh'}).format(new Date());

const renderFailure = (error: unknown, again: () => void) =>
  html`<page-state kind="failed" .reason=${(error as Error).message} @retry=${again}></page-state>`;

declare global {
  interface HTMLElementTagNameMap {
    'bulletins-page': BulletinsPage;
  }
}
