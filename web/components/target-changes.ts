import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {DayOff, TargetChange, TargetChangesAnswer, TargetRow} from '../../api/answers.ts';
import {daysAhead} from '../findings/target-change.ts';
import {formatCount, formatDate, formatLimit} from '../format.ts';
import {formatMoment} from '../gate-value.ts';
import {targetWords} from '../labels/target-words.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {SessionState} from '../session.ts';
import {decideTargetChange, fetchTargetChanges, fetchTargets} from '../target-client.ts';
import './page-state.ts';
import './reason-form.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';
import './target-change-form.ts';

type Change = TargetChangesAnswer['rows'][number];

interface Found {
  rows: readonly Change[];
  targets: readonly TargetRow[];
  daysAhead: readonly DayOff[];
}

/** What is proposed to be changed of targets and days off, by whom and with which letter, and deciding it. */
@customElement('target-changes')
export class TargetChanges extends LitElement {
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: async (_news, {signal}): Promise<Found> => {
      const [changes, {targets, days_off, night}] = await Promise.all([
        fetchTargetChanges(signal),
        fetchTargets(signal),
      ]);
      return {rows: changes.rows, targets, daysAhead: daysAhead(days_off, night)};
    },
    args: () => [this.news.now] as const,
  });

  override render() {
    if (this.found.value) return this.renderFound(this.found.value);
    return this.found.render({
      pending: () => html`<page-state kind="pending"></page-state>`,
      complete: (found) => this.renderFound(found),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${this.lookAgain}
        ></page-state>`,
    });
  }

  private renderFound({rows, targets, daysAhead}: Found) {
    const {changes} = targetWords();
    const open = rows.filter(({state}) => state === 'proposed').length;
    const waiting = rows.filter(({state, in_use}) => state === 'approved' && !in_use).length;
    return html`<section class="block" aria-labelledby="changes">
      <h2 id="changes">${changes.title(open, waiting)}</h2>
      <p class="subtitle">${changes.subtitle}</p>
      ${
        rows.length === 0
          ? nothing
          : html`<ul>
              ${rows.map((row) => this.renderChange(row, targets))}
            </ul>`
      }
      ${
        this.may('POST /targets/changes')
          ? html`<target-change-form
              .targets=${targets}
              .daysAhead=${daysAhead}
              @proposed=${this.lookAgain}
            ></target-change-form>`
          : nothing
      }
    </section>`;
  }

  private renderChange(row: Change, targets: readonly TargetRow[]) {
    const {changes} = targetWords();
    const {what, basis} = saidOf(row.change, targets);
    const used = row.in_use ? changes.inUse : row.state === 'approved' ? changes.notYet : '';
    return html`<li>
      <p><strong>${changes.states[row.state]}</strong>${used ? ` · ${used}` : ''} · ${what}</p>
      <p class="small">${changes.basis(basis)}</p>
      <p class="small">
        ${changes.proposed(row.proposed_by, formatMoment(row.proposed_at))} · ${changes.reason(row.reason)}
      </p>
      ${
        row.decided_by && row.decided_at
          ? html`<p class="small">
              ${changes.decided(row.decided_by, formatMoment(row.decided_at), row.decision_reason ?? '')}
            </p>`
          : nothing
      }
      ${this.mayDecide(row) ? this.renderDecision(row) : nothing}
    </li>`;
  }

  private renderDecision({id}: Change) {
    const {changes} = targetWords();
    return html`<reason-form
      label=${changes.decideReason}
      .deeds=${[
        {name: changes.approve, act: (reason: string) => decideTargetChange(id, 'approved', reason)},
        {name: changes.reject, act: (reason: string) => decideTargetChange(id, 'rejected', reason)},
      ]}
      @decided=${this.lookAgain}
    ></reason-form>`;
  }

  private mayDecide({state, proposed_by}: Change): boolean {
    return (
      state === 'proposed' &&
      proposed_by !== this.session.now?.id &&
      this.may('POST /targets/changes/{change}/decision')
    );
  }

  private may(route: string): boolean {
    return this.session.now?.routes.includes(route) ?? false;
  }

  private readonly lookAgain = () => {
    void this.found.run();
  };

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      ul {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding-left: var(--space-3);
        border-left: 3px solid var(--rule-strong);
        overflow-wrap: anywhere;
      }

      p {
        margin: 0 0 var(--space-1);
      }
    `,
  ];
}

/** A change in words, and what it is based on. */
function saidOf(change: TargetChange, targets: readonly TargetRow[]): {what: string; basis: string} {
  const {changes} = targetWords();
  switch (change.kind) {
    case 'target': {
      const known = targets.find(({metric}) => metric === change.metric);
      const written = known?.is_rate === false ? formatCount : formatLimit;
      const due =
        change.deadline === null ? changes.noDeadline : changes.deadline(formatDate(change.deadline));
      const name = changes.target(known?.label[language()] ?? change.metric, formatDate(change.valid_from));
      return {
        what: `${name}: ${changes.figures(written(change.goal), written(change.floor), due)}`,
        basis: words().letter(change.letter, change.clause),
      };
    }
    case 'holiday':
      return {what: changes.holiday(formatDate(change.day), change.name), basis: change.legal_basis};
    case 'make_up_day':
      return {
        what: changes.makeUpDay(formatDate(change.day), formatDate(change.instead_of)),
        basis: change.legal_basis,
      };
    case 'removed_day_off':
      return {what: changes.removedDay[change.was](formatDate(change.day)), basis: change.legal_basis};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'target-changes': TargetChanges;
  }
}
