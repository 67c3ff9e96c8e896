import { inflateSync } from 'node:zlib';
import { MalformedError } from '../../kernel/bytes.ts';

export interface GitObject {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag';
  readonly body: Uint8Array;
}

/** A commit or tag has some kilobytes; a message of more is nobody's. */
export const LARGEST_OBJECT = 1024 * 1024;

/** Throws MalformedError, also for more than `LARGEST_OBJECT`. */
export function inflated(bytes: Uint8Array): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: LARGEST_OBJECT });
  } catch (cause) {
    throw new MalformedError('an object of git cannot be inflated', 0, { cause });
  }
}
