import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitPageAnswer, UnitStanding} from '../../api/answers.ts';
import {peersFigure} from '../charts/peers-chart.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {figureCompared, verdictsOf} from '../findings/peers.ts';
import {formatRate} from '../format.ts';
import {standingWords} from '../labels/standing-words.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import './figure-picture.ts';
import './median-bar.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

/** A province's four figures beside the median of the nation and of the other provinces of its size, in words and as bars. */
@customElement('peer-comparison')
export class PeerComparison extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;

  override render() {
    const {standings} = this.answer;
    const figure = peersFigure(this.answer);
    if (!standings || !figure) return nothing;
    const text = standingWords().peers;
    const {heading, subtitle} = figure;
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${subtitle}</p>
      <div class="scroll" role="group" tabindex="0" aria-label=${words().tableOf(heading)}>
        <table>
          <caption class="unseen">
            ${heading}
          </caption>
          <thead>
            <tr>
              <th scope="col">${text.metric}</th>
              <th scope="col" class="number">${shortOfficeName(this.answer.unit.unit_name)}</th>
              <th scope="col" class="number">${text.nation}</th>
              <th scope="col" class="number">${text.sameSize}</th>
              <th scope="col" class="wide">${text.marks}</th>
              <th scope="col">${text.verdict}</th>
            </tr>
          </thead>
          <tbody>
            ${standings.map((standing) => this.renderRow(standing))}
          </tbody>
        </table>
      </div>
      <table-ways .heading=${heading} .subtitle=${subtitle} .summary=${this.summary(standings)}
        ><span>${text.legend}</span
        ><figure-picture name=${`peers-${this.answer.unit.unit_id}`} .figure=${figure}></figure-picture
      ></table-ways>
    </section>`;
  }

  private renderRow(standing: UnitStanding) {
    const value = figureCompared(this.answer, standing);
    const {metric, median, peers} = standing;
    return html`<tr>
      <th scope="row">${unitWords().metrics[metric]}</th>
      <td class="number own">${formatRate(value)}</td>
      <td class="number">${formatRate(median)}</td>
      <td class="number">${peers === null ? '–' : formatRate(peers.median)}</td>
      <td class="wide">
        <median-bar .value=${value} .nation=${median} .peers=${peers?.median ?? null}></median-bar>
      </td>
      <td class="verdict">
        ${verdictsOf(this.answer, standing).map(
          ({side, text}) =>
            html`<span>
              ${side === 'below' ? html`<span aria-hidden="true">${standingWords().peers.belowSign}</span> ` : nothing}${text}
            </span>`,
        )}
      </td>
    </tr>`;
  }

  private summary(standings: readonly UnitStanding[]): string {
    return `${standings
      .map(
        (standing) =>
          `${unitWords().metrics[standing.metric]} ${formatRate(figureCompared(this.answer, standing))}: ${verdictsOf(
            this.answer,
            standing,
          )
            .map(({points}) => points)
            .join('; ')}`,
      )
      .join('. ')}.`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .block {
        container-type: inline-size;
      }

      .scroll {
        position: relative;
        overflow-x: auto;
      }

      .wide {
        width: 6rem;
      }

      .verdict > span {
        display: block;
        white-space: nowrap;
      }

      .own {
        font-weight: 700;
      }

      @container (max-width: 30rem) {
        .wide {
          display: none;
        }

        .verdict > span {
          white-space: normal;
        }
      }

      @container (max-width: 44rem) {
        th,
        td {
          padding-inline: 0.25rem;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'peer-comparison': PeerComparison;
  }
}
