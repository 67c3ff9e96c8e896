import { unescaped } from './carries.ts';

/** Fewer words are a title, or the name of a picture. */
const LEAST = 4;
const MOST = 40;
const SAID = 20_000;

/**
 * Whether an address that loads by itself says in words of its own what was said before: all of them stood there, and some are
 * somebody's, as names and numbers are. They need not stand in a row.
 */
export function tellsInWords(address: string, earlier: readonly string[]): boolean {
  const said = earlier.join(' ').slice(-SAID).toLowerCase();
  const [, user = ''] = /^[a-z]{0,12}:?\/\/([^/?#]{8,200})@/i.exec(address) ?? [];
  const called = wordsOf(unescaped(user).replace(/[-_.:]/g, ' '));
  if (called.length >= LEAST && called.every((word) => said.includes(word.toLowerCase()))) return true;
  const mark = address.search(/[?#]/);
  const path = /%20/.test(mark < 0 ? address : address.slice(0, mark))
    ? mark < 0
      ? address
      : address.slice(0, mark)
    : '';
  const query = mark < 0 ? '' : address.slice(mark + 1);
  const values = query.split(/[&;#?]/).map((part) => part.slice(part.indexOf('=') + 1));
  const told = unescaped(
    [path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,4}$/, ''), ...values].join(' '),
  ).replaceAll('_', ' ');
  const words = wordsOf(told);
  if (words.length < LEAST || words.length > MOST) return false;
  const somebodys =
    words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length + (words.some((word) => /\d{3}/.test(word)) ? 2 : 0);
  if (somebodys < 2) return false;
  return words.every((word) => said.includes(word.toLowerCase()));
}

function wordsOf(told: string): readonly string[] {
  return (told.match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) => word.length > 2 || /\d/.test(word));
}
