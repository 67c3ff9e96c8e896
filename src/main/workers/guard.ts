import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { answerText } from '../../cli/guard/answer.ts';
import { guardsOf } from '../../cli/guard/guards.ts';
import type { Guards } from '../../cli/guard/question.ts';
import type { GuardSetup, Headers } from '../../cli/guard/setup.ts';
import { remarksOn, remarksWithoutKey } from '../../guard/remarks.ts';
import { warm } from '../../guard/warm.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { guardHere } from '../guard-here.ts';

/** A thread serves one call of the command at a time, whose setup does not change. */
let made: Made | null = null;

interface Made {
  readonly of: string;
  readonly guards: Promise<Guards>;
  readonly given: number;
  readonly serves: boolean;
}

function guardsFor(setup: string): Made {
  if (made?.of !== setup) {
    const { env, ...given } = JSON.parse(setup) as GuardSetup & { readonly env: Readonly<Record<string, string>> };
    const here = guardHere({ env, classify: () => new URL('./classify.js', import.meta.url) });
    const { policies, serves = false } = given;
    made = { of: setup, guards: guardsOf(here, given), given: policies.length, serves };
  }
  return made;
}

function lineOf(given: Json): string {
  const line = typeof given === 'string' ? given : member(given, 'line');
  return typeof line === 'string' ? line : '';
}

/** What is no text is no consent. */
function saidOf(given: Json): Headers {
  const said = member(given, 'said');
  if (!isJsonObject(said)) return NOTHING_SAID;
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, typeof value === 'string' ? value : '?']),
  );
}

const NOTHING_SAID: Headers = {};

serveIsolated(async (input) => {
  const [setup, lines] = [member(input, 'setup'), member(input, 'lines')];
  if (typeof setup !== 'string' || !Array.isArray(lines)) throw new Error('the question has another shape');
  try {
    // Who opens a guard opens it as its files are now.
    if (lines.length === 0) made = null;
    const here = guardsFor(setup);
    const guards = await here.guards;
    // Not the built-in one beside those that were given: few lines name it, and making it ready takes a second of each start.
    const expected = [...guards.byPolicy.values()].slice(0, Math.max(1, here.given));
    // A message that may take so long and no longer waits for nothing that could have been made before.
    const ready = expected.filter(({ policy }) => here.serves || policy.deadline !== null);
    if (lines.length === 0) for (const guard of ready) warm(guard);
    // Those that wait for a judge wait together.
    const answers = await Promise.all(lines.map((line) => answerText(lineOf(line), guards, saidOf(line))));
    const waits = [...guards.byPolicy.values()].flatMap(({ policy: { judges, classifiers } }) =>
      [...judges, ...classifiers].map(({ milliseconds }) => milliseconds),
    );
    if (lines.length > 0) return { answers };
    const remarks = [...guards.byPolicy.values()].flatMap(({ policy }) => [
      ...remarksOn(policy),
      ...(guards.vaults === undefined ? remarksWithoutKey(policy) : []),
    ]);
    return { answers, longestWait: Math.max(0, ...waits), remarks };
  } catch (error) {
    if (error instanceof WeighbridgeError) return { code: error.code, detail: error.detail };
    throw error;
  }
});
