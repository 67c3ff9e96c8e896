import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { executableFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  executableFormat.read(sourceOf(bytes), { path: 'x', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const header = (...bytes: readonly number[]): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(128)]);
const SOUND = header(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0);
const windows = header(0x4d, 0x5a);
windows[0x3c] = 0x50;
windows.set([0x50, 0x45, 0, 0], 0x50);

/** Of the type that libraries have, with segments of these types: 6 is the table of them, 3 names what starts a program. */
function elfWith(...segments: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(64 + 56 * segments.length);
  bytes.set(SOUND.subarray(0, 18));
  const view = new DataView(bytes.buffer);
  view.setBigUint64(32, 64n, true);
  view.setUint16(54, 56, true);
  view.setUint16(56, segments.length, true);
  for (const [at, type] of segments.entries()) view.setUint32(64 + 56 * at, type, true);
  return bytes;
}

describe('the reader of programs', () => {
  it.each<[Uint8Array, object]>([
    [SOUND, { what: 'ELF', library: true }],
    [elfWith(1, 2), { what: 'ELF', library: true }],
    [elfWith(6, 3), { what: 'ELF', library: false }],
    [windows, { what: 'PE', library: false }],
    [header(0xcf, 0xfa, 0xed, 0xfe), { what: 'Mach-O' }],
    [header(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2), { what: 'Mach-O' }],
    [header(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61), { what: 'Java class', library: true }],
    [header(0xac, 0xed, 0, 5, 0x73, 0x72), { what: 'Java objects', library: true }],
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
    ['numbers that begin as objects of Java', header(0xac, 0xed, 0, 5, 1)],
    ['a text', bytesOf('#!/bin/sh\n')],
    ['zeros', new Uint8Array(200)],
    ['nothing', new Uint8Array()],
  ])('%s is none', (_, bytes) => {
    expect(executableFormat.claims('x', bytes, bytes.length)).toBe(false);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 4 });
  });
});
