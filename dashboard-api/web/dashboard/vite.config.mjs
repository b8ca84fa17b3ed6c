import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The dashboard: one page and hashed files beside it, under /dashboard/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/dashboard/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: fileURLToPath(new URL('../dist/dashboard', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // No data: URLs, so that the Content Security Policy need not allow them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // ECharts is large, although only the used parts are included.
    chunkSizeWarningLimit: 900,
  },
});
