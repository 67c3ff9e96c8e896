import { Script } from 'node:vm';

type Outcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'ended' };

/**
 * Runs to its end what takes no longer than so many milliseconds; anything else is ended in its midst, loops and patterns of
 * regular expressions too, as by an error that nothing in it can catch (Node's documentation, vm, `timeout`). What it
 * changed stays changed. Each call costs a tenth of a millisecond, since a thread keeps the time.
 */
export function within<T>(milliseconds: number, run: () => T): Outcome<T> {
  const name = Symbol.for(HERE);
  const before = global[name];
  let outcome: Outcome<T> | { readonly kind: 'threw'; readonly error: unknown } = { kind: 'ended' };
  global[name] = () => {
    try {
      outcome = { kind: 'done', value: run() };
    } catch (error) {
      outcome = { kind: 'threw', error };
    }
  };
  try {
    callOf().runInThisContext({ timeout: Math.max(1, Math.ceil(milliseconds)) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  } finally {
    global[name] = before;
  }
  return settled(outcome);
}

function settled<T>(outcome: Outcome<T> | { readonly kind: 'threw'; readonly error: unknown }): Outcome<T> {
  if (outcome.kind === 'threw') throw outcome.error;
  return outcome;
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

/** A script sees what is global alone. */
const HERE = 'weighbridge.within';
const global = globalThis as unknown as Record<symbol, (() => void) | undefined>;

let call: Script | undefined;

function callOf(): Script {
  call ??= new Script(`globalThis[Symbol.for('${HERE}')]()`, { filename: 'within' });
  return call;
}
