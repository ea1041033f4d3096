import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DayOff, TargetChange, TargetRow} from '../../api/answers.ts';
import {changeTyped} from '../findings/target-change.ts';
import {formatDate} from '../format.ts';
import {targetWords} from '../labels/target-words.ts';
import {language} from '../labels/words.ts';
import {proposeTargetChange} from '../target-client.ts';
import {administrationStyles} from './administration-styles.ts';
import {controlStyles} from './shared-styles.ts';

const kinds = [
  'target',
  'holiday',
  'make_up_day',
  'removed_day_off',
] as const satisfies readonly TargetChange['kind'][];

/** Proposing a change of a target or a day off; `proposed` tells that it was taken. */
@customElement('target-change-form')
export class TargetChangeForm extends LitElement {
  /** The targets there are: their metrics may be changed. */
  @property({attribute: false}) targets: readonly TargetRow[] = [];
  /** The holidays and make-up days that may still be taken back. */
  @property({attribute: false}) daysAhead: readonly DayOff[] = [];
  @state() private kind: TargetChange['kind'] = 'target';
  @state() private failure = '';
  @state() private said = '';
  @state() private isBusy = false;

  override render() {
    const {changes} = targetWords();
    return html`<details>
      <summary>${changes.form}</summary>
      <form @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <label
          >${changes.kind}<select name="kind" @change=${this.onKind}>
            ${kinds.map(
              (kind) =>
                html`<option value=${kind} ?selected=${kind === this.kind}>${changes.kinds[kind]}</option>`,
            )}
          </select></label
        >
        ${this.renderFields()}
        <label class="long"
          >${changes.reasonField}<textarea
            name="reason"
            rows="2"
            required
            minlength="10"
            maxlength="2000"
          ></textarea>
        </label>
        <button class="main" ?disabled=${this.isBusy}>${changes.send}</button>
        ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      </form>
      <p role="status">${this.said}</p>
    </details>`;
  }

  private renderFields() {
    const {changes} = targetWords();
    switch (this.kind) {
      case 'target':
        return html`<label
            >${changes.metric}<select name="metric">
              ${this.metrics().map(
                ({metric, label}) => html`<option value=${metric}>${label[language()]}</option>`,
              )}
            </select></label
          >
          ${dayField('valid_from', changes.from)} ${textField('goal', changes.goal, changes.figureAdvice)}
          ${textField('floor', changes.floor, changes.figureAdvice)}
          ${dayField('deadline', changes.deadlineField, false)} ${textField('letter', changes.letter)}
          ${textField('clause', changes.clause)}`;
      case 'holiday':
        return html`${dayField('day', changes.day)} ${textField('name', changes.name)}
        ${textField('legal_basis', changes.legalBasis)}`;
      case 'make_up_day':
        return html`${dayField('day', changes.day)} ${dayField('instead_of', changes.insteadOf)}
        ${textField('legal_basis', changes.legalBasis)}`;
      case 'removed_day_off':
        return html`<label
            >${changes.dayToRemove}<select name="removed" required>
              ${this.daysAhead.length === 0 ? html`<option value="">${changes.noDayToRemove}</option>` : nothing}
              ${this.daysAhead.map(
                (one) => html`<option value=${`${one.kind} ${one.day}`}>${dayOffName(one)}</option>`,
              )}
            </select></label
          >
          ${textField('legal_basis', changes.legalBasis)}`;
    }
  }

  private metrics(): TargetRow[] {
    return [...new Map(this.targets.map((target) => [target.metric, target])).values()];
  }

  private readonly onKind = (event: Event) => {
    this.kind = (event.target as HTMLSelectElement).value as TargetChange['kind'];
    this.failure = '';
  };

  private readonly onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const typed = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const isRate = this.targets.find(({metric}) => metric === typed['metric'])?.is_rate ?? true;
    const change = changeTyped(typed, isRate);
    this.said = '';
    this.failure = change ? '' : targetWords().changes.notAFigure;
    if (!change) return;
    this.isBusy = true;
    try {
      await proposeTargetChange(change, typed['reason'] ?? '');
      form.reset();
      this.kind = 'target';
      this.said = targetWords().changes.sent;
      this.dispatchEvent(new Event('proposed'));
    } catch (error) {
      this.failure = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  };

  static override styles = [
    controlStyles,
    administrationStyles,
    css`
      summary {
        min-height: 1.5rem;
        color: var(--accent);
        cursor: pointer;
      }

      .long {
        flex-basis: 100%;
        max-width: 44rem;
      }

      .failure {
        flex-basis: 100%;
        margin: 0;
        color: var(--alarm);
        font-weight: 700;
      }
    `,
  ];
}

const dayOffName = ({day, kind, name, instead_of}: DayOff) => {
  const isMakeUp = kind === 'make_up' && instead_of !== null;
  return `${formatDate(day)}: ${isMakeUp ? targetWords().makeUp(formatDate(instead_of)) : (name ?? '')}`;
};

const dayField = (name: string, label: string, isRequired = true) =>
  html`<label>${label}<input name=${name} type="date" ?required=${isRequired} /></label>`;

const textField = (name: string, label: string, advice = '') =>
  html`<label
    >${label} ${advice ? html`<small>${advice}</small>` : nothing}<input
      name=${name}
      required
      maxlength="2000"
      autocomplete="off"
  /></label>`;

declare global {
  interface HTMLElementTagNameMap {
    'target-change-form': TargetChangeForm;
  }
}
