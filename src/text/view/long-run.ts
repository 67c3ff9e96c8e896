import { wideOf } from './wide.ts';

let last: { readonly text: string; readonly has: boolean } | undefined;

/** Whether so many characters stand in a row without a space; of a sentence that several ask about, it is looked for once. */
export function hasLongRun(text: string): boolean {
  if (last?.text !== text) last = { text, has: findsLongRun(text) };
  return last.has;
}

/** From the far end of where one would be, back to a space. */
function findsLongRun(text: string): boolean {
  if (text.length < LONG) return false;
  const units = wideOf(text);
  for (let start = 0; start + LONG <= text.length; ) {
    let at = start + LONG - 1;
    while (at >= start && (units[at] ?? 0) > SPACE) at -= 1;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}

const SPACE = 32;

const LONG = 24;
