import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Figure, OfficerBelow} from '../../api/answers.ts';
import {formatCount, formatDate, formatRate} from '../format.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import {hrefOf} from '../url-state.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** The officers of an office by given name; their figures are for their own line of command and rank nobody. */
@customElement('officer-table')
export class OfficerTable extends LitElement {
  @property({attribute: false}) officers: readonly OfficerBelow[] = [];
  @property() night = '';

  override render() {
    const heading = unitWords().officers.title(this.officers.length);
    const {columns, metrics} = unitWords();
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${unitWords().officers.subtitle(formatDate(this.night))}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${unitWords().officers.need}
          </caption>
          <thead>
            <tr>
              <th scope="col">${unitWords().officers.name}</th>
              <th scope="col" class="number">${columns.required}</th>
              <th scope="col" class="number">${metrics.completion_rate}</th>
              <th scope="col" class="number">${metrics.money_coverage}</th>
              <th scope="col" class="number">${metrics.quality_score}</th>
            </tr>
          </thead>
          <tbody>
            ${this.officers.map(({officer_id, officer_name, figures}) => {
              const {denominator} = figures.officer_completion_rate;
              return html`<tr>
                <th scope="row">
                  <a href=${hrefOf(`/chap-hanh-vien/${officer_id}`)}>${officer_name ?? officer_id}</a>
                </th>
                <td class="number">${denominator === null ? '–' : formatCount(denominator)}</td>
                <td class="number">${rate(figures.officer_completion_rate)}</td>
                <td class="number">${rate(figures.money_coverage)}</td>
                <td class="number">${rate(figures.quality_score)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      <table-ways .heading=${heading} .subtitle=${unitWords().officers.subtitle(formatDate(this.night))}
        ><span class="small">${unitWords().officers.need}</span></table-ways
      >
    </section>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        overflow-x: auto;
      }
    `,
  ];
}

const rate = ({value}: Figure) => (value === null ? '–' : formatRate(value));

declare global {
  interface HTMLElementTagNameMap {
    'officer-table': OfficerTable;
  }
}
