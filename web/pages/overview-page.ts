import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {OverviewAnswer} from '../../api/answers.ts';
import {fetchOverview, fileOfEntries} from '../client.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/decision-list.ts';
import '../components/entries-figure.ts';
import '../components/headline-strip.ts';
import '../components/metric-card.ts';
import '../components/money-panel.ts';
import '../components/page-state.ts';
import '../components/province-table.ts';
import '../components/selection-bar.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/tile-map.ts';
import {courseOfNation} from '../findings/entries-course.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {hrefOf, UrlState} from '../url-state.ts';

/** The first page: where the nation stands to a night, and which provinces hold it back. */
@customElement('overview-page')
export class OverviewPage extends LitElement {
  /** What lies below the first screen is drawn once that is painted. */
  @state() private hasPainted = false;

  private readonly state = new UrlState(this);
  private readonly news = new News(this);
  private readonly session = new SessionState(this);

  private readonly overview = new Task(this, {
    task: ([asOf, compare], {signal}) => fetchOverview({asOf, compare}, signal),
    args: () => [this.state.now.asOf, this.state.now.compare, this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.overview}</h1>
      ${answeredPage(this.overview, (answer, isBusy) => this.renderAnswer(answer, isBusy))}`;
  }

  override updated() {
    if (this.overview.value && !this.hasPainted)
      requestAnimationFrame(() => setTimeout(() => (this.hasPainted = true)));
  }

  private renderAnswer(answer: OverviewAnswer, isBusy: boolean) {
    if (answer.provinces.length === 0) return html`<page-state kind="empty"></page-state>`;
    if (choiceIn(this.state.now, 'view', ['giao-ban'])) return this.renderBriefing(answer, isBusy);
    return html`<div class="page" aria-busy=${isBusy}>
      <headline-strip .answer=${answer}></headline-strip>
      ${this.renderCards(answer)}
      <div class="pair progress">
        ${this.renderCourse(answer)}
        <decision-list
          .provinces=${this.chosenProvinces(answer)}
          .targets=${answer.targets}
          .night=${answer.night}
        >
          <button type="button" @click=${() => this.state.choose({view: 'giao-ban'})}>
            ${words().briefing.open}
          </button>
        </decision-list>
      </div>
      ${this.hasPainted ? this.renderPlaces(answer) : nothing}
    </div>`;
  }

  private renderPlaces(answer: OverviewAnswer) {
    return html`<div>
        <selection-bar .provinces=${answer.provinces}></selection-bar>
        <div class="pair places">
          <tile-map .answer=${answer}></tile-map>
          <province-table .answer=${answer}></province-table>
        </div>
      </div>
      <money-panel .answer=${answer}></money-panel>`;
  }

  /** The agenda of the standing meeting: what the screen says, in the order it is talked about, for paper. */
  private renderBriefing(answer: OverviewAnswer, isBusy: boolean) {
    return html`<div class="page" aria-busy=${isBusy}>
      <div class="briefing">
        <h2>${words().briefing.heading(formatDate(answer.night))}</h2>
        <span class="no-print">
          <button type="button" @click=${() => window.print()}>${words().print}</button>
          <button type="button" @click=${() => this.state.choose({view: null})}>
            ${words().briefing.back}
          </button>
        </span>
      </div>
      <headline-strip .answer=${answer}></headline-strip>
      ${this.renderCards(answer)}
      <decision-list
        .provinces=${answer.provinces}
        .targets=${answer.targets}
        .night=${answer.night}
        .most=${Infinity}
      ></decision-list>
      ${this.renderCourse(answer)}
    </div>`;
  }

  private renderCourse(answer: OverviewAnswer) {
    const {night} = answer;
    return html`<entries-figure
      .course=${courseOfNation(answer)}
      .place=${words().entries.nation}
      .file=${(format: 'csv' | 'xlsx') => fileOfEntries(night, format)}
    ></entries-figure>`;
  }

  private renderCards({nation, targets, compared_with}: OverviewAnswer) {
    const complete = nation.offices_complete;
    const isCampaign = nation.offices_on_time !== null;
    const {numerator, denominator} = nation.offices_on_time ?? complete;
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
        .href=${hrefOf('/tien')}
      ></metric-card>
      <metric-card
        .heading=${words().cards.quality}
        .unit=${words().units.pillarParts}
        .figure=${nation.quality}
        .comparedWith=${compared_with}
        .note=${words().petitionsToo(rateOf(nation.petitions.value))}
        .href=${hrefOf('/chat-luong')}
      ></metric-card>
      <metric-card
        .heading=${isCampaign ? words().cards.onTime : words().cards.offices}
        .unit=${words().units.offices}
        .figure=${{
          numerator,
          denominator,
          value: denominator === 0 ? null : numerator / denominator,
          status: 'no_target',
        }}
        .href=${this.session.now?.routes.includes('GET /campaigns/{id}/ranking') ? hrefOf('/thi-dua') : ''}
        .note=${isCampaign ? words().officesComplete(formatCount(complete.numerator), formatCount(complete.denominator)) : ''}
      ></metric-card>
    </section>`;
  }

  private chosenProvinces({provinces}: OverviewAnswer) {
    const {selected} = this.state.now;
    return selected.length === 0
      ? provinces
      : provinces.filter((province) => selected.includes(province.unit_id));
  }

  static override styles = [
    controlStyles,
    css`
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

      .briefing {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        justify-content: space-between;
      }

      .briefing h2 {
        margin: 0;
        font-size: 1.25rem;
      }

      @media (max-width: 34rem) {
        .cards {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'overview-page': OverviewPage;
  }
}
