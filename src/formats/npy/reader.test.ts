import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import type { ReaderResult } from '../format.ts';
import { elementType } from './dtype.ts';
import { readLiteral } from './literal.ts';
import { npyFormat } from './reader.ts';

const read = (bytes: Uint8Array): Promise<ReaderResult<'npy'>> =>
  npyFormat.read(sourceOf(bytes), { path: 'a.npy', budget: createBudget(() => 0) });

function npy(header: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(Buffer.byteLength(header));
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\0', 'latin1'), length, Buffer.from(header), data]);
}

describe('the type of an element', () => {
  it.each([
    ["'<f8'", 8, false],
    ["'|b1'", 1, false],
    ["'<U3'", 12, false],
    ["'<M8[ns]'", 8, false],
    ["'|V16'", 16, false],
    ["'|O'", 8, true],
    ["[('a', '<i4'), ('b', '<f8', (2, 3))]", 52, false],
    ["[('a', [('b', '|O')])]", 8, true],
    ["[('a', ('<f4', (2,)))]", 8, false],
  ])('%s has %i bytes; objects: %s', (descr, bytes, objects) => {
    expect(elementType(readLiteral(descr))).toMatchObject({ bytes, objects });
  });

  it.each([
    "'i4,O'",
    "'object'",
    "'float64'",
    "{'names': ['a'], 'formats': ['O']}",
    '1',
    "[('a',)]",
    "[('a', '<f4'), ('a', '<f4')]",
  ])('%s is not as numpy writes it', (descr) => {
    expect(elementType(readLiteral(descr))).toBeNull();
  });
});

describe('a literal', () => {
  it.each(['', '__import__("os")', '1 + 1', "'a' 'b'", '[1 2]', '{1: 2', "f'x'", '('.repeat(100), "'a", 'None()'])(
    'is not %s',
    (text) => {
      expect(() => readLiteral(text)).toThrow(MalformedError);
    },
  );

  it('is read or refused, whatever the text', () => {
    const words = fc.constantFrom('{', '}', '[', ']', '(', ')', ',', ':', "'a'", '1', 'None', ' ', "'", '\\', 'x');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (pieces) => {
        try {
          readLiteral(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
    );
  });
});

describe('an npy file', () => {
  it('hands out the data of objects as a pickle', async () => {
    const data = Buffer.from('\x80\x02N.', 'latin1');
    const { parts, facts } = await read(npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n", data));
    expect(facts.arrays).toEqual([{ version: 1, dtype: '|O', shape: [1], objects: true }]);
    expect(Buffer.from((await parts[0]?.bytes.read(0, data.length)) ?? [])).toEqual(data);
  });

  it('is facts, MalformedError or OverBudgetError, whatever follows its magic', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (rest) => {
        const bytes = Buffer.concat([Buffer.from('\x93NUMPY', 'latin1'), rest]);
        const answer = await read(bytes).catch((error: unknown) => error);
        const known = answer instanceof MalformedError || answer instanceof OverBudgetError;
        expect(known || Object.hasOwn(answer as object, 'facts')).toBe(true);
      }),
    );
  });
});
