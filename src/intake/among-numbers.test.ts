import { crc32, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FILE_ANALYZERS } from '../analyzers/file-table.ts';
import { inspectItem } from '../analyzers/run.ts';
import { FORMATS } from '../formats/table.ts';
import { createBudget } from '../kernel/budget.ts';
import { sourceOf } from '../kernel/bytes.ts';
import { readFileAs } from './read-file.ts';
import { itemOf, type Listed } from './take-inventory.ts';

async function told(path: string, bytes: Uint8Array, costly = false): Promise<readonly string[]> {
  const source = { ...sourceOf(bytes), ...(costly && { costly: true as const }) };
  const readings = await readFileAs(
    FORMATS,
    path,
    source,
    createBudget(() => 0),
  );
  const file: Listed = { kind: 'file', path, size: bytes.length, claim: null };
  const item = itemOf(file, { kind: 'unknown', reason: 'a test' }, readings);
  return (await inspectItem(FILE_ANALYZERS, item)).findings.map(({ rule, says }) => `${rule} ${says}`);
}

/** A safetensors file of one tensor. */
function tensor(bytes: Uint8Array, dtype = 'U8', metadata: Readonly<Record<string, string>> = {}): Uint8Array {
  const size = dtype === 'F32' ? bytes.length / 4 : bytes.length;
  return headed({ __metadata__: metadata, x: { dtype, shape: [size], data_offsets: [0, bytes.length] } }, [bytes]);
}

function headed(entries: Readonly<Record<string, unknown>>, content: readonly Uint8Array[]): Uint8Array {
  const header = JSON.stringify(entries);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, Buffer.from(header), ...content]);
}

