import { createWorkerIsolation } from '../adapters/isolation/worker-isolation.ts';
import { charactersOf, createDesk } from '../cli/guard/desk.ts';
import type { GuardDesk, GuardSetup, SaidLine } from '../cli/guard/setup.ts';
import { ERRORS, type ErrorCode, WeighbridgeError } from '../kernel/errors.ts';
import { isJsonObject, type Json } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { IsolatedOutcome, Isolation } from '../ports/isolation.ts';

interface Options {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly code: URL;
  readonly threads: number;
  /** Milliseconds that lines of so many characters may take. */
  readonly patience?: (characters: number) => number;
  /** Threads that others use too, and close; without it there are some of its own. */
  readonly shared?: Isolation;
}

/** Where nothing is in the data folder's own settings, it lies below these. */
const FOLDERS: ReadonlySet<string> = new Set(['WEIGHBRIDGE_HOME', 'XDG_DATA_HOME', 'HOME', 'USERPROFILE']);

/**
 * The guard in threads of its own: a detector that never returns costs the line that it was asked about, and a thread.
 * Throws what opening the guard throws.
 */
export async function guardApart(
  setup: GuardSetup,
  { env, code, threads, patience = usualPatience, shared }: Options,
): Promise<GuardDesk> {
  const isolation = shared ?? createWorkerIsolation({ entries: { guard: code }, size: threads });
  // Keys of judges, and nothing else of the environment.
  const named = Object.entries(env).filter(
    ([name]) => FOLDERS.has(name) || setup.policies.some(({ text }) => text.includes(name)),
  );
  const told = JSON.stringify({ ...setup, env: Object.fromEntries(named) });
  const ask = (lines: readonly (string | SaidLine)[], milliseconds: number): Promise<IsolatedOutcome> =>
    isolation.run('guard', { setup: told, lines }, { milliseconds, heapMiB: LIMITS.guardHeapMiB });

  const { longestWait, remarks } = openedAs(await ask([], LIMITS.guardOpenMilliseconds));
  const desk = createDesk(
    async (lines) => {
      const characters = lines.reduce((sum, line) => sum + charactersOf(line), 0);
      const outcome = await ask(lines, patience(characters) + longestWait);
      if (outcome.kind === 'died') return outcome.message;
      const answers = isJsonObject(outcome.output) ? outcome.output.answers : undefined;
      return areTexts(answers) ? answers : 'it answered something else';
    },
    { groups: threads },
  );
  return { ...desk, remarks, close: async () => (shared === undefined ? isolation.close() : undefined) };
}

function usualPatience(characters: number): number {
  return LIMITS.guardMilliseconds + characters / LIMITS.guardCharactersAMillisecond;
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** How long its advisers may take, and what is to be said of its policies. */
function openedAs(outcome: IsolatedOutcome): { readonly longestWait: number; readonly remarks: readonly string[] } {
  if (outcome.kind === 'died') throw new WeighbridgeError('guard-stalled', outcome.message);
  const { code, detail, longestWait, remarks } = isJsonObject(outcome.output) ? outcome.output : NOTHING;
  if (typeof code === 'string' && isErrorCode(code))
    throw new WeighbridgeError(code, typeof detail === 'string' ? detail : '');
  return {
    longestWait: typeof longestWait === 'number' ? longestWait : 0,
    remarks: areTexts(remarks) ? remarks : [],
  };
}

const NOTHING: Readonly<Record<string, Json>> = {};

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
