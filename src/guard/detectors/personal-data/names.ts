import { ORIGINS } from '../../../domain/guard.ts';
import {
  BEFORE_NAME,
  GIVEN_NAMES,
  givenAt,
  INTRODUCTIONS,
  introducedAt,
  isNameOpen,
  NESTED_NAME,
  nameStart,
} from '../../../text/personal-data/people.ts';
import { lastWord } from '../../../text/unsettled.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';

/** Names of people: behind a title, an introduction, a field, or where a common given name begins one of several words. */
export const names: SpanDetector = {
  kind: 'span',
  id: 'names',
  title: 'Names of people',
  types: [{ type: 'PERSON', title: 'Name of a person' }],
  origins: ORIGINS,
  sees: 'canonical',
  triggers: {
    literals: [
      ...INTRODUCTIONS.map(({ text, anyCase }) => ({ text, anyCase })),
      ...GIVEN_NAMES.map((text) => ({ text })),
    ],
  },
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
    ],
    quiet: () => ['Dear customer,', 'I am Here', 'this is The End', 'file name: report'],
  },
};

function namesAt({ text, from }: Reading, { count, which, at }: Places): readonly Hit[] {
  const hits = new Map<number, Hit>();
  for (let place = 0; place < count; place++) {
    const found = nameAt(text, at[place] ?? 0, which[place] ?? 0);
    if (found !== null && found.score > (hits.get(found.start)?.score ?? 0)) hits.set(found.start, found);
  }
  const all = [...hits.values()];
  return all.filter((one) => one.start >= from && !all.some((other) => holds(other, one)));
}

function nameAt(text: string, at: number, which: number): Hit | null {
  const introduction = INTRODUCTIONS[which];
  if (introduction !== undefined) return introducedAt(text, at, introduction);
  return givenAt(text, at, GIVEN_NAMES[which - INTRODUCTIONS.length] ?? '');
}

function holds(other: Hit, { start, end }: Hit): boolean {
  return other.start < start && start - other.start <= NESTED_NAME && other.end >= end;
}

function firstOpenName(reading: Reading, { count, which, at }: Places): number {
  let open = lastWord(reading);
  for (let place = 0; place < count; place++) {
    const introduced = INTRODUCTIONS[which[place] ?? 0]?.text.length;
    const behind = (at[place] ?? 0) + (introduced ?? 0);
    const start = introduced === undefined ? behind : nameStart(reading.text, behind);
    if (start < open && start >= reading.from && isNameOpen(reading.text, start)) open = start;
  }
  return open;
}
