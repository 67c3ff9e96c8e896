import { defineConfig } from 'vitest/config';

/** Migrations as the bundler gives them: their text. */
const sqlAsText = {
  name: 'sql-as-text',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('.sql') ? { code: `export default ${JSON.stringify(code)}`, map: null } : null,
};

export default defineConfig({
  plugins: [sqlAsText],
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
    reporters: ['default'],
  },
});
