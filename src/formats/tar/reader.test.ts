import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { hasChecksum, readRecords } from './header.ts';
import { escapes, leadsOut } from './names.ts';
import { tarFormat } from './reader.ts';

describe('a name', () => {
  it.each(['../x', '/x', 'a/../../x', 'C:x', '..\\x', 'a/..'])('%s leaves the folder', (name) => {
    expect(escapes(name)).toBe(true);
  });
  it.each(['a/b', './a', 'a..b', '.../x', ''])('%s stays', (name) => {
    expect(escapes(name)).toBe(false);
  });
});

describe('a link', () => {
  it.each<[string, string, 'symlink' | 'hardlink', boolean]>([
    ['a', 'b', 'symlink', false],
    ['d/a', '../b', 'symlink', false],
    ['a', '../b', 'symlink', true],
    ['d/a', '../../b', 'symlink', true],
    ['d/a', '../b', 'hardlink', true],
    ['a', 'x/../../b', 'symlink', true],
    ['a', '/etc', 'symlink', true],
  ])('at %s to %s (%s) leads out: %s', (name, target, kind, out) => {
    expect(leadsOut(name, target, kind)).toBe(out);
  });
});

describe('pax records', () => {
  it('are read by their lengths', () => {
    expect(readRecords(Buffer.from('10 path=a\n13 size=1234\n').subarray(0, 10), 0)).toEqual(new Map([['path', 'a']]));
  });
  it.each(['99 path=a\n', 'path=a\n', '3 a\n', '0 a=b\n'])('are not %j', (text) => {
    expect(() => readRecords(Buffer.from(text), 0)).toThrow(MalformedError);
  });
});

function block(fill: Uint8Array, type: number): Buffer {
  const header = Buffer.alloc(512);
  header.set(fill.subarray(0, 140), 0);
  header[156] = type;
  header.write('ustar', 257);
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

describe('a tar', () => {
  it('is facts, MalformedError or OverBudgetError, whatever its headers tell', async () => {
    const header = fc
      .tuple(fc.uint8Array({ minLength: 140, maxLength: 140 }), fc.constantFrom(...Buffer.from('0123567xgLKSVD\0')))
      .map(([fill, type]) => block(fill, type));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(header, fc.constant(Buffer.alloc(512))), { maxLength: 6 }), async (blocks) => {
        const bytes = Buffer.concat(blocks);
        const context = { path: 'a.tar', budget: createBudget(() => 0) };
        const answer: unknown = await tarFormat.read(sourceOf(bytes), context).catch((error: unknown) => error);
        const known = answer instanceof MalformedError || answer instanceof OverBudgetError;
        expect(known || Object.hasOwn(answer as object, 'facts')).toBe(true);
      }),
    );
  });

  it('is told by its checksum', () => {
    expect(hasChecksum(block(Buffer.alloc(140, 0x61), 0x30))).toBe(true);
    expect(hasChecksum(Buffer.alloc(512, 0x61))).toBe(false);
  });
});
