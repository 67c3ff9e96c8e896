import { CONTROL, marksOf, UNUSUAL } from '../../../../text/view/marks.ts';
import type { Reusable } from '../../idle.ts';
import { isOrder } from '../orders/orders.ts';
import { commonWords, isProse } from '../words/speaks.ts';
import { areAlike, colourOf } from './colours.ts';

/** Reads sentence by sentence what a terminal is told to show and then to hide. (ECMA-48) */
export interface TerminalReader extends Reusable {
  read(raw: string): string | null;
}

const ESCAPE = '\u001b';
const LINE_FEED = 10;
/** Wiped: the line or the page cleared, the cursor sent back, or as many characters taken back. */
const WIPES = new RegExp(
  `^([^\\r\\n\\b\\x7f${ESCAPE}]{8,600}?)(?:(?:${ESCAPE}\\[\\d{0,3}[AFH])?${ESCAPE}\\[\\d{0,3}[KJGDX]|\\r(?![\\n])|(?:[\\b\\x7f] ?){6})`,
);
const BACK_UP = new RegExp(`^${ESCAPE}\\[\\d{0,3}[AFH]`);
/** Titles and links that no line shows, and the other page, which is left again. */
const ASIDE = [
  new RegExp(`${ESCAPE}\\][0-9]{1,4};([^\\x07${ESCAPE}]{8,400})`),
  new RegExp(`${ESCAPE}\\[\\?(?:1049|47|1047)h([^${ESCAPE}]{8,400})`),
  // Written where the cursor was, and then goes back to.
  new RegExp(`${ESCAPE}(?:\\[s|7)([^${ESCAPE}]{8,400})${ESCAPE}(?:\\[u|8)`),
  // Strings that terminals swallow.
  new RegExp(`${ESCAPE}[_P^X]([^\\x07${ESCAPE}]{8,400})`),
  // Beyond every edge.
  new RegExp(`${ESCAPE}\\[(?:\\d{3,5};\\d{1,5}|\\d{1,5};\\d{3,5})[Hf]([^${ESCAPE}]{8,400})`),
] as const;
const SHOWN = new RegExp(`((?:${ESCAPE}\\[[\\d;:]{0,40}m)+)([^${ESCAPE}]{1,600})`, 'g');

export function createTerminalReader(): TerminalReader {
  let before = '';
  return {
    restart: () => {
      before = '';
    },
    read: (given) => {
      const { kinds } = marksOf(given);
      // In one byte what others write in two. (ECMA-48, 5.3)
      const isShort = (kinds & UNUSUAL) !== 0 && given.includes('\u009b');
      const raw = isShort ? given.replaceAll('\u009b', `${ESCAPE}[`) : given;
      const line = before;
      before = raw.charCodeAt(raw.length - 1) === LINE_FEED ? raw : '';
      // What is replaced is controlled by what it is replaced with.
      if (!isShort && (kinds & CONTROL) === 0) return null;
      if (BACK_UP.test(raw) && isOrder(line.trim())) return line.trim();
      for (const pattern of [WIPES, ...ASIDE]) {
        const said = pattern.exec(raw.trimStart())?.[1]?.trim() ?? '';
        if (isOrder(said) || (pattern === ASIDE[3] && isProse(said) && commonWords(said) > 1)) return said;
      }
      let hidden = '';
      for (const [, codes = '', said = ''] of raw.matchAll(SHOWN)) {
        if (!hides(codes)) continue;
        if (isOrder(said.trim()) || isMessage(said)) return said.trim();
        hidden += `${said} `;
      }
      // Word by word.
      const words = hidden.replace(/\s{2,}/g, ' ').trim();
      return isOrder(words) || isMessage(words) ? words : null;
    },
  };
}

/** A sentence: what terminals conceal otherwise is a password, or a word to ask for one. */
function isMessage(said: string): boolean {
  return (said.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= LEAST_CONCEALED && isProse(said) && commonWords(said) > 1;
}

const LEAST_CONCEALED = 6;

/** Whether letters are concealed, or as dark as what they stand on. */
function hides(codes: string): boolean {
  let [letters, ground] = ['letters of the terminal', 'its ground'];
  for (const [, list = ''] of codes.matchAll(/\[([\d;:]*)m/g)) {
    const numbers = list.split(/[;:]/).map(Number);
    for (let at = 0; at < numbers.length; at += 1) {
      const code = numbers[at] ?? 0;
      if (code === 8) return true;
      if (code === 38 || code === 48) {
        const size = numbers[at + 1] === 5 ? 2 : 4;
        const colour = numbers.slice(at + 1, at + 1 + size).join(';');
        if (code === 38) letters = colour;
        else ground = colour;
        at += size;
      } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) letters = String(code);
      else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) ground = String(code - 10);
    }
  }
  return letters === ground || areAlike(rgb(letters), rgb(ground));
}

function rgb(colour: string): ReturnType<typeof colourOf> {
  const [kind, ...shares] = colour.split(';');
  return kind === '2' ? colourOf(`rgb(${shares.join(',')})`) : null;
}
