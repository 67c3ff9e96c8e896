import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the names begin of the folders that tests of this process made their databases in. */
export const CLUSTERS = `weighbridge-cluster-${process.pid}-`;

/** A process of the same number that was killed may have left some. */
export function setup(): void {
  teardown();
}

/** Removes what the tests' threads made, when all of them are done. */
export function teardown(): void {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(CLUSTERS)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}
