import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {MoneyPageAnswer, OverviewAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/metric-card.ts';
import '../components/money-panel.ts';
import '../components/money-sums.ts';
import '../components/office-money-table.ts';
import {linkToPaper} from '../components/paper-links.ts';
import {pageStyles} from '../components/page-styles.ts';
import '../components/selection-bar.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {moneyWords} from '../labels/money-words.ts';
import {words} from '../labels/words.ts';
import {fetchMoneyPage} from '../money-client.ts';
import {News} from '../news.ts';
import {UrlState} from '../url-state.ts';

/** What the page shows, and for which night that was asked. */
type Found = MoneyPageAnswer & {asOf: string | null};

/** Where the money of case files is not entered: the nation, its provinces, and the offices behind them. */
@customElement('money-page')
export class MoneyPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: async ([asOf, compare], {signal}): Promise<Found> => ({
      asOf,
      ...(await fetchMoneyPage({asOf, compare}, signal)),
    }),
    args: () => [this.state.now.asOf, this.state.now.compare, this.news.now] as const,
  });

  override render() {
    return html`<h1>${moneyWords().heading}</h1>
      ${answeredPage(this.found, (found, isBusy) => this.renderFound(found, isBusy))}`;
  }

  private renderFound({overview: answer, sums, asOf}: Found, isBusy: boolean) {
    const {nation, targets, compared_with, provinces, night, nights} = answer;
    const isKept = sums !== null || night === nights.at(-1);
    return html`<div class="page" aria-busy=${isBusy}>
      <p class="lead" role="status">
        <strong>${this.sentence(answer)}</strong> <span>${this.pace(answer)}</span>
      </p>
      ${linkToPaper('criticised-provinces')}
      <section class="cards" aria-label=${words().cardsHeading}>
        <metric-card
          .heading=${moneyWords().heading}
          .unit=${words().units.files}
          .figure=${nation.money}
          .target=${targets.money}
          .comparedWith=${compared_with}
        ></metric-card>
        <metric-card
          .heading=${moneyWords().items}
          .unit=${moneyWords().units.items}
          .figure=${nation.money_items}
        ></metric-card>
        <metric-card
          .heading=${moneyWords().amount}
          .unit=${moneyWords().units.dong}
          .figure=${nation.money_amount}
        ></metric-card>
      </section>
      <div>
        <selection-bar .provinces=${provinces}></selection-bar>
        <money-panel .answer=${answer}></money-panel>
      </div>
      ${
        isKept
          ? html`<money-sums .asOf=${asOf}></money-sums>`
          : html`<p class="small">${moneyWords().latestOnly}</p>`
      }
      <office-money-table .asOf=${asOf}></office-money-table>
    </div>`;
  }

  private sentence({nation, night}: OverviewAnswer): string {
    const {numerator, denominator, value} = nation.money;
    if (value === null) return moneyWords().none(formatDate(night));
    const missing = (denominator ?? 0) - (numerator ?? 0);
    return moneyWords().sentence(formatRate(value), formatDate(night), formatCount(missing));
  }

  /** Working days are counted to the deadline of the files; only where money has the same is anything said. */
  private pace({pace, targets, nation}: OverviewAnswer): string {
    const missing = (nation.money.denominator ?? 0) - (nation.money.numerator ?? 0);
    if (!pace || pace.working_days_left === 0 || missing === 0) return '';
    if (targets.money?.deadline !== pace.deadline) return '';
    return moneyWords().pace(
      formatCount(Math.ceil(missing / pace.working_days_left)),
      pace.working_days_left,
      formatDate(pace.deadline),
    );
  }

  static override styles = [
    pageStyles,
    css`
      .lead {
        margin: 0;
        font-size: var(--text-lead);
        line-height: 1.4;
        text-wrap: pretty;
      }

      .lead span,
      .small {
        color: var(--ink-soft);
      }

      .small {
        margin: 0;
        font-size: var(--text-small);
      }

      .cards {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }

      @media (max-width: 60rem) {
        .cards {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'money-page': MoneyPage;
  }
}
