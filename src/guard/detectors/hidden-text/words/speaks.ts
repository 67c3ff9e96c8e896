import { SPACELESS } from '../../../../text/spaceless.ts';
import { surpriseOf } from '../../../../text/surprise.ts';

/** Words that hardly a sentence of their language does without. */
const COMMON = new Set(
  (
    'the and you your for that this with not are what how can will all from ignore have is of to in it my me be do if on or as at by we an was who when where why write tell say give please would about there their than them were been has had but out one ' +
    'der die das und ist wie ich nicht ein eine mit auf von zu den dem was wer wo wird sind du sie es kann im ' +
    'le la les des est que pas pour dans une avec sur vous je qui el los las que por una con para como es no se un il di che per non sono come da ' +
    'de het een en van voor niet met os um uma com você não em ng mga yang dan untuk tidak'
  ).split(' '),
);

/** Letters with room between them: three words or more, of which hardly a sign is anything else. */
export function isProse(text: string): boolean {
  if (!mayBeProse(text)) return false;
  const words = text.match(/\p{L}[\p{L}\p{M}']*/gu) ?? [];
  if (words.length < LEAST_WORDS) return BIG_SCRIPT.test(text);
  const plain = text.match(/[\p{L}\p{M}\p{N}\s.,;:!?'"()-]/gu)?.length ?? 0;
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  if (BIG_SCRIPT.test(text)) return letters >= LETTER_SHARE * text.length;
  return plain >= PLAIN_SHARE * text.length && letters >= LETTER_SHARE * text.length && /\s/.test(text);
}

/** By its units, of which most decide it: what is decoded is nearly always noise, and patterns cost more. */
function mayBeProse(text: string): boolean {
  let [letters, others, blanks, beyond, big] = [0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = unit < 128 ? KINDS[unit] : unit === NO_CHARACTER ? OTHER : BEYOND;
    // At most a letter, or a blank.
    if (kind === BEYOND) {
      beyond += 1;
      if (unit >= FIRST_BIG) big += 1;
    } else if (kind === LETTER) letters += 1;
    else if (kind === BLANK) blanks += 1;
    else if (kind === OTHER) others += 1;
  }
  if (big >= LEAST_BIG) return true;
  return (
    blanks + beyond > 0 &&
    text.length - others >= PLAIN_SHARE * text.length &&
    letters + beyond >= LETTER_SHARE * text.length
  );
}

/** What stands for bytes that are no character. */
const NO_CHARACTER = 0xfffd;
const [LETTER, BLANK, OTHER, BEYOND] = [1, 2, 3, 4];
/** By the unit: what a word is made of, white space, and what hardly stands in prose. */
const KINDS = new Uint8Array(128).fill(OTHER);
for (let unit = 0; unit < 128; unit += 1) {
  const sign = String.fromCharCode(unit);
  if (/[A-Za-z']/.test(sign)) KINDS[unit] = LETTER;
  else if (/\s/.test(sign)) KINDS[unit] = BLANK;
  else if (/[\d.,;:!?"()-]/.test(sign)) KINDS[unit] = 0;
}

const LEAST_WORDS = 3;
/** Letters of a big script that say something by themselves. */
const LEAST_BIG = 8;
/** Thai's first one; those of the others come behind. */
const FIRST_BIG = 0xe01;
const PLAIN_SHARE = 0.9;
const LETTER_SHARE = 0.55;
/** Scripts that need no spaces, and Hangul, of which few letters say much too. */
const BIG_SCRIPT = new RegExp(`(?:[${SPACELESS.source.slice(1, -1)}\\p{Script=Hangul}]\\P{L}{0,2}){8}`, 'u');

/** How many of a text's words are among the commonest; of those only that stand otherwise in `source`, where it is given. */
export function commonWords(text: string, source?: string): number {
  let found = 0;
  for (const { 0: word, index } of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (COMMON.has(word) && source?.slice(index, index + word.length).toLowerCase() !== word) found += 1;
  }
  return found;
}

/** Whether letters of ASCII follow each other as in languages that are written in them, of which no word need be known. */
export function isLikeLanguage(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  return letters >= LEAST_LIKE && letters * 10 >= text.length * 6 && surpriseOf(text.toLowerCase()) <= MOST_BITS;
}

const LEAST_LIKE = 16;
/** Bits a letter; of letters by chance seven. */
const MOST_BITS = 5.2;
