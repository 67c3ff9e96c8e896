import { ORIGINS } from '../../../domain/guard.ts';
import { introducedAt } from '../../../text/personal-data/introduced.ts';
import { INTRODUCTIONS } from '../../../text/personal-data/introductions.ts';
import { BEFORE_NAME, isNameOpen, LONGEST_NAME, NESTED_NAME, nameStart } from '../../../text/personal-data/name.ts';
import { givenAt, givenIn } from '../../../text/personal-data/people.ts';
import { lastWord } from '../../../text/unsettled.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';

/** Names of people: behind a title, an introduction, a field, where a common given name begins one of several words, or words are built like a name. */
export const names: SpanDetector = {
  kind: 'span',
  id: 'names',
  title: 'Names of people',
  types: [{ type: 'PERSON', title: 'Name of a person' }],
  origins: ORIGINS,
  sees: 'canonical',
  triggers: { literals: INTRODUCTIONS.map(({ text, anyCase }) => ({ text, anyCase })) },
  left: BEFORE_NAME,
  find: namesAt,
  unsettled: firstOpenName,
  defaults: [{ types: [], origins: [], threshold: 0.6, action: 'note' }],
  examples: {
    fires: () => [
      ['Mr. Okonkwo wrote to us', 'PERSON'],
      ['my name is Ilse van der Meer and', 'PERSON'],
      ['Full name: Marta K. Nowak-Zielinska', 'PERSON'],
      ['Dear Claudia,', 'PERSON'],
      ["I'm Andrea Rossi, and", 'PERSON'],
      ['a letter from Katarzyna Nowak came', 'PERSON'],
      ['Nathan: You are late.', 'PERSON'],
      ['the case of Faisa D. Yarrow in town', 'PERSON'],
      ['we met Sólrún Hallgrímsdóttir there', 'PERSON'],
      ['They had Hannah, Ottilie, Derek and Ewa.', 'PERSON'],
      ['Now wait, Karin! It rains.', 'PERSON'],
      ['my name is olga krylova, and', 'PERSON'],
      ['Diana is from the north.', 'PERSON'],
      ['I spoke with Zihni Ülker yesterday.', 'PERSON'],
      ['Last contact: B. Okonjo\nStatus: open', 'PERSON'],
      ['hi this is elena and my order', 'PERSON'],
      ['| Bruno Castro | active |', 'PERSON'],
      ['{"assignee":"Qorvi Talhane"} here', 'PERSON'],
      ['Dear Qorvi,\nthank you', 'PERSON'],
      ["Hi, I'm Qorvi Talhane. We", 'PERSON'],
      ['customer shelly robertson wants a refund', 'PERSON'],
      ['my name is rachita qorvi and i need', 'PERSON'],
      ['я писал, меня зовут Зарема Кулиева.', 'PERSON'],
      ['Yours faithfully,\nLaurits Jessen\n', 'PERSON'],
      ['“I could not believe it,” Andrade said.', 'PERSON'],
      ['Ik ben Noud van Verdun.', 'PERSON'],
      ['письмо от Ивана, Андрей Петров пришёл', 'PERSON'],
      ['你好，我叫王小明，我想', 'PERSON'],
      ['私の名前は田中花子です。', 'PERSON'],
      ['제 이름은 김민수입니다.', 'PERSON'],
      ['اسمي خالد منصور وأنا', 'PERSON'],
      ['मेरा नाम राजेश कुमार है', 'PERSON'],
    ],
    quiet: () => [
      'Dear customer,',
      'Dear Fellow Australians,',
      'we spoke with Customer Support',
      'a flight to San Francisco, CA',
      'call grace under fire',
      '"Same here," Green Arrow said.',
      'I am Here',
      'this is The End',
      'file name: report',
      'a Vitamin C Serum',
      'the Civic Orchestra',
      'to North Carolina, New York!',
      'my name is on the list',
      '我叫了一辆车',
    ],
  },
};

type Given = Pick<Hit, 'start' | 'end'>;
let last: { readonly text: string; readonly from: number; readonly given: readonly Given[] } | undefined;

/** Where given names stand that count for this reading: it is asked for twice, and read once. */
function givenOf({ text, from }: Reading): readonly Given[] {
  if (last?.text !== text || last.from !== from)
    last = { text, from, given: givenIn(text, from - BEFORE_NAME, text.length) };
  return last.given;
}

/** What a token holds, and who it is for: that is the token's secret, and nobody is spoken of. */
const TOKEN = /^\s{0,4}\{\s{0,4}"/;

function namesAt(reading: Reading, { count, which, at }: Places): readonly Hit[] {
  const { text, from, via } = reading;
  if (via === 'base64' && TOKEN.test(text)) return [];
  const found: Hit[] = [];
  for (let place = 0; place < count; place++) {
    const introduction = INTRODUCTIONS[which[place] ?? 0];
    const name = introduction === undefined ? null : introducedAt(text, at[place] ?? 0, introduction);
    if (name !== null) found.push(name);
  }
  for (const { start, end } of givenOf(reading)) {
    const name = givenAt(text, start, end);
    if (name !== null) found.push(name);
  }
  return found.length === 0 ? found : outermost(found).filter(({ start }) => start >= from);
}

/** Of those that begin together the surest, and none that lies in another. */
function outermost(found: readonly Hit[]): readonly Hit[] {
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.score - a.score);
  return inOrder.filter((one, index) => {
    for (let at = index - 1; at >= 0; at--) {
      const other = inOrder[at];
      if (other === undefined || one.start - other.start > NESTED_NAME) break;
      if (other.start === one.start || other.end >= one.end) return false;
    }
    return true;
  });
}

function firstOpenName(reading: Reading, { count, which, at }: Places): number {
  const { text, from } = reading;
  let open = lastWord(reading);
  const look = (start: number, introduced: boolean) => {
    if (start < open && start >= from && isNameOpen(text, start, introduced)) open = start;
  };
  for (let place = 0; place < count; place++) {
    const introduced = INTRODUCTIONS[which[place] ?? 0]?.text.length ?? 0;
    look(nameStart(text, (at[place] ?? 0) + introduced), true);
  }
  const least = text.length - LONGEST_NAME;
  for (const { start } of givenOf(reading)) if (start >= least) look(start, false);
  return open;
}
