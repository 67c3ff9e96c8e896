import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

const HOMES = ['.rustup', '.pyenv'].map((name) => join(homedir(), name));
/** Where programs and their documentation are installed. */
export const FOLDERS = ['/usr/share', '/usr/lib', '/usr/local', '/opt', ...HOMES, 'node_modules'];

/** Bounds on what is looked at, so that a large machine is no reason to wait. */
const MOST_FILES = 400_000;
const DEEPEST = 24;
const MOST_BYTES = 400_000;

export interface Found<Kind> {
  readonly path: string;
  readonly kind: Kind;
  /** Made of the path: what is chosen depends on nothing else, least of all on the order in which a disk lists files. */
  readonly seed: number;
}

/** Files of a known kind in folders and below them, each once, in the order of their seeds. */
export function filesOf<Kind extends { readonly path: RegExp }>(
  folders: readonly string[],
  kinds: readonly Kind[],
): readonly Found<Kind>[] {
  const found = folders.flatMap((folder) => filesIn(folder, kinds));
  return [...new Map(found.map((one) => [one.path, one])).values()].sort(
    (a, b) => a.seed - b.seed || (a.path < b.path ? -1 : 1),
  );
}

/** Files of a known kind in a folder and below it. What is a link is left out: it could lead round in a ring. */
function filesIn<Kind extends { readonly path: RegExp }>(root: string, kinds: readonly Kind[]): readonly Found<Kind>[] {
  const found: Found<Kind>[] = [];
  let seen = 0;
  const walk = (folder: string, depth: number) => {
    for (const entry of listed(folder)) {
      seen += 1;
      if (seen > MOST_FILES) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) walk(path, depth + 1);
      const kind = entry.isFile() ? kinds.find((one) => one.path.test(path.replaceAll(sep, '/'))) : undefined;
      if (kind !== undefined)
        found.push({ path, kind, seed: createHash('sha256').update(path).digest().readUInt32LE() });
    }
  };
  walk(root, 0);
  return found;
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // not there, or not for us to read
  }
}

/** The beginning of a file, unpacked where it is packed; nothing of one that can't be read. */
export function beginningOf(path: string): Buffer {
  try {
    const packed = readBeginning(path);
    return basename(path).endsWith('.gz') ? unpacked(packed).subarray(0, MOST_BYTES) : packed;
  } catch {
    return Buffer.alloc(0);
  }
}

function readBeginning(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(MOST_BYTES);
    return buffer.subarray(0, readSync(handle, buffer, 0, MOST_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}

function unpacked(packed: Buffer): Buffer {
  // A flush at the end, as a packed file may have been cut there.
  return gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 100 * MOST_BYTES });
}
