import type { Artifact, FileRecord, Origin } from '../../domain/artifact.ts';
import { type Finding, findingOf } from '../../domain/finding.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { judgeBlobs } from './blobs.ts';
import { judgeLayouts } from './layout.ts';
import { CLAIMED, DIGESTS_RULES, MISMATCH, MOVING_NAME, UNKNOWN, UNPINNED } from './rules.ts';

/** Says how surely the vetted bytes can be known again: by digests, and by a revision that does not move. */
export const digests: ModelAnalyzer = {
  id: 'digests',
  version: 2,
  question: 'Can these very bytes be known again?',
  rules: DIGESTS_RULES,
  scope: 'model',
  needs: [],
  appliesTo: () => true,
  analyze,
};

function* analyze({ inventory }: Material): Iterable<Finding> {
  const { artifact, mismatches } = inventory;
  for (const { path, claimed, found, by } of mismatches) {
    const message = `${by} says ${claimed}; the bytes have ${found}.`;
    yield findingOf(MISMATCH, { message, location: { path } });
  }
  yield* judgeBlobs(inventory);
  yield* judgeLayouts(inventory);
  yield* unknown(artifact);
  yield* claimed(artifact);
  yield* pinning(artifact.origin);
}

/** A link, a pipe or a folder of Git has no bytes to hash, and an analyzer that says so. */
const WITHOUT_BYTES: readonly FileRecord['kind'][] = ['link', 'special', 'git-folder'];

function* unknown({ files }: Artifact): Iterable<Finding> {
  for (const { path, kind, digest } of files) {
    if (digest.kind !== 'unknown' || WITHOUT_BYTES.includes(kind)) continue;
    yield findingOf(UNKNOWN, { message: `${UNKNOWN.title} ${digest.reason}.`, location: { path } });
  }
}

function* claimed({ files }: Artifact): Iterable<Finding> {
  const sources = files.flatMap(({ digest }) => (digest.kind === 'claimed' ? [digest.by] : []));
  const [first] = sources;
  if (first === undefined) return;
  yield findingOf(CLAIMED, {
    message: `For ${sources.length} of ${files.length} files the SHA-256 is the word of ${first}: those bytes were not hashed here.`,
  });
}

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;

function* pinning({ source, name, revision, requested }: Origin): Iterable<Finding> {
  if (source === 'directory') return;
  if (revision === null) {
    yield findingOf(UNPINNED, { message: `${source} has no revision for ${name}.` });
    return;
  }
  if (requested !== null && COMMIT.test(requested)) return;
  const given = requested === null ? 'No revision was named' : `The name ${requested} can move`;
  yield findingOf(MOVING_NAME, { message: `${given}; what was vetted is commit ${revision}.` });
}
