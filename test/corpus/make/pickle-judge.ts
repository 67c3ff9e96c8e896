import { FILE_ANALYZERS } from '../../../src/analyzers/file-table.ts';
import { inspectItem } from '../../../src/analyzers/run.ts';
import type { FileRecord } from '../../../src/domain/artifact.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { type ScanVerdict, scanVerdictOf } from '../../../src/domain/scan.ts';
import { FORMATS } from '../../../src/formats/table.ts';
import { roleOf } from '../../../src/intake/kinds.ts';
import { readFileAs } from '../../../src/intake/read-file.ts';
import { createBudget } from '../../../src/kernel/budget.ts';
import { sourceOf } from '../../../src/kernel/bytes.ts';

export interface Judged {
  readonly verdict: ScanVerdict;
  readonly findings: readonly Finding[];
}

/** What the real readers and file analyzers say of one file, as `scan` would. */
export async function judge(path: string, bytes: Uint8Array): Promise<Judged> {
  const read = await readFileAs(
    FORMATS,
    path,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  const { kind } = read;
  const file: FileRecord = {
    path,
    size: bytes.length,
    kind,
    role: roleOf(path, kind),
    digest: { kind: 'unknown', reason: 'test' },
    loadable: true,
    coverage: read.coverage,
  };
  const item = { file, readings: read.readings, unreadable: read.unreadable };
  const { findings, broken } = await inspectItem(FILE_ANALYZERS, item);
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
  return { verdict: scanVerdictOf(findings), findings };
}
