import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitBelow, UnitPageAnswer} from '../../api/answers.ts';
import {heatFigure} from '../charts/heat-chart.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {qualityColumns, qualityOf, qualityStep, sortByQuality} from '../findings/quality-order.ts';
import {formatPercentNumber} from '../format.ts';
import {qualityWords} from '../labels/quality-words.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import {fileOfMetric} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import {sortHeader, sortHeaderStyles} from './sort-header.ts';
import './figure-picture.ts';
import './table-ways.ts';

/** The units below a unit by pillar of quality, lowest first; a unit leads to its own rules and fix list. */
@customElement('quality-heat')
export class QualityHeat extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;

  private readonly state = new UrlState(this);

  override render() {
    const {below, unit, night} = this.answer;
    const order = this.state.now.choices['order'] ?? 'score';
    const {heat} = qualityWords();
    const figure = heatFigure(this.answer, order);
    const {heading, subtitle} = figure;
    const file = {level: unit.level === 'nation' ? 'province' : 'office', unit: unit.unit_id, night};
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${heat.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${unitWords().columns.name}</th>
              ${qualityColumns.map((column) =>
                sortHeader({column, label: unitWords().metrics[`quality_${column}`], order}, (next) =>
                  this.state.choose({order: next === 'score' ? null : next}),
                ),
              )}
            </tr>
          </thead>
          <tbody>
            ${sortByQuality(below, order).map((row) => this.renderRow(row))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${heading}
        .subtitle=${subtitle}
        .file=${(format: 'csv' | 'xlsx') => fileOfMetric('quality_score', file, format)}
      >
        ${heat.steps.map((step, index) => html`<span><i class="step step-${index}"></i> ${step}</span>`)}
        <span>${heat.weakest}</span>
        <figure-picture name=${`quality-${unit.unit_id}`} .figure=${figure}></figure-picture>
      </table-ways>
    </section>`;
  }

  private renderRow(row: UnitBelow) {
    return html`<tr>
      <th scope="row">
        <a href=${hrefOf('/chat-luong', {choices: {unit: row.unit_id}})} title=${row.unit_name}
          >${shortOfficeName(row.unit_name)}</a
        >
      </th>
      ${qualityColumns.map((column) => {
        const value = qualityOf(row, column);
        return value === null
          ? html`<td class="number">–</td>`
          : html`<td class="number step-${qualityStep(value)}">
              <span>${formatPercentNumber(value)}</span>
            </td>`;
      })}
    </tr>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    sortHeaderStyles,
    css`
      .scroll {
        overflow: auto;
        max-height: 40rem;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      .step-1 {
        background: var(--tint-1);
      }

      .step-2 {
        background: var(--tint-2);
      }

      .step-3 {
        background: var(--tint-3);
      }

      td.step-3 span {
        border-bottom: 2px dotted currentcolor;
        font-weight: 700;
      }

      .step {
        display: inline-block;
        width: 1rem;
        height: 0.8rem;
        border: 1px solid var(--rule-strong);
        vertical-align: -0.05rem;
      }

      @media (max-width: 34rem) {
        th,
        td {
          padding-inline: 0.2rem;
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
    'quality-heat': QualityHeat;
  }
}
