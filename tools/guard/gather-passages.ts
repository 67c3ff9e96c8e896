import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { docstringOf, passageOf, textOfHtml, textOfRoff } from './passages/text.ts';
import { PROSE } from './rows.ts';

/**
 * `npm run gather:passages -- [FILE [FOLDER…]]`: gathers passages of documentation that is installed, for `learn:injection`
 * and `prove:guard`: full of orders, none of which is for a model. A JSON line each in FILE, with its `kind`.
 *
 * The texts are others': they stand in no repository, and FILE belongs in none. The same machine gives the same lines;
 * another has other programs installed, and weights learned there differ a little from those that ship.
 */
const [file = PROSE, ...named] = process.argv.slice(2);
const HOMES = ['.rustup', '.pyenv'].map((name) => join(homedir(), name));
const FOLDERS = ['/usr/share', '/usr/lib', '/usr/local', '/opt', ...HOMES, 'node_modules'];

interface Kind {
  readonly kind: string;
  /** Of the whole path, its separators as `/`. */
  readonly path: RegExp;
  /** How many passages, of all and of one folder or, where all are in one folder, of one program. */
  readonly most: number;
  readonly perGroup: number;
  readonly group?: (path: string) => string;
  readonly read: (source: string, seed: number) => string;
}

/** The program that a page of a manual is of: some have thousands of pages. */
function programOf(path: string): string {
  return basename(path)
    .split(/[-_.:]/, 1)
    .join('');
}

const asItIs = (source: string) => source;

/** A file is of the first kind that it matches. */
const KINDS: readonly Kind[] = [
  { kind: 'man', path: /\/man\/man\d\w*\/[^/]+$/, most: 500, perGroup: 12, group: programOf, read: textOfRoff },
  { kind: 'html', path: /\.html?$/, most: 1300, perGroup: 4, read: textOfHtml },
  { kind: 'rst', path: /\.rst$/, most: 500, perGroup: 3, read: asItIs },
  { kind: 'md-modules', path: /\/node_modules\/.*\.md$/, most: 500, perGroup: 2, read: asItIs },
  { kind: 'docstring', path: /\.py$/, most: 500, perGroup: 2, read: docstringOf },
  {
    kind: 'doc',
    path: /\/doc\/.*\/(?:(?:README|NEWS|changelog|FAQ|TODO)[^/]*|[^/]+\.txt(?:\.gz)?)$/,
    most: 600,
    perGroup: 3,
    read: asItIs,
  },
];

/** Bounds on what is looked at, so that a large machine is no reason to wait. */
const MOST_FILES = 400_000;
const DEEPEST = 24;
const MOST_BYTES = 400_000;

interface Found {
  readonly path: string;
  readonly kind: Kind;
  /** Made of the path: what is chosen depends on nothing else, least of all on the order in which a disk lists files. */
  readonly seed: number;
}

function main(): void {
  const found = (named.length === 0 ? FOLDERS : named).flatMap((folder) => filesIn(resolve(folder)));
  const unique = [...new Map(found.map((one) => [one.path, one])).values()].sort(
    (a, b) => a.seed - b.seed || (a.path < b.path ? -1 : 1),
  );
  const lines = gathered(unique);
  if (lines.length === 0)
    throw new Error('No documentation in those folders. Name folders that hold some; nothing was written.');
  writeFileSync(file, `${lines.join('\n')}\n`);
  process.stdout.write(`${lines.length} passages of ${unique.length} files are in ${file}.\n`);
}

/** Files of a known kind in a folder and below it. What is a link is left out: it could lead round in a ring. */
function filesIn(root: string): readonly Found[] {
  const found: Found[] = [];
  let seen = 0;
  const walk = (folder: string, depth: number) => {
    for (const entry of listed(folder)) {
      seen += 1;
      if (seen > MOST_FILES) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) walk(path, depth + 1);
      const kind = entry.isFile() ? KINDS.find((one) => one.path.test(path.replaceAll(sep, '/'))) : undefined;
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

function gathered(files: readonly Found[]): readonly string[] {
  const taken = new Map<string, number>();
  const lines = new Set<string>();
  for (const { path, kind, seed } of files) {
    const [all, own] = [kind.kind, `${kind.kind} ${(kind.group ?? dirname)(path)}`];
    if ((taken.get(all) ?? 0) >= kind.most || (taken.get(own) ?? 0) >= kind.perGroup) continue;
    const text = passageOf(kind.read(beginningOf(path), seed), seed);
    const line = JSON.stringify({ kind: kind.kind, text });
    if (text === undefined || lines.has(line)) continue;
    lines.add(line);
    for (const count of [all, own]) taken.set(count, (taken.get(count) ?? 0) + 1);
  }
  return [...lines];
}

/** The beginning of a file, unpacked where it is packed; nothing of one that can't be read. */
function beginningOf(path: string): string {
  try {
    const packed = readBeginning(path);
    const bytes = basename(path).endsWith('.gz') ? unpacked(packed) : packed;
    return bytes.subarray(0, MOST_BYTES).toString('utf8');
  } catch {
    return '';
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

main();
