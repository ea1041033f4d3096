import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {OverviewAnswer, ProvinceRow} from '../../api/answers.ts';
import {mapFigure} from '../charts/map-chart.ts';
import {fileOfProvinces} from '../client.ts';
import {stepsOfMap, textInTile} from '../findings/map-words.ts';
import {tileValue} from '../findings/tile-values.ts';
import {formatCount, formatRate} from '../format.ts';
import {statusSigns} from '../labels/status-signs.ts';
import {words} from '../labels/words.ts';
import {measures, toggled, type Measure} from '../state.ts';
import {UrlState} from '../url-state.ts';
import type {FigureTable} from './figure-frame.ts';
import './figure-frame.ts';
import './figure-picture.ts';
import {controlStyles, pictureStyles} from './shared-styles.ts';

type Tile = OverviewAnswer['tiles'][number];

const metricOf: Record<Measure, string> = {
  completion: 'completion_rate',
  missing: 'files_missing',
  money: 'money_coverage',
};

const directions: Record<string, {column: number; row: number}> = {
  ArrowLeft: {column: -1, row: 0},
  ArrowRight: {column: 1, row: 0},
  ArrowUp: {column: 0, row: -1},
  ArrowDown: {column: 0, row: 1},
};

/** The provinces as equal squares where they lie, with the figure chosen; pressing squares filters the tables. */
@customElement('tile-map')
export class TileMap extends LitElement {
  @property({attribute: false}) answer!: OverviewAnswer;
  /** The tile that Tab reaches; arrow keys move it. */
  @state() private current: string | null = null;

  private readonly state = new UrlState(this);

  override render() {
    const {measure} = this.state.now;
    const figure = mapFigure(this.answer, measure);
    const steps = stepsOfMap(measure);
    return html`<figure-frame
      name="map"
      .heading=${figure.heading}
      .subtitle=${figure.subtitle}
      .summary=${this.summary()}
      .table=${this.table()}
      .file=${(format: 'csv' | 'xlsx') => fileOfProvinces(metricOf[measure], this.answer.night, format)}
    >
      <div class="choice" role="group" aria-label=${words().map.choose}>
        ${measures.map(
          (choice) =>
            html`<button
              type="button"
              aria-pressed=${choice === measure}
              @click=${() => this.state.change({measure: choice})}
            >
              ${words().map.measures[choice]}
            </button>`,
        )}
      </div>
      <div class="tiles" role="group" aria-label=${words().map.tiles} @keydown=${this.onKey}>
        ${this.answer.tiles.map((tile) =>
          tile.parent_id === null ? this.renderTile(tile) : this.renderPart(tile, tile.parent_id),
        )}
      </div>
      <p class="legend" aria-hidden="true">
        ${steps.map((step, tint) => html`<span><i class="step tint-${tint}"></i> ${step}</span>`)}
        <span>${statusSigns.met} ${words().statuses.met}</span>
        <span class="alarm">${statusSigns.missed} ${words().statuses.missed}</span>
      </p>
      <p class="pictures"><figure-picture name="map" .figure=${figure}></figure-picture></p>
    </figure-frame>`;
  }

  private renderTile(tile: Tile) {
    const {measure, selected} = this.state.now;
    const province = this.provinceOf(tile.unit_id);
    if (!province) return nothing;
    const {value, status, tint} = tileValue(province, measure);
    const first = this.answer.tiles.find((other) => other.parent_id === null)?.unit_id;
    return html`<button
      type="button"
      class="tile tint-${tint ?? 'none'}"
      style="grid-column: ${tile.column + 1}; grid-row: ${tile.row + 1}"
      data-unit=${tile.unit_id}
      tabindex=${tile.unit_id === (this.current ?? first) ? 0 : -1}
      aria-pressed=${selected.includes(tile.unit_id)}
      title=${tile.name}
      @click=${() => this.state.change({selected: toggled(selected, tile.unit_id)})}
      @focus=${() => (this.current = tile.unit_id)}
    >
      <span class="name"
        >${tile.abbreviation}${
          status === 'met' || status === 'missed'
            ? html`<span class="sign" aria-hidden="true">${statusSigns[status]}</span>`
            : nothing
        }</span
      >
      <span class="value">${textInTile(value, this.state.now.measure)}</span>
      <span class="unseen">${words().map.tile(tile.name, words().statuses[status])}</span>
    </button>`;
  }

  /** An archipelago has no figures apart from its province's: drawn where it lies, dashed, with its name in full. */
  private renderPart(tile: Tile, parentId: string) {
    const parent = this.provinceOf(parentId);
    if (!parent) return nothing;
    const {value, tint} = tileValue(parent, this.state.now.measure);
    const isCrowdedBelow = this.answer.tiles.some(
      (other) => other.row === tile.row + 1 && other.column === tile.column - 2,
    );
    return html`
      <div
        class="tile part tint-${tint ?? 'none'}"
        style="grid-column: ${tile.column + 1}; grid-row: ${tile.row + 1}"
        role="img"
        aria-label=${words().map.part(tile.name, parent.unit_name, this.text(value))}
      >
        <span class="name">${tile.abbreviation}</span>
        <span class="value">${textInTile(value, this.state.now.measure)}</span>
      </div>
      <p
        class="part-name ${isCrowdedBelow ? 'above' : ''}"
        style="grid-row: ${isCrowdedBelow ? tile.row : tile.row + 2}"
        aria-hidden="true"
      >
        ${tile.name}
      </p>
    `;
  }

