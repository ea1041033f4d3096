import {Task} from '@lit/task';
import {html, LitElement} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {UnitPageAnswer} from '../../api/answers.ts';
import '../components/page-state.ts';
import {pageStyles} from '../components/page-styles.ts';
import '../components/strip-plot.ts';
import '../components/unit-heading.ts';
import '../components/unit-table.ts';
import {language, words} from '../labels/words.ts';
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
      ${keyed(
        language(),
        this.answer.render({
          pending: () =>
            this.answer.value
              ? this.renderAnswer(this.answer.value, true)
              : html`<page-state kind="pending"></page-state>`,
          complete: (answer) => this.renderAnswer(answer, false),
          error: (error) =>
            html`<page-state
              kind="failed"
              .reason=${(error as Error).message}
              @retry=${() => this.answer.run()}
            ></page-state>`,
        }),
      )}`;
  }

  private renderAnswer(answer: UnitPageAnswer, isBusy: boolean) {
    const {below, night, targets} = answer;
    return html`<div class="page" aria-busy=${isBusy}>
      <unit-heading .answer=${answer}></unit-heading>
      <unit-table .answer=${answer}></unit-table>
      <strip-plot
        .units=${below}
        .goal=${targets.money_coverage?.goal ?? null}
        .night=${night}
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
