import {css, html, LitElement, svg} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {LineageAnswer} from '../../api/answers.ts';
import {originsOf, readersOf, type LineageNode} from '../findings/lineage.ts';
import {dictionaryWords} from '../labels/dictionary-words.ts';
import {words as pageWords} from '../labels/words.ts';
import {blockStyles, controlStyles, tableStyles} from './shared-styles.ts';

const box = {width: 162, height: 26, gapX: 34, gapY: 8};

/** Where a model comes from, as a picture and as a list. */
@customElement('lineage-graph')
export class LineageGraph extends LitElement {
  @property() model = '';
  @property({attribute: false}) readings: LineageAnswer['models'] = [];

  /** The model itself is at the right, and seen first. */
  override updated() {
    const picture = this.renderRoot.querySelector('.picture');
    if (picture) picture.scrollLeft = picture.scrollWidth;
  }

  override render() {
    const nodes = originsOf(this.model, this.readings);
    const readers = readersOf(this.model, this.readings);
    const delivered = nodes.filter(({model}) => model.startsWith('sources.')).length;
    const words = dictionaryWords();
    const heading = words.lineageTitle(nodes.length - delivered, delivered);
    return html`<section class="block" aria-labelledby="heading">
      <h2 id="heading">${heading}</h2>
      <p class="subtitle">${words.lineageSubtitle}</p>
      ${this.renderPicture(nodes)}
      <p class="small no-print">
        <a href=${`/api/v1/lineage?model=${this.model}&format=csv`} download>${pageWords().download}</a>
      </p>
      <p class="small">${readers.length > 0 ? words.usedBy(readers.join(', ')) : words.usedByNone}</p>
      ${this.renderList(nodes, heading)}
    </section>`;
  }

  private renderPicture(nodes: readonly LineageNode[]) {
    const places = placed(nodes);
    const width = Math.max(...[...places.values()].map(({x}) => x)) + box.width + 2;
    const height = Math.max(...[...places.values()].map(({y}) => y)) + box.height + 2;
    const label = dictionaryWords().lineagePicture(this.model);
    return html`<div class="scroll picture" role="group" tabindex="0" aria-label=${label}>
      <svg role="img" aria-label=${label} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
        ${nodes.flatMap(({model, reads}) =>
          reads.map((name) => {
            const [from, to] = [places.get(name), places.get(model)];
            if (!from || !to) return '';
            const [x1, y1, x2, y2] = [
              from.x + box.width,
              from.y + box.height / 2,
              to.x,
              to.y + box.height / 2,
            ];
            const bend = (x1 + x2) / 2;
            return svg`<path d="M${x1},${y1} C${bend},${y1} ${bend},${y2} ${x2},${y2}" />`;
          }),
        )}
        ${nodes.map(({model}) => {
          const {x, y} = places.get(model)!;
          return svg`<g class=${model === this.model ? 'self' : ''}>
            <title>${model}</title>
            <rect x=${x} y=${y} width=${box.width} height=${box.height} rx="4" />
            <text x=${x + 8} y=${y + 17}>${shortened(model)}</text>
          </g>`;
        })}
      </svg>
    </div>`;
  }

  private renderList(nodes: readonly LineageNode[], heading: string) {
    const {model, layer, reads} = dictionaryWords().lineageColumns;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">${model}</th>
            <th scope="col">${layer}</th>
            <th scope="col">${reads}</th>
          </tr>
        </thead>
        <tbody>
          ${nodes.map(
            (node) =>
              html`<tr>
                <th scope="row">${node.model}</th>
                <td>${dictionaryWords().layers[node.model.split('.')[0]!] ?? ''}</td>
                <td>${node.reads.length > 0 ? node.reads.join(', ') : '–'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [
    controlStyles,
    blockStyles,
    tableStyles,
    css`
      .scroll {
        position: relative;
        overflow: auto;
        max-height: 26rem;
      }

      svg {
        display: block;
      }

      path {
        fill: none;
        stroke: var(--rule-strong);
      }

      rect {
        fill: var(--tint-1);
        stroke: var(--rule-strong);
      }

      text {
        fill: var(--ink);
        font: 500 12px var(--font);
      }

      .self rect {
        fill: var(--accent);
        stroke: var(--accent);
      }

      .self text {
        fill: var(--on-accent);
      }

      td,
      tbody th {
        overflow-wrap: anywhere;
      }

      @media print {
        .scroll {
          max-height: none;
        }
      }
    `,
  ];
}

/** The model at the right, what it reads to its left, and so on to the tables delivered. */
function placed(nodes: readonly LineageNode[]): Map<string, {x: number; y: number}> {
  const farthest = Math.max(...nodes.map(({steps}) => steps));
  const columns = Map.groupBy(nodes, ({steps}) => steps);
  return new Map(
    [...columns].flatMap(([steps, column]) =>
      column.map(({model}, row): [string, {x: number; y: number}] => [
        model,
        {x: 1 + (farthest - steps) * (box.width + box.gapX), y: 1 + row * (box.height + box.gapY)},
      ]),
    ),
  );
}

const shortened = (model: string) => (model.length > 23 ? `${model.slice(0, 22)}…` : model);

declare global {
  interface HTMLElementTagNameMap {
    'lineage-graph': LineageGraph;
  }
}
