import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {AwardsPageAnswer, NominationsAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/nomination-comparison.ts';
import '../components/nomination-list.ts';
import type {NominationPanel} from '../components/nomination-panel.ts';
import '../components/nomination-panel.ts';
import {headlineStyles} from '../components/page-styles.ts';
import {linkToLetter, linkToPaper} from '../components/paper-links.ts';
import '../components/quota-board.ts';
import {controlStyles} from '../components/shared-styles.ts';
import {countStates} from '../findings/nominations.ts';
import {formatDate} from '../format.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {officialName} from '../labels/official-names.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchAwardsPage} from '../nomination-client.ts';
import {SessionState} from '../session.ts';
import {UrlState} from '../url-state.ts';

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
    task: ([chosen], {signal}) => fetchAwardsPage(chosen, signal),
    args: () => [this.state.now.choices['nomination'], this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.awards}</h1>
      ${answeredPage(this.found, (found, isBusy) => this.renderFound(found, isBusy))}`;
  }

  private renderFound({campaign, nominations, quotas, chosen, sizes}: AwardsPageAnswer, isBusy: boolean) {
    const awards = new Map(
      quotas.rows.map(({award, award_name}) => [award, officialName(award, award_name)]),
    );
    const compared = (this.state.now.choices['compare'] ?? '').split(',');
    const sideBySide = nominations.rows.filter(({id}) => compared.includes(id));
    return html`<div class="page" aria-busy=${isBusy}>
      ${this.renderHeadline(nominations)} ${this.renderPapers(nominations)}
      <quota-board
        .quotas=${quotas.rows}
        .corrected=${this.may('POST /campaigns/{id}/sizes') ? (sizes?.rows ?? null) : null}
        @decided=${this.lookAgain}
      ></quota-board>
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
                  deadline=${campaign.campaign.nominations_until}
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
    const isSigning = this.may('GET /campaigns/{id}/freezes');
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
    return html`<section class="headline" aria-live="polite">
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

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
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
    headlineStyles,
    css`
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
