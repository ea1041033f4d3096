import {html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {MetricSummary, NewAlert, Unit} from '../../api/answers.ts';
import {createAlert} from '../bulletin-client.ts';
import {thresholdIn} from '../findings/alert-values.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {language} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import {controlStyles} from './shared-styles.ts';

/** Makes a rule; tells what was made by a `change` event with a sentence. */
@customElement('alert-form')
export class AlertForm extends LitElement {
  @property({attribute: false}) metrics: readonly MetricSummary[] = [];
  @property({attribute: false}) units: readonly Unit[] = [];
  @state() private metric = 'completion_rate';
  @state() private level: 'nation' | 'province' | 'office' = 'province';
  @state() private failure = '';

  override render() {
    const words = bulletinWords();
    const metric = this.chosenMetric();
    const levels = (['nation', 'province', 'office'] as const).filter((level) =>
      metric?.levels.includes(level),
    );
    return html`<form @submit=${this.create} aria-label=${words.newRule}>
      <label
        >${words.metric}<select name="metric" @change=${this.onMetric}>
          ${this.metrics
            .filter(({levels: its}) => its.includes('province'))
            .map(
              ({id, label}) =>
                html`<option value=${id} ?selected=${id === this.metric}>${label[language()]}</option>`,
            )}
        </select></label
      >
      <label
        >${words.level}<select name="level" @change=${this.onLevel}>
          ${levels.map(
            (level) =>
              html`<option value=${level} ?selected=${level === this.level}>${words.levels[level]}</option>`,
          )}
        </select></label
      >
      ${this.level === 'nation' ? nothing : this.renderArea()}
      <label
        >${words.comparison}<select name="comparison">
          <option value="below" ?selected=${metric?.better === 'higher'}>${words.comparisons.below}</option>
          <option value="above" ?selected=${metric?.better === 'lower'}>${words.comparisons.above}</option>
        </select></label
      >
      <label
        >${metric?.unit === 'count' ? words.amount : words.rate}
        <small>${metric?.unit === 'count' ? words.amountAdvice : words.rateAdvice}</small
        ><input name="threshold" required inputmode="decimal" autocomplete="off"
      /></label>
      <label>${words.deadline}<input name="deadline" type="date" /></label>
      <label
        >${words.leadDays} <small>${words.leadAdvice}</small
        ><input name="lead_days" type="number" min="0" max="365"
      /></label>
      ${this.level === 'nation' ? nothing : this.renderAudience()}
      <label>${words.note}<input name="note" maxlength="500" autocomplete="off" /></label>
      <button class="main">${words.save}</button>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
    </form>`;
  }

  private renderArea() {
    const {area, everywhere} = bulletinWords();
    return html`<label
      >${area}<select name="within">
        <option value="VN">${everywhere}</option>
        ${this.units
          .filter(({level}) => level === 'province')
          .map(({unit_id, unit_name}) => html`<option value=${unit_id}>${unit_name}</option>`)}
      </select></label
    >`;
  }

  private renderAudience() {
    const {audience, audiences} = bulletinWords();
    return html`<label
      >${audience}<select name="audience">
        ${(['both', 'leadership', 'province'] as const).map(
          (whom) => html`<option value=${whom}>${audiences[whom]}</option>`,
        )}
      </select></label
    >`;
  }

  private chosenMetric(): MetricSummary | undefined {
    return this.metrics.find(({id}) => id === this.metric);
  }

  private readonly onMetric = (event: Event) => {
    this.metric = (event.target as HTMLSelectElement).value;
  };

  private readonly onLevel = (event: Event) => {
    this.level = (event.target as HTMLSelectElement).value as typeof this.level;
  };

  private readonly create = (event: SubmitEvent) => {
    event.preventDefault();
    void this.send(event.target as HTMLFormElement);
  };

  private async send(form: HTMLFormElement): Promise<void> {
    const metric = this.chosenMetric()!;
    const {
      threshold = '',
      deadline,
      lead_days,
      ...rest
    } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const limit = thresholdIn(threshold, metric.unit);
    this.failure = limit === null ? bulletinWords().notANumber : '';
    if (limit === null) return;
    const rule = {
      audience: 'leadership',
      ...rest,
      threshold: limit,
      deadline: deadline || null,
      lead_days: lead_days ? Number(lead_days) : null,
    } as unknown as NewAlert;
    try {
      await createAlert(rule);
      form.reset();
      const said = bulletinWords().saved(metric.label[language()]);
      this.dispatchEvent(new CustomEvent('change', {detail: said}));
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  static override styles = [controlStyles, administrationStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'alert-form': AlertForm;
  }
}
