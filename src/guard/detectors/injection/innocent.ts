import { withoutOthersWords } from './conduct/quoted.ts';

/** A place to fill in, as in manuals and forms: it asks for nobody's password. */
const PLACE =
  /[<[{](?:please |enter |insert |type |put |paste )*(?:your|my|the)[ _-](?:[\w-]+[ _]){0,4}[\w-]{1,24}[>\]}]/gi;
/** Forgotten, and done as told before: nobody is ordered to. */
const FORGOTTEN = /忘れて(?:しま|い[まるた])|(?:以前|前回?|先日)の指示(?:に従(?:って|い)|どおり|通り)/g;

/** What a sentence says without what only looks like an attempt. */
export function saidIn(sentence: string): string {
  let said = withoutOthersWords(sentence);
  if (PLACES.some((mark) => said.includes(mark))) said = said.replace(PLACE, ' x ');
  if (said.includes('忘れて') || said.includes('指示')) said = said.replace(FORGOTTEN, '済んだ');
  return said;
}

const PLACES = ['<', '[', '{'];
