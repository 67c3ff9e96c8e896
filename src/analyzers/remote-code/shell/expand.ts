import { readText } from '../../../formats/shell/reader.ts';
import type { Part, Word } from '../../../formats/shell/syntax.ts';
import { LONGEST_VALUE, MARKS } from './marks.ts';

/** What names are known to stand for, each in a few ways, and what runs the commands whose output stands in a word. */
export interface Names {
  readonly values: Map<string, readonly string[]>;
  readonly outputOf: (part: Part & { readonly kind: 'output' | 'file' }) => string;
  /** How deep names stand within names. */
  depth: number;
}

/** Ways that are followed: more than three no reader keeps apart either. */
export const WAYS = 3;

/** The texts that a word may be. Blanks out of a name that is not quoted part it (`MARKS.split`). */
export function textsOf(word: Word, names: Names): readonly string[] {
  let made: readonly string[] = [''];
  for (const [at, part] of word.entries())
    made = joined(made, isNothing(part, word[at - 1], word[at + 1], names) ? [''] : partTexts(part, names));
  return made;
}

/** Within a word, a name that has no value is nothing: `ba${x}sh`, `cu$@rl`. */
function isNothing(part: Part, before: Part | undefined, after: Part | undefined, { values }: Names): boolean {
  if (part.kind !== 'name' || part.form !== '' || !/^[a-z_@*0-9]\w*$/.test(part.name) || values.has(part.name))
    return false;
  const [left, right] = [before, after].map((one) => (one?.kind === 'text' && !one.quoted ? one.text : ''));
  return /[a-z]$/i.test(left ?? '') && /^[a-z]/i.test(right ?? '');
}

function joined(before: readonly string[], after: readonly string[]): readonly string[] {
  const count = Math.min(WAYS, Math.max(before.length, after.length));
  return Array.from({ length: count }, (_, at) => `${way(before, at)}${way(after, at)}`.slice(0, LONGEST_VALUE));
}

export function way(texts: readonly string[], at: number): string {
  return texts[Math.min(at, texts.length - 1)] ?? '';
}

function partTexts(part: Part, names: Names): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [part.text];
    case 'output':
    case 'file': {
      const output = names.outputOf(part);
      return [part.kind === 'file' || part.quoted ? output : split(output, names)];
    }
    case 'name': {
      const values = named(part, names);
      return part.quoted ? values : values.map((value) => split(value, names));
    }
  }
}

function split(text: string, { values }: Names): string {
  const between = values.get('IFS')?.[0];
  const blanks = text.replace(/^\s+|\s+$/g, '').replace(/[ \t\r\n]+/g, MARKS.split);
  return between?.length === 1 ? blanks.replaceAll(between, MARKS.split) : blanks;
}

const FIXED: Readonly<Record<string, string>> = { HOME: '~', TMPDIR: '/tmp', IFS: MARKS.split };
/** Of these only letters are taken, to spell a path with them. */
const SPELLS: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  SHELL: '/bin/bash',
  PWD: '/home/user',
};

function named({ name, form, indirect }: Part & { readonly kind: 'name' }, names: Names): readonly string[] {
  if (indirect) {
    if (names.depth > 4) return [''];
    const [target] = names.values.get(name) ?? [];
    if (target === undefined) return [`\${!${name}}`];
    names.depth++;
    const found = named({ kind: 'name', name: target, form, indirect: false, quoted: true }, names);
    names.depth--;
    return found;
  }
  const index = /^\[([^\]]*)\]/.exec(form);
  const rest = index === null ? form : form.slice(index[0].length);
  const key = index === null || /^[@*]$/.test(index[1] ?? '') ? name : `${name}[${plainIndex(index[1] ?? '', names)}]`;
  const fixed = FIXED[name] ?? (rest.startsWith(':') && /^:\d/.test(rest) ? SPELLS[name] : undefined);
  const known = names.values.get(key) ?? (fixed === undefined ? undefined : [fixed]);
  const other = /^:?[-=]([\s\S]*)$/.exec(rest)?.[1];
  if (other !== undefined) {
    const otherwise =
      names.depth > 4
        ? [other]
        : within(names, () => textsOf(readText(other.replace(/^(["'])([\s\S]*)\1$/, '$2')), names));
    return known ?? otherwise;
  }
  if (known === undefined) return [`\${${name}}`];
  return known.map((value) => formed(value, rest));
}

function plainIndex(index: string, names: Names): string {
  const bare = index.replace(/^["']|["']$/g, '');
  return bare.startsWith('$') ? way(names.values.get(bare.replace(/[${}]/g, '')) ?? [bare], 0) : bare;
}

function within<T>(names: Names, read: () => T): T {
  names.depth++;
  const value = read();
  names.depth--;
  return value;
}

function formed(value: string, form: string): string {
  const [, from, count] = /^:\s*(-?\d+)(?::(-?\d+))?$/.exec(form) ?? [];
  if (from !== undefined) {
    const start = value.slice(Number(from));
    return count === undefined ? start : start.slice(0, Number(count));
  }
  const [, every, old, by] = /^\/([/#%]?)([^/]+)(?:\/([\s\S]*))?$/.exec(form) ?? [];
  if (old !== undefined) return every === '/' ? value.replaceAll(old, by ?? '') : value.replace(old, () => by ?? '');
  if (form.startsWith(',')) return value.toLowerCase();
  if (form.startsWith('^')) return value.toUpperCase();
  const [, sign, pattern = ''] = /^(%%?|##?)([\s\S]+)$/.exec(form) ?? [];
  return sign === undefined ? value : cut(value, sign, pattern);
}

/** `${x%.*}`, `${x##*\/}`: an end or a beginning that is cut, where it is written out or begins with a star. */
function cut(value: string, sign: string, pattern: string): string {
  const fixed = pattern.replace(/^\*|\*$/g, '').replace(/\\(.)/g, '$1');
  if (/[*?[]/.test(fixed)) return value;
  if (sign.startsWith('%')) {
    if (!pattern.endsWith('*')) return value.endsWith(fixed) ? value.slice(0, value.length - fixed.length) : value;
    const at = sign === '%%' ? value.indexOf(fixed) : value.lastIndexOf(fixed);
    return at < 0 ? value : value.slice(0, at);
  }
  if (!pattern.startsWith('*')) return value.startsWith(fixed) ? value.slice(fixed.length) : value;
  const at = sign === '##' ? value.lastIndexOf(fixed) : value.indexOf(fixed);
  return at < 0 ? value : value.slice(at + fixed.length);
}
