import type { Weighed } from './weighed.ts';
import { bucketsOf } from './wording.ts';

/** Words that join others in languages of Latin letters, and are none in English. */
const JOINING = new Set(
  (
    'der das und ist nicht dem ein eine einen einem mit auf von zu zum zur im für dass wenn du sie ihr ihm ihn wer wie alle ' +
    'le la les des est que pas dans une du aux sur et qui il elle tu vous nous ce cette ne se ton ta tes ' +
    'el los las por con del una un al lo su como si cuando quien todos tu ' +
    'os uma não da das em no na nos nas ao à às ele ela quem seu sua dos é ' +
    'gli che di della dello dei delle dal al nel sul è chi non le i ti ogni'
  ).split(' '),
);
const OTHER_SCRIPT = /\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const WORD = /[\p{L}\p{M}]+/gu;
const FEWEST_JOINING = 2;
/** As long as the shortest orders: of scripts without spaces and of others. */
const FEWEST_SIGNS = 6;
const FEWEST_WORDS = 3;

export const FACTS_ELSEWHERE: readonly string[] = ['latin', 'cyrillic', 'kana', 'asks', 'short'];

/** What is seen of a sentence in a language other than English; null of English ones, and of what is too short to order anything. */
export function factsElsewhere(text: string): Weighed | null {
  const words = text.match(WORD) ?? [];
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const spaceless = kana || /\p{Script=Han}/u.test(text);
  if (spaceless ? text.length < FEWEST_SIGNS : words.length < FEWEST_WORDS) return null;
  const latin = !OTHER_SCRIPT.test(text);
  if (latin && new Set(words.filter((word) => JOINING.has(word.toLowerCase()))).size < FEWEST_JOINING) return null;
  return {
    facts: [
      Number(latin),
      Number(/\p{Script=Cyrillic}/u.test(text)),
      Number(kana),
      Number(/[?？¿]/.test(text)),
      Number(!spaceless && words.length <= FEWEST_WORDS + 1),
    ],
    buckets: bucketsOf(text),
  };
}
