import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {CampaignAnswer, RulesAnswer} from '../../api/answers.ts';
import {fetchCampaignRules, setThreshold} from '../administration-client.ts';
import {formatDate, formatLimit, formatTime} from '../format.ts';
import {administrationWords} from '../labels/administration-words.ts';
import {language} from '../labels/words.ts';
import {administrationStyles} from './administration-styles.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

type Gate = CampaignAnswer['gates'][number];

/** The conditions of the latest campaign; those that no letter sets may be changed, with a reason. */
@customElement('threshold-table')
export class ThresholdTable extends LitElement {
  @state() private chosen: Gate | null = null;
  @state() private failure = '';

  private readonly found = new Task(this, {
    task: (_args, {signal}) => fetchCampaignRules(signal),
    args: () => [],
  });

  override render() {
    if (this.found.value) return this.renderRules(this.found.value);
    return this.found.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: () => html`<section class="block"><p>${administrationWords().noCampaign}</p></section>`,
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.found.run()}
        ></page-state>`,
    });
  }

  private renderRules({campaign, rules}: {campaign: CampaignAnswer; rules: RulesAnswer}) {
    const {gate, thresholdsTitle, thresholdsSubtitle} = administrationWords();
    const heading = thresholdsTitle(campaign.gates.filter(isOurs).length, campaign.gates.length);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${thresholdsSubtitle(campaign.campaign.name)}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table id="thresholds">
          <thead>
            <tr>
              ${Object.values(gate).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${campaign.gates.map((one) => this.renderGate(one, rules))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${thresholdsSubtitle(campaign.campaign.name)}
        table="thresholds"
        name="thresholds"
      ></table-ways>
      ${this.chosen ? this.renderForm(this.chosen) : nothing} ${this.renderHistory(rules, campaign)}
    </section>`;
  }

  private renderGate(one: Gate, rules: RulesAnswer) {
    const {whom, ours, letter, flag, change, of} = administrationWords();
    const set = rules.rows.findLast(
      ({rule, applies_to}) => rule === one.gate && applies_to === one.applies_to,
    );
    return html`<tr>
      <th scope="row">
        ${one.label[language()]} ${one.is_flag ? html`<span class="small">(${flag})</span>` : nothing}
      </th>
      <td>${whom[one.applies_to]}</td>
      <td>${written(set ? set.value : one.threshold)}</td>
      <td>${one.by_default ? ours : letter(one.letter, one.clause)}</td>
      <td>
        ${
          isOurs(one)
            ? html`<button type="button" @click=${() => this.choose(one)}>
                ${change}<span class="unseen"> ${of(one.label[language()])}</span>
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private renderForm(one: Gate) {
    const {changeOf, newRate, newDay, reason, save, cancel} = administrationWords();
    const isDay = typeof one.threshold === 'string';
    return html`<form @submit=${this.set} aria-labelledby="change">
      <h3 id="change">${changeOf(one.label[language()])}</h3>
      <label>
        ${isDay ? newDay : newRate}
        <input name="threshold" type=${isDay ? 'date' : 'text'} inputmode="decimal" autocomplete="off" />
      </label>
      <label class="long">
        ${reason}
        <textarea name="reason" rows="2" required minlength="10" maxlength="2000"></textarea>
      </label>
      <button class="main">${save}</button>
      <button type="button" @click=${() => (this.chosen = null)}>${cancel}</button>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
    </form>`;
  }

  private renderHistory({rows}: RulesAnswer, {gates}: CampaignAnswer) {
    const {changedTitle, changedBy, inForce} = administrationWords();
    return html`<h3>${changedTitle(rows.length)}</h3>
      <ol>
        ${rows.toReversed().map(
          (one) =>
            html`<li>
              <strong
                >${gates.find(({gate}) => gate === one.rule)?.label[language()] ?? one.rule}:
                ${written(one.value)}</strong
              >
              ${one.is_in_force ? html`<span class="small">● ${inForce}</span>` : nothing}
              <p>${one.reason}</p>
              <p class="small">${changedBy(one.actor, `${formatTime(one.at)} ${formatDate(one.at)}`)}</p>
            </li>`,
        )}
      </ol>`;
  }

  private choose(gate: Gate) {
    this.chosen = gate;
    this.failure = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  private readonly set = (event: SubmitEvent) => {
    event.preventDefault();
    const {threshold = '', reason = ''} = Object.fromEntries(
      new FormData(event.target as HTMLFormElement),
    ) as Record<string, string>;
    const wanted = thresholdTyped(threshold, typeof this.chosen!.threshold === 'string');
    if (wanted === undefined) {
      this.failure = administrationWords().notARate;
      return;
    }
    void this.send(wanted, reason);
  };

  private async send(threshold: number | string | null, reason: string): Promise<void> {
    const {campaign, rules} = this.found.value!;
    const {gate, applies_to} = this.chosen!;
    this.failure = '';
    try {
      const {revision} = rules;
      await setThreshold(campaign.campaign.id, {gate, applies_to, threshold, reason, revision});
      this.chosen = null;
    } catch (error) {
      this.failure = (error as Error).message;
    }
    await this.found.run();
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    administrationStyles,
    css`
      h3 {
        flex: 1 0 100%;
        margin: var(--space-3) 0 0;
        font-size: var(--text);
      }

      .long {
        flex: 2 1 20rem;
        max-width: none;
      }

      form .failure {
        flex: 1 0 100%;
      }

      ol {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: var(--space-2) 0;
        border-top: 1px solid var(--rule);
      }

      li p {
        margin: 0;
      }
    `,
  ];
}

const isOurs = ({by_default, is_flag}: Gate) => by_default && !is_flag;

/** A threshold as people type it; undefined when it is none. */
function thresholdTyped(typed: string, isDay: boolean): number | string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (isDay) return text;
  const percent = Number(text.replace('%', '').replace(',', '.'));
  return percent >= 0 && percent <= 100 ? Math.round(percent * 1e4) / 1e6 : undefined;
}

function written(value: number | string | null): string {
  if (value === null) return administrationWords().noThreshold;
  if (typeof value === 'number') return formatLimit(value);
  return /^\d{4}-/.test(value) ? `${formatTime(value)} ${formatDate(value)}` : value;
}

declare global {
  interface HTMLElementTagNameMap {
    'threshold-table': ThresholdTable;
  }
}
