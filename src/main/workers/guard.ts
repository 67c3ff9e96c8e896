import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { answerText } from '../../cli/guard/answer.ts';
import { guardsOf } from '../../cli/guard/guards.ts';
import type { Guards } from '../../cli/guard/question.ts';
import type { GuardSetup } from '../../cli/guard/setup.ts';
import { warm } from '../../guard/warm.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { member } from '../../kernel/json.ts';
import { guardHere } from '../guard-here.ts';

/** A thread serves one call of the command, whose setup does not change. */
let made: { readonly of: string; readonly guards: Promise<Guards> } | null = null;

function guardsFor(setup: string): Promise<Guards> {
  if (made?.of !== setup) {
    const { env, ...given } = JSON.parse(setup) as GuardSetup & { readonly env: Readonly<Record<string, string>> };
    const here = guardHere({ env, classify: () => new URL('./classify.js', import.meta.url) });
    made = { of: setup, guards: guardsOf(here, given) };
  }
  return made.guards;
}

serveIsolated(async (input) => {
  const [setup, lines] = [member(input, 'setup'), member(input, 'lines')];
  if (typeof setup !== 'string' || !Array.isArray(lines)) throw new Error('the question has another shape');
  try {
    const guards = await guardsFor(setup);
    if (lines.length === 0) for (const guard of guards.byPolicy.values()) warm(guard);
    // Those that wait for a judge wait together.
    const answers = await Promise.all(lines.map((line) => answerText(typeof line === 'string' ? line : '', guards)));
    const waits = [...guards.byPolicy.values()].flatMap(({ policy: { judges, classifiers } }) =>
      [...judges, ...classifiers].map(({ milliseconds }) => milliseconds),
    );
    return { answers, longestWait: Math.max(0, ...waits) };
  } catch (error) {
    if (error instanceof WeighbridgeError) return { code: error.code, detail: error.detail };
    throw error;
  }
});
