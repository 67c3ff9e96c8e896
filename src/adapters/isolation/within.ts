import { type Context, createContext, Script } from 'node:vm';

type Outcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'ended' };

/**
 * Runs to its end what takes no longer than so many milliseconds; anything else is ended in its midst, loops and patterns of
 * regular expressions too, as by an error that nothing in it can catch (Node's documentation, vm, `timeout`). What it
 * changed stays changed. Each call costs a tenth of a millisecond, since a thread keeps the time.
 */
export function within<T>(milliseconds: number, run: () => T): Outcome<T> {
  const { context, script } = stage();
  const before: unknown = context.run;
  let outcome: Outcome<T> | { readonly kind: 'threw'; readonly error: unknown } = { kind: 'ended' };
  context.run = () => {
    try {
      outcome = { kind: 'done', value: run() };
    } catch (error) {
      outcome = { kind: 'threw', error };
    }
  };
  try {
    script.runInContext(context, { timeout: Math.max(1, Math.ceil(milliseconds)) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  } finally {
    context.run = before;
  }
  return settled(outcome);
}

function settled<T>(outcome: Outcome<T> | { readonly kind: 'threw'; readonly error: unknown }): Outcome<T> {
  if (outcome.kind === 'threw') throw outcome.error;
  return outcome;
}

/** It is an error of the context's own making, and no instance of this one's. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

let made: { readonly context: Context; readonly script: Script } | undefined;

/** Where the call stands alone: made when it is first needed, in a millisecond. */
function stage() {
  made ??= { context: createContext({ run: null }), script: new Script('run()', { filename: 'within' }) };
  return made;
}
