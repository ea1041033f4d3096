import {css, html, LitElement, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Result} from 'vega-embed';
import type {Chart, ChartTheme} from '../charts/chart.ts';
import {language, words} from '../labels/words.ts';

/** SVG takes the page's own colours by name, so a change of theme or a sheet of paper needs no redrawing. */
const theme: ChartTheme = {
  ink: 'var(--ink)',
  inkSoft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  alarm: 'var(--alarm)',
  paper: 'var(--paper)',
  font: 'Be Vietnam Pro, system-ui, sans-serif',
};

const numberLocales = {
  vi: {decimal: ',', thousands: '.', grouping: [3], currency: ['', ' đ'] as [string, string]},
  en: {decimal: '.', thousands: ',', grouping: [3], currency: ['', ' đ'] as [string, string]},
};

/** Draws a chart as wide as its place. The only part that knows vega-embed, which comes after the first text. */
@customElement('vega-chart')
export class VegaChart extends LitElement {
  @property({attribute: false}) chart!: Chart;
  /** What the picture is of; its numbers are in the table beside it. */
  @property() label = '';
  /** The height to keep free until the chart is there, in pixels. */
  @property({type: Number}) height = 0;
  @query('.place') private readonly place!: HTMLElement | null;
  @state() private hasFailed = false;

  private result: Result | undefined;
  private drawnWidth = 0;
  private drawing = 0;
  private readonly observer = new ResizeObserver(() => {
    if (this.place?.clientWidth !== this.drawnWidth) void this.draw();
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
    if (changed.has('chart')) void this.draw();
  }

  override disconnectedCallback() {
    this.observer.disconnect();
    this.result?.finalize();
    this.result = undefined;
    super.disconnectedCallback();
  }

  private async draw() {
    const {place} = this;
    const width = place?.clientWidth;
    if (!place || !width) return;
    this.drawnWidth = width;
    const drawing = ++this.drawing;
    try {
      // Vega measures letters before it places them, so the font has to be there.
      const [{default: embed}, {expressionInterpreter}] = await Promise.all([
        import('vega-embed'),
        import('vega-interpreter'),
        document.fonts.ready,
      ]);
      if (drawing !== this.drawing || !this.isConnected) return;
      this.result?.finalize();
      this.result = await embed(place, this.chart(theme, width), {
        renderer: 'svg',
        actions: false,
        ast: true,
        expr: expressionInterpreter,
        defaultStyle: false,
        tooltip: false,
        formatLocale: numberLocales[language()],
      });
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      console.error(error);
    }
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
