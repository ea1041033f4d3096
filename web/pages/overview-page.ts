import {Task} from '@lit/task';
import {css, html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {OverviewAnswer} from '../../api/answers.ts';
import {fetchOverview} from '../client.ts';
import '../components/decision-list.ts';
import '../components/entries-figure.ts';
import '../components/headline-strip.ts';
import '../components/metric-card.ts';
import '../components/money-panel.ts';
import '../components/page-state.ts';
import '../components/province-table.ts';
import '../components/selection-bar.ts';
import '../components/tile-map.ts';
import {formatRate} from '../format.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {UrlState} from '../url-state.ts';

/** The first page: where the nation stands to a night, and which provinces hold it back. */
@customElement('overview-page')
export class OverviewPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly overview = new Task(this, {
    task: ([asOf, compare], {signal}) => fetchOverview({asOf, compare}, signal),
    args: () => [this.state.now.asOf, this.state.now.compare, this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.overview}</h1>
      ${
        // A change of language changes every word, so everything is drawn anew.
        keyed(language(), this.renderOverview())
      }`;
  }

  private renderOverview() {
    return this.overview.render({
      // While another night is on its way the last one stays, so that nothing jumps.
      pending: () =>
        this.overview.value
          ? this.renderAnswer(this.overview.value, true)
          : html`<page-state kind="pending"></page-state>`,
      complete: (answer) => this.renderAnswer(answer, false),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.overview.run()}
        ></page-state>`,
    });
  }

  private renderAnswer(answer: OverviewAnswer, isBusy: boolean) {
    if (answer.provinces.length === 0) return html`<page-state kind="empty"></page-state>`;
    return html`<div class="page" aria-busy=${isBusy}>
      <headline-strip .answer=${answer}></headline-strip>
      ${this.renderCards(answer)}
      <div class="pair progress">
        <entries-figure .answer=${answer}></entries-figure>
        <decision-list
          .provinces=${this.chosenProvinces(answer)}
          .targets=${answer.targets}
          .night=${answer.night}
        ></decision-list>
      </div>
      <div>
        <selection-bar .provinces=${answer.provinces}></selection-bar>
        <div class="pair places">
          <tile-map .answer=${answer}></tile-map>
          <province-table .answer=${answer}></province-table>
        </div>
      </div>
      <money-panel .answer=${answer}></money-panel>
    </div>`;
  }

  private renderCards({nation, targets, compared_with}: OverviewAnswer) {
    const {numerator, denominator} = nation.offices_complete;
    const rateOf = (value: number | null) => (value === null ? words().noFigure : formatRate(value));
    return html`<section class="cards" aria-label=${words().cardsHeading}>
      <metric-card
        .heading=${words().cards.completion}
        .unit=${words().units.files}
        .figure=${nation.completion}
        .target=${targets.completion}
        .comparedWith=${compared_with}
      ></metric-card>
      <metric-card
        .heading=${words().cards.money}
        .unit=${words().units.files}
        .figure=${nation.money}
        .target=${targets.money}
        .comparedWith=${compared_with}
        .note=${words().otherReadings(rateOf(nation.money_items.value), rateOf(nation.money_amount.value))}
      ></metric-card>
      <metric-card
        .heading=${words().cards.petitions}
        .unit=${words().units.petitions}
        .figure=${nation.petitions}
        .target=${targets.petitions}
        .comparedWith=${compared_with}
      ></metric-card>
      <metric-card
        .heading=${words().cards.offices}
        .unit=${words().units.offices}
        .figure=${{
          numerator,
          denominator,
          value: denominator === 0 ? null : numerator / denominator,
          status: 'no_target',
        }}
      ></metric-card>
    </section>`;
  }

  private chosenProvinces({provinces}: OverviewAnswer) {
    const {selected} = this.state.now;
    return selected.length === 0
      ? provinces
      : provinces.filter((province) => selected.includes(province.unit_id));
  }

  static override styles = css`
    h1 {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      margin: -1px;
      clip-path: inset(50%);
    }

    .page {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }

    .page[aria-busy='true'] {
      opacity: 0.6;
    }

    .cards {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      gap: var(--space-3);
    }

    .pair {
      display: grid;
      gap: var(--space-3);
    }

    .progress {
      grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
    }

    .places {
      grid-template-columns: minmax(0, 26rem) minmax(0, 1fr);
    }

    @media (max-width: 70rem) {
      .cards {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }

      .progress,
      .places {
        grid-template-columns: minmax(0, 1fr);
      }
    }

    @media (max-width: 34rem) {
      .cards {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'overview-page': OverviewPage;
  }
}
