import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {NominationShown} from '../../api/answers.ts';
import {nominationsFile} from '../nomination-client.ts';
import {nominationsIn} from '../findings/nominations.ts';
import {awardsWords} from '../labels/awards-words.ts';
import {words} from '../labels/words.ts';
import {toggled} from '../state.ts';
import {UrlState} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

const comparedAtMost = 4;

/** The nominations, filtered and in order; one is chosen to be looked at, some to be laid side by side. */
@customElement('nomination-list')
export class NominationList extends LitElement {
  @property({attribute: false}) nominations: readonly NominationShown[] = [];
  /** What awards are called, by code. */
  @property({attribute: false}) awards: ReadonlyMap<string, string> = new Map();

  private readonly state = new UrlState(this);

  override render() {
    const {list, states} = awardsWords();
    const {state = null, award = null, proposer = null} = this.state.now.choices;
    const rows = nominationsIn(this.nominations, {state, award, proposer});
    const heading = list.title(rows.length, this.nominations.length);
    const known = [...new Set(this.nominations.map((row) => row.state))];
    const proposers = new Map(
      this.nominations.map(({nominated_by, proposer_name}) => [nominated_by, proposer_name ?? nominated_by]),
    );
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${list.subtitle}</p>
      <div class="filters no-print">
        ${this.renderFilter('state', list.state, new Map(known.map((one) => [one, states[one]])))}
        ${this.renderFilter('award', list.award, this.awards)}
        ${this.renderFilter('proposer', list.proposer, proposers)}
      </div>
      ${
        rows.length === 0
          ? html`<p>${list.none}</p>`
          : html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
              <table>
                <thead>
                  <tr>
                    ${list.columns.map(
                      (column, index) => html`<th scope="col" class="column-${index}">${column}</th>`,
                    )}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map((row) => this.renderRow(row))}
                </tbody>
              </table>
            </div>`
      }
      <table-ways .heading=${heading} .subtitle=${list.about} .file=${nominationsFile}></table-ways>
    </section>`;
  }

  private renderFilter(name: string, label: string, choices: ReadonlyMap<string, string>) {
    const chosen = this.state.now.choices[name] ?? '';
    return html`<label>
      <span>${label}</span>
      <select
        @change=${(event: Event) =>
          this.state.choose({[name]: (event.target as HTMLSelectElement).value || null})}
      >
        <option value="" ?selected=${chosen === ''}>${awardsWords().list.all}</option>
        ${[...choices].map(
          ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  private renderRow(row: NominationShown) {
    const {list, states, kinds} = awardsWords();
    const isChosen = this.state.now.choices['nomination'] === row.id;
    const compared = this.compared();
    const name = row.nominee_name ?? row.nominee_id;
    return html`<tr class=${isChosen ? 'chosen' : ''}>
      <td class="column-0">${row.rank ?? '–'}</td>
      <th scope="row">
        <button
          type="button"
          aria-pressed=${isChosen}
          @click=${() => this.state.choose({nomination: isChosen ? null : row.id})}
        >
          ${name}
        </button>
        <label class="small no-print">
          <input
            type="checkbox"
            aria-label=${list.compare(name)}
            .checked=${compared.includes(row.id)}
            ?disabled=${!compared.includes(row.id) && compared.length >= comparedAtMost}
            @change=${() => this.state.choose({compare: toggled(compared, row.id).join(',') || null})}
          />
          ${list.compareMark}
        </label>
        <span class="small">${kinds[row.nominee_kind]} · ${row.id}</span>
      </th>
      <td class="column-2">${this.awards.get(row.award) ?? row.award}</td>
      <td class="column-3">${row.proposer_name ?? row.nominated_by}</td>
      <td>
        <span class=${row.state === 'late' || row.state === 'not_eligible' ? 'alarm' : ''}
          >${states[row.state]}</span
        >
        ${row.is_over_quota ? html`<span class="mark">${list.overQuota}</span>` : nothing}
        ${row.also_nominated.length > 0 ? html`<span class="mark">${list.both}</span>` : nothing}
      </td>
    </tr>`;
  }

  private compared(): string[] {
    return (this.state.now.choices['compare'] ?? '').split(',').filter(Boolean);
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        margin-bottom: var(--space-3);
        font-size: var(--text-small);
      }

      .filters label {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        min-width: 0;
      }

      select {
        min-width: 0;
        max-width: 100%;
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      th button {
        display: block;
        min-height: 1.75rem;
        text-align: left;
      }

      th label {
        display: inline-flex;
        gap: var(--space-1);
        align-items: center;
        margin-right: var(--space-2);
        font-weight: 400;
        vertical-align: middle;
      }

      th .small:not(label) {
        display: inline-block;
        font-weight: 400;
        vertical-align: middle;
      }

      input {
        width: 1.5rem;
        height: 1.5rem;
        vertical-align: middle;
      }

      .chosen {
        background: var(--accent-soft);
      }

      .alarm {
        color: var(--alarm);
      }

      .mark {
        display: block;
        font-weight: 700;
      }

      @media print {
        th button {
          display: block !important;
          padding: 0;
          border: 0;
        }
      }

      @container (max-width: 40rem) {
        .column-2,
        .column-3 {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'nomination-list': NominationList;
  }
}
