import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { beginningOf, FOLDERS, type Found, filesOf } from './passages/files.ts';
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

function main(): void {
  const unique = filesOf(
    (named.length === 0 ? FOLDERS : named).map((folder) => resolve(folder)),
    KINDS,
  );
  const lines = gathered(unique);
  if (lines.length === 0)
    throw new Error('No documentation in those folders. Name folders that hold some; nothing was written.');
  writeFileSync(file, `${lines.join('\n')}\n`);
  process.stdout.write(`${lines.length} passages of ${unique.length} files are in ${file}.\n`);
}

function gathered(files: readonly Found<Kind>[]): readonly string[] {
  const taken = new Map<string, number>();
  const lines = new Set<string>();
  for (const { path, kind, seed } of files) {
    const [all, own] = [kind.kind, `${kind.kind} ${(kind.group ?? dirname)(path)}`];
    if ((taken.get(all) ?? 0) >= kind.most || (taken.get(own) ?? 0) >= kind.perGroup) continue;
    const text = passageOf(kind.read(beginningOf(path).toString('utf8'), seed), seed);
    const line = JSON.stringify({ kind: kind.kind, text });
    if (text === undefined || lines.has(line)) continue;
    lines.add(line);
    for (const count of [all, own]) taken.set(count, (taken.get(count) ?? 0) + 1);
  }
  return [...lines];
}

main();
