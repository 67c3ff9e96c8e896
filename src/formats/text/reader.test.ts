import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { textFormat } from './reader.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, path = 'README.md') =>
  textFormat.read(sourceOf(bytes), { path, budget: createBudget(() => 0) });

describe('the reader of text', () => {
  it.each<[string, Uint8Array, boolean]>([
    ['README.md', bytesOf('# Model'), true],
    ['merges', bytesOf('Ġ t\n'), true],
    ['LICENCE', Uint8Array.of(0xa9, 0x20, 0x32), true],
    ['blob', Uint8Array.of(0xa9, 0x20, 0x32), false],
    ['notes.txt', Uint8Array.of(0xff, 0xfe, 0x41, 0x00), true],
    ['blob', Uint8Array.of(0x80, 0x02, 0x7d, 0x2e), false],
    ['blob', bytesOf('GGUF\0\0'), false],
    ['config.json', bytesOf('{}'), false],
    ['setup.py', bytesOf('x'), false],
    ['empty.txt', new Uint8Array(), false],
  ])('%s of %j is claimed: %s', (path, head, expected) => {
    expect(textFormat.claims(path, head, head.length)).toBe(expected);
  });

  it('claims text whose head ends within a character', () => {
    const head = bytesOf('aé').subarray(0, 2);
    expect(textFormat.claims('x', head, 3)).toBe(true);
    expect(textFormat.claims('x', head, 2)).toBe(false);
  });

  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', bytesOf('é'), 'utf-8', 'é'],
    ['UTF-8 with a mark', bytesOf('\uFEFFé'), 'utf-8', 'é'],
    ['UTF-16 little end first', Uint8Array.of(0xff, 0xfe, 0xe9, 0x00), 'utf-16le', 'é'],
    ['UTF-16 big end first', Uint8Array.of(0xfe, 0xff, 0x00, 0xe9), 'utf-16be', 'é'],
    ['an old document', Uint8Array.of(0xe9), 'latin-1', 'é'],
  ])('reads %s', async (_, bytes, encoding, text) => {
    expect((await read(bytes)).facts).toEqual({ format: 'text', encoding, text });
  });

  it.each<[string, Uint8Array, string]>([
    ['a NUL', bytesOf('a\0b'), 'README.md'],
    ['broken UTF-8 where no old document is expected', Uint8Array.of(0x61, 0xe9), 'merges'],
    ['half a character of UTF-16', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), 'a.txt'],
  ])('%s is malformed', async (_, bytes, path) => {
    await expect(read(bytes, path)).rejects.toBeInstanceOf(MalformedError);
  });

  it('answers any bytes with facts or with MalformedError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom('a.txt', 'blob'), async (bytes, path) => {
        const answer = await read(bytes, path).catch((error: unknown) => error);
        expect(answer instanceof MalformedError || (answer as { facts?: unknown }).facts !== undefined).toBe(true);
      }),
    );
  });
});
