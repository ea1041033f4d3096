import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {DefectRow, DefectsAnswer} from '../../api/answers.ts';
import {plainOfficeName} from '../findings/office-name.ts';
import {formatCount, formatDate} from '../format.ts';
import {unitWords} from '../labels/unit-words.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {fetchDefects, fileOfDefects, type DefectFilters} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import './page-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './toast-note.ts';
import './table-ways.ts';

/** What is to be put right, file by file, as the reader filters it; longer with each press, whole as a file. */
@customElement('fix-list')
export class FixList extends LitElement {
  @property() unit: string | null = null;
  @property() officer: string | null = null;
  /** What the list is about, in words. */
  @property() place = '';
  /** What was read after the first page. */
  @state() private further: readonly DefectRow[] = [];
  @state() private next: string | null = null;
  @state() private said = '';

  private readonly state = new UrlState(this);
  private readonly news = new News(this);

  private readonly list = new Task(this, {
    task: async ([unit, officer, rule, pillar, state], {signal}) => {
      const answer = await fetchDefects({unit, officer, rule, pillar, state}, null, signal);
      this.further = [];
      this.next = answer.next;
      return answer;
    },
    args: () => {
      const {unit, officer, rule, pillar, state} = this.filters();
      return [unit, officer, rule, pillar, state, this.news.now] as const;
    },
  });

  override render() {
    return this.list.render({
      pending: () => (this.list.value ? this.renderList(this.list.value) : html`<page-state></page-state>`),
      complete: (answer) => this.renderList(answer),
      error: (error) =>
        html`<page-state
          kind="failed"
          .reason=${(error as Error).message}
          @retry=${() => this.list.run()}
        ></page-state>`,
    });
  }

  private renderList(answer: DefectsAnswer) {
    const rows = [...answer.rows, ...this.further];
    const heading = this.heading(answer);
    return html`<section class="block" id="list" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">
        ${unitWords().defects.subtitle(this.place, formatDate(answer.night))}. ${unitWords().defects.latest}
      </p>
      ${this.renderFilters(answer)} ${rows.length === 0 ? nothing : this.renderTable(rows, heading)}
      <table-ways
        .heading=${heading}
        .subtitle=${unitWords().defects.subtitle(this.place, formatDate(answer.night))}
        .file=${(format: 'csv' | 'xlsx') => fileOfDefects(this.filters(), format)}
      >
        <span role="status">
          ${unitWords().defects.shown(formatCount(rows.length), formatCount(answer.total))}
        </span>
        ${this.next === null ? nothing : html`<button type="button" @click=${this.readMore}>${unitWords().defects.more}</button>`}
        ${rows.length === 0 ? nothing : html`<button type="button" @click=${() => this.copy(rows)}>${unitWords().defects.copy}</button>`}
      </table-ways>
      <p class="small">${unitWords().defects.advice}</p>
      <toast-note .text=${this.said} @close=${() => (this.said = '')}></toast-note>
    </section>`;
  }

  private renderFilters({counts}: DefectsAnswer) {
    const {rule, pillar, state} = this.state.now.choices;
    const {defects, metrics} = unitWords();
    return html`<div class="filters" role="group" aria-label=${defects.filters}>
      ${this.choice('state', defects.state, state, [
        ['', defects.stateAll],
        ...Object.entries(defects.states),
      ])}
      ${this.choice('pillar', defects.pillar, pillar, [
        ['', defects.all],
        ...counts.pillar.map((one): [string, string] => [one.pillar, metrics[`quality_${one.pillar}`]]),
      ])}
      ${this.choice('rule', defects.rule, rule, [
        ['', defects.all],
        ...counts.rule.map((one): [string, string] => [
          one.rule,
          `${one.label[language()]} (${formatCount(one.offences)})`,
        ]),
      ])}
    </div>`;
  }

  private choice(name: string, label: string, chosen = '', choices: readonly [string, string][]) {
    return html`<label>
      ${label}
      <select
        @change=${(event: Event) => this.state.choose({[name]: (event.target as HTMLSelectElement).value || null})}
      >
        ${choices.map(
          ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  private renderTable(rows: readonly DefectRow[], heading: string) {
    const {defects} = unitWords();
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
      <table>
        <caption class="unseen">
          ${defects.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${defects.file}</th>
            <th scope="col">${defects.rule}</th>
            <th scope="col" class="wide">${defects.found}</th>
            <th scope="col" class="wide">${defects.office}</th>
            <th scope="col" class="wide">${defects.officer}</th>
            <th scope="col" class="wide">${defects.state}</th>
            <th scope="col" class="number">${defects.age}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.renderRow(row))}
        </tbody>
      </table>
    </div>`;
  }

  private renderRow(row: DefectRow) {
    return html`<tr>
      <th scope="row" class="code">${row.case_id ?? row.petition_id}</th>
      <td>${row.label[language()]}</td>
      <td class="wide found">${row.found}</td>
      <td class="wide">
        ${
          row.office_id === null
            ? '–'
            : html`<a href=${hrefOf(`/phong/${row.office_id}`)}
                >${plainOfficeName(row.office_name ?? row.office_id)}</a
              >`
        }
      </td>
      <td class="wide">${row.officer_name ?? row.officer_id ?? '–'}</td>
      <td class="wide whole">
        <span aria-hidden="true">${row.state === 'fixed' ? '●' : row.state === 'came_back' ? '◆' : '○'}</span>
        ${unitWords().defects.states[row.state]}
      </td>
      <td class="number">${formatCount(row.age_days)}</td>
    </tr>`;
  }

  private heading({total}: DefectsAnswer): string {
    const {rule, pillar, state} = this.state.now.choices;
    if (rule || pillar || state) return unitWords().defects.titleChosen(formatCount(total));
    return total === 0 ? unitWords().defects.titleNone : unitWords().defects.title(formatCount(total));
  }

  private filters(): Required<DefectFilters> {
    const {rule = null, pillar = null, state = null} = this.state.now.choices;
    return {unit: this.unit, officer: this.officer, rule, pillar, state};
  }

  private readonly readMore = async () => {
    if (this.next === null) return;
    try {
      const answer = await fetchDefects(this.filters(), this.next, new AbortController().signal);
      this.further = [...this.further, ...answer.rows];
      this.next = answer.next;
    } catch (error) {
      this.said = (error as Error).message;
    }
  };

  private async copy(rows: readonly DefectRow[]) {
    const codes = [...new Set(rows.map((row) => row.case_id ?? row.petition_id ?? ''))];
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      this.said = unitWords().defects.copied(codes.length);
    } catch {
      this.said = unitWords().defects.notCopied;
    }
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .filters,
      label {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: center;
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .filters {
        gap: var(--space-2) var(--space-4);
        margin-bottom: var(--space-2);
      }

      label {
        max-width: 100%;
      }

      select {
        min-width: 0;
        max-width: min(22rem, 100%);
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

      .code,
      .whole {
        white-space: nowrap;
      }

      .found {
        max-width: 20rem;
        overflow-wrap: anywhere;
      }

      @container (max-width: 48rem) {
        .wide {
          display: none;
        }
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
    'fix-list': FixList;
  }
}
