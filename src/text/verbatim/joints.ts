import { foldedOf, type Letters, lettersOf } from './letters.ts';

/**
 * What stands between the words of a text without being of it: tags, also escaped ones, character references, escapes of
 * strings, targets of links, numbers of notes, and the numbers and times with which lines begin.
 */
const JOINT =
  /<[/!?]?[a-z][^<>\n]{0,200}>|&lt;\/?[a-z][^&\n]{0,80}&gt;|&(?:[a-z]{2,8}\d{0,2}|#\d{2,6}|#x[0-9a-f]{2,5});|\\{1,4}(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[a-z]{2,12}(?=\{)|[nrtbfv])|\]\([^()\s]{1,300}\)|\[(?:\/?[a-z]{1,8}(?:=[^\][\n]{1,40})?|\^?\d{1,4})\](?!\()|^(?:[^\p{L}\d\n]{0,24}\d[^\p{L}\n]{0,60}|[^\p{L}\d\n]{0,8}(?:ln?|lines?|no?|row|p|v)\.? ?\d{1,6}\b[^\p{L}\n]{0,12})/gimu;

/** A letter that is written as a reference or as an escape: `&eacute;`, `&#101;`, `\u0065`. */
const NAMED = /^&([a-z])(?:acute|grave|circ|tilde|uml|ring|cedil|caron|slash|lig);$/i;
const NUMBERED = /^(?:&#(\d+);|&#x([0-9a-f]+);|\\+[ux]([0-9a-f]+))$/i;

/** Each of them has one of these; most sentences have none. */
const MARK = /[<&\\\]\d]/;

/** Whether anything stands between the words but blanks and signs. */
export function isJoined(text: string): boolean {
  return MARK.test(text) && text.search(JOINT) !== -1;
}

/** The text with a blank in each such place. */
export function unjoined(text: string): string {
  return text.replace(JOINT, (joint) => letterOf(joint) || ' ');
}

/**
 * The letters that are the text's own; in memory that `lettersOf` writes over. `joined` hears before which of them others were
 * left out.
 */
export function lettersUnjoined(text: string, joined?: (letter: number) => void): Letters {
  const { count, units, at } = lettersOf(text);
  let [kept, next] = [0, 0];
  const keepUntil = (place: number) => {
    for (; next < count && (at[next] ?? 0) < place; next++, kept++) {
      units[kept] = units[next] ?? 0;
      at[kept] = at[next] ?? 0;
    }
  };
  for (const { 0: joint, index } of text.matchAll(JOINT)) {
    keepUntil(index);
    const first = next;
    while (next < count && (at[next] ?? 0) < index + joint.length) next++;
    if (next > first) joined?.(kept);
    const letter = foldedOf(letterOf(joint).charCodeAt(0));
    // Each takes more than one letter's room.
    if (letter === 0 || kept >= next) continue;
    units[kept] = letter;
    at[kept++] = index;
  }
  keepUntil(text.length);
  return { count: kept, units, at };
}

/** The end of what stands between two words, where a place is within it; else the place. */
export function behindJoint(text: string, place: number): number {
  for (const { 0: joint, index } of text.matchAll(JOINT)) {
    if (index >= place) break;
    if (place < index + joint.length) return index + joint.length;
  }
  return place;
}

function letterOf(joint: string): string {
  const [, named] = NAMED.exec(joint) ?? [];
  if (named !== undefined) return named;
  const [, decimal, hex, escaped] = NUMBERED.exec(joint) ?? [];
  const code = decimal === undefined ? Number.parseInt(hex ?? escaped ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0xffff && /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? String.fromCharCode(code) : '';
}
