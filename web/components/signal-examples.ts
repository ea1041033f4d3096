import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {SignalExample, SignalsAnswer} from '../../api/answers.ts';
import {plainOfficeName} from '../findings/office-name.ts';
import {signalWords} from '../labels/signal-words.ts';
import {language, words} from '../labels/words.ts';
import {UrlState} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** A few examples of each sign of entry for form's sake, as far as the reader sees files and officers. */
@customElement('signal-examples')
export class SignalExamples extends LitElement {
  @property({attribute: false}) answer!: SignalsAnswer;

  private readonly state = new UrlState(this);

  override render() {
    const {examples: text} = signalWords();
    const chosen = this.state.now.choices['signal'] ?? '';
    const {examples, signals} = this.answer;
    const shown = examples.filter(({signal}) => chosen === '' || signal === chosen);
    const heading = text.title(shown.length);
    // A sign may be about no single file and no one person; only where no example has any is it the role.
    const hasFiles = examples.some(({case_id}) => case_id !== null);
    const hasOfficers = examples.some(({officer_id}) => officer_id !== null);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${text.subtitle}</p>
      <label class="no-print">
        ${text.filter}
        <select @change=${this.onSignal}>
          <option value="" .selected=${chosen === ''}>${text.all}</option>
          ${signals
            .filter(({occurrences}) => occurrences > 0)
            .map(
              ({signal, label}) =>
                html`<option value=${signal} .selected=${signal === chosen}>${label[language()]}</option>`,
            )}
        </select>
      </label>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${text.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${signalWords().signal}</th>
              <th scope="col">${text.office}</th>
              ${hasFiles ? html`<th scope="col">${text.file}</th>` : nothing}
              ${hasOfficers ? html`<th scope="col">${text.officer}</th>` : nothing}
              <th scope="col">${text.found}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((example) => this.renderExample(example, hasFiles, hasOfficers))}
          </tbody>
        </table>
      </div>
      ${hasFiles ? nothing : html`<p class="small">${text.noFiles}</p>`}
      ${hasOfficers ? nothing : html`<p class="small">${text.noOfficers}</p>`}
    </section>`;
  }

  private renderExample(example: SignalExample, hasFiles: boolean, hasOfficers: boolean) {
    const {signal, office_id, office_name, case_id, officer_id, officer_name, found} = example;
    const label = this.answer.signals.find((one) => one.signal === signal)?.label[language()];
    return html`<tr>
      <th scope="row">${label}</th>
      <td>${office_id === null ? '–' : plainOfficeName(office_name ?? office_id)}</td>
      ${hasFiles ? html`<td class="code">${case_id ?? '–'}</td>` : nothing}
      ${hasOfficers ? html`<td>${officer_name ?? officer_id ?? '–'}</td>` : nothing}
      <td class="found">${found}</td>
    </tr>`;
  }

  private readonly onSignal = (event: Event) => {
    this.state.choose({signal: (event.target as HTMLSelectElement).value || null});
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      label {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: center;
        margin-bottom: var(--space-3);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .scroll {
        overflow: auto;
        max-height: 34rem;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      .code {
        white-space: nowrap;
      }

      .found {
        min-width: 14rem;
      }

      @media print {
        .scroll {
          max-height: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'signal-examples': SignalExamples;
  }
}
