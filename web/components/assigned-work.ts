import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {AssignmentAnswer, AssignmentsAnswer, OpenWork} from '../../api/answers.ts';
import {plainOfficeName, shortOfficeName} from '../findings/office-name.ts';
import {formatCount, formatDate} from '../format.ts';
import {workWords} from '../labels/work-words.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {fetchAssignments, fileOfAssignments, reportDone} from '../work-client.ts';
import './assign-dialog.ts';
import type {AssignDialog, GivenWork} from './assign-dialog.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './toast-note.ts';
import './table-ways.ts';

const shapes: Record<AssignmentAnswer['state'], string> = {
  assigned: '○',
  awaiting_night: '◐',
  closed: '●',
  came_back: '◆',
};

/** The work given within a unit and where it stands, and the most that nobody was given, to be given from here. */
@customElement('assigned-work')
export class AssignedWork extends LitElement {
  /** Null for the nation. */
  @property() unit: string | null = null;
  /** What the work is about, in words. */
  @property() place = '';
  @state() private said = '';
  @state() private changes = 0;
  @query('assign-dialog') private readonly dialog!: AssignDialog;

  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly work = new Task(this, {
    task: async ([isSeen, unit], {signal}) => (isSeen ? fetchAssignments(unit, signal) : null),
    args: () => [this.may('GET /defects/assignments'), this.unit, this.changes, this.news.now] as const,
  });

  override render() {
    return this.work.render({
      pending: () => (this.work.value ? this.renderWork(this.work.value) : html`<page-state></page-state>`),
      complete: (answer) =>
        answer ? this.renderWork(answer) : html`<p class="small">${workWords().refused}</p>`,
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.work.run()}
        ></page-state>`,
    });
  }

  private renderWork(answer: AssignmentsAnswer) {
    const {assigned} = workWords();
    const heading = this.heading(answer);
    return html`<div class="parts">
      <section class="block" aria-labelledby="heading">
        <h2 id="heading">${heading}</h2>
        <p class="subtitle">${assigned.subtitle(this.place, formatDate(answer.night))}</p>
        ${
          answer.rows.length === 0
            ? nothing
            : html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
                <table>
                  <caption class="unseen">
                    ${assigned.caption}
                  </caption>
                  <thead>
                    <tr>
                      <th scope="col">${assigned.unit}</th>
                      <th scope="col">${assigned.work}</th>
                      <th scope="col">${assigned.to}</th>
                      <th scope="col">${assigned.due}</th>
                      <th scope="col">${assigned.state}</th>
                      <th scope="col" class="number">${assigned.left}</th>
                      <th scope="col" class="no-print">${assigned.did}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${answer.rows.map((row) => this.renderRow(row, answer.night))}
                  </tbody>
                </table>
              </div>`
        }
        <p class="small">${assigned.rule}</p>
        <table-ways
          .heading=${heading}
          .subtitle=${assigned.subtitle(this.place, formatDate(answer.night))}
          .file=${(format: 'csv' | 'xlsx') => fileOfAssignments(this.unit, format)}
        >
        </table-ways>
      </section>
      ${answer.unassigned.length > 0 ? this.renderNew(answer) : nothing}
      <assign-dialog @given=${this.onGiven}></assign-dialog>
      <toast-note .text=${this.said} @close=${() => (this.said = '')}></toast-note>
    </div>`;
  }

  private renderRow(row: AssignmentAnswer, night: string) {
    const {assigned, open} = workWords();
    const isUnderWay = row.state === 'assigned' || row.state === 'came_back';
    return html`<tr>
      <th scope="row">${this.nameOf(row)}</th>
      <td>
        ${row.label[language()]}
        ${row.note === '' ? nothing : html`<span class="note">${assigned.note(row.note)}</span>`}
      </td>
      <td>${row.officer_id === null ? assigned.wholeUnit : (row.officer_name ?? row.officer_id)}</td>
      <td>
        ${formatDate(row.due_on)} ${row.is_overdue ? html`<strong>▲ ${assigned.overdue}</strong>` : nothing}
      </td>
      <td><span aria-hidden="true">${shapes[row.state]}</span> ${assigned.states[row.state]}</td>
      <td class="number">${formatCount(row.open + row.came_back)}/${formatCount(row.fixed)}</td>
      <td class="no-print">
        ${
          isUnderWay && this.may('POST /defects/assignments/{assignment}/done')
            ? html`<button type="button" @click=${() => this.report(row)}>${assigned.done}</button>`
            : nothing
        }
        ${
          isUnderWay && row.open > 0
            ? html`<button type="button" @click=${() => this.give(row, night)}>${open.giveAgain}</button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private renderNew({unassigned, night}: AssignmentsAnswer) {
    const {assigned, open} = workWords();
    const heading = open.title(unassigned.length);
    return html`<section class="block" aria-labelledby="new">
      <h2 id="new">${heading}</h2>
      <p class="subtitle">${open.subtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${open.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${assigned.unit}</th>
              <th scope="col">${assigned.work}</th>
              <th scope="col" class="number">${workWords().ages.offences}</th>
              <th scope="col">${open.since}</th>
              <th scope="col" class="no-print">${assigned.did}</th>
            </tr>
          </thead>
          <tbody>
            ${unassigned.map((work) => this.renderNewRow(work, night))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderNewRow(work: OpenWork, night: string) {
    const {open} = workWords();
    const [rule, unit] = [work.label[language()], this.nameOf(work)];
    return html`<tr>
      <th scope="row">${unit}</th>
      <td>${rule}</td>
      <td class="number">${formatCount(work.open)}</td>
      <td>${formatDate(work.open_since)}</td>
      <td class="no-print">
        ${
          this.may('PUT /defects/assignments')
            ? html`<button
                type="button"
                aria-label=${open.giveOf(rule, unit)}
                @click=${() => this.give(work, night)}
              >
                ${open.give}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private heading({rows}: AssignmentsAnswer): string {
    const {assigned} = workWords();
    if (rows.length === 0) return assigned.titleNone;
    const underWay = rows.filter(({state}) => state !== 'closed');
    return assigned.title(underWay.length, underWay.filter(({is_overdue}) => is_overdue).length);
  }

  /** Of the whole nation an office is told with its province. */
  private nameOf({unit_name}: Pick<OpenWork, 'unit_name'>): string {
    return this.unit === null ? plainOfficeName(unit_name) : shortOfficeName(unit_name);
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private give(work: GivenWork, night: string) {
    void this.dialog.show(work, night);
  }

  private readonly onGiven = () => {
    this.said = workWords().form.given;
    this.changes += 1;
  };

  private async report({id}: AssignmentAnswer) {
    try {
      await reportDone(id);
      this.said = workWords().assigned.saidDone;
      this.changes += 1;
    } catch (error) {
      this.said = (error as Error).message;
    }
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
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

      .note {
        display: block;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }

      strong {
        color: var(--alarm);
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
    'assigned-work': AssignedWork;
  }
}