/** A member of a zip, whose directory is gone. */
function member(bytes: Uint8Array): Uint8Array {
  const header = Buffer.from('PK\x03\x04\x14'.padEnd(30, '\0'), 'latin1');
  header.writeUInt32LE(crc32(bytes), 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  header.writeUInt16LE(5, 26);
  return Buffer.concat([header, Buffer.from('a.pkl'), bytes]);
}

/** One of `count` tensors of sixteen noughts each, and one more. */
function tensors(count: number, last: Uint8Array): Uint8Array {
  const entries = Array.from({ length: count }, (_, at) => [
    `x${at}`,
    { dtype: 'U8', shape: [16], data_offsets: [16 * at, 16 * at + 16] },
  ]);
  const end = 16 * count;
  const x = { dtype: 'U8', shape: [last.length], data_offsets: [end, end + last.length] };
  return headed({ ...Object.fromEntries(entries), x }, [new Uint8Array(end), last]);
}

function npy(bytes: Uint8Array): Uint8Array {
  const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${bytes.length},), }`.padEnd(117, ' ');
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(`${header}\n`), bytes]);
}

const SYSTEM = Buffer.from('\x80\x04cposix\nsystem\n(X\x02\x00\x00\x00idtR.', 'latin1');
const SHORT = Buffer.from('\x80\x02cos\nsystem\nU\x02id\x85R.', 'latin1');
const PLAIN = Buffer.from('\x80\x04}(X\x05\x00\x00\x00scaleG?\xf0\x00\x00\x00\x00\x00\x00u.', 'latin1');
const STRANGE = Buffer.from('\x80\x04cengine.recipe\nDelayedScaling\n)\x81.     ', 'latin1');
const ELF = Buffer.alloc(128);
ELF.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], 0);
ELF.set([3, 0, 62, 0], 16);

describe('tensors that are files', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['a pickle', 'm.safetensors', tensor(SYSTEM), 'pickle-imports/held-attack malicious'],
    ['a pickle in gzip', 'm.safetensors', tensor(gzipSync(SYSTEM)), 'pickle-imports/held-attack malicious'],
    [
      'a pickle in base64',
      'm.safetensors',
      tensor(Buffer.from(SYSTEM.toString('base64'))),
      'pickle-imports/held-attack malicious',
    ],
    ['a program', 'm.safetensors', tensor(ELF), 'executables/hidden-program malicious'],
    ['a program in numbers', 'm.safetensors', tensor(ELF, 'F32'), 'executables/hidden-program malicious'],
    [
      'a script',
      'm.safetensors',
      tensor(Buffer.from('#!/bin/sh\ntrue # and no more\n')),
      'remote-code/hidden-script malicious',
    ],
    [
      'a pickle in an archive before noughts',
      'm.safetensors',
      tensor(Buffer.concat([member(SYSTEM), Buffer.alloc(100_000)])),
      'pickle-imports/held-attack malicious',
    ],
    ...[
      "(lp0\ncposix\nsystem\n(S'id'\ntRa.",
      "(dp0\nS'a'\ncposix\nsystem\n(S'id'\ntRs.",
      "(S'id'\nios\nsystem\n.",
      ']q\x00cposix\nsystem\n(U\x02idtRa.',
      '}q\x00U\x01acposix\nsystem\n(U\x02idtRs.',
    ].map((text): [string, string, Uint8Array, string] => [
      `a pickle of the first protocols, ${JSON.stringify(text)}`,
      'm.safetensors',
      tensor(Buffer.from(text, 'latin1')),
      'pickle-imports/held-attack malicious',
    ]),
    ['a pickle of twenty bytes', 'm.safetensors', tensor(SHORT), 'pickle-imports/held-attack malicious'],
    ['a pickle behind others', 'm.safetensors', tensors(20_001, SYSTEM), 'pickle-imports/held-attack malicious'],
    [
      'a pickle in base64 before a megabyte of blanks',
      'm.safetensors',
      tensor(Buffer.from(SYSTEM.toString('base64').padEnd(1_100_000))),
      'pickle-imports/held-attack malicious',
    ],
    ['a pickle in an array', 'm.npy', npy(SYSTEM), 'pickle-imports/held-attack malicious'],
    [
      'a pickle in a header',
      'm.safetensors',
      tensor(Buffer.alloc(8), 'U8', { x: SYSTEM.toString('base64') }),
      'pickle-imports/held-attack malicious',
    ],
  ])('are told: %s', async (_, path, bytes, finding) => {
    expect(await told(path, bytes)).toContain(finding);
  });

  it('are never clean where reading one takes more than it may', async () => {
    const marks = Buffer.alloc(1_000_001, '(');
    const bytes = tensor(Buffer.concat([SYSTEM.subarray(0, 2), marks, SYSTEM.subarray(2)]));
    const readings = await readFileAs(
      FORMATS,
      'm.safetensors',
      sourceOf(bytes),
      createBudget(() => 0),
    );
    expect(readings.unreadable.map(({ reason }) => reason)).toEqual(['over-budget']);
  });

  it('are not read as often as thousands of tensors share them', async () => {
    const script = Buffer.alloc(50_000, '#!/bin/sh\ntrue and so on\n');
    // Each begins a few lines behind the one before, and reaches to the end.
    const one = (from: number) => ({
      dtype: 'U8',
      shape: [script.length - from],
      data_offsets: [from, script.length],
    });
    const entries = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x${at}`, one(25 * at)]));
    const readings = await readFileAs(
      FORMATS,
      'm.safetensors',
      sourceOf(headed(entries, [script])),
      createBudget(() => 0),
    );
    expect(readings.unreadable.map(({ reason }) => reason)).toContain('over-budget');
  });

  it('are never clean where an archive has no end', async () => {
    const archive = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), Buffer.alloc(100_000)]);
    const readings = await readFileAs(
      FORMATS,
      'm.safetensors',
      sourceOf(tensor(archive)),
      createBudget(() => 0),
    );
    expect(readings.unreadable.map(({ format }) => format)).toEqual(['zip']);
  });

  it('are told of what lies afar, too', async () => {
    expect(await told('m.safetensors', tensor(SYSTEM), true)).toEqual(['pickle-imports/held-attack malicious']);
  });

  it.each<[string, Uint8Array]>([
    ['a state that makes plain data', tensor(PLAIN)],
    ['a state of a class that nobody has listed', tensor(STRANGE)],
    [
      'numbers that begin like a pickle',
      tensor(Uint8Array.from({ length: 64 }, (_, at) => [0x80, 4][at] ?? (at * 37) % 251)),
    ],
    [
      'numbers that begin like zlib',
      tensor(Uint8Array.from({ length: 64 }, (_, at) => [0x78, 0x9c][at] ?? (at * 37) % 251)),
    ],
    [
      'numbers that begin like a program of DOS',
      tensor(Uint8Array.from({ length: 96 }, (_, at) => [0x4d, 0x5a, 1, 0][at] ?? 1)),
    ],
    ['a document', tensor(Buffer.from('{"add_bos": true, "pieces": ["a", "b", "c"]}'))],
  ])('are not seen in %s', async (_, bytes) => {
    expect(await told('m.safetensors', bytes)).toEqual([]);
  });
});
