import { describe, expect, it } from 'vitest';
import type { FileDigest, FileRecord, Origin } from '../../domain/artifact.ts';
import { UNSTATED_USE } from '../../domain/use.ts';
import type { DigestMismatch } from '../../intake/inventory.ts';
import { digestOf } from '../../kernel/digest.ts';
import { digests } from './analyzer.ts';

const SHA = digestOf(new Uint8Array());
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const FOLDER: Origin = { source: 'directory', name: 'm', revision: null, requested: null };
const HUB: Origin = { source: 'hf', name: 'a/b', revision: COMMIT, requested: COMMIT };

function file(path: string, digest: FileDigest, kind: FileRecord['kind'] = 'text'): FileRecord {
  return { path, size: 1, kind, role: 'other', digest, loadable: true, coverage: 'whole' };
}

function analyze(files: readonly FileRecord[], origin: Origin = FOLDER, mismatches: readonly DigestMismatch[] = []) {
  const artifact = { digest: SHA, manifest: null, origin, files };
  return [...digests.analyze({ inventory: { artifact, items: [], mismatches }, evidence: [], use: UNSTATED_USE })];
}

const proven = file('a', { kind: 'proven', sha256: SHA });
const claimed = file('b', { kind: 'claimed', sha256: SHA, by: 'huggingface.co' });
const unknown = file('c', { kind: 'unknown', reason: 'it could not be read' });

describe('digests', () => {
  it.each<[string, readonly FileRecord[], Origin, readonly string[]]>([
    ['a folder that was hashed here', [proven], FOLDER, []],
    ['a hub commit that was named', [proven], HUB, []],
    ['claimed digests, once for all files', [claimed, { ...claimed, path: 'd' }, proven], HUB, ['digests/claimed']],
    [
      'files without a digest, each',
      [unknown, { ...unknown, path: 'd' }],
      FOLDER,
      ['digests/unknown', 'digests/unknown'],
    ],
    [
      'a link, which has no bytes',
      [
        { ...unknown, kind: 'link' },
        { ...unknown, kind: 'git-folder' },
      ],
      FOLDER,
      [],
    ],
    ['a branch', [proven], { ...HUB, requested: 'main' }, ['digests/moving-name']],
    ['the default branch', [proven], { ...HUB, requested: null }, ['digests/moving-name']],
    [
      'a short commit, which could become ambiguous',
      [proven],
      { ...HUB, requested: '0123456' },
      ['digests/moving-name'],
    ],
    ['a source without revisions', [proven], { ...HUB, source: 'https', revision: null }, ['digests/unpinned']],
  ])('says of %s', (_, files, origin, expected) => {
    expect(analyze(files, origin).map(({ rule }) => rule)).toEqual(expected);
  });

  it('calls bytes that contradict their source malicious, and says both digests', () => {
    const [finding] = analyze([proven], HUB, [
      { path: 'a', claimed: 'sha256:aa', found: 'sha256:bb', by: 'huggingface.co' },
    ]);
    expect(finding).toMatchObject({
      rule: 'digests/mismatch',
      says: 'malicious',
      severity: 'critical',
      location: { path: 'a' },
      message: 'huggingface.co says sha256:aa; the bytes have sha256:bb.',
    });
  });

  it('counts the claimed files and names who claims', () => {
    expect(analyze([claimed, proven], HUB)[0]?.message).toContain(
      'For 1 of 2 files the SHA-256 is the word of huggingface.co',
    );
  });
});
