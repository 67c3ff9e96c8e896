const SIGN = /^[\p{L}\p{N}]$/u;
/** Marks in a row that are looked behind. */
const MOST = 8;

/** Of ASCII: whether it is a letter or a digit, or a mark of Markdown. */
const KINDS = new Uint8Array(128);
const IS_SIGN = 1;
const IS_MARK = 2;
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  KINDS[sign.charCodeAt(0)] = IS_SIGN;
for (const mark of '*_`~') KINDS[mark.charCodeAt(0)] = IS_MARK;

/** Whether a letter or a digit stands there. */
export function isSign(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return unit < KINDS.length ? KINDS[unit] === IS_SIGN : SIGN.test(text.charAt(at));
}

/** Whether a mark of Markdown does. */
export function isMark(text: string, at: number): boolean {
  return at >= 0 && at < text.length && KINDS[text.charCodeAt(at)] === IS_MARK;
}

/** Whether a word goes on before `at`, over marks too. */
export function signsBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (at - before <= MOST && isMark(text, before)) before--;
  return isSign(text, before);
}

/** Whether it goes on from `at`, over marks too. */
export function signsBehind(text: string, at: number): boolean {
  let behind = at;
  while (behind - at < MOST && isMark(text, behind)) behind++;
  return isSign(text, behind);
}

/** Where the marks begin that the text ends with. */
export function beforeMarks(text: string): number {
  let end = text.length;
  while (text.length - end < MOST && isMark(text, end - 1)) end--;
  return end;
}

/** Of letters that stand first in words, those of ASCII in either case, by their codes. */
export function firstsOf(words: readonly string[]): Uint8Array {
  const firsts = new Uint8Array(KINDS.length);
  for (const word of words) {
    for (const first of [word.charAt(0).toLowerCase(), word.charAt(0).toUpperCase()]) {
      if (first !== '' && first.charCodeAt(0) < firsts.length) firsts[first.charCodeAt(0)] = 1;
    }
  }
  return firsts;
}

/** Whether a word may begin there: of what is not ASCII that is not known yet. */
export function mayBegin(text: string, at: number, firsts: Uint8Array): boolean {
  const unit = text.charCodeAt(at);
  return unit >= firsts.length || firsts[unit] === 1;
}
