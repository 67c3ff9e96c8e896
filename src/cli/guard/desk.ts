import { refusal } from './answer.ts';
import type { GuardDesk, SaidLine } from './setup.ts';

/** The answers to these lines, in order; a text when there are none, which says why. */
export type AnswerTogether = (lines: readonly (string | SaidLine)[]) => Promise<readonly string[] | string>;

/** Lines that go over together: handing over costs as much as reading some kilobytes. */
const MOST_LINES = 64;
const MOST_CHARACTERS = 262_144;

/**
 * Hands lines over in groups. Where a group gets no answer, each of its lines is handed over by itself, so that the one
 * at fault is refused and nobody else's.
 */
export function createDesk(together: AnswerTogether, { groups = 1 } = {}): Pick<GuardDesk, 'answer'> {
  const waiting: Waiting[] = [];
  let busy = 0;

  const answerAlone = async ({ line, done }: Waiting): Promise<void> => {
    const answers = await together([line]);
    done(typeof answers === 'string' ? stalled(answers) : (answers[0] ?? stalled('it gave no answer')));
  };

  const answerGroup = async (group: readonly Waiting[]): Promise<void> => {
    const answers = group.length > 1 ? await together(group.map(({ line }) => line)) : '';
    if (typeof answers !== 'string' && answers.length === group.length) {
      for (const [at, { done }] of group.entries()) done(answers[at] ?? stalled('it gave no answer'));
    } else for (const one of group) await answerAlone(one);
  };

  const next = (): void => {
    while (busy < groups && waiting.length > 0) {
      busy++;
      void answerGroup(takeFrom(waiting)).finally(() => {
        busy--;
        next();
      });
    }
  };

  return {
    answer: (line) =>
      new Promise((done) => {
        waiting.push({ line, done });
        // What comes within the same turn goes over together.
        if (waiting.length === 1) queueMicrotask(next);
      }),
  };
}

interface Waiting {
  readonly line: string | SaidLine;
  readonly done: (answer: string) => void;
}

export function charactersOf(line: string | SaidLine): number {
  return typeof line === 'string' ? line.length : line.line.length;
}

function takeFrom(waiting: Waiting[]): readonly Waiting[] {
  let [count, characters] = [0, 0];
  for (const { line } of waiting) {
    characters += charactersOf(line);
    if (count > 0 && (characters > MOST_CHARACTERS || count >= MOST_LINES)) break;
    count++;
  }
  return waiting.splice(0, count);
}

function stalled(why: string): string {
  return refusal(`the guard did not answer: ${why}`, 0, 'guard-stalled');
}
