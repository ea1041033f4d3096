import {Task} from '@lit/task';
import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {UnitList, UnitPageAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/assigned-work.ts';
import '../components/defect-ages.ts';
import '../components/fix-list.ts';
import '../components/metric-card.ts';
import {linkToPaper} from '../components/paper-links.ts';
import {pageStyles} from '../components/page-styles.ts';
import '../components/quality-heat.ts';
import '../components/rule-table.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/signal-table.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {pillarsInOrder, weakestPillar} from '../findings/quality-order.ts';
import {formatDate, formatRate} from '../format.ts';
import {qualityWords} from '../labels/quality-words.ts';
import {signalWords} from '../labels/signal-words.ts';
import {unitWords} from '../labels/unit-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {tellTrail} from '../trail.ts';
import {fetchUnitWork, type AskedLists} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import {ageLevels} from '../work-client.ts';

/** The parts of the page below the scores. */
const views = ['defects', 'work', 'signals'] as const;
type View = (typeof views)[number];

/** The lists that each of them draws. */
const listsOf: Record<View, readonly UnitList[]> = {
  defects: ['defects'],
  work: ['ages', 'assignments'],
  signals: ['signals'],
};

/** How good the data are by pillar and rule, where, and what there is to put right. */
@customElement('quality-page')
export class QualityPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly answer = new Task(this, {
    task: async ([isKnown, unit, asOf, compare], {signal}) =>
      isKnown ? fetchUnitWork({unit, asOf, compare}, this.askedLists(), signal) : null,
    // Whose page it is must be known first: a province's viewer begins with that province.
    args: () =>
      [
        this.session.now !== null,
        this.unit(),
        this.state.now.asOf,
        this.state.now.compare,
        this.news.now,
      ] as const,
  });

  override render() {
    return html`<h1>${qualityWords().heading}</h1>
      ${answeredPage(this.answer, (answer, isBusy) => this.renderAnswer(answer, isBusy))}`;
  }

  override updated(_changed: PropertyValues<this>) {
    const answer = this.answer.value;
    if (!answer) return;
    const {unit, province} = answer;
    if (unit.level === 'nation') {
      tellTrail(this, []);
      return;
    }
    const hrefTo = (id: string) => hrefOf('/chat-luong', {choices: {unit: id}});
    tellTrail(this, [
      ...(province ? [{name: province.unit_name, href: hrefTo(province.unit_id)}] : []),
      {name: shortOfficeName(unit.unit_name), href: null},
    ]);
  }

  private unit(): string | null {
    return this.state.now.choices['unit'] ?? this.session.now?.province ?? null;
  }

  private view(): View {
    return choiceIn(this.state.now, 'view', views) ?? 'defects';
  }

  /** What the page opens with; what is chosen later is asked for by the list it is chosen in. */
  private askedLists(): AskedLists {
    const {rule, pillar, state} = this.state.now.choices;
    return {
      lists: listsOf[this.view()],
      rule,
      pillar,
      state,
      by: choiceIn(this.state.now, 'by', ageLevels),
    };
  }

  private renderAnswer(answer: UnitPageAnswer, isBusy: boolean) {
    const {figures, targets, compared_with} = answer;
    const view = this.view();
    return html`<div class="page" aria-busy=${isBusy}>
      <p class="lead" role="status"><strong>${this.sentence(answer)}</strong> ${this.renderWays(answer)}</p>
      <section class="cards" aria-label=${words().cardsHeading}>
        ${pillarsInOrder.map(
          (one) =>
            html`<metric-card
              .heading=${unitWords().metrics[`quality_${one}`]}
              .unit=${unitWords().liveFiles}
              .figure=${figures[`quality_${one}`]}
              .target=${targets[`quality_${one}`]}
              .comparedWith=${compared_with}
            ></metric-card>`,
        )}
      </section>
      <p class="small">${qualityWords().formula}</p>
      ${this.renderViews(view)} ${this.renderView(view, answer)}
    </div>`;
  }

  private renderViews(chosen: View) {
    return html`<div class="views no-print" role="group" aria-label=${signalWords().chooseView}>
      ${views.map(
        (view) =>
          html`<button
            type="button"
            aria-pressed=${view === chosen}
            @click=${() => this.state.choose({view: view === 'defects' ? null : view, order: null})}
          >
            ${signalWords().views[view]}
          </button>`,
      )}
    </div>`;
  }

  private renderView(view: View, answer: UnitPageAnswer) {
    if (view === 'signals') return this.renderSignals(answer);
    return view === 'work' ? this.renderWork(answer) : this.renderDefects(answer);
  }

  private renderWork({unit}: UnitPageAnswer) {
    const id = unit.level === 'nation' ? null : unit.unit_id;
    const place = unitNameShown(shortOfficeName(unit.unit_name));
    return html`${
      this.may('GET /defects/ages')
        ? html`<defect-ages
            .unit=${id}
            .level=${unit.level}
            .place=${place}
            ?officers=${this.may('GET /pages/officer')}
          ></defect-ages>`
        : html`<p class="small">${unitWords().defects.refused}</p>`
    }
    ${this.may('GET /defects/assignments') ? html`<assigned-work .unit=${id} .place=${place}></assigned-work>` : nothing}`;
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private renderSignals({unit}: UnitPageAnswer) {
    return html`<signal-table
      .unit=${unit.level === 'nation' ? null : unit.unit_id}
      .level=${unit.level === 'nation' ? 'province' : 'office'}
      .place=${unitNameShown(shortOfficeName(unit.unit_name))}
    ></signal-table>`;
  }

  private renderDefects(answer: UnitPageAnswer) {
    const {unit, below} = answer;
    const pillar = choiceIn(this.state.now, 'pillar', pillarsInOrder);
    return html`<div class=${below.length > 0 ? 'pair' : ''}>
        ${below.length > 0 ? html`<quality-heat .answer=${answer}></quality-heat>` : nothing}
        <rule-table .answer=${answer} .pillar=${pillar}></rule-table>
      </div>
      ${
        this.may('GET /defects')
          ? html`<fix-list
                .unit=${unit.level === 'nation' ? null : unit.unit_id}
                .place=${unitNameShown(shortOfficeName(unit.unit_name))}
              ></fix-list>
              ${unit.level === 'nation' ? nothing : linkToPaper('fix-list', {unit: unit.unit_id})}`
          : html`<p class="small">${unitWords().defects.refused}</p>`
      }`;
  }

  private renderWays({unit}: UnitPageAnswer) {
    if (unit.level === 'nation') return nothing;
    const path = unit.level === 'province' ? '/tinh' : '/phong';
    return html`<a href=${hrefOf(`${path}/${unit.unit_id}`)}
        >${qualityWords().unitPage(shortOfficeName(unit.unit_name))}</a
      >
      ${typeof this.session.now?.province !== 'string' ? html`· <a href=${hrefOf('/chat-luong')}>${qualityWords().back}</a>` : nothing}`;
  }

  private sentence(answer: UnitPageAnswer): string {
    const {unit, night, figures} = answer;
    const {value} = figures.quality_score;
    const weakest = weakestPillar(answer);
    if (value === null || !weakest) return qualityWords().none;
    return qualityWords().sentence(
      unitNameShown(unit.unit_name),
      formatDate(night),
      formatRate(value),
      unitWords().metrics[`quality_${weakest.pillar}`],
      formatRate(weakest.value),
    );
  }

  static override styles = [
    pageStyles,
    controlStyles,
    css`
      .lead {
        margin: 0;
        font-size: var(--text-lead);
        line-height: 1.4;
        text-wrap: pretty;
      }

      .lead a {
        color: var(--accent);
        font-size: var(--text-small);
      }

      .views {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .small {
        margin: 0;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'quality-page': QualityPage;
  }
}
