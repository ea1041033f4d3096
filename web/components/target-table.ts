import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {DayOff, TargetRow, TargetsAnswer} from '../../api/answers.ts';
import {formatCount, formatDate, formatLimit, formatTime} from '../format.ts';
import {targetWords} from '../labels/target-words.ts';
import {language, words} from '../labels/words.ts';
import {fetchTargets, targetsFile} from '../target-client.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** The targets, deadlines and days off that figures are judged by, each with the letter that sets it. */
@customElement('target-table')
export class TargetTable extends LitElement {
  private readonly found = new Task(this, {
    task: (_none, {signal}) => fetchTargets(signal),
    args: () => [] as const,
  });

  override render() {
    return this.found.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: (found) => html`${this.renderTargets(found)} ${this.renderDaysOff(found)}`,
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.found.run()}
        ></page-state>`,
    });
  }

  private renderTargets({targets, night}: TargetsAnswer) {
    const text = targetWords();
    const heading = text.title(targets.filter(({in_force}) => in_force).length);
    return html`<section class="block" aria-labelledby="targets">
      <h2 id="targets">${heading}</h2>
      <p class="subtitle">${text.subtitle(formatDate(night))}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <thead>
            <tr>
              ${text.columns.map(
                (column, i) =>
                  html`<th scope="col" class=${i === 1 || i === 2 ? 'number' : ''}>${column}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${targets.map((target) => renderTarget(target, night))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${text.subtitle(formatDate(night))}
        .file=${targetsFile}
      ></table-ways>
    </section>`;
  }

  private renderDaysOff({days_off, night}: TargetsAnswer) {
    const text = targetWords();
    const year = night.slice(0, 4);
    const shown = days_off.filter(({day}) => day >= `${year}-01-01`);
    const holidays = shown.filter(({day, kind}) => kind === 'holiday' && day.startsWith(year));
    const heading = text.daysOffTitle(holidays.length, year);
    return html`<section class="block" aria-labelledby="days-off">
      <h2 id="days-off">${heading}</h2>
      <p class="subtitle">${text.daysOffSubtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table id="days">
          <thead>
            <tr>
              ${text.dayColumns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map(renderDayOff)}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${text.daysOffSubtitle}
        table="days"
        .name=${`days-off-${year}`}
      ></table-ways>
    </section>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      table {
        min-width: 36rem;
      }

      td.letter {
        min-width: 12rem;
      }

      .over {
        color: var(--ink-soft);
      }
    `,
  ];
}

function renderTarget(target: TargetRow, night: string) {
  const {metric: _, label, in_force, valid_from, valid_to, goal, floor, deadline} = target;
  const text = targetWords();
  const state = in_force ? text.inForce : valid_from > night ? text.future : text.past;
  const written = (value: number | null) =>
    value === null ? '–' : target.is_rate ? formatLimit(value) : formatCount(value);
  return html`<tr class=${in_force ? '' : 'over'}>
    <th scope="row">${label[language()]}</th>
    <td class="number">${written(goal)}</td>
    <td class="number">${written(floor)}</td>
    <td>
      ${deadline === null ? text.noDeadline : `${formatTime(deadline)} ${formatDate(deadline.slice(0, 10))}`}
    </td>
    <td>
      ${state}
      <span class="small"
        >${text.period(formatDate(valid_from), valid_to === null ? null : formatDate(valid_to))}</span
      >
    </td>
    <td class="letter">
      ${words().letter(target.letter, target.clause)}
      ${target.by_default ? html`<span class="small">(${text.ours})</span>` : nothing}
    </td>
  </tr>`;
}

function renderDayOff({day, kind, name, instead_of, legal_basis}: DayOff) {
  const text = targetWords();
  return html`<tr>
    <th scope="row">${formatDate(day)}</th>
    <td>${kind === 'make_up' && instead_of ? text.makeUp(formatDate(instead_of)) : name}</td>
    <td class="letter">${legal_basis}</td>
  </tr>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'target-table': TargetTable;
  }
}
