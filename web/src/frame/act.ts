import { useState } from 'react';
import { askEverythingAgain } from './answers.ts';

/** An act under way: it is done once however often one clicks, and what failed is said where it was asked. */
export function useAct(): {
  readonly busy: boolean;
  readonly error: unknown;
  readonly run: <Output>(work: () => Promise<Output>, then?: (output: Output) => void) => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    error,
    run: (work, then) => {
      if (busy) return;
      setBusy(true);
      setError(null);
      work()
        .then((output) => {
          askEverythingAgain();
          then?.(output);
        }, setError)
        .finally(() => setBusy(false));
    },
  };
}
