import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {UnitPageAnswer, UnitStanding} from '../../api/answers.ts';
import {shortOfficeName} from '../findings/office-name.ts';
import {formatDate, formatPoints, formatRate} from '../format.ts';
import {standingWords} from '../labels/standing-words.ts';
import {unitWords} from '../labels/unit-words.ts';
import {words} from '../labels/words.ts';
import './median-bar.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';
import './table-ways.ts';

type Side = 'above' | 'below' | 'level';

/** A province's four figures beside the median of the nation and of the other provinces of its size, in words and as bars. */
@customElement('peer-comparison')
export class PeerComparison extends LitElement {
  @property({attribute: false}) answer!: UnitPageAnswer;

  override render() {
    const {standings} = this.answer;
    const [first] = standings ?? [];
    if (!standings || !first) return nothing;
    const text = standingWords().peers;
    const heading = text.title(
      standings.filter((one) => this.figureOf(one) < one.median).length,
      standings.length,
    );
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${this.subtitle(first)}</p>
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
      <table-ways .heading=${heading} .subtitle=${this.subtitle(first)} .summary=${this.summary(standings)}
        ><span>${text.legend}</span></table-ways
      >
    </section>`;
  }

  private renderRow(standing: UnitStanding) {
    const value = this.figureOf(standing);
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
        ${this.verdicts(standing).map(
          ({side, text}) =>
            html`<span>
              ${side === 'below' ? html`<span aria-hidden="true">${standingWords().peers.belowSign}</span> ` : nothing}${text}
            </span>`,
        )}
      </td>
    </tr>`;
  }

  private figureOf({metric}: UnitStanding): number {
    return this.answer.figures[metric].value ?? 0;
  }

  /** Beside the nation, then beside its size. */
  private verdicts(standing: UnitStanding): {side: Side; text: string; points: string}[] {
    const value = this.figureOf(standing);
    const than = (place: 'nation' | 'peers', median: number) => {
      const points = formatPoints(value - median);
      // What is written as nothing is level, whatever comes after its decimals.
      const side: Side = /[1-9]/.test(points) ? (value > median ? 'above' : 'below') : 'level';
      const distance = points.replace(/^[+\-−]/, '');
      const {than, inPoints} = standingWords().peers;
      return {
        side,
        text: than(place, distance, side),
        points: than(place, side === 'level' ? distance : inPoints(distance), side),
      };
    };
    return [
      than('nation', standing.median),
      ...(standing.peers ? [than('peers', standing.peers.median)] : []),
    ];
  }

  private summary(standings: readonly UnitStanding[]): string {
    return `${standings
      .map(
        (standing) =>
          `${unitWords().metrics[standing.metric]} ${formatRate(this.figureOf(standing))}: ${this.verdicts(
            standing,
          )
            .map(({points}) => points)
            .join('; ')}`,
      )
      .join('. ')}.`;
  }

  private subtitle({of, peers}: UnitStanding): string {
    const {unit, night} = this.answer;
    const {subtitle, subtitleWithPeers, sizes} = standingWords().peers;
    return peers
      ? subtitleWithPeers(
          unit.unit_name,
          of,
          {of: peers.of, size: sizes[peers.size_band] ?? peers.size_band},
          formatDate(night),
        )
      : subtitle(unit.unit_name, of, formatDate(night));
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
