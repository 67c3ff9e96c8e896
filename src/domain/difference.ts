import type { FileRecord } from './artifact.ts';
import type { Dossier } from './dossier.ts';
import { findingsIn } from './dossier.ts';
import { identityOf } from './finding.ts';

/** How one path differs between two dossiers. */
export interface FileDifference {
  readonly path: string;
  readonly change: 'added' | 'gone' | 'changed';
}

/** What changed between two dossiers' files, sorted by path. A digest that cannot be compared counts as changed. */
export function fileDifferences(before: Dossier, after: Dossier): readonly FileDifference[] {
  const old = new Map(before.artifact.files.map((file) => [file.path, file]));
  const differences: FileDifference[] = [];
  for (const file of after.artifact.files) {
    const earlier = old.get(file.path);
    old.delete(file.path);
    if (earlier === undefined) differences.push({ path: file.path, change: 'added' });
    else if (!sameBytes(earlier, file)) differences.push({ path: file.path, change: 'changed' });
  }
  for (const path of old.keys()) differences.push({ path, change: 'gone' });
  return differences.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Identities of findings that only the second dossier has, and that only the first has. */
export function findingDifferences(before: Dossier, after: Dossier): { added: string[]; gone: string[] } {
  const [old, young] = [new Set(findingsIn(before).map(identityOf)), new Set(findingsIn(after).map(identityOf))];
  return { added: [...young].filter((id) => !old.has(id)), gone: [...old].filter((id) => !young.has(id)) };
}

function sameBytes(a: FileRecord, b: FileRecord): boolean {
  if (a.digest.kind === 'unknown' || b.digest.kind === 'unknown') return false;
  return a.size === b.size && a.digest.sha256 === b.digest.sha256;
}
