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
    pool: 'threads',
    isolate: false,
    // Much of the time is waited for servers and browsers: as many workers as cores would leave them idle.
    maxWorkers: 3,
    testTimeout: 30_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'all', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] } },
      {
        // The same tests on a server of another major, with its own clock and port: Debian's.
        extends: true,
        test: {
          name: 'external PostgreSQL',
          include: ['test/control/**/*.test.ts'],
          // Long, and with no statement to the database that the others do not make.
          exclude: ['hostile', 'news', 'obligations', 'reach', 'web-security'].map(
            (name) => `test/control/${name}.test.ts`,
          ),
          globalSetup: ['test/support/external-setup.ts'],
        },
      },
    ],
  },
});
