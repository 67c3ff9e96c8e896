import { describe, expect, it } from 'vitest';
import { SILENT } from '../contract/progress.ts';
import { FORMATS } from '../formats/table.ts';
import { sourceOf } from '../kernel/bytes.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { OpenModel, Source } from '../ports/source.ts';
import { disassembleFile } from './disassemble.ts';
import type { Parts } from './parts.ts';

/** One file, read by a clock that goes on by so many milliseconds with each look. */
function partsOf(bytes: Uint8Array, step: number): Parts {
  const file = { ...sourceOf(bytes), close: async () => {} };
  const files = [{ kind: 'file', path: 'a.pkl', size: bytes.length, claim: null }];
  const model = { files, open: async () => file, close: async () => {} } as unknown as OpenModel;
  const source = { claims: () => true, resolve: async () => model } as unknown as Source;
  let now = 0;
  const monotonic = () => {
    now += step;
    return now;
  };
  return { sources: [source], formats: FORMATS, clock: { monotonic } } as unknown as Parts;
}

async function listed(bytes: Uint8Array, step: number) {
  const lines: string[] = [];
  const caller = { signal: new AbortController().signal, progress: SILENT };
  try {
    for await (const { opcode, effect } of disassembleFile(
      partsOf(bytes, step),
      { reference: 'a.pkl', member: null },
      caller,
    ))
      lines.push(`${opcode} ${effect}`.trim());
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
    return { lines, code: error.code, message: error.message };
  }
  return { lines, code: null, message: '' };
}

describe('a listing', () => {
  it('that time runs out for does not say that there is no pickle', async () => {
    const program = Buffer.from(`${'N'.repeat(100)}.`);
    expect(await listed(program, 0)).toMatchObject({ code: null });
    const late = await listed(program, 2000);
    expect(late.lines.length).toBeGreaterThan(5);
    expect(late.code).toBe('pickle-too-costly');
    expect(late.message).toContain('time ran out');
  });
});
