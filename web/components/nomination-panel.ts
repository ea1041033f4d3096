import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {NominationAnswer, NominationShown} from '../../api/answers.ts';
import {decideNomination, shortlist} from '../nomination-client.ts';
import {papers} from '../findings/nominations.ts';
import {formatDate} from '../format.ts';
import {formatMoment} from '../gate-value.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {language, words} from '../labels/words.ts';
import {SessionState} from '../session.ts';
import './pending-matters.ts';
import type {Deed} from './reason-form.ts';
import './reason-form.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** One nomination: its dossier against the deadline, what stands in its way, the steps taken, and the board's decision. */
@customElement('nomination-panel')
export class NominationPanel extends LitElement {
  @property({attribute: false}) nomination!: NominationShown;
  @property({attribute: false}) steps: NominationAnswer['steps'] = [];
  @property() award = '';
  /** The last moment a dossier may come in. */
  @property() deadline = '';

  private readonly session = new SessionState(this);

  override render() {
    const {detail, states} = awardsWords();
    const {nominee_name, nominee_id, state, proposer_name, nominated_by, priority} = this.nomination;
    const note = language() === 'en' ? this.nomination.note_en : this.nomination.note;
    const facts = [priority === null ? null : detail.priority(priority), this.rank()].filter(
      (fact) => fact !== null,
    );
    return html`<section class="block" aria-labelledby="heading" aria-live="polite">
      <h2 id="heading">${nominee_name ?? nominee_id}</h2>
      <p class="subtitle">
        ${detail.facts(this.award, proposer_name ?? nominated_by)} · ${facts.join(' · ')}
      </p>
      <p class="state">${states[state]}</p>
      ${note ? html`<p>${note}</p>` : nothing} ${this.renderDossier()} ${this.renderObstacles()}
      <pending-matters .nomination=${this.nomination} @decided=${this.tell}></pending-matters>
      ${this.renderHistory()} ${this.renderDecision()}
    </section>`;
  }

  private renderDossier() {
    const {detail} = awardsWords();
    const {received_on, state, missing} = this.nomination;
    const isLate = state === 'late';
    return html`<h3>${detail.dossier}</h3>
      <p>
        ${detail.received(formatDate(received_on), formatDate(this.deadline))}:
        <strong class=${isLate ? 'alarm' : ''}>${isLate ? detail.late : detail.inTime}</strong>
      </p>
      <ul>
        ${[...papers, ...(missing.includes('nominee') ? (['nominee'] as const) : [])].map(
          (paper) =>
            html`<li>
              <span class=${missing.includes(paper) ? 'alarm' : ''}
                >${missing.includes(paper) ? detail.lacks : detail.has}</span
              >
              ${detail.papers[paper]}
            </li>`,
        )}
      </ul>`;
  }

  private renderObstacles() {
    const {detail} = awardsWords();
    const {obstacles, also_nominated} = this.nomination;
    return html`<h3>${detail.eligibility}</h3>
      ${
        obstacles.length === 0
          ? html`<p>${detail.noObstacle}</p>`
          : html`<ul>
              ${obstacles.map(
                ({label, label_en, letter, clause}) =>
                  html`<li>
                    <strong class="alarm">${detail.obstacle(language() === 'en' ? label_en : label)}</strong>
                    <span class="small">(${words().letter(letter, clause)})</span>
                  </li>`,
              )}
            </ul>`
      }
      ${also_nominated.length > 0 ? html`<p>◇ ${detail.also(also_nominated.join(', '))}</p>` : nothing}`;
  }

  private renderHistory() {
    const {detail} = awardsWords();
    return html`<h3>${detail.history}</h3>
      ${
        this.steps.length === 0
          ? html`<p class="small">${detail.noHistory}</p>`
          : html`<ol>
              ${this.steps.map(
                ({at, actor, step, reason}) =>
                  html`<li>
                    ${detail.step(formatMoment(at), actor, detail.steps[step])}
                    ${reason ? html`<span class="small">${detail.reason(reason)}</span>` : nothing}
                  </li>`,
              )}
            </ol>`
      }`;
  }

  private renderDecision() {
    const {detail} = awardsWords();
    const {state} = this.nomination;
    if (state === 'late') return nothing;
    if (state === 'awarded' || state === 'not_awarded') return html`<p>${detail.closed}</p>`;
    if (!this.session.now?.routes.includes('PUT /campaigns/{id}/nominations/{nomination}/shortlist')) {
      return nothing;
    }
    return html`<h3>${detail.decide}</h3>
      <reason-form
        label=${state === 'shortlisted' ? detail.decideReason : detail.shortlistReason}
        .deeds=${this.deeds()}
        @decided=${this.tell}
      ></reason-form>`;
  }

  private deeds(): Deed[] {
    const {detail} = awardsWords();
    const seen = this.nomination;
    return seen.state === 'shortlisted'
      ? [
          {name: detail.award, act: (reason) => decideNomination(seen, 'awarded', reason)},
          {name: detail.refuse, act: (reason) => decideNomination(seen, 'not_awarded', reason)},
          {name: detail.takeOff, act: (reason) => shortlist(seen, false, reason)},
        ]
      : [{name: detail.shortlist, act: (reason) => shortlist(seen, true, reason)}];
  }

  private rank(): string {
    const {detail} = awardsWords();
    const {rank, takes_part} = this.nomination;
    if (rank !== null) return detail.rank(rank);
    return takes_part ? detail.noRank : detail.takesNoPart;
  }

  private readonly tell = () => {
    this.dispatchEvent(new Event('decided'));
  };

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      .block {
        height: auto;
        overflow-wrap: anywhere;
      }

      h3 {
        margin: var(--space-4) 0 var(--space-1);
        font-size: var(--text);
      }

      p {
        margin: 0 0 var(--space-1);
      }

      .state {
        font-weight: 700;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      ol {
        margin: 0;
        padding-left: 1.25rem;
      }

      ol .small {
        display: block;
      }

      .alarm {
        color: var(--alarm);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'nomination-panel': NominationPanel;
  }
}
