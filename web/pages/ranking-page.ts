import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {
  CampaignAnswer,
  FreezeAnswer,
  ObjectionAnswer,
  RankedRow,
  RankingAnswer,
  RankingChangesAnswer,
  RankingPageAnswer,
  UnrankedRow,
} from '../../api/answers.ts';
import {fetchFreezes, fetchObjections, fetchRankingPage, type AskedRanking} from '../campaign-client.ts';
import '../components/candidate-comparison.ts';
import '../components/freeze-panel.ts';
import '../components/objection-panel.ts';
import '../components/page-state.ts';
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

/** What the page shows; what the reader may not see is null. */
interface Found {
  campaign: CampaignAnswer;
  ranking: RankingAnswer;
  /** What provinces are called, by code. */
  provinces: ReadonlyMap<string, string>;
  changes: RankingChangesAnswer;
  freezes: FreezeAnswer[] | null;
  objections: ObjectionAnswer[] | null;
}

/** The campaign's ranking: who stands where and why, what others would change, and making it final. */
@customElement('ranking-page')
export class RankingPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: ([kind, asOf, isWhole], {signal}) => this.find({kind, asOf}, isWhole, signal),
    // Who reads may become known only when the first questions are out: then they are asked again.
    args: () =>
      [
        this.kind(),
        this.state.now.asOf,
        this.wantsAll(),
        this.news.now,
        this.may('GET /campaigns/{id}/freezes'),
        this.may('GET /campaigns/{id}/objections'),
      ] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.ranking}</h1>
      ${this.renderKinds()}
      ${keyed(
        language(),
        this.found.render({
          pending: () =>
            this.found.value
              ? this.renderFound(this.found.value, true)
              : html`<page-state kind="pending"></page-state>`,
          complete: (found) => this.renderFound(found, false),
          error: (error) =>
            html`<page-state
              kind="failed"
              .reason=${(error as Error).message}
              @retry=${this.lookAgain}
            ></page-state>`,
        }),
      )}`;
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

  private renderFound({campaign, ranking, provinces, changes, freezes, objections}: Found, isBusy: boolean) {
    const asked = {kind: ranking.kind, asOf: this.state.now.asOf};
    const isPartial =
      ranking.rows.length + ranking.not_ranked.length < ranking.counts.ranked + ranking.counts.not_ranked;
    const everybody = [...ranking.rows, ...ranking.not_ranked];
    const own = everybody.filter((row) => this.isOwn(row));
    return html`<div class="page" aria-busy=${isBusy}>
      ${this.renderHeadline(campaign, ranking)}
      ${linkToPaper('ranking', {campaign: ranking.campaign, kind: ranking.kind})}
      <ranking-rules .campaign=${campaign} .ranking=${ranking}></ranking-rules>
      <ranking-filters .rows=${everybody} .provinces=${provinces} ?partial=${isPartial}></ranking-filters>
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
              .freezes=${freezes}
              kind=${ranking.kind}
              @decided=${this.lookAgain}
            ></freeze-panel>`
          : nothing
      }
      ${
        objections
          ? html`<objection-panel
              .objections=${objections}
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

  private async find(asked: AskedRanking, isWhole: boolean, signal: AbortSignal): Promise<Found> {
    const [page, freezes, objections] = await Promise.all([
      isWhole ? fetchRankingPage(asked, signal) : this.findFirst(asked, signal),
      this.may('GET /campaigns/{id}/freezes') ? fetchFreezes(signal) : null,
      this.may('GET /campaigns/{id}/objections') ? fetchObjections(signal) : null,
    ]);
    const provinces = new Map(page.provinces.map(({unit_id, unit_name}) => [unit_id, unit_name]));
    return {...page, provinces, freezes, objections};
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
    css`
      h1 {
        margin: 0 0 var(--space-3);
        font-size: var(--text-figure);
        line-height: 1.2;
      }

      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin: 0 0 var(--space-3);
      }

      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .page[aria-busy='true'] {
        opacity: 0.6;
      }

      .headline p {
        margin: 0 0 var(--space-1);
      }

      .lead {
        font-size: var(--text-lead);
        font-weight: 700;
      }

      .small {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .standing {
        color: var(--ink);
      }

      .note {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
        font-size: var(--text-small);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ranking-page': RankingPage;
  }
}
