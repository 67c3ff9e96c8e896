import type { Caller } from '../contract/caller.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { OpenModel, Source } from '../ports/source.ts';

/** Resolves a reference at the first source that claims it. Throws WeighbridgeError. */
export async function openModel(sources: readonly Source[], reference: string, caller: Caller): Promise<OpenModel> {
  const source = sources.find((candidate) => candidate.claims(reference));
  if (source === undefined) {
    const known = sources.map(({ syntax }) => syntax).join('; ');
    throw new WeighbridgeError('reference-invalid', reference, { remedy: `Give one of: ${known}.` });
  }
  return source.resolve(reference, { signal: caller.signal, onNotice: (text) => caller.progress.notice(text) });
}

/** Bytes of all regular files in the listing. */
export function sizeOf({ files }: OpenModel): number {
  return files.reduce((sum, file) => sum + (file.kind === 'file' ? file.size : 0), 0);
}
