import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {
  CampaignAnswer,
  NominationAnswer,
  NominationsAnswer,
  QuotasAnswer,
  SizesAnswer,
} from '../../api/answers.ts';
import {fetchCampaign} from '../campaign-client.ts';
import '../components/nomination-comparison.ts';
import '../components/nomination-list.ts';
import type {NominationPanel} from '../components/nomination-panel.ts';
import '../components/nomination-panel.ts';
import '../components/page-state.ts';
import {linkToLetter, linkToPaper} from '../components/paper-links.ts';
import '../components/quota-board.ts';
import {controlStyles} from '../components/shared-styles.ts';
import {countStates} from '../findings/nominations.ts';
import {formatDate} from '../format.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchNomination, fetchNominations, fetchQuotas, fetchSizes} from '../nomination-client.ts';
import {SessionState} from '../session.ts';
import {UrlState} from '../url-state.ts';

/** What the page shows; the chosen nomination with its steps, where one is chosen. */
interface Found {
  campaign: CampaignAnswer['campaign'];
  nominations: NominationsAnswer;
  quotas: QuotasAnswer;
  chosen: NominationAnswer | null;
  /** Null for those who may not correct them. */
  sizes: SizesAnswer['rows'] | null;
}

/** Choosing whom to award: the places there are, the nominations, and one of them with everything the board must know. */
@customElement('awards-page')
export class AwardsPage extends LitElement {
  @query('nomination-panel') private readonly panel!: NominationPanel | null;

  private readonly state = new UrlState(this);
  private readonly news = new News(this);
  private readonly session = new SessionState(this);

  /** The nomination that was shown last; undefined before the first drawing. */
  private shown: string | null | undefined;

  private readonly found = new Task(this, {
    task: ([chosen, mayCorrect], {signal}) => this.find(chosen ?? null, mayCorrect, signal),
    args: () => [this.state.now.choices['nomination'], this.mayCorrect(), this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.awards}</h1>
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

  private renderFound({campaign, nominations, quotas, chosen, sizes}: Found, isBusy: boolean) {
    const awards = new Map(quotas.rows.map(({award, award_name}) => [award, award_name]));
    const compared = (this.state.now.choices['compare'] ?? '').split(',');
    const sideBySide = nominations.rows.filter(({id}) => compared.includes(id));
    return html`<div class="page" aria-busy=${isBusy}>
      ${this.renderHeadline(nominations)} ${this.renderPapers(nominations)}
      <quota-board .quotas=${quotas.rows} .corrected=${sizes} @decided=${this.lookAgain}></quota-board>
      <div class="pair ${chosen ? 'open' : ''}">
        <nomination-list .nominations=${nominations.rows} .awards=${awards}></nomination-list>
        ${
          chosen
            ? keyed(
                chosen.nomination.id,
                html`<nomination-panel
                  .nomination=${chosen.nomination}
                  .steps=${chosen.steps}
                  award=${awards.get(chosen.nomination.award) ?? chosen.nomination.award}
                  deadline=${campaign.nominations_until}
                  @decided=${this.lookAgain}
                ></nomination-panel>`,
              )
            : nothing
        }
      </div>
      ${
        sideBySide.length > 1
          ? html`<nomination-comparison .nominations=${sideBySide} .awards=${awards}></nomination-comparison>`
          : nothing
      }
    </div>`;
  }

  /** What the board signs is for the board and the leadership. */
  private renderPapers({campaign}: NominationsAnswer) {
    const isSigning = this.session.now?.routes.includes('GET /campaigns/{id}/freezes');
    return html`<div>
      ${linkToPaper('shortlist', {campaign})}
      ${
        isSigning
          ? [linkToLetter('award-submission', {campaign}), linkToLetter('award-minutes', {campaign})]
          : nothing
      }
    </div>`;
  }

  private renderHeadline({rows, freeze, ranking_night}: NominationsAnswer) {
    const text = awardsWords();
    const states = countStates(rows);
    return html`<section aria-live="polite">
      <p class="lead">
        ${
          rows.length === 0
            ? text.headlineNone
            : text.headline(
                rows.length,
                states.get('eligible') ?? 0,
                states.get('shortlisted') ?? 0,
                states.get('awarded') ?? 0,
              )
        }
      </p>
      <p class="small">
        <strong>${freeze === null ? text.provisional : text.frozen(freeze)}</strong> ·
        ${text.nightOf(formatDate(ranking_night))}
      </p>
    </section>`;
  }

  private async find(chosen: string | null, mayCorrect: boolean, signal: AbortSignal): Promise<Found> {
    const [{campaign}, nominations, quotas, sizes] = await Promise.all([
      fetchCampaign(signal),
      fetchNominations(signal),
      fetchQuotas(signal),
      mayCorrect ? fetchSizes(signal) : null,
    ]);
    const isKnown = nominations.rows.some(({id}) => id === chosen);
    return {
      campaign,
      nominations,
      quotas,
      sizes,
      chosen: chosen !== null && isKnown ? await fetchNomination(chosen, signal) : null,
    };
  }

  private mayCorrect(): boolean {
    return this.session.now?.routes.includes('POST /campaigns/{id}/sizes') ?? false;
  }

  /** On a narrow screen the nomination lies below the list it was chosen from. */
  override updated() {
    if (this.found.value === undefined) return;
    const chosen = this.found.value.chosen?.nomination.id ?? null;
    if (chosen === this.shown) return;
    const isFirst = this.shown === undefined;
    this.shown = chosen;
    if (!isFirst) this.panel?.scrollIntoView({block: 'nearest'});
  }

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

      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .page[aria-busy='true'] {
        opacity: 0.6;
      }

      p {
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

      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        align-items: start;
      }

      @media (min-width: 70rem) {
        .open {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }

        nomination-panel {
          position: sticky;
          top: var(--space-3);
          overflow-y: auto;
          max-height: calc(100vh - 2 * var(--space-3));
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'awards-page': AwardsPage;
  }
}
