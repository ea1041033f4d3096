import {css, html, LitElement, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Chart} from '../charts/chart.ts';
import type {FixedChart} from '../charts/fixed-chart.ts';
import {pageTheme} from '../charts/page-theme.ts';
import {words} from '../labels/words.ts';

/** Draws a chart as wide as its place. What draws it comes after the first text. */
@customElement('vega-chart')
export class VegaChart extends LitElement {
  @property({attribute: false}) chart!: Chart | FixedChart;
  /** What the picture is of; its numbers are in the table beside it. */
  @property() label = '';
  /** The height to keep free until the chart is there, in pixels. */
  @property({type: Number}) height = 0;
  @query('.place') private readonly place!: HTMLElement | null;
  @state() private hasFailed = false;

  private drawn: {finalize: () => void} | undefined;
  private drawnWidth = 0;
  private drawing = 0;
  private readonly observer = new ResizeObserver(() => {
    if (this.place?.clientWidth !== this.drawnWidth) void this.show();
  });

  override render() {
    return html`
      <div class="place" role="img" aria-label=${this.label} style="min-height: ${this.height}px"></div>
      ${this.hasFailed ? html`<p>${words().chartFailed}</p>` : ''}
    `;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('chart')) void this.show();
  }

  override disconnectedCallback() {
    this.observer.disconnect();
    this.drawn?.finalize();
    this.drawn = undefined;
    super.disconnectedCallback();
  }

  private async show() {
    const {place} = this;
    const width = place?.clientWidth;
    if (!place || !width) return;
    this.drawnWidth = width;
    const drawing = ++this.drawing;
    try {
      const draw = await this.drawer(place, width);
      if (drawing !== this.drawing || !this.isConnected) return;
      this.drawn?.finalize();
      this.drawn = await draw();
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      console.error(error);
    }
  }

  /** What draws the chart, once it is loaded: most charts need no compiler of specs. */
  private async drawer(place: HTMLElement, width: number): Promise<() => Promise<{finalize: () => void}>> {
    const {chart} = this;
    // Vega measures letters before it places them, so the font has to be there.
    if (typeof chart === 'function') {
      const [{drawAny}] = await Promise.all([import('../charts/draw-any.ts'), document.fonts.ready]);
      return () => drawAny(place, chart(pageTheme, width));
    }
    const [{drawFixed}] = await Promise.all([import('../charts/draw-fixed.ts'), document.fonts.ready]);
    return () => drawFixed(place, chart, width);
  }

  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    .place {
      display: block;
      overflow: hidden;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'vega-chart': VegaChart;
  }
}
