import { LONG_LETTERS, LONG_SMALL, longRunsIn } from '../../../../text/view/long-run.ts';
import { VOCABULARY } from '../words/vocabulary.ts';
import type { Code } from './alphabets.ts';
import { fromBases } from './bases.ts';
import { parted } from './parting.ts';
import { runTogether } from './run-together.ts';

/** What stands in a row without a space, and is too long for a word: looked for where there is one. */
export const RUNS: readonly Code[] = [
  {
    may: (text) => (longRunsIn(text) & LONG_SMALL) !== 0,
    pattern: /(?<![\w#@/.:=?&%-])[a-z](?:[a-z_]{27,600}|[a-z_-]{27,600}(?=[,.!?]?(?:\s|$)))(?![\w/:=-]|\.[a-z]{2})/g,
    read: (run) => (isName(run) ? '' : runTogether(run)),
  },
  {
    // Words that are words as they stand.
    may: (text) => /[a-z][_.+-][a-z]+[_.+-][a-z]+[_.+-]/.test(text),
    pattern: /(?<![\w#@/.:=?&%+-])[A-Za-z]+(?:[_.+-][a-z]+){7,60}(?![\w/:=(-]|\.[a-z]{2})/g,
    // A page is named so.
    read: (run) => (/\.(?:html?|php|md|txt|pdf|aspx?|jpe?g|png)$/.test(run) ? '' : (said(run.split(/[_.+-]/)) ?? '')),
    beside: true,
  },
  {
    may: (text) => (longRunsIn(text) & LONG_LETTERS) !== 0,
    pattern: /(?<![\w#@/.:=?&%-])[A-Za-z]{0,28}[A-Z][A-Za-z]{28,600}(?![\w/:=-]|\.[a-z]{2})/g,
    read: (run) => (/^[A-Z]+$/.test(run) ? parted(run) : null) ?? said(run.match(CAMEL_WORD) ?? []) ?? runTogether(run),
  },
  {
    may: (_, { figures }) => figures > 1,
    pattern: /(?<!\S)(?:<~)?[!-~]{24,1000}(?!\S)/g,
    read: (run) => (!/\d/.test(run) || PATH.test(run) ? '' : fromBases(run.replace(/^["'`(]|["'`),.;:]$/g, ''))),
    bytes: 'numbers',
  },
];

/** Capitals in a row are one word: `UpdateSAPBill`. */
const CAMEL_WORD = /[A-Z]+(?![a-z])|[A-Z][a-z]*/g;

/** Words with strokes and dots between: a file, an address, a name; and what joins names in programs. */
const PATH = /[a-z]{3}[/._-][a-z]{3}|[A-Z]{3}_[A-Z]{3}|[a-z]::|:\/\/|\w\(\)|[=-]>/;

/** A sentence, whatever joins its words: no name has so many, and articles among them. */
function said(parts: readonly string[]): string | null {
  if (parts.length < LONG_NAME || NAMES_BEGIN.test(parts[0] ?? '')) return null;
  const words = parts.map((part) => part.toLowerCase());
  const known = words.filter((word) => VOCABULARY.has(word) || word === 'a').length;
  const joining = words.filter((word) => JOINING.has(word)).length;
  return known * 5 >= words.length * 4 && joining >= 3 ? words.join(' ') : null;
}

const LONG_NAME = 8;
/** As tests and functions are named, which are sentences too. */
const NAMES_BEGIN = /^(?:tests?|should|when|given|then|it|get|set|is|has|can|on|does|returns?|throws?)$/i;
const JOINING = new Set(
  'a an the of to in into on for with without by and as this that these your my me us how do not from at it is are can be all who what'.split(
    ' ',
  ),
);

/** As programs name things: words that are words. */
function isName(run: string): boolean {
  const parts = run.split(/[_-]+/).filter((part) => part.length > 2);
  return parts.length > 2 && parts.filter((part) => VOCABULARY.has(part)).length * 2 >= parts.length;
}
