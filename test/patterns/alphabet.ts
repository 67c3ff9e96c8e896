/** Characters that stand for all there are: those of ASCII, and some of every kind that patterns ask for. */
const KINDS =
  '\u0085\u00a0«°²µºß×ÆÉéıſЖжאمक่กあア中가・\u0301\u200b\u200d\u202e\u2028“”‘’–—…€→■①Ａａ５٣\ufeff\ufffd\u{1d400}\u{1f600}\u{1f1e9}\u{e0041}';

/** A set of characters of an alphabet, one bit each. */
export type Characters = bigint;

export interface Alphabet {
  readonly all: Characters;
  /** The start or the end of a text, which stands where a character might. */
  readonly edge: Characters;
  /** What a class, an escape or a character of a pattern matches. */
  matchedBy(atom: string, flags: string): Characters;
  /** One of the set, a plain one if there is any; nothing for the empty set. */
  oneOf(set: Characters): string;
}

export function createAlphabet(further: Iterable<string> = []): Alphabet {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  const each = [...new Set([...ascii, ...Array.from(KINDS), ...further])];
  const known = new Map<string, Characters>();
  const edge = 1n << BigInt(each.length);
  return {
    all: edge - 1n,
    edge,
    matchedBy(atom, flags) {
      const key = `${flags}/${atom}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const pattern = new RegExp(`^(?:${atom})$`, flags);
      // Without the flag for Unicode a character beyond the first plane is two, of which none stands here.
      const bits = each.map((character) =>
        (/[uv]/.test(flags) || character.length === 1) && pattern.test(character) ? '1' : '0',
      );
      const set = BigInt(`0b${bits.reverse().join('')}`);
      known.set(key, set);
      return set;
    },
    oneOf(set) {
      const bits = set.toString(2).padStart(each.length, '0').split('').reverse();
      const plain = each.findIndex((character, at) => bits[at] === '1' && /[a-z0-9]/.test(character));
      return each[plain >= 0 ? plain : bits.indexOf('1')] ?? '';
    },
  };
}
