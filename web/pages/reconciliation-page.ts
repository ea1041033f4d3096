import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import type {FormKind, GapRecordAnswer, ReconciliationAnswer} from '../../api/answers.ts';
import '../components/gap-record.ts';
import '../components/identity-table.ts';
import '../components/page-state.ts';
import '../components/paired-figures.ts';
import {linkToPaper} from '../components/paper-links.ts';
import '../components/province-crosswalk.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/unit-gaps.ts';
import {formGap, formValue, gapShare} from '../form-value.ts';
import {formatDate} from '../format.ts';
import {fetchGapRecord} from '../gap-record-client.ts';
import {crosswalkWords} from '../labels/crosswalk-words.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {language, words} from '../labels/words.ts';
import {News} from '../news.ts';
import {
  fetchReconciliation,
  fetchSmallestGaps,
  reconciliationFile,
  smallestGapsFile,
  type AskedReconciliation,
} from '../reconciliation-client.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {tellTrail} from '../trail.ts';
import {UrlState} from '../url-state.ts';

const forms = ['VIEC', 'TIEN'] as const satisfies readonly FormKind[];

/** What the page shows: one unit, the units below it, who is on the list for praise, and what units say of their gaps. */
interface Found {
  unit: ReconciliationAnswer;
  parts: ReconciliationAnswer;
  smallest: string[];
  record: GapRecordAnswer;
}

