import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {IdentityRow, ReconciliationAnswer} from '../../api/answers.ts';
import {identityPairs, unbalancedUnits} from '../findings/gaps.ts';
import {headingOfIdentities} from '../findings/reconciliation-headings.ts';
import {formValue} from '../form-value.ts';
import {officialName} from '../labels/official-names.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {words} from '../labels/words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

const namedAtMost = 8;

/** The accounting identities of one unit on each side by itself; what is left over is a finding. */
@customElement('identity-table')
export class IdentityTable extends LitElement {
  /** An answer about one unit. */
  @property({attribute: false}) answer!: ReconciliationAnswer;
  /** An answer about the units below it, whose own leftovers are named; null while there is none. */
  @property({attribute: false}) parts: ReconciliationAnswer | null = null;

  override render() {
    const {identitiesOf, units} = reconciliationWords();
    const unit = this.answer.rows[0];
    const pairs = identityPairs(this.answer.identities, unit?.unit_id ?? '');
    const heading = headingOfIdentities(pairs);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">
        ${identitiesOf.subtitle(unitNameShown(unit?.unit_name ?? ''), units[this.answer.loai_bieu])}
      </p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <thead>
            <tr>
              ${identitiesOf.columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${pairs.map(
              ({identity, paper, platform}) =>
                html`<tr>
                  <th scope="row">${identity}. ${identitiesOf.names[identity]}</th>
                  <td>${this.renderResidual(paper)}</td>
                  <td>${this.renderResidual(platform)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.renderParts()} ${this.renderFindings()}
      <table-ways
        .heading=${heading}
        .subtitle=${identitiesOf.subtitle(unitNameShown(unit?.unit_name ?? ''), units[this.answer.loai_bieu])}
      ></table-ways>
    </section>`;
  }

  private renderResidual(row: IdentityRow | null) {
    const {identitiesOf} = reconciliationWords();
    if (!row) return html`<span class="small">${identitiesOf.notDelivered}</span>`;
    if (row.residual === 0) return identitiesOf.balanced;
    const left = formValue(row.residual, {code: ''}, this.answer.loai_bieu);
    const known = this.answer.rows.find(({code}) => code === row.code);
    const name = known ? officialName(known.code, known.code_name) : row.code;
    return html`<strong class="alarm"
      >${identitiesOf.residual(left)}${name ? ` (${identitiesOf.at(name)})` : ''}</strong
    >`;
  }

  private renderParts() {
    const {identitiesOf} = reconciliationWords();
    const nameOf = new Map(this.parts?.rows.map(({unit_id, unit_name}) => [unit_id, unit_name]));
    const names = unbalancedUnits(this.parts?.identities ?? []).map((unit) => nameOf.get(unit) ?? unit);
    if (names.length === 0) return nothing;
    const shown = names.slice(0, namedAtMost).join(', ');
    return html`<p class="small">
      ${
        names.length > namedAtMost
          ? identitiesOf.unitsBrokenMore(shown, names.length - namedAtMost)
          : identitiesOf.unitsBroken(shown)
      }
    </p>`;
  }

  private renderFindings() {
    const {findings} = reconciliationWords();
    const rows = this.parts?.findings ?? this.answer.findings;
    if (rows.length === 0) return nothing;
    return html`<h3>${findings.title(rows.length)}</h3>
      <table>
        <thead>
          <tr>
            ${findings.columns.map(
              (column, index) => html`<th scope="col" class=${index ? 'number' : ''}>${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({unit_id, reported, computed}) =>
              html`<tr>
                <th scope="row">${unit_id}</th>
                <td class="number">${formValue(reported, {code: 'TY_LE'}, 'VIEC')}</td>
                <td class="number">${formValue(computed, {code: 'TY_LE'}, 'VIEC')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        position: relative;
        overflow-x: auto;
      }

      .alarm {
        color: var(--alarm);
      }

      h3 {
        margin: var(--space-4) 0 var(--space-2);
        font-size: var(--text);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'identity-table': IdentityTable;
  }
}
