import { defineConfig } from 'vitest/config';
import { buildSources, builtSources } from './test/support/built-sources.ts';
import { DEEP } from './test/support/deep.ts';
import { ownTemporaryFolder } from './test/support/temporary.ts';

ownTemporaryFolder();

await buildSources();

export default defineConfig({
  plugins: [builtSources()],
  test: {
    pool: 'threads',
    setupFiles: ['test/support/properties.ts'],
    isolate: false,
    // Much of the time is waited for servers and browsers: as many workers as cores would leave them idle.
    maxWorkers: 3,
    // A machine that others share may stand still for half a minute: what takes seconds was told to hang. Tests have no shorter
    // time of their own, and wait with `until` (test/support) or `expect.poll`.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // The same tests on a server of another major, with its own clock and port: Debian's. It runs first, so that small
        // tests, and not these, fill up the end of a run; in one thread, since each loads all of the application anew, while
        // what `npm test` checks beside the tests has the other processors.
        extends: true,
        test: {
          name: 'External PostgreSQL',
          include: ['test/control/**/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
          // Long. isolation.test.ts makes every operation on both; these hold what comes of them, which no server decides.
          exclude: [
            'backup',
            'bad-world',
            'blobs',
            'drills',
            'factors',
            'families',
            'hostile',
            'house-policies',
            'http',
            'key-elsewhere',
            'news',
            'obligations',
            'processes',
            'publications',
            'reach',
            'releases',
            'signing-keys',
            'single-sign-on',
            'story',
            'subjects',
            'travel',
            'web-security',
            'webhooks',
            'witnesses',
            // Old schemas, where the newest is made on it by each of the others; and workers that die.
            ...(DEEP ? [] : ['migrations', 'jobs']),
          ].map((name) => `test/control/${name}.test.ts`),
          globalSetup: ['test/support/external-setup.ts'],
        },
      },
    ],
  },
});
