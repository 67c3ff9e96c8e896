import { columnOf, rowsOf } from '../learned/known.ts';
import { wordsOfSentence } from '../learned/words.ts';
import { marksOf, NOT_ASCII, UNUSUAL } from '../view/marks.ts';

/** Words that join others in further languages in these letters: who has some of them writes one of these languages. */
export const FOREIGN =
  'und der das nicht ist ein eine einen einem auch sind wird werden oder wenn kann nach durch mit von aus bei wie zum zur auf dem sich ' +
  'les des une est dans pour pas que qui sur avec sont vous nous cette mais aux leur ' +
  'los las por para con del como pero este esta sus hay ' +
  'che per non della sono gli nel anche questo alla delle degli ' +
  'uma com dos das mais foi seu sua pelo pela ' +
  'het een van niet zijn voor met maar ook dat wordt naar deze ' +
  'och att det som inte till ett ikke jeg har ' +
  'nie jest dla czy lub oraz tylko ' +
  'bir bu ile daha olarak gibi ' +
  'yang dan untuk dengan tidak ini itu pada dari';

/** All of something, and what came before it. */
const PRIOR =
  'alle allen vorherigen bisherigen toutes todas todos anteriores tutte precedenti tutti eerdere vorige tidigare wszystkie wszystkich poprzednie poprzednich semua sebelumnya toate anterioare deine deinen tes tus tue suas je jouw swoje swoich twoje';
const WORDS = new Set(`${FOREIGN} ${PRIOR}`.split(' '));
const { told } = columnOf((_, __, letters) => (WORDS.has(letters) ? 1 : 0));

/** Whether a sentence may be of another language than English: by its letters, or by a word that joins others. */
export function mayBeForeign(sentence: string): boolean {
  if ((marksOf(sentence).kinds & (NOT_ASCII | UNUSUAL)) !== 0) return true;
  const words = wordsOfSentence(sentence);
  const rows = rowsOf(words);
  for (let at = 0; at < words.count; at += 1) if (told[rows[at] ?? 0] === 1) return true;
  return false;
}
