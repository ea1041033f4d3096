import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Figure, UnitBelow, UnitPageAnswer} from '../../api/answers.ts';
import {headingOfUnits} from '../findings/missing-headings.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {ranks} from '../findings/ranks.ts';
import {completionChange, sortUnits} from '../findings/unit-order.ts';
import {formatCount, formatDate, formatPoints, formatRate} from '../format.ts';
import {unitNameShown} from '../labels/unit-name.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import {fileOfMetric} from '../unit-client.ts';
import {hrefOf, UrlState} from '../url-state.ts';
import './dot-axis.ts';
import './spark-line.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import {sortHeader, sortHeaderStyles} from './sort-header.ts';
import './table-ways.ts';

/** The units below a unit with what they lack; most missing first unless asked otherwise, each leading to its page. */
@customElement('unit-table')
export class UnitTable extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;

  private readonly state = new UrlState(this);

  override render() {
    const {below, night, unit} = this.answer;
    if (below.length === 0) return html`<p>${unitWords().offices.none}</p>`;
    const order = this.state.now.choices['order'] ?? '-missing';
    const level = unit.level === 'nation' ? 'province' : 'office';
    const file = {level, unit: unit.level === 'nation' ? null : unit.unit_id, night};
    const rankOf = level === 'province' ? ranksOf(below) : null;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${this.heading()}</h2>
      <p class="subtitle">
        ${unitWords().offices.subtitle(unitNameShown(unit.unit_name), formatDate(night))}
      </p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(this.heading())}>
        <table>
          <caption class="unseen">
            ${unitWords().offices.caption}
          </caption>
          <thead>
            <tr>
              ${rankOf ? html`<th scope="col" class="number wide">${unitWords().offices.rank}</th>` : nothing}
              ${this.header('name', order)} ${this.header('required', order, true)}
              ${this.header('missing', order)}
              <th scope="col" class="wide">${unitWords().offices.dots}</th>
              ${this.header('completion', order)} ${this.header('change', order, true)}
              ${this.header('money', order)} ${this.header('quality', order)}
              <th scope="col" class="wide">${unitWords().offices.course}</th>
            </tr>
          </thead>
          <tbody>
            ${sortUnits(below, order).map((row) => this.renderRow(row, level, rankOf))}
          </tbody>
        </table>
      </div>
      <table-ways
        .heading=${this.heading()}
        .subtitle=${unitWords().offices.subtitle(unitNameShown(unit.unit_name), formatDate(night))}
        .file=${(format: 'csv' | 'xlsx') => fileOfMetric('completion_rate', file, format)}
      >
        <span class="wide">${words().provinces.axisLegend}</span>
        ${rankOf ? html`<span class="wide">${unitWords().offices.rankLegend}</span>` : nothing}
      </table-ways>
    </section>`;
  }

  private header(column: keyof ReturnType<typeof unitWords>['columns'], order: string, isWide = false) {
    return sortHeader(
      {column, label: unitWords().columns[column], order, isNumber: column !== 'name', isWide},
      (next) => this.state.choose({order: next === '-missing' ? null : next}),
    );
  }

  private renderRow(
    row: UnitBelow,
    level: 'province' | 'office',
    rankOf: ReadonlyMap<string, number> | null,
  ) {
    const {completion_rate: completion, money_coverage: money, quality_score: quality} = row.figures;
    const change = completionChange(row);
    const path = level === 'province' ? `/tinh/${row.unit_id}` : `/phong/${row.unit_id}`;
    return html`<tr>
      ${rankOf ? html`<td class="number wide">${rankOf.get(row.unit_id) ?? '–'}</td>` : nothing}
      <th scope="row">
        <a href=${hrefOf(path)} title=${row.unit_name}
          >${level === 'office' ? shortOfficeName(row.unit_name) : row.unit_name}</a
        >
      </th>
      <td class="number wide">
        ${completion.denominator === null ? '–' : formatCount(completion.denominator)}
      </td>
      <td class="number missing">${completion.value === null ? '–' : formatCount(row.files_missing)}</td>
      <td class="wide">
        <dot-axis
          .value=${completion.value}
          .goal=${this.answer.targets.completion_rate?.goal ?? null}
          ?alarming=${completion.status === 'missed'}
        ></dot-axis>
      </td>
      ${this.cell(completion)}
      <td class="number wide">${change === null ? '–' : formatPoints(change)}</td>
      ${this.cell(money)} ${this.cell(quality)}
      <td class="wide"><spark-line .points=${row.completion_history}></spark-line></td>
    </tr>`;
  }

  private cell({value, status}: Figure) {
    const isMissed = status === 'missed';
    return html`<td class="number ${isMissed ? 'alarm' : ''}">
      ${isMissed ? html`<span aria-hidden="true">◆</span><span class="unseen">${words().statuses.missed}</span> ` : nothing}${
        value === null ? '–' : formatRate(value)
      }
    </td>`;
  }

  private heading(): string {
    return headingOfUnits(this.answer.below);
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    sortHeaderStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .scroll {
        overflow-x: auto;
      }

      tbody th {
        min-width: 7rem;
      }

      tbody tr:hover {
        background: var(--tint-1);
      }

      .missing {
        font-weight: 700;
      }

      .alarm {
        color: var(--alarm);
        font-weight: 700;
      }

      @container (max-width: 48rem) {
        .wide {
          display: none;
        }

        th,
        td {
          padding-inline: 0.25rem;
        }
      }

      @container (max-width: 21rem) {
        th,
        td {
          padding-inline: 0.125rem;
        }

        tbody th {
          min-width: 5rem;
        }
      }
    `,
  ];
}

/** The rank of each unit by what it has entered; a unit of which nothing is known has none. */
function ranksOf(units: readonly UnitBelow[]): Map<string, number> {
  const known = units.flatMap(({unit_id, figures}) =>
    figures.completion_rate.value === null ? [] : [{unit_id, value: figures.completion_rate.value}],
  );
  const places = ranks(
    known.map(({value}) => value),
    'highest',
  );
  return new Map(known.map(({unit_id}, index) => [unit_id, places[index]!]));
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-table': UnitTable;
  }
}
