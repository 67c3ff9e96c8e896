import { BROKEN_TYPE } from './faults.ts';
import { BROKEN_TEXT, HELD_TOO_LONG } from './scanner.ts';

interface OwnType {
  readonly type: string;
  readonly title: string;
  /** Who says so: no detector but the guard itself, or the one that failed. */
  readonly detector: string | null;
  readonly about: string;
}

/** What the guard says where nothing can be known of a text: no rule is about these. */
export const OWN_TYPES: readonly OwnType[] = [
  {
    type: BROKEN_TYPE,
    title: 'A detector that gave no answer',
    detector: null,
    about:
      "A detector threw, stalled, or did not return within the policy's deadline, or somebody who was to be asked did not answer: what it would have said of this text is not known. The finding names it, as its detector.",
  },
  {
    type: BROKEN_TEXT,
    title: 'What is no text',
    detector: 'guard',
    about:
      'Bytes that are no UTF-8, or half a character without its other half: programs that read on make different texts of it.',
  },
  {
    type: HELD_TOO_LONG,
    title: 'What had to be held too long',
    detector: 'guard',
    about:
      "What may still become a part of a finding was held for more characters, or longer, than the policy's hold lets it be.",
  },
];
