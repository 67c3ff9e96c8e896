import { randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that are held until they may go on: the first of them in memory, many of them in a file without a name. */
export interface Spool {
  readonly length: number;
  /** False: all spools together hold as much as they may. */
  write(chunk: Buffer): Promise<boolean>;
  /** All of it, as often as it is asked for, until it is discarded. */
  read(): AsyncGenerator<Buffer>;
  /** Nothing is left of it. */
  discard(): Promise<void>;
}

export interface Spools {
  open(): Spool;
}

/** Most voice messages are shorter, and never touch the disk. */
const IN_MEMORY = 256 * 1024;
const PIECE = 64 * 1024;

/** `most` bounds the bytes of all that are open. */
export function createSpools(folder: string, most: number): Spools {
  let held = 0;
  return {
    open: () => {
      let parts: Buffer[] = [];
      let [length, written] = [0, 0];
      let file: FileHandle | null = null;
      const flush = async (): Promise<void> => {
        file ??= await nameless(folder);
        const bytes = Buffer.concat(parts);
        parts = [];
        await file.writeFile(bytes);
        written += bytes.length;
      };
      return {
        get length() {
          return length;
        },
        write: async (chunk) => {
          if (held + chunk.length > most) return false;
          held += chunk.length;
          length += chunk.length;
          parts.push(Buffer.from(chunk));
          if (length - written > (file === null ? IN_MEMORY : PIECE)) await flush();
          return true;
        },
        read: async function* () {
          const from = file;
          if (from === null) return yield* parts;
          for (let at = 0; at < written; ) {
            const { bytesRead, buffer } = await from.read(Buffer.allocUnsafe(PIECE), 0, PIECE, at);
            if (bytesRead === 0) throw new Error('a spool lost its file');
            at += bytesRead;
            yield buffer.subarray(0, bytesRead);
          }
          yield* parts;
        },
        discard: async () => {
          held -= length;
          [length, parts] = [0, []];
          const closing = file;
          file = null;
          await closing?.close();
        },
      };
    },
  };
}

/** Gone from the folder as soon as it is open: neither a crash nor another user finds a recording there. */
async function nameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `weighbridge-${randomBytes(12).toString('hex')}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
