import { FIELD_ROWS } from './field-rows.ts';
import { PURPOSE_ROWS, type Signal } from './purpose-rows.ts';

/** What the purpose says, signal by signal, with the words that say it. */
export type PurposeSignals = ReadonlyMap<Signal, string>;

/** Purposes are a sentence or two; what is longer is cut, and the cut is said. */
export const LONGEST_PURPOSE = 4_000;

/** Words that turn what follows into its opposite, within the same clause. */
const NEGATION =
  /\b(?:no|not|never|without|neither|nor|non|isn['’]t|doesn['’]t|don['’]t|won['’]t|cannot|can['’]t|free of|excludes?|excluding|except|avoid(?:s|ing)?|prohibit(?:s|ed)?|forbid(?:s|den)?|rather than|instead of)\b(?!.*\b(?:but|however|although|though|yet|only to)\b)[^.;:]{0,60}$/i;
/** Work against a harm is not the harm. */
const DEFENCE =
  /\b(?:detect\w*|prevent\w*|filter(?:s|ing|ed)?(?: out)?|block\w*|moderat\w*|flag(?:s|ging)?|remov\w*|fight\w*|combat\w*|counter(?:s|ing)?|against|audit\w*|stud(?:y|ies|ying)|anti)\b[^.;]{0,50}$/i;
const DEFENCE_AFTER =
  /^[^.;]{0,12}\b(?:detect\w*|prevent\w*|filter\w*|moderation|protection|defen[cs]e|awareness|hotline)\b/i;
/** `non-commercial` and `for research` spoken of the same word. */
const NON_BEFORE = /(?:\bnon-?|\bnot[- ]for[- ]|\bun)$/i;

/** Reads a purpose for what it tells besides the fields. Only ever makes a reading stricter. */
export function readPurpose(purpose: string): PurposeSignals {
  const text = purpose.slice(0, LONGEST_PURPOSE);
  const found = new Map<Signal, string>();
  // Most uses state none, and the rows are compiled when they are first asked.
  if (text.trim() === '') return found;
  for (const { signal, match } of PURPOSE_ROWS) take(found, signal, text, match, 'negation');
  for (const { signal, match, always } of FIELD_ROWS)
    take(found, signal, text, match, always === true ? 'negation' : 'defence');
  return found;
}

function take(
  found: Map<Signal, string>,
  signal: Signal,
  text: string,
  match: RegExp,
  undoneBy: 'negation' | 'defence',
): void {
  for (const hit of text.matchAll(match)) {
    const before = text.slice(Math.max(0, hit.index - 90), hit.index);
    const after = text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 60);
    if (NON_BEFORE.test(before) || NEGATION.test(signal === 'commercial' ? lastClause(before) : before)) continue;
    if (undoneBy === 'defence' && (DEFENCE.test(before) || DEFENCE_AFTER.test(after))) continue;
    found.set(signal, hit[0]);
    return;
  }
}

/** Commerce is named once, not in lists: `not sold, but it helps to close deals` says both. */
function lastClause(text: string): string {
  return text.slice(text.lastIndexOf(',') + 1);
}
