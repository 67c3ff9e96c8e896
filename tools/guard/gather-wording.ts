import { writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { beginningOf, FOLDERS, filesOf } from './passages/files.ts';
import { commentsOf } from './wording/comments.ts';
import { messagesOf } from './wording/messages.ts';
import { WORDING } from './wording/rows.ts';

/**
 * `npm run gather:wording -- [FILE [FOLDER…]]`: gathers what installed programs say to those who use them, from their catalogues
 * of messages, and to those who write them, from comments; for `learn:hidden`. A JSON line each in FILE, with its `kind`:
 * `message`, `comment`, or `message-` and a language.
 *
 * The texts are others': they stand in no repository, and FILE belongs in none. The same machine gives the same lines.
 */
const [file = WORDING, ...named] = process.argv.slice(2);

/** Of eight languages hidden orders are known, too; of the others only what programs say. */
const LANGUAGES = [
  'de',
  'fr',
  'es',
  'pt',
  'pt_BR',
  'it',
  'ru',
  'zh_CN',
  'ja',
  'nl',
  'pl',
  'sv',
  'cs',
  'tr',
  'ro',
  'ca',
];
const MOST_OF_LANGUAGE = 2500;
const MOST_OF_CATALOGUE = 120;
const MOST_MESSAGES = 45_000;
const MOST_COMMENTS = 250_000;
const MOST_OF_FILE = 120;
const MOST_OF_FOLDER = 600;
const SOURCES = /\.(?:[cm]?[jt]s|py|h|c|go|rs|css|pl|pm|sh|ya?ml|tex|rb|java|cpp|hpp)$/;

const KINDS = [
  { kind: 'catalogue', path: /\/locale\/[^/]+\/LC_MESSAGES\/[^/]+\.mo$/ },
  { kind: 'source', path: SOURCES },
] as const;

function main(): void {
  const files = filesOf(
    (named.length === 0 ? FOLDERS : named).map((folder) => resolve(folder)),
    KINDS,
  );
  const catalogues = files.filter(({ kind }) => kind.kind === 'catalogue').map(({ path }) => path);
  const sources = files.filter(({ kind, path }) => kind.kind === 'source' && !path.includes('.min.'));
  const lines = [
    ...linesOf('message', english(catalogues)),
    ...LANGUAGES.flatMap((language) => linesOf(`message-${language}`, translated(catalogues, language))),
    ...linesOf('comment', comments(sources.map(({ path }) => path))),
  ];
  if (lines.length === 0)
    throw new Error('No catalogues and no sources in those folders. Name folders that hold some; nothing was written.');
  writeFileSync(file, `${lines.join('\n')}\n`);
  process.stdout.write(`${lines.length} lines of ${files.length} files are in ${file}.\n`);
}

function linesOf(kind: string, texts: Iterable<string>): readonly string[] {
  return Array.from(texts, (text) => JSON.stringify({ kind, text }));
}

/** What programs say in English: it stands in the catalogues of every language, of which one of each program is read. */
function english(paths: readonly string[]): ReadonlySet<string> {
  const [texts, read] = [new Set<string>(), new Set<string>()];
  for (const path of paths) {
    if (texts.size >= MOST_MESSAGES) break;
    if (read.has(basename(path))) continue;
    read.add(basename(path));
    for (const { source } of messagesOf(beginningOf(path))) texts.add(source);
  }
  return texts;
}

function translated(paths: readonly string[], language: string): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const path of paths) {
    if (texts.size >= MOST_OF_LANGUAGE) break;
    if (!path.includes(`/${language}/LC_MESSAGES/`)) continue;
    for (const { translation } of messagesOf(beginningOf(path)).slice(0, MOST_OF_CATALOGUE)) texts.add(translation);
  }
  return texts;
}

function comments(paths: readonly string[]): ReadonlySet<string> {
  const texts = new Set<string>();
  const taken = new Map<string, number>();
  for (const path of paths) {
    if (texts.size >= MOST_COMMENTS) break;
    const folder = dirname(path);
    const already = taken.get(folder) ?? 0;
    if (already >= MOST_OF_FOLDER) continue;
    const own = commentsOf(beginningOf(path).toString('utf8')).slice(0, MOST_OF_FILE);
    taken.set(folder, already + own.length);
    for (const text of own) texts.add(text);
  }
  return texts;
}

main();
