import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { SIGNATURES } from './claims.ts';
import { mediaFormat } from './reader.ts';

const read = (bytes: Uint8Array) => mediaFormat.read(sourceOf(bytes), { path: 'x', budget: createBudget(() => 0) });

function signed(marks: readonly (readonly [number, string])[]): Uint8Array {
  const bytes = new Uint8Array(64);
  for (const [offset, text] of marks)
    bytes.set(
      Uint8Array.from(text, (x) => x.charCodeAt(0)),
      offset,
    );
  return bytes;
}

describe('the reader of media', () => {
  it('knows a font by a table directory that agrees with itself', async () => {
    const font = Uint8Array.from([0, 1, 0, 0, 0, 19, 1, 0, 0, 4, 0, 48, ...new Uint8Array(20)]);
    expect((await read(font)).facts).toEqual({ format: 'media', mime: 'font/sfnt', actions: [] });
    font[11] = 49;
    expect(mediaFormat.claims('x.ttf', font, font.length)).toBe(false);
  });

  it.each(SIGNATURES.map((row) => [row.mime, row.marks] as const))('knows %s by %j', async (mime, marks) => {
    const bytes = signed(marks);
    expect(mediaFormat.claims('anything', bytes, bytes.length)).toBe(true);
    expect((await read(bytes)).facts).toEqual({ format: 'media', mime, actions: [] });
  });

  it.each([
    ['an SVG, which is text that may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a pickle', '\x80\x02}.'],
    ['words that begin with BM', 'BMW and others'],
    ['a signature that is cut', '\x89PNG'],
  ])('leaves %s alone', (_, text) => {
    const bytes = Uint8Array.from(text, (x) => x.charCodeAt(0));
    expect(mediaFormat.claims('picture.png', bytes, bytes.length)).toBe(false);
  });

  it('answers any bytes with facts or with MalformedError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const answer = await read(bytes).catch((error: unknown) => error);
        expect(answer instanceof MalformedError || (answer as { facts?: unknown }).facts !== undefined).toBe(true);
      }),
    );
  });
});
