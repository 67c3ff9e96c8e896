import type { TestProject } from 'vitest/node';
import { debianPostgres, startDebianPostgres } from './debian-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL server's superuser; null: the tests bring their own, embedded. */
    readonly externalDatabase: string | null;
  }
}

/** Starts Debian's PostgreSQL once for all tests that run on it. */
export async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const found = debianPostgres();
  if (found === null) {
    process.stderr.write('Not run on an external PostgreSQL: it is absent (apt-get install postgresql)\n');
    project.provide('externalDatabase', null);
    return undefined;
  }
  const server = await startDebianPostgres(found.bin);
  project.provide('externalDatabase', server.url);
  return () => server.stop();
}
