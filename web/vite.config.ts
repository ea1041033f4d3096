import {defineConfig} from 'vite';

/** Builds what the browser loads: every asset hashed and from this host, nothing inlined, so that a strict CSP holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  build: {
    outDir: '../.build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    // Vega is one lazily loaded chunk that only charts wait for.
    chunkSizeWarningLimit: 1000,
  },
});
