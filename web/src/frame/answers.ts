import { useCallback, useEffect, useState } from 'react';
import type { InputOf, OperationName, OutputOf } from '../../../src/contract/control/operations.ts';
import { call } from './server.ts';

/** A question to the server: what was answered before stays in sight while it is asked again. */
export type Answer<Output> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly output: Output };

export interface Asked<Output> {
  readonly answer: Answer<Output>;
  readonly again: () => void;
}

const known = new Map<string, unknown>();
const waiting = new Set<() => void>();

/** After an act, everything that is in sight is asked for again. */
export function askEverythingAgain(): void {
  for (const again of waiting) again();
}

/** Nothing of one person is shown to the next. */
export function forgetEverything(): void {
  known.clear();
}

/** Asks as long as the page shows; `every` milliseconds again while that is given and the page is looked at. */
export function useAnswer<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  { every = null, when = true }: { readonly every?: number | null; readonly when?: boolean } = {},
): Asked<OutputOf<Name>> {
  const key = `${name} ${JSON.stringify(input)}`;
  const [said, setSaid] = useState<{ readonly key: string; readonly answer: Answer<OutputOf<Name>> } | null>(null);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is name and input as text; a round asks anew.
  useEffect(() => {
    if (!when) return undefined;
    let here = true;
    call(name, input).then(
      (output) => {
        known.set(key, output);
        if (here) setSaid({ key, answer: { kind: 'ready', output } });
      },
      (error: unknown) => {
        if (here) setSaid({ key, answer: { kind: 'failed', error } });
      },
    );
    return () => {
      here = false;
    };
  }, [key, round, when]);
  useEffect(() => {
    waiting.add(again);
    return () => void waiting.delete(again);
  }, [again]);
  useEffect(() => {
    if (every === null) return undefined;
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), every);
    return () => clearInterval(timer);
  }, [every, again]);
  const remembered = known.get(key) as OutputOf<Name> | undefined;
  const answer: Answer<OutputOf<Name>> =
    said?.key === key
      ? said.answer
      : remembered === undefined
        ? { kind: 'loading' }
        : { kind: 'ready', output: remembered };
  return { answer, again };
}
