import {Task} from '@lit/task';
import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement} from 'lit/decorators.js';
import type {FormKind, ReconciliationAnswer, ReconciliationPageAnswer} from '../../api/answers.ts';
import {answeredPage} from '../components/answered-page.ts';
import '../components/gap-record.ts';
import '../components/identity-table.ts';
import '../components/paired-figures.ts';
import {headlineStyles} from '../components/page-styles.ts';
import {linkToPaper} from '../components/paper-links.ts';
import '../components/province-crosswalk.ts';
import {controlStyles} from '../components/shared-styles.ts';
import '../components/unit-gaps.ts';
import {formGap, formValue, gapShare} from '../form-value.ts';
import {formatDate} from '../format.ts';
import {crosswalkWords} from '../labels/crosswalk-words.ts';
import {officialName} from '../labels/official-names.ts';
import {reconciliationWords} from '../labels/reconciliation-words.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {words} from '../labels/words.ts';
import {News} from '../news.ts';
import {
  fetchReconciliationPage,
  reconciliationFile,
  smallestGapsFile,
  type AskedReconciliation,
} from '../reconciliation-client.ts';
import {SessionState} from '../session.ts';
import {choiceIn} from '../state.ts';
import {tellTrail} from '../trail.ts';
import {UrlState} from '../url-state.ts';

const forms = ['VIEC', 'TIEN'] as const satisfies readonly FormKind[];

/** Paper reports beside the platform: indicator by indicator, what does not add up, and unit by unit. */
@customElement('reconciliation-page')
export class ReconciliationPage extends LitElement {
  private readonly state = new UrlState(this);
  private readonly session = new SessionState(this);
  private readonly news = new News(this);

  private readonly found = new Task(this, {
    task: async ([isKnown, period, form, province], {signal}) =>
      isKnown ? fetchReconciliationPage({period, form, province}, this.showsFormer(), signal) : null,
    // Whose page it is must be known first: a province's reader sees that province.
    args: () =>
      [this.session.now !== null, this.period(), this.form(), this.province(), this.news.now] as const,
  });

  override render() {
    return html`<h1>${words().pageNames.reconciliation}</h1>
      ${answeredPage(this.found, (found, isBusy) => this.renderFound(found, isBusy))}`;
  }

  override updated(_changed: PropertyValues<this>) {
    const whole = this.found.value?.whole;
    if (!whole) return;
    const name = whole.rows[0]?.unit_name ?? '';
    tellTrail(this, whole.level === 'nation' ? [] : [{name, href: null}]);
  }

  private renderFound({whole: unit, parts, smallest, record}: ReconciliationPageAnswer, isBusy: boolean) {
    if (unit.rows.length === 0) return html`<page-state kind="empty"></page-state>`;
    const asked = this.asked();
    const closest = smallest?.rows.map(({unit_id}) => unit_id) ?? [];
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
        .smallest=${closest}
        .record=${record}
        ?leads=${unit.level === 'nation'}
        csv=${reconciliationFile(asked.parts, 'csv')}
        xlsx=${reconciliationFile(asked.parts, 'xlsx')}
        list=${closest.length > 0 ? smallestGapsFile(`${unit.period.nam}-${unit.period.so_thang}`) : ''}
      ></unit-gaps>
      ${
        record
          ? html`<gap-record
              .record=${record}
              .unit=${unit}
              .parts=${parts}
              @recorded=${() => this.found.run()}
            ></gap-record>`
          : nothing
      }
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
      ${printed ? html`<p class="small">${text.printedAs(printed.form_number, officialName(form, printed.form_name))} (${printed.letter}).</p>` : nothing}
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

  private asked(): {unit: AskedReconciliation; parts: AskedReconciliation} {
    const [period, form, province] = [this.period(), this.form(), this.province()];
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
    headlineStyles,
    css`
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
