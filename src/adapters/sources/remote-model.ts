import type { Origin } from '../../domain/artifact.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { ListedFile, OpenModel } from '../../ports/source.ts';
import type { Answer } from '../net/answer.ts';
import { openFileStream } from '../net/file-stream.ts';
import { openRangeFile } from '../net/range-file.ts';
import type { Reach, RemoteFile } from '../net/remote-file.ts';

/** What a source over HTTP knows of a model it has listed. */
interface RemoteModel {
  readonly origin: Origin;
  readonly files: readonly ListedFile[];
  readonly evidence: readonly Evidence[];
  readonly reach: Reach;
  readonly urlOf: (path: string) => URL;
  readonly refusal: (path: string, answer: Answer) => WeighbridgeError;
}

/** A model whose bytes are fetched when they are read. `close` ends its connections. */
export function remoteModel({ origin, files, evidence, reach, urlOf, refusal }: RemoteModel): OpenModel {
  const listed = new Map(files.map((file) => [file.path, file]));
  const remote = (path: string): { readonly file: RemoteFile; readonly whole: boolean } => {
    const entry = listed.get(path);
    if (entry?.kind !== 'file') throw new WeighbridgeError('source-missing', `${printable(path)} is not listed`);
    const file = { url: urlOf(path), path, size: entry.size, refusal: (answer: Answer) => refusal(path, answer) };
    // Intake hashes such a file itself, so all of it is wanted from the first byte.
    return { file, whole: entry.claim?.sha256 == null && entry.size <= LIMITS.wholeFile };
  };
  return {
    origin,
    files,
    evidence,
    localPath: null,
    open: async (path) => {
      const { file, whole } = remote(path);
      return openRangeFile(reach, file, { whole });
    },
    stream: async (path, resume) => openFileStream(reach, remote(path).file, resume),
    traffic: () => ({ ...reach.meter }),
    close: () => reach.web.close(),
  };
}
