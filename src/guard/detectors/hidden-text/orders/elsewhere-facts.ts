import { smallOf } from '../../../../text/orders/abroad.ts';
import { FURTHER_SIGNS, signedBy } from './elsewhere-further.ts';
import { ADDRESS, SIGNS_ELSEWHERE } from './elsewhere-signs.ts';
import type { Weighed } from './weighed.ts';
import { bucketsOf } from './wording.ts';

/** Words that join others in languages of Latin letters, and are none in English. */
const JOINING = new Set(
  (
    'der die das und ist nicht dem den ein eine einen einem eines einer mit auf von zu zum zur im ins für dass wenn du sie ihr ihm ihn wer wie alle allen alles jeder jeden jedem beim vom über bei keine keinen dieser diesen diese niemand ' +
    'le la les l des est pour par sans sous que pas dans une du aux au sur et qui il elle tu vous nous ce cette ne ses leur tous toutes quand personne chaque ' +
    'el los las con del al para sin una un lo su como cuando quien todos todas cada esta este nadie ' +
    'o os a as ao uma para sem não e da em na nos nas ao aos à às ele ela quem seu sua é esta este dos todos todas ninguém ' +
    'gli il lo di per della l e dello dei delle dal dalla nel nella sul sulla è chi non i alla ai allo questa questo ogni tutti tutte nessuno che'
  ).split(' '),
);
/** With two of these a sentence is English, whatever else is in it. */
const ENGLISH_WORD = /\b(?:the|of|and|to|is|in|that|with|for|your|you|it|this|are|be|on|by|or|from)\b/gi;
/** Letters with marks stand in hardly an English word. */
const MARKED = /[à-öø-ÿœ¿¡]/i;
const OTHER_SCRIPT = /\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const WORD = /[\p{L}\p{M}]+/gu;
/** As long as the shortest orders: of scripts without spaces and of others. */
const FEWEST_SIGNS = 6;
const FEWEST_WORDS = 3;

/** What is looked for, in the order in which it is told: by a sign and a script, since signs tell not as much in each. */
export const FACTS_ELSEWHERE: readonly string[] = [
  'latin',
  'cyrillic',
  'kana',
  'turkish',
  'hangul',
  'arabic',
  'asks',
  'short',
  ...SIGNS_ELSEWHERE.flatMap(({ name }) => [`sign ${name}`, `spaceless ${name}`]),
  'speaks or does',
  'does and more',
];

/** What is seen of a sentence in a language other than English: eight, and Turkish, Korean and Arabic; null of English ones, and of what is too short to order anything. */
export function factsElsewhere(text: string): Weighed | null {
  const words = text.match(WORD) ?? [];
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const spaceless = kana || /\p{Script=Han}/u.test(text);
  if (spaceless ? text.length < FEWEST_SIGNS : words.length < FEWEST_WORDS) return null;
  const small = smallOf(text);
  const further = spaceless ? null : signedBy(small);
  const latin = further === 'turkish' || (further === null && !OTHER_SCRIPT.test(text));
  if (latin && further === null && !isElsewhere(text, words)) return null;
  const signs = SIGNS_ELSEWHERE.map(({ name, patterns }) =>
    further === null
      ? patterns.some((pattern) => pattern.test(text))
      : name === 'address'
        ? ADDRESS.test(text)
        : (FURTHER_SIGNS[further][name]?.test(small) ?? false),
  );
  const [speaks = false, does = false, orders = false, must = false, ...others] = signs;
  const ordered = speaks || does || orders || must;
  return {
    facts: [
      Number(latin),
      Number(/\p{Script=Cyrillic}/u.test(text)),
      Number(kana),
      Number(further === 'turkish'),
      Number(further === 'hangul'),
      Number(further === 'arabic'),
      Number(/[?？¿؟]/.test(text)),
      Number(!spaceless && words.length <= FEWEST_WORDS + 1),
      ...signs.flatMap((sign) => [Number(sign && !spaceless), Number(sign && spaceless)]),
      Number(ordered),
      Number((does || orders) && (speaks || others.some(Boolean))),
    ],
    buckets: bucketsOf(further === 'turkish' ? small : text),
  };
}

function isElsewhere(text: string, words: readonly string[]): boolean {
  if ((text.match(ENGLISH_WORD)?.length ?? 0) >= 2) return false;
  return MARKED.test(text) || words.some((word) => JOINING.has(word.toLowerCase()));
}