  private summary(): string {
    const {measure} = this.state.now;
    const direction = measure === 'missing' ? -1 : 1;
    const worst = this.answer.provinces
      .flatMap((province) => {
        const {value} = tileValue(province, measure);
        return value === null ? [] : [{name: province.unit_name, value}];
      })
      .sort((one, other) => direction * (one.value - other.value))
      .slice(0, 3)
      .map(({name, value}) => `${name} ${this.text(value)}`)
      .join(', ');
    if (worst === '') return words().noFigure;
    return measure === 'missing' ? words().map.mostMissing(worst) : words().map.lowest(worst);
  }

  private table(): FigureTable {
    const {measure} = this.state.now;
    return {
      columns: [words().provinces.columns.name, words().map.measures[measure], words().map.status],
      rows: this.answer.provinces.map((province) => {
        const {value, status} = tileValue(province, measure);
        return [province.unit_name, this.text(value), words().statuses[status]];
      }),
    };
  }

  private text(value: number | null): string {
    if (value === null) return words().noFigure;
    return this.state.now.measure === 'missing' ? formatCount(value) : formatRate(value);
  }

  private provinceOf(unitId: string): ProvinceRow | undefined {
    return this.answer.provinces.find((province) => province.unit_id === unitId);
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    const from = this.answer.tiles.find(
      (tile) => tile.unit_id === (event.target as HTMLElement).dataset['unit'],
    );
    if (!direction || !from) return;
    event.preventDefault();
    const next = nearest(this.answer.tiles, from, direction);
    if (next) this.renderRoot.querySelector<HTMLElement>(`[data-unit="${next.unit_id}"]`)?.focus();
  };

  static override styles = [
    controlStyles,
    pictureStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-bottom: var(--space-3);
      }

      .tiles {
        display: grid;
        /* The sea before the archipelagos is drawn narrower than it is. */
        grid-template-columns: repeat(6, minmax(0, 1fr)) 0.2fr minmax(0, 1fr);
        grid-auto-rows: 2.6rem;
        gap: 3px;
        max-width: 27rem;
      }

      .tile {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        min-width: 0;
        min-height: 0;
        padding: 0;
        border: 1px solid transparent;
        border-radius: 3px;
        background: var(--tint-1);
        color: var(--ink);
        font-size: 0.75rem;
        line-height: 1.25;
        font-variant-numeric: tabular-nums;
      }

      .tile.tint-none {
        background: none;
        border-color: var(--rule);
      }

      .tint-0 {
        background: var(--paper);
        border-color: var(--rule-strong);
      }

      .tint-1 {
        background: var(--tint-1);
      }

      .tint-2 {
        background: var(--tint-2);
      }

      .tint-3 {
        background: var(--tint-3);
      }

      .tile.tint-4 {
        background: var(--alarm-soft);
        border: 2px solid var(--alarm);
        color: var(--alarm);
      }

      .tile.tint-0 .sign {
        color: var(--accent);
      }

      .tile[aria-pressed='true'] {
        outline: 3px solid var(--accent);
        outline-offset: -1px;
      }

      .tile:focus-visible {
        z-index: 1;
        outline: 3px solid var(--ink);
        outline-offset: 1px;
      }

      .tile.part {
        border: 1.5px dashed var(--rule-strong);
      }

      .name {
        font-weight: 700;
      }

      .sign {
        margin-left: 0.15em;
      }

      .part-name {
        grid-column: 6 / -1;
        align-self: start;
        margin: 0;
        color: var(--ink-soft);
        font-size: 0.75rem;
        line-height: 1.25;
        text-align: right;
      }

      .part-name.above {
        align-self: end;
      }

      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        align-items: center;
        margin: var(--space-3) 0 0;
        color: var(--ink-soft);
        font-size: 0.75rem;
      }

      .step {
        display: inline-block;
        width: 1rem;
        height: 0.8rem;
        border: 1px solid var(--rule-strong);
        vertical-align: -0.05rem;
      }

      .alarm {
        color: var(--alarm);
      }

      @media print {
        .tile {
          display: flex !important;
        }
      }
    `,
  ];
}

/** The nearest province in a direction; sideways steps count double, so that keys keep to their line. */
function nearest(
  tiles: readonly Tile[],
  from: Tile,
  direction: {column: number; row: number},
): Tile | undefined {
  return tiles
    .filter((tile) => tile.parent_id === null)
    .map((tile) => {
      const [columns, rows] = [tile.column - from.column, tile.row - from.row];
      const ahead = columns * direction.column + rows * direction.row;
      const aside = Math.abs(columns * direction.row) + Math.abs(rows * direction.column);
      return {tile, ahead, distance: ahead + 2 * aside};
    })
    .filter(({ahead}) => ahead > 0)
    .sort((one, other) => one.distance - other.distance)[0]?.tile;
}

declare global {
  interface HTMLElementTagNameMap {
    'tile-map': TileMap;
  }
}
