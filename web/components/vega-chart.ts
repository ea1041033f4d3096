import {css, html, LitElement, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import type {Result} from 'vega-embed';
import type {TopLevelSpec} from 'vega-lite';
import type {Chart, ChartTheme} from '../charts/chart.ts';
import {pictureOf, type PictureWords} from '../charts/picture.ts';
import {language, words} from '../labels/words.ts';

/** SVG takes the page's own colours by name, so a change of theme or a sheet of paper needs no redrawing. */
const pageTheme: ChartTheme = {
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
    this.result?.finalize();
    this.result = undefined;
    super.disconnectedCallback();
  }

  /** The chart as a picture that stands alone, with its heading and its source. */
  async draw(kind: 'png' | 'svg', words: PictureWords): Promise<Blob> {
    await document.fonts.ready;
    const {view, finalize} = await embedIn(
      document.createElement('div'),
      pictureOf(this.chart, words)(themeOnPaper(), 0),
    );
    try {
      if (kind === 'svg') return new Blob([await view.toSVG()], {type: 'image/svg+xml'});
      const canvas = await view.toCanvas(2);
      return await new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no PNG.'))));
      });
    } finally {
      finalize();
    }
  }

  private async show() {
    const {place} = this;
    const width = place?.clientWidth;
    if (!place || !width) return;
    this.drawnWidth = width;
    const drawing = ++this.drawing;
    try {
      // Vega measures letters before it places them, so the font has to be there.
      await Promise.all([import('vega-embed'), import('vega-interpreter'), document.fonts.ready]);
      await inTurn(async () => {
        if (drawing !== this.drawing || !this.isConnected) return;
        this.result?.finalize();
        this.result = await embedIn(place, this.chart(pageTheme, width));
        this.hasFailed = false;
      });
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

let lastTurn: Promise<unknown> = Promise.resolve();

/** Draws charts one after another, each painted before the next is begun: so the first is seen soonest. */
function inTurn(draw: () => Promise<void>): Promise<void> {
  const turn = lastTurn.then(draw);
  lastTurn = turn.then(painted, painted);
  return turn;
}

const painted = () => new Promise((resolve) => setTimeout(resolve));

/** Draws a spec, by the interpreter that the content policy demands. */
async function embedIn(place: HTMLElement, spec: TopLevelSpec): Promise<Result> {
  const [{default: embed}, {expressionInterpreter}] = await Promise.all([
    import('vega-embed'),
    import('vega-interpreter'),
  ]);
  return embed(place, spec, {
    renderer: 'svg',
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    defaultStyle: false,
    tooltip: false,
    formatLocale: numberLocales[language()],
  });
}

/** The colours by value, as paper has them: away from the page their names mean nothing. */
function themeOnPaper(): ChartTheme {
  const {dataset} = document.documentElement;
  const {theme = 'system'} = dataset;
  const probe = document.body.appendChild(document.createElement('i'));
  // The page is light for as long as it is asked, which is too short for anything to be painted.
  dataset['theme'] = 'light';
  const {font, ...colors} = pageTheme;
  const values = Object.entries(colors).map(([name, color]) => {
    probe.style.color = color;
    return [name, getComputedStyle(probe).color] as const;
  });
  dataset['theme'] = theme;
  probe.remove();
  return {font, ...(Object.fromEntries(values) as Omit<ChartTheme, 'font'>)};
}

declare global {
  interface HTMLElementTagNameMap {
    'vega-chart': VegaChart;
  }
}
