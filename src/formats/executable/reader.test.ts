import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { executableFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  executableFormat.read(sourceOf(bytes), { path: 'x', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const header = (...bytes: readonly number[]): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(128)]);
const SOUND = header(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0);
const windows = header(0x4d, 0x5a);
windows[0x3c] = 0x50;
windows.set([0x50, 0x45, 0, 0], 0x50);

describe('the reader of programs', () => {
  it.each<[Uint8Array, object]>([
    [SOUND, { what: 'ELF', library: true }],
    [windows, { what: 'PE', library: false }],
    [header(0xcf, 0xfa, 0xed, 0xfe), { what: 'Mach-O' }],
    [header(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2), { what: 'Mach-O' }],
    [header(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61), { what: 'Java class', library: true }],
    [header(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), { what: 'WebAssembly' }],
    [header(...bytesOf("MZqFpD='\n")), { what: 'cosmopolitan' }],
    [header(...bytesOf('!<arch>\n')), { what: 'static library' }],
    [header(0xa7, 0x0d, 0x0d, 0x0a, ...new Uint8Array(12), 0xe3), { what: 'Python bytecode' }],
  ])('knows %#', async (bytes, expected) => {
    expect(executableFormat.claims('x', bytes, bytes.length)).toBe(true);
    expect((await read(bytes)).facts).toMatchObject(expected);
  });

  it.each<[string, Uint8Array]>([
    ['a text that begins with MZ', bytesOf('MZ is how programs of DOS begin, and this text is about them, at length.')],
    ['two letters', bytesOf('MZ')],
    ['a text', bytesOf('#!/bin/sh\n')],
    ['zeros', new Uint8Array(200)],
    ['nothing', new Uint8Array()],
  ])('%s is none', (_, bytes) => {
    expect(executableFormat.claims('x', bytes, bytes.length)).toBe(false);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    const change = fc.tuple(fc.nat(SOUND.length - 1), fc.nat(255));
    const changed = fc.array(change, { maxLength: 6 }).map((changes) => {
      const bytes = Uint8Array.from(SOUND);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
    const tail = fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from([...SOUND.subarray(0, 4), ...bytes]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, tail, fc.uint8Array()), async (bytes) => {
        const answer = await read(bytes).catch((error: unknown) => error);
        expect(answer).toSatisfy(isAnswer);
      }),
      { numRuns: 1000 },
    );
  });
});

function isAnswer(answer: unknown): boolean {
  return (
    answer instanceof MalformedError ||
    answer instanceof OverBudgetError ||
    (answer as { facts?: unknown } | null)?.facts !== undefined
  );
}
