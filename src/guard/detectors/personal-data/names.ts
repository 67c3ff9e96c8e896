import { ORIGINS } from '../../../domain/guard.ts';
import { BEFORE_NAME, INTRODUCTIONS, introducedAt, isNameOpen } from '../../../text/personal-data/people.ts';
import { lastWord } from '../../../text/unsettled.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';

/** Names of people: behind a title, an introduction, a field. A name that nothing introduces may be anybody's, and is not told. */
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
    ],
    quiet: () => ['Dear customer,', 'I am Here', 'this is The End', 'file name: report'],
  },
};

function namesAt({ text, from }: Reading, { count, which, at }: Places): readonly Hit[] {
  const hits = new Map<number, Hit>();
  for (let place = 0; place < count; place++) {
    const introduction = INTRODUCTIONS[which[place] ?? 0];
    const found = introduction === undefined ? null : introducedAt(text, at[place] ?? 0, introduction);
    if (found === null || found.start < from) continue;
    if (found.score > (hits.get(found.start)?.score ?? 0)) hits.set(found.start, found);
  }
  return [...hits.values()];
}

function firstOpenName(reading: Reading, { count, which, at }: Places): number {
  let open = lastWord(reading);
  for (let place = 0; place < count; place++) {
    const introduction = INTRODUCTIONS[which[place] ?? 0];
    const start = (at[place] ?? 0) + (introduction?.text.length ?? 0);
    if (start < open && start >= reading.from && isNameOpen(reading.text, start)) open = start;
  }
  return open;
}