/** Paper reports beside the platform: indicator by indicator, what does not add up, and unit by unit. */
@customElement('reconciliation-page')
export class ReconciliationPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: ([period, form, province], {signal}) => this.find({period, form, province}, signal),
    args: () => [this.period(), this.form(), this.province(), this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.reconciliation}</h1>
      ${keyed(
        language(),
        this.found.render({
          pending: () =>
            this.found.value
              ? this.renderFound(this.found.value, true)
              : html`<page-state kind="pending"></page-state>`,
          complete: (found) => this.renderFound(found, false),
          error: (error) =>
            html`<page-state
              kind="failed"
              .reason=${(error as Error).message}
              @retry=${() => this.found.run()}
            ></page-state>`,
        }),
      )}`;
  }

  private renderFound({unit, parts, smallest, record}: Found, isBusy: boolean) {
    if (unit.rows.length === 0) return html`<page-state kind="empty"></page-state>`;
    const isNation = unit.level === 'nation';
    const asked = this.asked();
    const period = `${unit.period.nam}-${unit.period.so_thang}`;
    return html`<div class="page" aria-busy=${isBusy}>
      ${this.renderHeadline(unit)} ${this.renderControls(unit)} ${this.renderPapers(unit)}
      ${
        this.showsFormer()
          ? html`<province-crosswalk .province=${this.province()}></province-crosswalk>`
          : nothing
      }
      <paired-figures
        .answer=${unit}
        csv=${reconciliationFile(asked.unit, 'csv')}
        xlsx=${reconciliationFile(asked.unit, 'xlsx')}
      ></paired-figures>
      <identity-table .answer=${unit} .parts=${parts}></identity-table>
      <unit-gaps
        .answer=${parts}
        .smallest=${smallest}
        .record=${record}
        ?leads=${isNation}
        csv=${reconciliationFile(asked.parts, 'csv')}
        xlsx=${reconciliationFile(asked.parts, 'xlsx')}
        list=${smallest.length > 0 ? smallestGapsFile(period) : ''}
      ></unit-gaps>
      <gap-record
        .record=${record}
        .unit=${unit}
        .parts=${parts}
        @recorded=${() => this.found.run()}
      ></gap-record>
    </div>`;
  }

  private renderHeadline({rows, period, loai_bieu: form, form: printed}: ReconciliationAnswer) {
    const text = reconciliationWords();
    const total = rows.find(({code}) => code === 'TONG_THU_LY') ?? rows[0]!;
    const [from, to] = [formatDate(period.from), formatDate(period.to)];
    const facts = [
      period.is_over ? text.isOver(from, to) : text.isOpen(from, to),
      period.counted_night === null ? null : text.countedTo(formatDate(period.counted_night)),
      total.paper_version === null ? null : text.versions[total.paper_version],
      total.paper_reports_missing ? text.reportsMissing(total.paper_reports_missing) : null,
    ];
    return html`<section class="headline" aria-live="polite">
      <p class="lead">
        ${
          total.paper === null
            ? text.headlineNoPaper(unitNameShown(total.unit_name))
            : text.headline({
                unit: unitNameShown(total.unit_name),
                paper: formValue(total.paper, total, form),
                platform: formValue(total.platform, total, form),
                gap: formGap(total, form),
                rate: gapShare(total),
                of: text.units[form],
              })
        }
      </p>
      <p class="small">${facts.filter((fact) => fact !== null).join(' · ')}</p>
      ${printed ? html`<p class="small">${text.printedAs(printed.form_number, printed.form_name)} (${printed.letter}).</p>` : nothing}
      ${period.note ? html`<p class="note">${period.note}</p>` : nothing}
    </section>`;
  }

  /** The comparison and the form of what is on the screen. */
  private renderPapers({level, period: {nam, so_thang}, loai_bieu}: ReconciliationAnswer) {
    const asked = {unit: level === 'nation' ? null : this.province(), loai_bieu, nam, so_thang};
    return html`<div>
      ${linkToPaper('paper-against-platform', asked)} ${linkToPaper('statistical-form', asked)}
    </div>`;
  }

  private renderControls({periods, period, level, loai_bieu}: ReconciliationAnswer) {
    const text = reconciliationWords();
    return html`<div class="controls no-print">
      <label for="period">${text.period}</label>
      <select id="period" @change=${this.onPeriod}>
        ${periods.toReversed().map(({nam, so_thang}) => {
          const isChosen = nam === period.nam && so_thang === period.so_thang;
          return html`<option value="${nam}-${so_thang}" ?selected=${isChosen}>
            ${text.periodOf(so_thang, nam)}
          </option>`;
        })}
      </select>
      <span class="forms" role="group" aria-label=${text.form}>
        ${forms.map(
          (form) =>
            html`<button
              type="button"
              aria-pressed=${form === loai_bieu}
              @click=${() => this.state.choose({form: form === 'VIEC' ? null : form})}
            >
              ${text.forms[form]}
            </button>`,
        )}
      </span>
      <span class="forms" role="group" aria-label=${crosswalkWords().switch}>
        ${[false, true].map(
          (isFormer) =>
            html`<button
              type="button"
              aria-pressed=${isFormer === this.showsFormer()}
              @click=${() => this.state.choose({provinces: isFormer ? 'former' : null})}
            >
              ${isFormer ? crosswalkWords().former : crosswalkWords().today}
            </button>`,
        )}
      </span>
      ${
        level === 'province' && this.session.now?.province === null
          ? html`<button type="button" @click=${() => this.state.choose({province: null})}>
              ${text.backToNation}
            </button>`
          : nothing
      }
    </div>`;
  }

  private async find(
    choice: {period: string | null; form: FormKind; province: string | null},
    signal: AbortSignal,
  ): Promise<Found> {
    const asked = this.asked(choice);
    const isNation = choice.province === null;
    const [unit, parts] = await Promise.all([
      fetchReconciliation(asked.unit, signal),
      fetchReconciliation(asked.parts, signal),
    ]);
    const hasList =
      isNation &&
      choice.form === 'VIEC' &&
      unit.period.has_paper &&
      this.session.now?.routes.includes('GET /lists/{id}');
    const {nam, so_thang} = unit.period;
    const [list, record] = await Promise.all([
      hasList ? fetchSmallestGaps(`${nam}-${so_thang}`, signal) : null,
      fetchGapRecord({nam, so_thang, form: choice.form, unit: choice.province}, signal),
    ]);
    const name = unit.rows[0]?.unit_name ?? '';
    tellTrail(this, isNation ? [] : [{name, href: null}]);
    return {unit, parts, smallest: list?.rows.map(({unit_id}) => unit_id) ?? [], record};
  }

  private asked(
    {period, form, province} = {period: this.period(), form: this.form(), province: this.province()},
  ): {unit: AskedReconciliation; parts: AskedReconciliation} {
    return province === null
      ? {
          unit: {period, form, level: 'nation', unit: null},
          parts: {period, form, level: 'province', unit: null},
        }
      : {
          unit: {period, form, level: 'province', unit: province},
          parts: {period, form, level: 'office', unit: province},
        };
  }

  private showsFormer(): boolean {
    return this.state.now.choices['provinces'] === 'former';
  }

  private form(): FormKind {
    return choiceIn(this.state.now, 'form', forms) ?? 'VIEC';
  }

  private period(): string | null {
    return this.state.now.choices['period'] ?? null;
  }

  /** A province's reader sees their own; others the nation until they choose a province. */
  private province(): string | null {
    return this.session.now?.province ?? this.state.now.choices['province'] ?? null;
  }

  private readonly onPeriod = (event: Event) => {
    this.state.choose({period: (event.target as HTMLSelectElement).value});
  };

  static override styles = [
    controlStyles,
    css`
      h1 {
        margin: 0 0 var(--space-3);
        font-size: var(--text-figure);
        line-height: 1.2;
      }

      .page {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }

      .page[aria-busy='true'] {
        opacity: 0.6;
      }

      .headline p {
        margin: 0 0 var(--space-1);
      }

      .lead {
        font-size: var(--text-lead);
        font-weight: 700;
      }

      .small {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .note {
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--accent);
        background: var(--accent-soft);
        font-size: var(--text-small);
      }

      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        font-size: var(--text-small);
      }

      .forms {
        display: inline-flex;
        gap: var(--space-1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'reconciliation-page': ReconciliationPage;
  }
}
