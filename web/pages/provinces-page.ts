import {Task} from '@lit/task';
import {html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {UnitPageAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import {pageStyles} from '../components/page-styles.ts';
import '../components/strip-plot.ts';
import '../components/unit-heading.ts';
import '../components/unit-table.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchUnitPage, fileOfMetric} from '../unit-client.ts';
import {UrlState} from '../url-state.ts';

/** Every province with what it lacks, its money data and its quality, each leading to its page. */
@customElement('provinces-page')
export class ProvincesPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly answer = new Task(this, {
    task: ([asOf, compare], {signal}) => fetchUnitPage({unit: null, asOf, compare}, signal),
    args: () => [this.state.now.asOf, this.state.now.compare, this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.provinces}</h1>
      ${answeredPage(this.answer, (answer, isBusy) => this.renderAnswer(answer, isBusy))}`;
  }

  private renderAnswer(answer: UnitPageAnswer, isBusy: boolean) {
    const {below, night, targets} = answer;
    return html`<div class="page" aria-busy=${isBusy}>
      <unit-heading .answer=${answer}></unit-heading>
      <unit-table .answer=${answer}></unit-table>
      <strip-plot
        .units=${below}
        .goal=${targets.money_coverage?.goal ?? null}
        .stamp=${answer}
        unit="VN"
        .place=${unitNameShown(answer.unit.unit_name)}
        .file=${(format: 'csv' | 'xlsx') =>
          fileOfMetric('money_coverage', {level: 'province', unit: null, night}, format)}
      ></strip-plot>
    </div>`;
  }

  static override styles = pageStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'provinces-page': ProvincesPage;
  }
}
