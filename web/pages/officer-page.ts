import {Task} from '@lit/task';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {OfficerMetric, OfficerPageAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/entry-calendar.ts';
import '../components/fix-list.ts';
import '../components/metric-card.ts';
import {pageStyles} from '../components/page-styles.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {tellTrail} from '../trail.ts';
import {fetchOfficerWork} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';

const cards: readonly {
  metric: OfficerMetric;
  label: 'completion_rate' | 'money_coverage' | 'quality_score';
}[] = [
  {metric: 'officer_completion_rate', label: 'completion_rate'},
  {metric: 'money_coverage', label: 'money_coverage'},
  {metric: 'quality_score', label: 'quality_score'},
];

/** One officer's own figures and what there is to put right, for the officer's line of command. */
@customElement('officer-page')
export class OfficerPage extends LitElement {
  /** The officer's code. */
  @property() unit = '';

  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly answer = new Task(this, {
    task: async ([reader, unit, asOf, compare], {signal}) =>
      reader &&
      fetchOfficerWork({unit, asOf, compare, province: reader.province}, this.state.now.choices, signal),
    // Who reads must be known first: a province's reader has the list of that province.
    args: () =>
      [this.session.now, this.unit, this.state.now.asOf, this.state.now.compare, this.news.now] as const,
  });

  override render() {
    return answeredPage(this.answer, (answer, isBusy) => this.renderAnswer(answer, isBusy));
  }

  override updated(_changed: PropertyValues<this>) {
    const answer = this.answer.value;
    if (!answer || answer.officer.officer_id !== this.unit) return;
    const {officer, office, province} = answer;
    document.title = `${officer.officer_name ?? officer.officer_id} – ${words().system}`;
    tellTrail(this, [
      ...(province ? [{name: province.unit_name, href: hrefOf(`/tinh/${province.unit_id}`)}] : []),
      ...(office
        ? [{name: shortOfficeName(office.unit_name), href: hrefOf(`/phong/${office.unit_id}`)}]
        : []),
      {name: officer.officer_name ?? officer.officer_id, href: null},
    ]);
  }

  private renderAnswer(answer: OfficerPageAnswer, isBusy: boolean) {
    const {officer, figures, targets, compared_with, entries, signal_days} = answer;
    const name = officer.officer_name ?? officer.officer_id;
    return html`<h1>${name}</h1>
      <div class="page" aria-busy=${isBusy}>
        <p class="need">${unitWords().officers.need}</p>
        <section class="cards" aria-label=${words().cardsHeading}>
          ${cards.map(
            ({metric, label}) =>
              html`<metric-card
                .heading=${unitWords().metrics[label]}
                .unit=${label === 'quality_score' ? unitWords().pillarParts : unitWords().files}
                .figure=${figures[metric]}
                .target=${targets[metric]}
                .comparedWith=${compared_with}
              ></metric-card>`,
          )}
        </section>
        ${
          entries && entries.length > 0
            ? html`<entry-calendar
                .entries=${entries}
                .signs=${signal_days}
                .stamp=${answer}
                unit=${officer.officer_id}
                .place=${unitWords().officers.entered(name)}
              ></entry-calendar>`
            : nothing
        }
        ${
          this.session.now?.routes.includes('GET /defects')
            ? html`<fix-list
                .unit=${this.session.now.province}
                .officer=${officer.officer_id}
                .place=${name}
              ></fix-list>`
            : nothing
        }
      </div>`;
  }

  static override styles = pageStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'officer-page': OfficerPage;
  }
}
