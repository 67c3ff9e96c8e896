/** A byte-level byte-pair tokenizer, as GPT-2 made it common. Tokens are spelt in the printable stand-ins for bytes. */
export interface Tokenizer {
  /** From token to id, in the order of ids. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Pairs that become one token, the earliest first. */
  readonly merges: readonly Pair[];
}

type Pair = readonly [left: string, right: string];

export const START = '<s>';
export const END = '</s>';
export const PADDING = '<pad>';
export const SPECIAL_TOKENS = [START, END, PADDING] as const;

/** Where words part: the pattern of the `ByteLevel` pre-tokenizer. Nothing is merged across it. */
const WORDS = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

const STAND_INS = standIns();

/** Learns merges from `text` until the vocabulary has `size` tokens. */
export function trainTokenizer(text: string, size: number): Tokenizer {
  const words = countWords(text);
  const merges: Pair[] = [];
  while (SPECIAL_TOKENS.length + STAND_INS.length + merges.length < size) {
    const pair = commonestPair(words);
    merges.push(pair);
    for (const word of words) word.tokens = mergePair(word.tokens, pair);
  }
  const tokens = [...SPECIAL_TOKENS, ...STAND_INS, ...merges.map((pair) => pair.join(''))];
  return { vocabulary: new Map(tokens.map((token, id) => [token, id])), merges };
}

/** The ids of `text`. Special tokens are not looked for in it. */
export function encode({ vocabulary, merges }: Tokenizer, text: string): readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (text.match(WORDS) ?? []).flatMap((word) => {
    const ids = known.get(word) ?? encodeWord({ vocabulary, merges }, word);
    known.set(word, ids);
    return ids;
  });
}

/** The text of `ids`, without the special tokens. */
export function decode({ vocabulary }: Tokenizer, ids: readonly number[]): string {
  const tokens = [...vocabulary.keys()];
  const special = new Set<string>(SPECIAL_TOKENS);
  const spelt = ids.map((id) => tokens[id] ?? '').filter((token) => !special.has(token));
  const bytes = spelt.flatMap((token) => token.split('').map((letter) => STAND_INS.indexOf(letter)));
  return Buffer.from(bytes).toString('utf8');
}

export function idOf({ vocabulary }: Pick<Tokenizer, 'vocabulary'>, token: string): number {
  const id = vocabulary.get(token);
  if (id === undefined) throw new RangeError(`no token ${token}`);
  return id;
}

function encodeWord({ vocabulary, merges }: Tokenizer, word: string): readonly number[] {
  const tokens = merges.reduce<readonly string[]>(mergePair, spell(word));
  return tokens.map((token) => idOf({ vocabulary }, token));
}

interface CountedWord {
  tokens: readonly string[];
  readonly count: number;
}

function countWords(text: string): readonly CountedWord[] {
  const counts = new Map<string, number>();
  for (const word of text.match(WORDS) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ tokens: spell(word), count }));
}

/** Of pairs equally common, the first in the alphabet: the choice must not hang on the order of the text. */
function commonestPair(words: readonly CountedWord[]): Pair {
  const counts = new Map<string, number>();
  for (const { tokens, count } of words) {
    for (let i = 1; i < tokens.length; i += 1) {
      const pair = `${tokens[i - 1]} ${tokens[i]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + count);
    }
  }
  const [best] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const [left, right] = best?.[0].split(' ') ?? [];
  if (left === undefined || right === undefined) throw new RangeError('the text has too few words for the vocabulary');
  return [left, right];
}

function mergePair(tokens: readonly string[], [left, right]: Pair): readonly string[] {
  const merged: string[] = [];
  for (const token of tokens) {
    if (token === right && merged.at(-1) === left) merged[merged.length - 1] = left + right;
    else merged.push(token);
  }
  return merged;
}

function spell(word: string): readonly string[] {
  return [...Buffer.from(word, 'utf8')].map((byte) => STAND_INS[byte] ?? '');
}

/** GPT-2's alphabet: a letter for each byte, itself where it is printable Latin-1, else the next free one from U+0100. */
function standIns(): readonly string[] {
  let free = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    if (printable) return String.fromCodePoint(byte);
    free += 1;
    return String.fromCodePoint(free - 1);
  });
}
