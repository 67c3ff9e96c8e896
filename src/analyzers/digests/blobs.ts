import type { FileRecord } from '../../domain/artifact.ts';
import { type Finding, findingOf } from '../../domain/finding.ts';
import { type Inventory, type Item, readingsAs } from '../../intake/inventory.ts';
import { type Json, member } from '../../kernel/json.ts';
import { BLOB_NAME, BLOB_SIZE } from './rules.ts';

/** Stores that name content by its digest: an image layout (OCI image-spec, image-layout.md), and Ollama's. */
const BLOB = /^(.*\/)?blobs\/sha256[/-]([0-9a-f]{64})$/;
/** Compares blobs with their names, and with the sizes that manifests beside them tell. Blobs that lie elsewhere are not asked for. */
export function* judgeBlobs({ artifact, items }: Inventory): Iterable<Finding> {
  const blobs = new Map<string, FileRecord>();
  for (const file of artifact.files) {
    const [, root = '', sha256] = BLOB.exec(file.path) ?? [];
    if (sha256 === undefined) continue;
    blobs.set(`${root}${sha256}`, file);
    if (file.digest.kind === 'unknown' || file.digest.sha256.replace(/^sha256:/, '') === sha256) continue;
    const message = `${BLOB_NAME.title} It is ${file.digest.sha256}.`;
    yield findingOf(BLOB_NAME, { message, location: { path: file.path } });
  }
  if (blobs.size > 0) for (const item of items) yield* judgeDescriptors(item, blobs);
}

function* judgeDescriptors(item: Item, blobs: ReadonlyMap<string, FileRecord>): Iterable<Finding> {
  const { path } = item.file;
  const own = BLOB.exec(path);
  const root = own === null ? path.slice(0, path.lastIndexOf('/') + 1) : (own[1] ?? '');
  for (const { facts, member: within } of readingsAs(item, 'json')) {
    if (within.length > 0 || member(facts.value, 'schemaVersion') !== 2) continue;
    // All of them, however many: a manifest is no longer than what is read of a text, and each blob is told once.
    const told = new Set<FileRecord>();
    const described = [
      member(facts.value, 'config') ?? null,
      ...listOf(member(facts.value, 'manifests')),
      ...listOf(member(facts.value, 'layers')),
    ];
    for (const each of described) {
      const [digest, size] = [member(each, 'digest'), member(each, 'size')];
      const sha256 = typeof digest === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1] : undefined;
      const blob = sha256 === undefined ? undefined : blobs.get(`${root}${sha256}`);
      if (blob === undefined || size === blob.size || told.has(blob)) continue;
      told.add(blob);
      const message = `${BLOB_SIZE.title} ${blob.path} has ${blob.size} bytes.`;
      yield findingOf(BLOB_SIZE, { message, location: { path } });
    }
  }
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
