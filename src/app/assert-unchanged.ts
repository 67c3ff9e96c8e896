import type { Caller } from '../contract/caller.ts';
import type { Artifact } from '../domain/artifact.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { OpenModel } from '../ports/source.ts';
import { digestsOf, type Regular } from './digests-of.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';

/**
 * Lists and hashes a model again after programs looked at it for minutes or hours: what they say is about bytes that nobody
 * checked if a file came, went or changed meanwhile. Throws `source-changed`.
 */
export async function assertUnchanged(
  parts: Pick<Parts, 'hasher' | 'sources'>,
  {
    reference,
    model,
    artifact,
  }: { readonly reference: string; readonly model: OpenModel; readonly artifact: Artifact },
  caller: Caller,
): Promise<void> {
  // A copy from a hub is where it was fetched to; its reference would be asked for at the hub.
  const now = model.origin.source === 'directory' ? await openModel(parts.sources, reference, caller) : model;
  try {
    const files = now.files.filter((file): file is Regular => file.kind === 'file');
    const digests = await digestsOf(parts, now, files, caller);
    const digestOf = new Map(artifact.files.map(({ path, digest }) => [path, digest]));
    const changed = files.find(({ path }) => {
      const before = digestOf.get(path);
      return before === undefined || before.kind === 'unknown' || before.sha256 !== digests.get(path);
    });
    const listed = (one: OpenModel): string => JSON.stringify(one.files.map(({ kind, path }) => [kind, path]));
    if (changed === undefined && listed(now) === listed(model)) return;
    const what = changed === undefined ? '' : `: ${changed.path}`;
    throw new WeighbridgeError('source-changed', `files changed while evaluators ran${what}`);
  } finally {
    if (now !== model) await now.close();
  }
}
