import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { paddleFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  paddleFormat.read(sourceOf(bytes), { path: 'model.pdmodel', budget: createBudget(() => 0) });

function varint(value: number | bigint): readonly number[] {
  const rest = BigInt.asUintN(64, BigInt(value));
  return rest < 128n ? [Number(rest)] : [Number(rest & 127n) | 128, ...varint(rest >> 7n)];
}
const number = (field: number, value: number): readonly number[] => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, value: readonly number[] | string): readonly number[] => {
  const content = typeof value === 'string' ? [...new TextEncoder().encode(value)] : value;
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
};

const TENSOR = [...number(1, 5), ...number(2, -1), ...number(2, 3)];
const DENSE = [...number(1, 7), ...bytes(3, bytes(1, TENSOR))];
const variable = (name: string, kind: readonly number[] = DENSE) => bytes(3, [...bytes(1, name), ...bytes(2, kind)]);
const argument = (field: number, parameter: string, name: string) =>
  bytes(field, [...bytes(1, parameter), ...bytes(2, name)]);
const attribute = (name: string, type: number, value: readonly number[]) =>
  bytes(4, [...bytes(1, name), ...number(2, type), ...value]);
const ROLE = attribute('op_role', 0, number(3, 256));
const RELU = [...argument(1, 'X', 'x'), ...argument(2, 'Out', 'y'), ...bytes(3, 'relu')];
const operator = (body: readonly number[] = [...RELU, ...ROLE]) => bytes(4, body);
const HEAD = [...number(1, 0), ...number(2, -1)];
const block = (...parts: readonly (readonly number[])[]) => bytes(1, parts.flat());
const program = (...blocks: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([...blocks.flat(), ...bytes(4, number(1, 0))]);

const SOUND = program(block(HEAD, variable('x'), variable('y'), operator()));
const WITHIN = [...number(1, 1), ...number(2, 0)];
const loop = (to: number) => operator([...RELU, ...attribute('sub_block', 8, number(12, to))]);

describe("a program of Paddle's", () => {
  it.each([
    ['of one block', SOUND],
    [
      'whose inner block uses variables of the outer one',
      program(block(HEAD, variable('x'), variable('y'), loop(1)), block(WITHIN, operator())),
    ],
  ])('%s is sound', async (_, sound) => {
    expect((await read(sound)).defects).toEqual([]);
  });

  it.each<[string, Uint8Array]>([
    ['an argument that is no variable', program(block(HEAD, variable('x'), operator()))],
    ['a variable twice', program(block(HEAD, variable('x'), variable('x'), variable('y'), operator()))],
    ['a variable of no type', program(block(HEAD, variable('x', number(1, 99)), variable('y'), operator()))],
    ['a tensor that is none', program(block(HEAD, variable('x', number(1, 7)), variable('y'), operator()))],
    [
      'sides below -1',
      program(
        block(HEAD, variable('x', [...number(1, 7), ...bytes(3, bytes(1, [...number(1, 5), ...number(2, -7)]))])),
      ),
    ],
    [
      'an operator without its input',
      program(block(HEAD, variable('y'), operator([...argument(2, 'Out', 'y'), ...bytes(3, 'relu')]))),
    ],
    ['an operator without a type', program(block(HEAD, variable('x'), variable('y'), operator(argument(1, 'X', 'x'))))],
    [
      'a value of another type than it says',
      program(block(HEAD, variable('x'), variable('y'), operator([...RELU, ...attribute('axis', 1, number(3, 1))]))),
    ],
    [
      'a type of an attribute that there is not',
      program(block(HEAD, variable('x'), variable('y'), operator([...RELU, ...attribute('axis', 40, number(3, 1))]))),
    ],
    [
      'a role that there is not',
      program(
        block(HEAD, variable('x'), variable('y'), operator([...RELU, ...attribute('op_role', 0, number(3, -1))])),
      ),
    ],
    ['a block without its number', program(block(number(2, -1), variable('x')))],
    ['a block that lies in itself', program(block([...number(1, 0), ...number(2, 0)], variable('x')))],
    ['a loop over itself', program(block(HEAD, variable('x'), variable('y'), loop(0)))],
    ['a loop over a block that is not there', program(block(HEAD, variable('x'), variable('y'), loop(1)))],
  ])('with %s has a defect', async (_, broken) => {
    expect((await read(broken)).defects).not.toEqual([]);
  });

  it('refuses names that are no UTF-8', async () => {
    const at = SOUND.indexOf('x'.charCodeAt(0));
    await expect(read(SOUND.with(at, 0xff))).rejects.toThrow(MalformedError);
  });

  it('is never sound when it is cut short', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: SOUND.length - 5 }), async (end) => {
        const answer = await read(SOUND.subarray(0, end)).catch((error: unknown) => error);
        expect(answer instanceof MalformedError || (answer as { defects: unknown[] }).defects.length > 0).toBe(true);
      }),
    );
  });

  it('answers any bytes', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 8 });
  });
});
