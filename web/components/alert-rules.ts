import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {AlertRuleAnswer, MetricSummary, Unit} from '../../api/answers.ts';
import {changeAlert, snoozeAlert} from '../bulletin-client.ts';
import {formatLimitOf, metricCalled} from '../findings/alert-values.ts';
import {formatDate} from '../format.ts';
import {bulletinWords} from '../labels/bulletin-words.ts';
import {language} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import './alert-form.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './snooze-dialog.ts';
import type {SnoozeDialog} from './snooze-dialog.ts';

/** The rules that watch figures; the leadership makes them, switches them off, and lets them rest. */
@customElement('alert-rules')
export class AlertRules extends LitElement {
  @property({attribute: false}) rules: readonly AlertRuleAnswer[] = [];
  @property({attribute: false}) metrics: readonly MetricSummary[] = [];
  @property({attribute: false}) units: readonly Unit[] = [];
  @property() today = '';
  @property({type: Boolean}) mayChange = false;
  @state() private chosen: AlertRuleAnswer | null = null;
  @state() private said = '';
  @state() private failure = '';
  @query('snooze-dialog') private readonly dialog!: SnoozeDialog;

  override render() {
    const {rulesTitle, rulesSubtitle, snoozeOf, allUnits, rule} = bulletinWords();
    const active = this.rules.filter(({is_active}) => is_active).length;
    const heading = rulesTitle(active, this.rules.filter(({letter}) => letter === null).length);
    const {act, ...columns} = rule;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${rulesSubtitle}</p>
      <p role="status">${this.said}</p>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table>
          <thead>
            <tr>
              ${Object.values(columns).map((name) => html`<th scope="col">${name}</th>`)}
              ${this.mayChange ? html`<th scope="col">${act}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${this.rules.map((one) => this.renderRule(one))}
          </tbody>
        </table>
      </div>
      ${
        this.mayChange
          ? html`<alert-form
              .metrics=${this.metrics}
              .units=${this.units}
              @change=${(event: CustomEvent<string>) => this.tell(event.detail)}
            ></alert-form>`
          : nothing
      }
      <snooze-dialog .heading=${snoozeOf(allUnits)} .from=${this.today} .act=${this.rest}></snooze-dialog>
    </section>`;
  }

  private renderRule(rule: AlertRuleAnswer) {
    const words = bulletinWords();
    const metric = metricCalled(this.metrics, rule.metric);
    const name = metric?.label[language()] ?? rule.metric;
    const area = this.units.find(({unit_id}) => unit_id === rule.within)?.unit_name ?? rule.within;
    return html`<tr>
      <th scope="row">${name}${rule.note ? html`<p class="small">${rule.note}</p>` : nothing}</th>
      <td>${words.levels[rule.level]}${rule.within === 'VN' ? nothing : html`, ${words.within(area)}`}</td>
      <td>${words.condition[rule.comparison](formatLimitOf(metric, rule.threshold))}</td>
      <td>
        ${rule.deadline === null ? words.noDeadline : formatDate(rule.deadline)}
        ${rule.lead_days === null ? nothing : html`<p class="small">${words.lead(rule.lead_days)}</p>`}
      </td>
      <td>${words.audiences[rule.audience]}</td>
      <td class="letter">${rule.letter ?? words.madeBy(rule.actor ?? '', formatDate(rule.at ?? ''))}</td>
      <td>${this.stateOf(rule)}</td>
      ${this.mayChange ? html`<td>${this.renderDeeds(rule, name)}</td>` : nothing}
    </tr>`;
  }

  private stateOf({is_active, snoozes}: AlertRuleAnswer): string {
    const words = bulletinWords();
    if (!is_active) return words.inactive;
    const rest = snoozes.find(({unit_id}) => unit_id === null);
    return rest ? words.resting(formatDate(rest.until)) : words.active;
  }

  private renderDeeds(rule: AlertRuleAnswer, name: string) {
    const words = bulletinWords();
    const isResting = rule.snoozes.some(({unit_id}) => unit_id === null);
    return html`<button type="button" @click=${() => (isResting ? this.wake(rule) : this.choose(rule))}>
        ${isResting ? words.wake : words.snooze}<span class="unseen"> ${name}</span>
      </button>
      ${
        rule.letter === null
          ? html`<button type="button" @click=${() => this.toggle(rule)}>
              ${rule.is_active ? words.switchOff : words.switchOn}<span class="unseen"> ${name}</span>
            </button>`
          : nothing
      }`;
  }

  private choose(rule: AlertRuleAnswer) {
    this.chosen = rule;
    void this.dialog.show();
  }

  private readonly rest = async ({until, reason}: {until: string; reason: string}) => {
    await snoozeAlert(this.chosen!.id, {unit: null, until, reason});
    const {snoozed, allUnits} = bulletinWords();
    this.tell(snoozed(allUnits, formatDate(until)));
  };

  private wake({id}: AlertRuleAnswer) {
    const {woken, wakeReason} = bulletinWords();
    return this.try(() => snoozeAlert(id, {unit: null, until: null, reason: wakeReason}), woken);
  }

  private toggle({id, revision, is_active}: AlertRuleAnswer) {
    const {active, inactive} = bulletinWords();
    return this.try(() => changeAlert(id, {revision, is_active: !is_active}), is_active ? inactive : active);
  }

  private async try(work: () => Promise<unknown>, said: string): Promise<void> {
    this.failure = '';
    try {
      await work();
      this.tell(said);
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  private tell(said: string) {
    this.said = said;
    this.dispatchEvent(new Event('change'));
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      .letter {
        white-space: normal;
        min-width: 10rem;
      }

      .small {
        margin: 0;
        font-weight: 400;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'alert-rules': AlertRules;
  }
}
