import type { Spoken } from './spoken.ts';
import type { OrderConcept } from './terms.ts';

/** Whether a sentence calls a model: by a name for nothing else, or by one that people have, too. */
export function callOf(spoken: Spoken): 'model' | 'helper' | null {
  const some = (concept: OrderConcept, is: (spoken: Spoken, first: number, last: number) => boolean) =>
    spoken.some(concept, (first, last) => is(spoken, first, last));
  if (some('model', (_, first, last) => !isLabel(spoken, first, last) && isCalled(spoken, first, last))) return 'model';
  if (some('program', isByName) || some('program', isAside) || some('program', readsThis)) return 'model';
  if (some('helper', isAside) || some('helper', readsThis)) return 'model';
  return CALLED.some((concept) => some(concept, isCalled)) ? 'helper' : null;
}

export const CALLED = ['model', 'program', 'helper'] as const satisfies readonly OrderConcept[];

/** `AI:` alone: whose turn it is in a dialogue, or who is called. */
export function isLabel(spoken: Spoken, first: number, last: number): boolean {
  return first === last && /^ ?[:\uff1a]/.test(behind(spoken, last)) && spoken.opensClause(first);
}

/** Words that may stand before a name that is called. */
const BEFORE = 8;

/** Whether it is called by this name: a clause opens with it, and a comma, a duty, or what it does with the text follows. */
function isCalled(spoken: Spoken, first: number, last: number): boolean {
  // Runs of digits are no part of a word's letters: `ia64` is no `ia`.
  if (/\d/.test(spoken.text.slice(spoken.startOf(first), spoken.endOf(last)))) return false;
  const next = behind(spoken, last);
  const isHeard =
    (STOPS.test(next) && !LISTED.test(next)) || spoken.begins(last + 1, 'must') || spoken.begins(last + 1, 'reading');
  if (!(isHeard || NOTED.test(next))) return false;
  for (let word = first - 1; word >= first - BEFORE; word -= 1) {
    if (spoken.ends(word, 'note-to') && isNote(spoken, word)) return true;
    if (isHeard && (spoken.opensClause(word + 1) || spoken.ends(word, 'you-are'))) return true;
    if (!spoken.ends(word, 'opener')) return false;
  }
  return false;
}

const STOPS =
  /^[\u306f\u3078\u306b]{0,2}\s{0,2}(?:["'\u201d)\]]{0,2}\s?(?:[,;!?\u2014\u2013\uff0c\uff1a\u3001\u060c\u061b]|[:.](?:\s|$|[\u0370-\uffdc]))|[)\]]|- |\([^)]{1,40}\)|$)/;
/** `ChatGPT, Claude and Gemini`: who stands in a list of names is not called. */
const LISTED = /^, (?:\p{Lu}[\p{L}\d.-]{1,20}(?: \d[\d.]{0,5})?,? ){1,6}(?:and|or|und|oder|et|ou|y|o|e) \p{Lu}/u;
/** `note for tools that index code:` */
const NOTED = /^[^,.;!?\n]{0,22}:/;

/** `Hidden note to`: a clause opens with it, or with words before it that may. */
function isNote(spoken: Spoken, last: number): boolean {
  for (let word = last; word >= 0 && word > last - BEFORE; word -= 1) {
    if (spoken.begins(word, 'note-to') && opens(spoken, word)) return true;
  }
  return false;
}

/** Whether a clause opens there, or a word or two before. */
export function opens(spoken: Spoken, first: number): boolean {
  for (let word = first; word >= 0 && word > first - 3; word -= 1) {
    if (spoken.opensClause(word)) return true;
    if (!spoken.ends(word - 1, 'opener')) return false;
  }
  return false;
}

/** `Assistant, `: by the bare name, as nobody calls a person. */
function isByName(spoken: Spoken, first: number, last: number): boolean {
  if (!/^ ?[,!\uff0c]/.test(behind(spoken, last))) return false;
  const before = first === 0 ? '' : spoken.text.slice(spoken.startOf(first - 1), spoken.endOf(first - 1));
  return !ARTICLES.has(before.toLowerCase()) && isCalled(spoken, first, last);
}

const ARTICLES = new Set('the a an as der die ein le la un une el il o de het'.split(' '));

/** In markup or quotes, right behind what opens them: `<!-- agent: `, `[assistant, `, `@bot `; `"assistant": ` is a member's name. */
function isAside(spoken: Spoken, first: number, last: number): boolean {
  const start = spoken.startOf(first);
  return (
    ASIDE.test(spoken.text.slice(Math.max(0, start - 32), start)) && /^(?:[,:] ?[^"\s]| - )/.test(behind(spoken, last))
  );
}

/** Not behind a function's name, nor what a list or a member is taken from: `run(agent, state)`. */
const ASIDE =
  /(?:<!--|\/\*|(?<![\w)\]])(?:\[\[?|\(|\{)|(?<!\bf)"|<(?:span|div|p|i|b)\b[^<>]{0,20}>|\B@) ?(?:dear |hey |note to |for )?$/i;

/** `Bots that read this`. */
function readsThis(spoken: Spoken, first: number, last: number): boolean {
  if (!spoken.begins(last + 1, 'reading')) return false;
  return /^\W+(?:\w+\W+){1,3}(?:this|these|it)\b/i.test(behind(spoken, last)) && isCalled(spoken, first, last);
}

function behind(spoken: Spoken, word: number): string {
  const end = spoken.endOf(word);
  return spoken.text.slice(end, end + 64);
}
