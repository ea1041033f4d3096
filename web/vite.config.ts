import {defineConfig, type Plugin} from 'vite';
import {addresses} from './addresses.ts';

/** Writes down which addresses have a page, for the server to answer them with it. */
const addressList: Plugin = {
  name: 'address-list',
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'addresses.json', source: JSON.stringify(addresses)});
  },
};

/** Builds what the browser loads: every asset hashed and from this host, nothing inlined, so that a strict CSP holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  plugins: [addressList],
  build: {
    outDir: '../.build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    // Vega is one lazily loaded chunk that only charts wait for.
    chunkSizeWarningLimit: 1000,
  },
});
