import { FILE_ANALYZERS } from '../../src/analyzers/file-table.ts';
import { readAndInspect } from '../../src/app/read-apart.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { type ScanVerdict, scanVerdictOf } from '../../src/domain/scan.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';

export interface Judged {
  readonly verdict: ScanVerdict;
  readonly findings: readonly Finding[];
}

/** What the real readers and file analyzers say of one file, as `scan` would. Throws where one of them breaks. */
export async function judge(path: string, bytes: Uint8Array): Promise<Judged> {
  const { inspection } = await readAndInspect(
    { formats: FORMATS, analyzers: FILE_ANALYZERS, described: null },
    { kind: 'file', path, size: bytes.length, claim: null },
    sourceOf(bytes),
    createBudget(() => 0),
  );
  if (inspection.broken.length > 0) throw new Error(JSON.stringify(inspection.broken));
  return { verdict: scanVerdictOf(inspection.findings), findings: inspection.findings };
}

interface Case {
  readonly path: string;
  readonly verdict: ScanVerdict;
  readonly bytes: Uint8Array;
}

/** The verdict, and where it is not the expected one its grounds, in the place where a test prints them. */
export async function told({ path, verdict, bytes }: Case): Promise<string> {
  const judged = await judge(path, bytes);
  if (judged.verdict === verdict) return verdict;
  const grounds = judged.findings.filter(({ says }) => says !== 'note' && says !== 'review');
  return `${judged.verdict}: ${grounds.map(({ message }) => message).join(' ')}`;
}
