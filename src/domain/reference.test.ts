import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceAsked } from './reference.ts';

describe('a reference that a server is asked for', () => {
  it.each([
    ['plover-1m', 'plover-1m'],
    ['./team//plover-1m/', 'team/plover-1m'],
    ['hf:org/name@main', 'hf:org/name@main'],
    ['https://example.org/a/../b', 'https://example.org/a/../b'],
  ])('is written down in one way: %s as %s', (given, kept) => {
    expect(referenceAsked(given)).toBe(kept);
  });

  it.each([
    ['http://example.org/model.safetensors', 'http://'],
    ['HTTP://example.org/m', 'http://'],
    ['s3://bucket/m', 's3:'],
    ['file:/etc/passwd', 'file:'],
    ['./hf:org/name', 'hf:'],
    ['./a:', 'a:'],
    ['a/../b', '..'],
    ['../b', '..'],
    ['/etc', 'relative'],
    ['.', 'relative'],
  ])('%s is refused, with what is wrong about it', (given, why) => {
    expect(() => referenceAsked(given)).toThrow(why);
  });

  it('never leaves the folder of models, and is the same when it is asked for again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '.', '/', ':') }), (given) => {
        let kept: string;
        try {
          kept = referenceAsked(given);
        } catch (error) {
          expect(error).toMatchObject({ code: 'reference-invalid' });
          return;
        }
        expect(kept.split('/')).not.toContain('..');
        expect(kept.startsWith('/')).toBe(false);
        expect(referenceAsked(kept)).toBe(kept);
      }),
    );
  });
});
