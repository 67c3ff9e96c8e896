import { explain, satisfies, valid, validRange } from '@renovatebot/pep440';
import type { Versioning } from './versioning.ts';

/** What was worked out before: one advisory lists hundreds of versions, and the next the same. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const before = new Map<string, T>();
  return (text) => {
    const known = before.get(text);
    if (known !== undefined) return known;
    if (before.size >= REMEMBERED) before.clear();
    const made = work(text);
    before.set(text, made);
    return made;
  };
}
const REMEMBERED = 200_000;

const normal = remembered((version) => (version.length > LONGEST ? null : spellingOf(version.trim())));

/** How versions are ordered (PEP 440, 'Summary of permitted suffixes and relative ordering'), as the library parses them. */
const rankOf = remembered((version): readonly number[] => {
  const read = explain(version);
  if (read === null) return [];
  const [pre, post, dev] = [suffix(read.pre), suffix(read.post), suffix(read.dev)];
  const letter = Array.isArray(read.pre) ? LETTERS.indexOf(String(read.pre[0])) : -1;
  // 1.0.dev1 is before 1.0a1, which is before 1.0, which is before 1.0.post1; a dev release is before what it leads to.
  const preRank = pre !== null ? [letter, pre] : dev !== null && post === null ? [-1, 0] : [LETTERS.length, 0];
  const tail = [...preRank, post ?? -1, dev ?? Number.POSITIVE_INFINITY];
  // The end of the release is before every number, so that 1 < 1.0.1; zeros at the end were cut before.
  return [read.epoch, ...read.release.map((part) => part + 1), 0, ...tail];
});

/** The number of a suffix: the library gives `['a', 1]` or 1. */
function suffix(part: unknown): number | null {
  const last: unknown = Array.isArray(part) ? part.at(-1) : part;
  return typeof last === 'number' ? last : null;
}

const LETTERS: readonly string[] = ['a', 'b', 'rc'];

function compareRanks(a: string, b: string): number {
  const [x, y] = [rankOf(a), rankOf(b)];
  for (let at = 0; at < Math.max(x.length, y.length); at++) {
    const [one = 0, other = 0] = [x[at], y[at]];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Without what stands for a local build, and without zeros at the end of the release: 1.0 and 1.0.0 are one version. */
function spellingOf(version: string): string | null {
  const read = explain(version);
  if (read === null) return null;
  return read.public.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0+)+(?!\d|\.\d)/, '$1');
}

/** Real requirements have under a hundred characters, and the library's patterns were not made for hostile ones. */
const LONGEST = 500;

function named(specifier: string): readonly string[] {
  const words = specifier.slice(0, LONGEST).split(/[\s,]+/);
  return words.flatMap((word) => {
    const version = word.replace(/^[<>=!~]+/, '').replace(/\.\*$/, '');
    if (valid(version) === null) return [];
    // What `>1.0` lets in first, as far as one can say.
    return word.startsWith('>') && !word.startsWith('>=') ? [version, `${version}.1`] : [version];
  });
}

/** Of a specifier and a version with a NUL between them. */
const admitted = remembered((question): boolean | null => {
  const [specifier = '', version = ''] = question.split('\0');
  if (specifier.length > LONGEST || !validRange(specifier)) return null;
  // A requirement that names a pre-release takes pre-releases; pip leaves them out otherwise.
  const prereleases = named(specifier).some((one) => explain(one)?.is_prerelease === true);
  return satisfies(version, specifier, { prereleases });
});

/** Versions of Python packages (PEP 440). */
export const pep440: Versioning = {
  normal,
  compare: compareRanks,
  admits: (specifier, version) => admitted(`${specifier}\0${version}`),
  named,
};
