import {Task} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitMetric, UnitPageAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/assigned-work.ts';
import '../components/entries-figure.ts';
import '../components/entry-calendar.ts';
import '../components/fix-list.ts';
import '../components/metric-card.ts';
import '../components/officer-table.ts';
import {linkToLetter, linkToPaper} from '../components/paper-links.ts';
import '../components/paper-gaps.ts';
import '../components/peer-comparison.ts';
import {pageStyles} from '../components/page-styles.ts';
import '../components/rule-table.ts';
import '../components/strip-plot.ts';
import '../components/unit-heading.ts';
import '../components/unit-table.ts';
import {courseOfUnit} from '../findings/entries-course.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {formatRate} from '../format.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {tellTrail} from '../trail.ts';
import {fetchUnitWork, fileOfMetric, type AskedLists} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';

const rulesShown = 5;

/** A province or an office: where it stands, the units or officers below it, and what it has to put right. */
@customElement('unit-page')
export class UnitPage extends LitElement {
  @property() unit = '';

  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly answer = new Task(this, {
    task: ([unit, asOf, compare], {signal}) =>
      fetchUnitWork({unit, asOf, compare}, this.askedLists(), signal),
    args: () => [this.unit, this.state.now.asOf, this.state.now.compare, this.news.now] as const,
  });

  override render() {
    return answeredPage(this.answer, (answer, isBusy) => this.renderAnswer(answer, isBusy));
  }

  override updated(_changed: PropertyValues<this>) {
    const answer = this.answer.value;
    if (!answer || answer.unit.unit_id !== this.unit) return;
    const {unit, province} = answer;
    document.title = `${unit.unit_name} – ${words().system}`;
    const above = province && {name: province.unit_name, href: hrefOf(`/tinh/${province.unit_id}`)};
    tellTrail(this, [...(above ? [above] : []), {name: shortOfficeName(unit.unit_name), href: null}]);
  }

  /** A province’s page has the work that was given, an office’s its list of what to put right. */
  private askedLists(): AskedLists {
    const {rule, pillar, state} = this.state.now.choices;
    return {lists: [this.state.path.startsWith('/phong/') ? 'defects' : 'assignments'], rule, pillar, state};
  }

  private renderAnswer(answer: UnitPageAnswer, isBusy: boolean) {
    const {unit, night, targets, below, officers} = answer;
    const moneyFile = (format: 'csv' | 'xlsx') =>
      fileOfMetric('money_coverage', {level: 'office', unit: unit.unit_id, night}, format);
    const may = (route: string) => this.session.now?.routes.includes(route);
    // A province reminds its offices, and is reminded by those who see the nation.
    const mayRemind = may('GET /lists/{id}') || unit.level === 'office';
    return html`<h1>${unit.unit_name}</h1>
      <div class="page" aria-busy=${isBusy}>
        <unit-heading .answer=${answer}></unit-heading>
        <div>
          ${may('GET /defects') ? linkToPaper('fix-list', {unit: unit.unit_id}) : nothing}
          ${mayRemind ? linkToLetter('reminder-letter', {unit: unit.unit_id}) : nothing}
        </div>
        <section class="cards" aria-label=${words().cardsHeading}>
          ${this.card(answer, 'completion_rate', unitWords().files)}
          ${this.card(answer, 'money_coverage', unitWords().files)}
          ${this.card(answer, 'quality_score', unitWords().pillarParts)}
          ${this.card(answer, 'petition_completion_rate', unitWords().petitions)}
        </section>
        ${this.renderCourse(answer)} ${this.renderBeside(answer)}
        ${
          unit.level === 'province'
            ? html`<unit-table .answer=${answer}></unit-table>
                <div class="pair">
                  <strip-plot
                    .units=${below}
                    .goal=${targets.money_coverage?.goal ?? null}
                    .stamp=${answer}
                    unit=${unit.unit_id}
                    .place=${shortOfficeName(unit.unit_name)}
                    .file=${moneyFile}
                  ></strip-plot>
                  <rule-table .answer=${answer} .most=${rulesShown}></rule-table>
                </div>
                ${
                  may('GET /defects/assignments')
                    ? html`<assigned-work
                        .unit=${unit.unit_id}
                        .place=${shortOfficeName(unit.unit_name)}
                      ></assigned-work>`
                    : nothing
                }`
            : html`<div class=${officers ? 'pair' : ''}>
                  ${
                    officers
                      ? html`<officer-table .officers=${officers} .night=${night}></officer-table>`
                      : nothing
                  }
                  <rule-table .answer=${answer} .most=${rulesShown}></rule-table>
                </div>
                ${
                  may('GET /defects')
                    ? html`<fix-list
                        .unit=${unit.unit_id}
                        .place=${shortOfficeName(unit.unit_name)}
                      ></fix-list>`
                    : nothing
                }`
        }
      </div>`;
  }

  /** How the files came in: the way to the deadline, and day by day; nothing where no day is kept. */
  private renderCourse(answer: UnitPageAnswer) {
    const {unit} = answer;
    const course = courseOfUnit(answer);
    if (!course) return nothing;
    const place = shortOfficeName(unit.unit_name);
    return html`<div class="pair">
      <entries-figure .course=${course} .place=${place}></entries-figure>
      <entry-calendar
        .entries=${answer.entries ?? []}
        .signs=${answer.signal_days}
        .stamp=${answer}
        unit=${unit.unit_id}
        .place=${place}
      ></entry-calendar>
    </div>`;
  }

  /** The unit beside others and beside its paper; each by itself where the other is not known. */
  private renderBeside(answer: UnitPageAnswer) {
    const hasPeers = answer.standings !== null && answer.standings.length > 0;
    if (!hasPeers && !answer.paper) return nothing;
    return html`<div class=${hasPeers && answer.paper ? 'pair' : ''}>
      ${hasPeers ? html`<peer-comparison .answer=${answer}></peer-comparison>` : nothing}
      ${answer.paper ? html`<paper-gaps .answer=${answer}></paper-gaps>` : nothing}
    </div>`;
  }

  private card(
    {figures, targets, compared_with, standings}: UnitPageAnswer,
    metric: UnitMetric,
    unit: string,
  ) {
    const standing = standings?.find((one) => one.metric === metric);
    return html`<metric-card
      .heading=${unitWords().metrics[metric]}
      .unit=${unit}
      .figure=${figures[metric]}
      .target=${targets[metric]}
      .comparedWith=${compared_with}
      .note=${standing ? unitWords().standing(standing.rank, standing.of, formatRate(standing.median)) : ''}
    ></metric-card>`;
  }

  static override styles = pageStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-page': UnitPage;
  }
}
