import { canonicalOf } from '../../../text/view/canonical.ts';

/**
 * A valid pattern for the view of a text that it is held against: letters and marks in one, and letters and digits of other
 * widths and styles as plain ones. What would become several characters, or a sign that means something in a pattern, stays,
 * and so do escapes and counts. A class keeps what it had, and ranges keep their ends.
 */
export function patternAsRead(source: string): string {
  return source.replaceAll(PART, (part) => {
    if (part.startsWith('[')) return classAsRead(part);
    return KEPT.test(part) ? part : lettersAsRead(part);
  });
}

/** What is quoted, an escape, a class, a count, the head of a group; or what else stands between them. */
const PART =
  /\\Q.*?(?:\\E|$)|\\(?:[pPx]\{[^}]*\}|[pP]?.)|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\{[^}]*\}|\(\?(?:P?<[^>]*>|[^:)]*[:)])|[^\\[{(]+|./gsu;
const KEPT = /^(?:\\(?!Q)|[{(])/;

function lettersAsRead(text: string): string {
  return text.normalize('NFC').replaceAll(/(?<!\\)[^\0-\x7f]/gu, (character) => {
    const plain = canonicalOf(character, 0).text;
    return ONE_OF_A_WORD.test(plain) ? plain : character;
  });
}

const ONE_OF_A_WORD = /^[\p{L}\p{N}]$/u;

/**
 * A class with what it says in other letters said in plain ones, too: a letter with a mark of its own, one of another width,
 * and ranges of wide letters, which lie in the order of plain ones. What ends another range stays what it is.
 */
function classAsRead(source: string): string {
  return source.replaceAll(SAID_OTHERWISE, (said) => {
    const plain = canonicalOf(said, 0).text;
    return ONE_OR_A_RANGE.test(plain) ? said + plain : said;
  });
}

const SAID_OTHERWISE =
  /(?<![-\\])(?:[０-９]-[０-９]|[Ａ-Ｚ]-[Ａ-Ｚ]|[ａ-ｚ]-[ａ-ｚ]|\p{L}\p{M}+|[\uff01-\uffee](?!\p{M}))(?![-\p{M}])/gu;
const ONE_OR_A_RANGE = /^[\p{L}\p{N}](?:-[\p{L}\p{N}])?$/u;
