import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { integersOf, messagesOf, textOf, textsOf } from './message.ts';
import { readMessage } from './reader.ts';
import { BYTES, INTEGER, type MessageShape, nested, STRING, shapeOf, VARINTS } from './shape.ts';

const TREE: MessageShape = shapeOf('Tree', { 1: INTEGER, 2: STRING, 3: nested(() => TREE), 4: BYTES, 5: VARINTS });
const read = (bytes: readonly number[], shape = TREE, budget = createBudget(() => 0)) =>
  readMessage(sourceOf(Uint8Array.from(bytes)), shape, { leave: () => true }, budget);

describe('the reader of protobuf', () => {
  it('tells numbers, packed or not, texts and messages', async () => {
    const message = await read([0x08, 5, 0x0a, 2, 6, 7, 0x12, 1, 0x61, 0x12, 1, 0x62, 0x1a, 2, 0x08, 9, 0x22, 1, 0xff]);
    expect(integersOf(message, 1)).toEqual([5, 6, 7]);
    expect(textsOf(message, 2)).toEqual(['a', 'b']);
    expect(textOf(message, 2)).toBe('b');
    expect(messagesOf(message, 3).map((inner) => [inner.offset, integersOf(inner, 1)])).toEqual([[14, [9]]]);
    expect(message.opaque.get(4)).toEqual({ count: 1, bytes: 1 });
    expect(message.unknown).toBeNull();
  });

  it('reads negative numbers of 64 bits', async () => {
    expect(integersOf(await read([0x08, ...Array<number>(9).fill(0xff), 1]), 1)).toEqual([-1]);
  });

  it.each<[string, readonly number[]]>([
    ['a field it does not have', [0x30, 1]],
    ['a field of another wire type', [0x0d, 1, 2, 3, 4]],
    ['a group, with what stands in it', [0x33, 0x08, 1, 0x33, 0x34, 0x34]],
  ])('counts as unknown %s', async (_, bytes) => {
    expect((await read(bytes)).unknown).toMatchObject({ offset: 0, bytes: bytes.length });
  });

  it.each<[string, readonly number[]]>([
    ['a number without an end', [0x08, 0xff]],
    ['a number of more than ten bytes', [0x08, ...Array<number>(10).fill(0xff), 1]],
    ['field 0', [0x00, 1]],
    ['wire type 6', [0x0e, 1]],
    ['a length past the end', [0x12, 5, 1]],
    ['a length past any file', [0x12, ...Array<number>(9).fill(0xff), 1]],
    ['a message past the end of its parent', [0x1a, 2, 0x12, 5, 1, 1, 1, 1, 1]],
    ['half a fixed number', [0x31, 1, 2]],
    ['a group without an end', [0x33, 0x08, 1]],
    ['a group that is ended as another', [0x33, 0x3c]],
    ['the end of a group alone', [0x34]],
    ['a string that is no UTF-8', [0x12, 1, 0xff]],
    ['packed numbers of which the last has no end', [0x2a, 2, 1, 0xff]],
  ])('refuses %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(MalformedError);
  });

  it('refuses messages and groups that nest deeper than libraries read', async () => {
    let bytes: number[] = [];
    for (let depth = 0; depth < 101; depth++) bytes = [0x1a, ...lengthOf(bytes.length), ...bytes];
    await expect(read(bytes)).rejects.toThrow('deeper than 100');
    await expect(read(Array<number>(500).fill(0x33))).rejects.toThrow('deeper than 100');
  });

  it('ends when its budget does', async () => {
    const budget = createBudget(() => 0);
    budget.spend('opcodes', 20_000_000 - 10);
    await expect(read(Array<number>(100).fill(0x08), TREE, budget)).rejects.toBeInstanceOf(OverBudgetError);
  });

  it('does not read what it skips', async () => {
    const size = 8 * 1024 * 1024;
    const bytes = new Uint8Array(size + 8);
    bytes.set([0x22, ...lengthOf(size)]);
    bytes.set([0x08, 7], size + 5);
    let taken = 0;
    const source = sourceOf(bytes.subarray(0, size + 7));
    const counted = {
      size: source.size,
      read: (offset: number, length: number) => {
        taken += length;
        return source.read(offset, length);
      },
    };
    const message = await readMessage(
      counted,
      TREE,
      { leave: () => true },
      createBudget(() => 0),
    );
    expect(integersOf(message, 1)).toEqual([7]);
    expect(taken).toBeLessThan(100_000);
  });

  it('answers any bytes with a message or MalformedError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const answer = await read([...bytes]).catch((error: unknown) => error);
        expect(answer instanceof MalformedError || typeof (answer as { size: number }).size === 'number').toBe(true);
      }),
    );
  });
});

function lengthOf(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}
