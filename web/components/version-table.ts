import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {VersionRow, VersionsAnswer} from '../../api/answers.ts';
import {formatDate, formatMoment} from '../format.ts';
import {operationsWords} from '../labels/operations-words.ts';
import {decideVersion} from '../operations-client.ts';
import type {ReasonDialog} from './reason-dialog.ts';
import './reason-dialog.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

/** The versions that are kept; a held night is let out from here, and an older one gone back to. */
@customElement('version-table')
export class VersionTable extends LitElement {
  @property({attribute: false}) versions!: VersionsAnswer;
  @property({type: Boolean}) mayRelease = false;
  @property({type: Boolean}) mayRollBack = false;
  @state() private chosen: {row: VersionRow; decision: 'release' | 'rollback'} | null = null;
  @state() private said = '';
  @query('reason-dialog') private readonly dialog!: ReasonDialog;

  override render() {
    const {rows, rolled_back} = this.versions;
    const held = rows.filter(({state}) => state === 'held').length;
    const words = operationsWords();
    const heading = words.versionsTitle(rows.length, held);
    const {version, night, built, state, act} = words.versionColumns;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${words.versionsSubtitle}</p>
      ${rolled_back ? html`<p class="notice">${words.rolledBack}</p>` : nothing}
      <p role="status">${this.said}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">${version}</th>
              <th scope="col">${state}</th>
              <th scope="col" class="number">${night}</th>
              <th scope="col" class="number">${built}</th>
              <th scope="col">${act}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.renderVersion(row))}
          </tbody>
        </table>
      </div>
      ${this.renderDialog()}
    </section>`;
  }

  private renderVersion(row: VersionRow) {
    const words = operationsWords();
    return html`<tr>
      <th scope="row">
        ${row.version} ${this.renderReasons(words.reasons, row.reasons)}
        ${this.renderReasons(words.releasedFrom, row.released_from)}
        ${row.kept_for.length > 0 ? html`<p>${words.keptFor(row.kept_for.join(', '))}</p>` : nothing}
      </th>
      <td class=${row.state === 'held' ? 'alarm' : ''}>${words.states[row.state]}</td>
      <td class="number">${formatDate(row.night)}</td>
      <td class="number">${formatMoment(row.built_at)}</td>
      <td>
        ${
          row.state === 'held' && this.mayRelease
            ? html`<button type="button" @click=${() => this.choose(row, 'release')}>
                ${words.release}<span class="unseen"> ${row.version}</span>
              </button>`
            : nothing
        }
        ${
          row.state === 'kept' && this.mayRollBack
            ? html`<button type="button" @click=${() => this.choose(row, 'rollback')}>
                ${words.rollback}<span class="unseen"> ${row.version}</span>
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private renderReasons(heading: string, reasons: readonly string[]) {
    if (reasons.length === 0) return nothing;
    return html`<p>${heading}</p>
      <ul>
        ${reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>`;
  }

  private renderDialog() {
    const {chosen} = this;
    const words = operationsWords();
    const isRelease = chosen?.decision === 'release';
    return html`<reason-dialog
      .heading=${
        chosen
          ? isRelease
            ? words.releaseOf(formatDate(chosen.row.night))
            : words.rollbackOf(chosen.row.version)
          : ''
      }
      .advice=${isRelease ? words.releaseAdvice : words.rollbackAdvice}
      .verb=${isRelease ? words.release : words.rollback}
      .act=${this.decide}
    ></reason-dialog>`;
  }

  private choose(row: VersionRow, decision: 'release' | 'rollback') {
    this.chosen = {row, decision};
    this.said = '';
    void this.dialog.show();
  }

  private readonly decide = async (reason: string) => {
    const {row, decision} = this.chosen!;
    this.versions = await decideVersion(row.version, decision, reason);
    this.said =
      decision === 'release'
        ? operationsWords().done.release(formatDate(row.night))
        : operationsWords().done.rollback(row.version);
  };

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      td,
      tbody th {
        vertical-align: baseline;
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      p {
        margin: 0;
      }

      .subtitle {
        margin-bottom: var(--space-3);
      }

      ul {
        margin: 0;
        padding-left: var(--space-4);
      }

      tbody th {
        min-width: 16rem;
      }

      th p,
      th li {
        max-width: 46rem;
        color: var(--ink-soft);
        font-weight: 400;
      }

      td {
        white-space: nowrap;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }

      .notice {
        margin-bottom: var(--space-2);
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'version-table': VersionTable;
  }
}
