import * as fc from 'fast-check';
import { expect } from 'vitest';
import { OverBudgetError } from '../../src/kernel/budget.ts';
import { MalformedError } from '../../src/kernel/bytes.ts';
import { cases } from './deep.ts';

/** What a reader may answer, whatever it is given: facts, or a refusal of its own kind, and no other error. */
export function isAnswer(answer: unknown): boolean {
  return (
    answer instanceof MalformedError ||
    answer instanceof OverBudgetError ||
    (answer as { facts?: unknown } | null)?.facts !== undefined
  );
}

interface Sound {
  /** A file that the reader takes. */
  readonly file: Uint8Array;
  /** How many of its first bytes stand before noise: enough that the reader goes on after its signature. */
  readonly head: number;
}

/** Holds a reader to that for a sound file with some bytes changed, for its head with noise behind it, and for noise alone. */
export async function answersAnyBytes(
  read: (bytes: Uint8Array) => Promise<unknown>,
  { file, head }: Sound,
): Promise<void> {
  const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
  const changed = fc.array(change, { maxLength: 6 }).map((changes) => {
    const bytes = Uint8Array.from(file);
    for (const [at, byte] of changes) bytes[at] = byte;
    return bytes;
  });
  const tail = fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from([...file.subarray(0, head), ...bytes]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, tail, fc.uint8Array()), async (bytes) => {
      expect(await read(bytes).catch((error: unknown) => error)).toSatisfy(isAnswer);
    }),
    { numRuns: cases(1000) },
  );
}
