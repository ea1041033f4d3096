import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {
  CampaignAnswer,
  RankedRow,
  RankingAnswer,
  RankingPageAnswer,
  UnrankedRow,
} from '../../api/answers.ts';
import {fetchRankingPage, type AskedRanking} from '../campaign-client.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/candidate-comparison.ts';
import '../components/freeze-panel.ts';
import '../components/objection-panel.ts';
import {headlineStyles} from '../components/page-styles.ts';
import {linkToPaper} from '../components/paper-links.ts';
import '../components/ranking-filters.ts';
import '../components/ranking-rules.ts';
import '../components/ranking-table.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/unranked-list.ts';
import '../components/what-if-panel.ts';
import {candidateId} from '../findings/places.ts';
import {formatCount, formatDate} from '../format.ts';
import {formatMoment} from '../gate-value.ts';
import {rankingWords} from '../labels/ranking-words.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {UrlState} from '../url-state.ts';

const kinds = ['province', 'office', 'individual'] as const satisfies readonly RankingAnswer['kind'][];

/** How many persons of each list are fetched before somebody asks for more. */
const atFirst = 200;

/** The campaign's ranking: who stands where and why, what others would change, and making it final. */
@customElement('ranking-page')
export class RankingPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: ([kind, asOf, isWhole], {signal}) =>
      isWhole ? fetchRankingPage({kind, asOf}, signal) : this.findFirst({kind, asOf}, signal),
    args: () => [this.kind(), this.state.now.asOf, this.wantsAll(), this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.ranking}</h1>
      ${this.renderKinds()} ${answeredPage(this.found, (found, isBusy) => this.renderFound(found, isBusy))}`;
  }

  /** People's ranks are for those who may see officers; the API says so to anybody else who asks. */
  private renderKinds() {
    const {tabs, tabsLabel} = rankingWords();
    const shown = kinds.filter(
      (kind) => kind !== 'individual' || this.may('GET /campaigns/{id}/explanation'),
    );
    return html`<p class="kinds no-print" role="group" aria-label=${tabsLabel}>
      ${shown.map(
        (kind) =>
          html`<button
            type="button"
            aria-pressed=${kind === this.kind()}
            @click=${() => this.state.choose({kind: kind === 'province' ? null : kind, why: null, first: null, second: null, all: null})}
          >
            ${tabs[kind]}
          </button>`,
      )}
    </p>`;
  }

  private renderFound(
    {campaign, ranking, provinces, changes, freezes, objections}: RankingPageAnswer,
    isBusy: boolean,
  ) {
    const names = new Map(provinces.map(({unit_id, unit_name}) => [unit_id, unit_name]));
    const asked = {kind: ranking.kind, asOf: this.state.now.asOf};
    const isPartial =
      ranking.rows.length + ranking.not_ranked.length < ranking.counts.ranked + ranking.counts.not_ranked;
    const everybody = [...ranking.rows, ...ranking.not_ranked];
    const own = everybody.filter((row) => this.isOwn(row));
    return html`<div class="page" aria-busy=${isBusy}>
      ${this.renderHeadline(campaign, ranking)}
      ${linkToPaper('ranking', {campaign: ranking.campaign, kind: ranking.kind})}
      <ranking-rules .campaign=${campaign} .ranking=${ranking}></ranking-rules>
      <ranking-filters .rows=${everybody} .provinces=${names} ?partial=${isPartial}></ranking-filters>
      <ranking-table
        .campaign=${campaign.campaign}
        .ranking=${ranking}
        .changes=${changes}
        .asked=${asked}
        .mayAsk=${this.mayAsk}
        @more=${this.onMore}
      ></ranking-table>
      <unranked-list
        .ranking=${ranking}
        .asked=${asked}
        .mayAsk=${this.mayAsk}
        @more=${this.onMore}
      ></unranked-list>
      ${
        this.may('GET /campaigns/{id}/comparison')
          ? html`<candidate-comparison
              .candidates=${own}
              .asked=${asked}
              ?partial=${isPartial}
            ></candidate-comparison>`
          : nothing
      }
      ${
        freezes
          ? html`<freeze-panel
              .freezes=${freezes.rows}
              kind=${ranking.kind}
              @decided=${this.lookAgain}
            ></freeze-panel>`
          : nothing
      }
      ${
        objections
          ? html`<objection-panel
              .objections=${objections.rows}
              .candidates=${own}
              ?partial=${isPartial}
              kind=${ranking.kind}
              @decided=${this.lookAgain}
            ></objection-panel>`
          : nothing
      }
      ${this.may('GET /campaigns/{id}/what-if') ? html`<what-if-panel .asked=${asked} .campaign=${campaign}></what-if-panel>` : nothing}
    </div>`;
  }

  private renderHeadline({campaign}: CampaignAnswer, ranking: RankingAnswer) {
    const text = rankingWords();
    const {ranked, not_ranked} = ranking.counts;
    const {frozen} = ranking;
    const name = language() === 'vi' ? campaign.name : campaign.name_en;
    return html`<section class="headline" aria-live="polite">
      <p class="lead">
        ${text.headline(formatCount(ranked), formatCount(ranked + not_ranked), text.kinds[ranking.kind])}
      </p>
      <p class="small">
        <strong class="standing"
          >${frozen ? text.frozen(formatMoment(frozen.decided_at)) : text.provisional}</strong
        >
        ${ranking.is_provisional ? html` · ${text.stillOpen}` : nothing} ·
        ${text.nightOf(formatDate(ranking.ranking_night))} ·
        ${text.campaign(name, formatDate(campaign.starts_on), formatDate(campaign.ends_on))}
      </p>
      ${ranking.note ? html`<p class="note">${ranking.note[language()]}</p>` : nothing}
      ${frozen?.differs ? html`<p class="note">${text.differs}</p>` : nothing}
    </section>`;
  }

  /** The first of a long ranking; all of it where a link leads to somebody further down. */
  private async findFirst(asked: AskedRanking, signal: AbortSignal): Promise<RankingPageAnswer> {
    const first = await fetchRankingPage(asked, signal, atFirst);
    const {why} = this.state.now.choices;
    const {rows, not_ranked} = first.ranking;
    const isThere = [...rows, ...not_ranked].some((row) => candidateId(row) === why);
    return why === undefined || isThere ? first : fetchRankingPage(asked, signal);
  }

  /** Units are few; of persons all are fetched for a part of them, or when somebody asks. */
  private wantsAll(): boolean {
    const {province, size, all} = this.state.now.choices;
    return this.kind() !== 'individual' || [province, size, all].some((choice) => choice !== undefined);
  }

  private readonly onMore = () => {
    this.state.choose({all: '1'});
  };

  private kind(): RankingAnswer['kind'] {
    return choiceIn(this.state.now, 'kind', kinds) ?? 'province';
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private isOwn({province_id}: RankedRow | UnrankedRow): boolean {
    const province = this.session.now?.province ?? null;
    return province === null || province === province_id;
  }

  private readonly mayAsk = (row: RankedRow | UnrankedRow) =>
    this.may('GET /campaigns/{id}/explanation') && this.isOwn(row);

  private readonly lookAgain = () => {
    void this.found.run();
  };

  static override styles = [
    controlStyles,
    headlineStyles,
    css`
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin: 0 0 var(--space-3);
      }

      .standing {
        color: var(--ink);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ranking-page': RankingPage;
  }
}
