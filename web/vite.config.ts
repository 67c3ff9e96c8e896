import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { TOKENS } from '../src/reports/html/style-tokens.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Reports and console share one set of tokens, so that they cannot drift apart. */
const tokens: Plugin = {
  name: 'tokens',
  resolveId: (id) => (id === 'virtual:tokens.css' ? '\0tokens.css' : null),
  load: (id) => (id === '\0tokens.css' ? TOKENS : null),
};

export default defineConfig({
  root: here('.'),
  plugins: [tokens],
  resolve: { alias: { 'node:crypto': here('src/node-crypto.ts') } },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // Everything is a file of its own: the policy allows no data: and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2023',
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:7203' } },
});
