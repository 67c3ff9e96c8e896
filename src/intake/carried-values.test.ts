import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, number } from '../../test/support/protobuf.ts';
import { FILE_ANALYZERS } from '../analyzers/file-table.ts';
import { inspectItem } from '../analyzers/run.ts';
import { crc32c, masked } from '../formats/crc32c.ts';
import { FORMATS } from '../formats/table.ts';
import { createBudget } from '../kernel/budget.ts';
import { sourceOf } from '../kernel/bytes.ts';
import { readFileAs } from './read-file.ts';
import { itemOf, type Listed } from './take-inventory.ts';

const PATH = { kind: 'unknown', reason: 'a test' } as const;

/** What is said of a file, but for notes; `pieces`: where another file says that its tensors lie. */
async function told(path: string, content: Uint8Array, pieces?: readonly number[]): Promise<readonly string[]> {
  const described =
    pieces === undefined
      ? null
      : { namedBy: ['m.index'], end: 0, pieces: pieces.map((start) => ({ start, size: null })) };
  const budget = createBudget(() => 0);
  const readings = await readFileAs(FORMATS, path, sourceOf(content), budget, described);
  const file: Listed = { kind: 'file', path, size: content.length, claim: null };
  const { findings } = await inspectItem(FILE_ANALYZERS, itemOf(file, PATH, readings));
  return findings.filter(({ says }) => says !== 'note').map(({ rule }) => rule);
}

const SYSTEM = Buffer.from('\x80\x04cposix\nsystem\n(X\x02\x00\x00\x00idtR.', 'latin1');
const LETTERS = Buffer.concat([SYSTEM, Buffer.alloc(30)]).toString('base64');
const SCRIPT = Buffer.from('#!/bin/sh\ntrue and so on, at some length\n');

/** A graph of TensorFlow of one constant, a tensor of type `type` with one field of values. */
function graph(type: number, field: number, value: Uint8Array): Uint8Array {
  const tensor = [...number(1, type), ...bytes(2, bytes(2, number(1, 1))), ...bytes(field, [...value])];
  const attribute = (key: string, held: readonly number[]) => bytes(5, bytes(1, key), bytes(2, held));
  const node = bytes(
    1,
    bytes(1, 'c'),
    bytes(2, 'Const'),
    attribute('dtype', number(6, type)),
    attribute('value', bytes(8, tensor)),
  );
  return Uint8Array.from([...node, ...bytes(4, number(1, 1395))]);
}

/** A record of TensorFlow that holds an example of one value. */
function record(value: Uint8Array): Uint8Array {
  const list = bytes(1, bytes(1, [...value]));
  const content = Buffer.from(bytes(1, bytes(1, bytes(1, 'x'), bytes(2, list))));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(content.length));
  const sum = (of: Uint8Array): Buffer => {
    const check = Buffer.alloc(4);
    check.writeUInt32LE(masked(crc32c(of)));
    return check;
  };
  return Buffer.concat([length, sum(length), content, sum(content)]);
}

/** A list of real numbers of R, each a byte. */
function reals(values: Uint8Array): Uint8Array {
  const head = Buffer.from('580a000000020003060200020300', 'hex');
  const body = Buffer.alloc(8 + 8 * values.length);
  body.writeUInt32BE(14, 0);
  body.writeUInt32BE(values.length, 4);
  values.forEach((value, at) => {
    body.writeDoubleBE(value, 8 + 8 * at);
  });
  return Buffer.concat([head, body]);
}

const ATTACK = 'pickle-imports/held-attack';
const wide = (width: number): Buffer =>
  Buffer.concat([...SYSTEM].map((byte) => Buffer.from([byte, ...Buffer.alloc(width - 1)])));

describe('files among what containers hold', () => {
  it.each<[string, string, Uint8Array]>([
    ['a text of TensorFlow', 'm.pb', graph(7, 8, SYSTEM)],
    ['a text of TensorFlow, compressed', 'm.pb', graph(7, 8, gzipSync(SYSTEM))],
    ['bytes of a tensor of TensorFlow', 'm.pb', graph(4, 4, SYSTEM)],
    ['an example of TensorFlow', 'm.tfrecord', record(SYSTEM)],
    ['numbers of an array, wider than a byte', 'm.npy', array(wide(8), '<i8')],
    ['letters in a table', 'm.csv', Buffer.from(`id,blob\n1,${LETTERS}\n`)],
    ['letters over lines', 'm.yaml', Buffer.from(`a: |\n  ${LETTERS.slice(0, 48)}\n  ${LETTERS.slice(48)}\n`)],
    ['letters in settings of a shell', 'm.env', Buffer.from(`BLOB=${LETTERS}\n`)],
    ['letters in XML', 'm.xml', Buffer.from(`<a b="${LETTERS.slice(0, 48)}&#xA;${LETTERS.slice(48)}"/>`)],
    ['numbers in JSON', 'm.json', Buffer.from(JSON.stringify({ a: [...SYSTEM] }))],
    [
      'escapes in a text',
      'm.txt',
      Buffer.from(`x = "${[...SYSTEM].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"\n`),
    ],
    ['reals of R', 'm.rds', reals(SYSTEM)],
  ])('are told: %s', async (_, path, content) => {
    expect(await told(path, content)).toContain(ATTACK);
  });

  it('are told of tensors that another file tells of', async () => {
    const shard = Buffer.concat([Buffer.alloc(64, 0x3f), SYSTEM]);
    expect(await told('m.data-00000-of-00001', shard, [0, 64])).toEqual([ATTACK]);
    expect(await told('m.data-00000-of-00001', shard, [0, 32])).toEqual([]);
  });

  it.each<[string, string, Uint8Array]>([
    ['scripts of data', 'm.tfrecord', record(SCRIPT)],
    ['pages that quote an attack', 'README.md', Buffer.from(`# About\n\nIt reads as \`${LETTERS}\`.\n`)],
    ['drawings of Office that go on elsewhere', 'm.xml', Buffer.from(`<a b="UEsDBBQABgAIAAAAIQ${'A'.repeat(80)}"/>`)],
    ['digests that begin like a pickle', 'm.csv', Buffer.from(`a,8004${'95'.repeat(30)}\n`)],
    ['pictures and numbers', 'm.tfrecord', record(Buffer.from('\x89PNG\r\n\x1a\n0123456789', 'latin1'))],
  ])('are not seen in %s', async (_, path, content) => {
    expect(await told(path, content)).toEqual([]);
  });
});

function array(values: Uint8Array, type: string): Uint8Array {
  const count = values.length / 8;
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${count},), }`.padEnd(117, ' ');
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'), Buffer.from(`${header}\n`), values]);
}
