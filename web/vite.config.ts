import {defineConfig, type Plugin} from 'vite';
import {addresses} from './addresses.ts';
import {compiledCharts} from './charts/compiled-charts.ts';

/** Writes down which addresses have a page, for the server to answer them with it. */
const addressList: Plugin = {
  name: 'address-list',
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'addresses.json', source: JSON.stringify(addresses)});
  },
};

/** Parts of Vega that no chart of ours uses; each is imported by Vega as a whole, for what it registers. */
const unusedParts = [
  'vega-crossfilter',
  'vega-force',
  'vega-geo',
  'vega-hierarchy',
  'vega-label',
  'vega-projection',
  'vega-regression',
  'vega-voronoi',
  'vega-wordcloud',
];

/** Leaves out the parts of Vega that no chart uses: a third of what the browser would load. */
const smallerVega: Plugin = {
  name: 'smaller-vega',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer?.includes('/node_modules/vega/') && unusedParts.includes(source) ? '\0nothing' : null,
  // One of them is imported by its name, to be exported again.
  load: (id) => (id === '\0nothing' ? 'export const projection = undefined' : null),
};

/** Puts the compiled charts in the place of the module that compiles them. */
const chartsCompiled: Plugin = {
  name: 'charts-compiled',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/web/charts/compiled-charts.ts')
      ? `export const compiledCharts = JSON.parse(${JSON.stringify(JSON.stringify(compiledCharts))})`
      : null,
};

/** Builds what the browser loads: every asset hashed and from this host, nothing inlined, so that a strict CSP holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  plugins: [addressList, smallerVega, chartsCompiled],
  build: {
    outDir: '../.build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    // Vega is one lazily loaded chunk that only charts wait for.
    chunkSizeWarningLimit: 1000,
  },
});
