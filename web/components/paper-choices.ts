import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {PapersAnswer, Unit} from '../../api/answers.ts';
import {paperWords} from '../labels/paper-words.ts';
import {blockStyles, controlStyles} from './shared-styles.ts';

/** What papers are made for, as it stands in the address. */
export interface PaperChoice {
  unit: string | null;
  /** Year and months, as `2026-6`. */
  period: string | null;
  form: 'VIEC' | 'TIEN' | null;
  campaign: string | null;
  kind: 'province' | 'office' | 'individual' | null;
}

/** Chooses what papers are made for: unit, period, form, campaign. Says what was chosen by an event `choose`. */
@customElement('paper-choices')
export class PaperChoices extends LitElement {
  @property({attribute: false}) papers!: PapersAnswer;
  @property({attribute: false}) units: readonly Unit[] = [];
  @property({attribute: false}) choice!: PaperChoice;

  override render() {
    const text = paperWords();
    const {rows, campaigns, periods} = this.papers;
    const takes = (parameter: string) => rows.some((paper) => paper.takes.includes(parameter));
    const form = this.choice.form ?? 'VIEC';
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${text.choices}</h2>
      <div class="fields">
        ${takes('unit') ? this.renderSelect('unit', text.unit, this.unitOptions()) : nothing}
        ${
          takes('loai_bieu')
            ? this.renderSelect('form', text.form, [
                ['VIEC', text.forms.VIEC],
                ['TIEN', text.forms.TIEN],
              ])
            : nothing
        }
        ${
          takes('nam')
            ? this.renderSelect('period', text.period, [
                ['', text.newest],
                ...periods[form]
                  .toReversed()
                  .map(({nam, so_thang}): [string, string] => [
                    `${nam}-${so_thang}`,
                    text.periodOf(so_thang, nam),
                  ]),
              ])
            : nothing
        }
        ${
          takes('campaign') && campaigns.length > 1
            ? this.renderSelect(
                'campaign',
                text.campaign,
                campaigns.toReversed().map(({id, name}) => [id, name]),
              )
            : nothing
        }
        ${takes('kind') ? this.renderSelect('kind', text.kind, Object.entries(text.candidates)) : nothing}
      </div>
    </section>`;
  }

  /** A province's viewer has no nation to choose. */
  private unitOptions(): [string, string][] {
    const provinces = this.units.filter(({level}) => level === 'province');
    const offices = Map.groupBy(
      this.units.filter(({level}) => level === 'office' || level === 'division'),
      ({province_id}) => province_id,
    );
    return [
      ...(provinces.length > 1 ? [['', paperWords().nation] as [string, string]] : []),
      ...provinces.flatMap(({unit_id, unit_name}): [string, string][] => [
        [unit_id, unit_name],
        ...(offices.get(unit_id) ?? []).map((office): [string, string] => [
          office.unit_id,
          `\u2003${office.unit_name}`,
        ]),
      ]),
    ];
  }

  private renderSelect(key: keyof PaperChoice, label: string, options: readonly [string, string][]) {
    const chosen = this.choice[key] ?? options[0]?.[0] ?? '';
    return html`<label
      >${label}
      <select @change=${(event: Event) => this.choose(key, (event.target as HTMLSelectElement).value)}>
        ${options.map(
          ([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
        )}
      </select></label
    >`;
  }

  private choose(key: keyof PaperChoice, value: string) {
    this.dispatchEvent(new CustomEvent('choose', {detail: {[key]: value === '' ? null : value}}));
  }

  static override styles = [
    controlStyles,
    blockStyles,
    css`
      .fields {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        margin-top: var(--space-2);
      }

      label {
        display: grid;
        gap: var(--space-1);
        min-width: 0;
        max-width: 100%;
        font-size: var(--text-small);
      }

      select {
        width: 100%;
        max-width: 24rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-choices': PaperChoices;
  }
}
