import { KNOWN_PUBLISHERS } from './known-publishers.ts';

/** A namespace that could be taken for a known one. */
export interface LookAlike {
  readonly known: string;
  /** How: the same to the eye, a slip of the keyboard, or a known name with a word that claims to be it. */
  readonly how: 'same-to-the-eye' | 'one-slip' | 'claims-to-be';
}

/** Latin as it is imitated: digits, Cyrillic and Greek (a part of Unicode's confusables, for letters that names use). */
const LOOKS_LIKE = new Map<string, string>(
  (
    [
      ['l', '1iі|ӏι'],
      ['o', '0оοօ'],
      ['a', 'аαɑ'],
      ['e', 'еєε'],
      ['c', 'сϲ'],
      ['p', 'рρ'],
      ['x', 'хχ'],
      ['y', 'уγ'],
      ['s', '5ѕ'],
      ['k', 'кκ'],
      ['m', 'м'],
      ['t', 'тτ'],
      ['h', 'һ'],
      ['b', 'в'],
      ['n', 'п'],
      ['j', 'ј'],
      ['d', 'ԁ'],
      ['q', 'ԛ'],
      ['w', 'ԝ'],
      ['u', 'υ'],
      ['v', 'ν'],
    ] as const
  ).flatMap(([letter, others]) => Array.from(others).map((other) => [other, letter] as const)),
);

const NAMES = KNOWN_PUBLISHERS.map(({ name }) => name);
const EXACT = new Set(NAMES.map((name) => name.toLowerCase()));
const BY_SKELETON = new Map(NAMES.map((name) => [skeleton(name), name] as const));
/** Shorter names are one slip from half the dictionary. */
const SHORTEST_FOR_A_SLIP = 6;
const CLAIMS = /[-_.]?(?:official|officials|real|verified|original|hub|inc|hq)$/;

/** The known namespace that this one could be taken for; null for a known one itself, and for all that are unlike. */
export function lookAlikeOf(namespace: string): LookAlike | null {
  const name = namespace.toLowerCase();
  if (EXACT.has(name)) return null;
  const same = BY_SKELETON.get(skeleton(namespace));
  if (same !== undefined) return { known: same, how: 'same-to-the-eye' };
  const bare = name.replace(CLAIMS, '');
  const claimed = bare === name ? undefined : NAMES.find((known) => known.toLowerCase() === bare);
  if (claimed !== undefined) return { known: claimed, how: 'claims-to-be' };
  const near = NAMES.find((known) => isOneSlip(name, known.toLowerCase()));
  return near === undefined ? null : { known: near, how: 'one-slip' };
}

/** The publisher whose models bear such names, and who is not the one that offers this one. */
export function ownerOfName(namespace: string, model: string): string | null {
  const owners = KNOWN_PUBLISHERS.filter(({ models }) => models?.some((start) => isThatModel(model, start)) === true);
  if (owners.length === 0 || EXACT.has(namespace.toLowerCase())) return null;
  return owners[0]?.name ?? null;
}

/** A name that begins as the known one, and goes on as a version or size does: no word of somebody's own. */
function isThatModel(model: string, start: string): boolean {
  if (!model.startsWith(start)) return false;
  const rest = model.slice(start.length).toLowerCase();
  return rest.split(/[-_.]+/).every((word) => word === '' || ORDINARY.test(word));
}

/** What publishers themselves append: sizes, versions, what it was tuned for. */
const ORDINARY =
  /^(?:v?\d+(?:[bmk]|x\d+b|a\d+b|e)?|\d+x\d+b|chat|instruct|base|it|pt|hf|large|medium|small|mini|tiny|turbo|nano|vision|coder|code|math|omni|vl|thinking|distill|preview|dev|schnell|pro|xl|english|en|uncased|cased|multilingual)$/;

/** Letters that look alike, and those that two others look like, as one. Case, separators and accents are nothing. */
export function skeleton(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  let text = '';
  for (const letter of folded) text += LOOKS_LIKE.get(letter) ?? letter;
  return text.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

/** One letter more, less or other, or two neighbours swapped (Damerau). The first letter is seldom the one mistaken. */
function isOneSlip(name: string, known: string): boolean {
  if (known.length < SHORTEST_FOR_A_SLIP || Math.abs(name.length - known.length) > 1 || name[0] !== known[0])
    return false;
  let start = 0;
  while (start < name.length && name[start] === known[start]) start++;
  let [a, b] = [name.length, known.length];
  while (a > start && b > start && name[a - 1] === known[b - 1]) [a, b] = [a - 1, b - 1];
  const [left, right] = [name.slice(start, a), known.slice(start, b)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
