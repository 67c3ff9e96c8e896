import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../test/support/any-text.ts';
import { findHidden } from './hidden.ts';

const tags = (text: string) =>
  Array.from(text, (x) => String.fromCodePoint(0xe0000 + (x.codePointAt(0) ?? 0))).join('');
const selectors = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16),
  ).join('');
const bits = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    byte.toString(2).padStart(8, '0').replaceAll('0', '\u200B').replaceAll('1', '\u200C'),
  ).join('');

describe('findHidden', () => {
  it.each<[string, string, string, string | null]>([
    ['text in tags', `Hello${tags('obey me')} there`, 'tags', 'obey me'],
    ['bytes behind an emoji', `😀${selectors('obey me')}`, 'variation-selectors', 'obey me'],
    ['a single high selector after a letter', 'a\u{E0150}', 'variation-selectors', '`'],
    ['bits of zero width', `a ${bits('hi')} b`, 'zero-width', 'hi'],
    ['an override', 'access\u202E resu nimda', 'bidi', null],
    ['an isolate in a line of Latin', 'if x:\u2066 return\u2069', 'bidi', null],
    ['a word cut by a space without width', 'ig\u200Bnore', 'zero-width', null],
    ['isolates that cut a word', 'ig\u2066no\u2069re', 'bidi', null],
    ['an isolate that runs right to left', 'a \u2067b c\u2069 d', 'bidi', null],
    ['clusters between blanks that spell bits', 'a \u200B \u200C \u200C\u200B \u200B\u200B \u200C', 'zero-width', null],
    ['three joiners in a row', 'a \u200D\u200D\u200D b', 'zero-width', null],
    ['Hangul fillers in a row', 'a \u3164\u3164 b', 'zero-width', null],
    ['a tag without a flag', '\u{1F3F4} \u{E0067}\u{E0062}\u{E007F}', 'tags', 'gb'],
  ])('finds %s', (_, text, kind, decoded) => {
    const [first] = findHidden(text);
    expect(first?.kind).toBe(kind);
    expect(first?.decoded).toBe(decoded);
  });

  it('finds single characters of no width when they are strewn about', () => {
    expect(findHidden('\u0434\u200B'.repeat(7) + 'а')).toEqual([]);
    expect(findHidden('\u0434\u200B'.repeat(8) + 'а')).toHaveLength(8);
    // Beside blanks, and of several kinds: a bit a word.
    const words = Array.from('0110100001101001', (bit) => `so${bit === '1' ? '\u200B' : '\u200C'} `).join('');
    expect(findHidden(words)).toHaveLength(16);
  });

  it.each([
    ['a family', '👨‍👩‍👧‍👦 and 👩🏽‍💻 and ❤️‍🔥 and 🏳️‍🌈 and 🧑‍⚕️'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['keycaps', '1️⃣ #️⃣ ✔️'],
    ['Persian', 'می\u200Cخواهم'],
    ['Hindi', 'क्\u200Dष and क्\u200Cष'],
    ['Thai', 'ภาษา\u200Bไทย'],
    ['Hebrew with marks', 'שלום\u200F (abc\u200E) עולם'],
    ['isolates around Arabic', 'name: \u2068محمد\u2069'],
    ['a byte order mark at the start', '\uFEFFhello'],
    ['soft hyphens', 'un\u00ADbe\u00ADliev\u00ADable'],
    ['an ideograph with its variant', '葛\u{E0100}'],
    ['Mongolian', 'ᠮᠣᠩ\u180Bᠭᠣᠯ'],
    ['one space without width, copied from a page', 'see\u200B https'],
    ['what fills the preview of a letter', `Your order is here${' \u200C\u00A0'.repeat(40)} Hello`],
    ['the same in three kinds', `<p>News${'\u034F \u200C \u00AD '.repeat(20)}</p>`],
    ['three kinds of it, one behind the other', `News${'\u034F '.repeat(9)}${'\u00AD '.repeat(7)}\n\nFive articles`],
    ['the same over lines', `News\u200C \u200C \u200C\n  \u200C \u200C`],
    ['a conversation that was exported', '\u200E[12/05/24] \u200EAnna: \u200Eimage left out\n\u200E[13/05/24] Ben'],
    ['dates as a system shows them', 'Created: \u200E12/\u200E05/\u200E2024 \u200F\u200E10:11'],
    [
      'numbers and names that are set apart',
      'Call \u202A+1 (415) 555-0132\u202C; \u2068Mira\u2069 saw it, \u2066x.js\u2069 too',
    ],
    [
      'places where an address may break',
      'See com\u200B.example\u200B.lake\u200B.storage and /usr\u200B/share\u200B/lake',
    ],
    ['long words that may break', 'Bundes\u200Bkanzler\u200Bamts\u200Bchef and Straßen\u200Bverkehrs\u200Bordnung'],
    ['lines that an editor marks', '\u200BAgenda\n\u200B1. Trip\n\u200B2. Boat\n\u200B3. Rest\n'.repeat(3)],
    ['Persian behind a Latin word', 'API\u200Cای و JSON\u200Cهای و USB\u200Cها'],
    ['Khmer with breaks twice', 'មាន\u200Bតម្លៃ 12 ដុល្លារ\u200B\u200B ។'],
    ['plain text', 'The quick brown fox — naïve, déjà vu.'],
  ])('stays quiet on %s', (_, text) => {
    expect(findHidden(text)).toEqual([]);
  });

  it('takes no letters that are said twice for a padding', () => {
    const letters = Array.from('cat', (letter) =>
      Array.from(letter.charCodeAt(0).toString(2).padStart(8, '0'), (bit) => (bit === '1' ? '\u200C' : '\u200B')).join(
        '',
      ),
    );
    expect(findHidden(`News ${`${letters.join(' ')} `.repeat(4)}of today`)).not.toEqual([]);
  });

  it('finds hidden text that is longer than any message', () => {
    const found = findHidden(tags('a').repeat(1_000_000));
    expect(found.map(({ decoded }) => decoded?.length).reduce((a = 0, b = 0) => a + b, 0)).toBe(1_000_000);
  });

  it('answers any text without throwing, each span within it', () => {
    const texts = fc.oneof(
      anyText(),
      fc
        .array(fc.constantFrom('a', '\u200B', '\u{E0041}', '\uFE0F', '\u202E', '😀', '\uD83D', 'ש'))
        .map((x) => x.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of findHidden(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
