import { fstatSync } from 'node:fs';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** What is read while it comes. Throws `file-wanted` for a folder, which Node reads as nothing, and `input-unreadable`. */
export async function* standardInput(
  input: () => AsyncIterable<Uint8Array>,
  descriptor = 0,
): AsyncIterable<Uint8Array> {
  if (isFolder(descriptor)) throw new WeighbridgeError('file-wanted', 'standard input');
  try {
    yield* input();
  } catch (cause) {
    throw new WeighbridgeError('input-unreadable', `standard input: ${(cause as Error).message}`, { cause });
  }
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}
