import type { Word } from '../../../src/reports/words.ts';
import { OUTCOME_WORDS, wordOf } from '../../../src/reports/words.ts';
import { Icon } from './icons.tsx';

/** Shape and word in their tone. */
export function Badge({ tone, label }: Pick<Word, 'tone' | 'label'>) {
  return (
    <span className="badge" data-tone={tone}>
      <Icon name={tone} />
      {label}
    </span>
  );
}

/** A request's state in the words of rulings. */
export const STATE_WORDS = {
  vetting: wordOf('unknown', 'vetting'),
  failed: wordOf('unscannable', 'could not look'),
  cancelled: wordOf('unknown', 'cancelled'),
  review: OUTCOME_WORDS.review,
  admitted: wordOf('admit', 'admitted'),
  denied: wordOf('deny', 'denied'),
} as const;

/** The word of a state; one that this page does not know yet is shown as it is. */
export function stateWord(state: string): Pick<Word, 'tone' | 'label'> {
  return Object.hasOwn(STATE_WORDS, state)
    ? STATE_WORDS[state as keyof typeof STATE_WORDS]
    : { tone: 'unknown', label: state };
}
