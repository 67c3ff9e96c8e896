import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { call, global, pickle, STOP } from './assemble.fixture.ts';
import { disassemble, type ListedInstruction } from './disassemble.ts';
import { opcodeByte } from './opcodes.ts';

async function list(bytes: Uint8Array, begins: readonly number[] = []): Promise<ListedInstruction[]> {
  const lines: ListedInstruction[] = [];
  for await (const line of disassemble(
    sourceOf(bytes),
    createBudget(() => 0),
    begins,
  ))
    lines.push(line);
  return lines;
}

describe('a listing', () => {
  it('tells offset, opcode, argument, effect, lookup and call of each instruction', async () => {
    const lines = await list(pickle(['PROTO', 2], call(global('posix', 'system'), 'true'), STOP));
    expect(lines.map(({ offset, opcode, argument, effect }) => [offset, opcode, argument, effect])).toEqual([
      [0, 'PROTO', '2', ''],
      [2, 'GLOBAL', 'posix system', 'puts posix.system on the stack'],
      [16, 'MARK', '', 'puts a mark on the stack'],
      [17, 'BINUNICODE', "'true'", "puts 'true' on the stack"],
      [26, 'TUPLE', '', "leaves ('true',)"],
      [27, 'REDUCE', '', "takes 2, leaves posix.system('true')"],
      [28, 'STOP', '', "ends with posix.system('true')"],
    ]);
    expect(lines[1]?.lookup).toBe('posix.system');
    expect(lines.flatMap(({ call: made }) => made ?? [])).toEqual(["posix.system('true')"]);
  });

  it('goes on with each program that a scan found, and tells what lies between', async () => {
    const call = pickle(['NONE'], STOP);
    const bytes = Buffer.concat([call, Buffer.alloc(7), call, Buffer.alloc(1)]);
    const lines = await list(bytes, [0, 9]);
    expect(lines.map(({ offset, opcode, effect }) => [offset, opcode === '' ? effect : opcode])).toEqual([
      [0, 'NONE'],
      [1, 'STOP'],
      [2, '7 bytes that are no program'],
      [9, 'NONE'],
      [10, 'STOP'],
      [11, '1 byte that is no program'],
    ]);
  });

  it.each(['plain.joblib', 'plain-protocol2.joblib'])('goes on behind the arrays of joblib: %s', async (name) => {
    const bytes = readFileSync(new URL(`../../../test/corpus/genuine/containers/${name}`, import.meta.url));
    const lines = await list(bytes);
    expect(lines.some(({ effect }) => effect.startsWith('the bytes of an array: '))).toBe(true);
    expect(lines.filter(({ effect }) => effect.includes('breaks here'))).toEqual([]);
    expect(lines.at(-1)?.opcode).toBe('STOP');
    expect(lines.at(-1)?.offset).toBe(bytes.length - 1);
  });

  it('goes on with the next program, and ends where one breaks', async () => {
    const lines = await list(pickle(['NONE'], STOP, ['NONE'], ['POP'], ['POP']));
    expect(lines.map(({ program, opcode }) => [program, opcode])).toEqual([
      [0, 'NONE'],
      [0, 'STOP'],
      [1, 'NONE'],
      [1, 'POP'],
      [1, ''],
    ]);
    expect(lines.at(-1)?.effect).toContain('breaks here');
  });

  it('shows no control characters', async () => {
    const [line] = await list(pickle(['BINUNICODE', '\u001b[2J\u202e'], STOP));
    expect(line?.argument).toBe("'<U+001B>[2J<U+202E>'");
  });

  it('says that it ends before the program does', async () => {
    const lines = await list(new Uint8Array(250_000).fill(opcodeByte('NONE')));
    expect(lines).toHaveLength(200_001);
    expect(lines.at(-1)).toMatchObject({ opcode: '', effect: expect.stringContaining('the rest is not listed') });
  });

  it('ends for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const lines = await list(bytes).catch((error: unknown) => error);
        expect(Array.isArray(lines) || lines instanceof OverBudgetError || lines instanceof MalformedError).toBe(true);
      }),
    );
  });
});
