import { FILE_ANALYZERS } from '../../src/analyzers/file-table.ts';
import { readAndInspect } from '../../src/app/read-apart.ts';
import { startTogether } from '../../src/app/scan-together.ts';
import { type ScanVerdict, scanVerdictOf } from '../../src/domain/scan.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { type Description, descriptions } from '../../src/intake/described.ts';
import type { Item } from '../../src/intake/inventory.ts';
import { itemOf } from '../../src/intake/take-inventory.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import type { OpenModel } from '../../src/ports/source.ts';

const ORIGIN = { source: 'directory', name: 'm', revision: null, requested: null } as const;

/** What `scan` says of the files of one folder that are not clean, each with its rules. */
export async function judgeFolder(
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const together = startTogether({ origin: ORIGIN } as OpenModel);
  const told: Record<string, readonly string[]> = {};
  const described = descriptions();
  for (const [path, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { item, inspection } = await inspected(path, bytes, described.of(path));
    described.add(item);
    if (!together.holds(item, inspection)) told[path] = rulesOf(inspection.findings);
  }
  for (const [{ file }, { findings }] of await together.judged()) told[file.path] = rulesOf(findings);
  return Object.fromEntries(Object.entries(told).filter(([, rules]) => rules.length > 0));
}

async function inspected(path: string, bytes: Uint8Array, described: Description | null) {
  const file = { kind: 'file', path, size: bytes.length, claim: null } as const;
  const { readings, inspection } = await readAndInspect(
    { formats: FORMATS, analyzers: FILE_ANALYZERS, described },
    file,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  return { item: itemOf(file, { kind: 'proven', sha256: digestOf(bytes) }, readings), inspection };
}

/** One file as it is read where nothing else is asked for. */
export async function itemAlone(path: string, bytes: Uint8Array): Promise<Item> {
  return (await inspected(path, bytes, null)).item;
}

const SILENT: readonly ScanVerdict[] = ['clean'];

function rulesOf(findings: Parameters<typeof scanVerdictOf>[0]): readonly string[] {
  return findings.filter((finding) => !SILENT.includes(scanVerdictOf([finding]))).map(({ rule }) => rule);
}
