import { type Survey, surveyOf } from '../words/survey.ts';

/** Words in the order from the last one to the first: articles before what stands before articles. */
export function isBackwards({ back, forth }: Survey, text: string): boolean {
  return back >= LEAST_BACK && back > 3 * forth && !COMPOUND.test(text);
}

/** The same of a short sentence, whose last word is the order and the only one with a capital. */
export function endsWithOrder(text: string): boolean {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= SPACE) end -= 1;
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  if (end - start < 3 || !isCapital(text.charCodeAt(start)) || !ORDERS.has(text.slice(start, end))) return false;
  const body = text.slice(text.lastIndexOf(': ') + 1, start);
  const { back, forth, words, known } = surveyOf(body);
  return words >= LEAST_ORDERED && known * 2 > words && forth <= back && !/[A-HJ-Z]|[{}[\]<>|\\]|":/.test(body);
}

const LEAST_ORDERED = 5;
const SPACE = 32;
const ORDERS = new Set(
  'Rate Rank Approve Praise Hide Use Open Steal Break Hack Bypass Add Begin Start Stop Always Never Ignore Explain Give Write Tell Send Describe Show Make Create List Print Reveal Provide Generate Disregard Forget Delete Copy Forward Teach Help Act Pretend Answer Repeat Do Say Find Build Develop Design Draft Outline Suggest Recommend Construct Compose Produce Convince Instruct How What You'.split(
    ' ',
  ),
);

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

const LEAST_BACK = 2;
/** A word that begins with one: `the in-core index`. */
const COMPOUND = /\b(?:the|a|an|my|your|our)\s+(?:in|on|to|for|of|at|by|from|with|how)-/i;

/** A mark that ends a sentence stands before its first letter, and its last one is a capital: letter by letter from its end, in any language. */
export function isMirrored(text: string): boolean {
  return ENDS_WITH_CAPITAL.test(text.slice(-8)) && MIRRORED.test(text) && !OF_PROGRAM.test(text);
}

const ENDS_WITH_CAPITAL = /\p{Ll}\p{Lu}\s*$/u;
const MIRRORED = /(?:^|: ?|\n)\s{0,3}[.!?]\p{Ll}\p{L}{0,23}[, ](?:\S{1,40} ){2,80}\S{1,40}\s*$/u;
const OF_PROGRAM = /[{}[\]<>=;|\\/]/;

export function fromTheEnd(text: string): string {
  return text.trim().split(/\s+/).toReversed().join(' ');
}
