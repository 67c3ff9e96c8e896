import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampled } from '../../test/support/deep.ts';
import { LIMITS } from '../kernel/limits.ts';
import { askedOf, claiming } from './claiming.ts';
import { FORMATS } from './table.ts';

const KEPT = join(import.meta.dirname, '../../test/corpus');

/** How genuine and crafted files of all formats begin. */
function heads(): readonly { readonly path: string; readonly head: Uint8Array }[] {
  return ['genuine', 'crafted']
    .flatMap((folder) => readdirSync(join(KEPT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({
      path: name,
      head: readFileSync(join(parentPath, name)).subarray(0, LIMITS.head),
    }))
    .filter(({ head }) => head.length > 0);
}

/** One of each that is claimed by others than those before; short, since the first byte and the name are what is tried. */
function ofEachKind(): readonly { readonly path: string; readonly head: Uint8Array }[] {
  const kinds = new Map(
    heads().map(({ path, head }) => [claimants(path, head).join(), { path, head: head.subarray(0, 300) }]),
  );
  return [...kinds.values()];
}

const ENDINGS = [...new Set(FORMATS.flatMap(({ signs }) => signs?.endings?.split(' ') ?? []))];

function claimants(path: string, head: Uint8Array): readonly string[] {
  return FORMATS.filter((format) => format.claims(path, head, head.length)).map(({ id }) => id);
}

/** Whether somebody who would claim it is not asked. */
function isLeftOut(path: string, head: Uint8Array): boolean {
  return (
    claiming(FORMATS, path, head, head.length)
      .map(({ id }) => id)
      .join() !== claimants(path, head).join()
  );
}

describe('Who is asked about a file by its signs', () => {
  it('leaves out nobody who would claim a kept file', () => {
    expect(heads().filter(({ path, head }) => isLeftOut(path, head))).toEqual([]);
  });

  it('leaves out nobody, whatever the name ends with', () => {
    const names = sampled([...ENDINGS, ...ENDINGS.map((one) => one.toUpperCase())], 5).map((ending) => `a/b.${ending}`);
    const wrong = ofEachKind().flatMap(({ head }) => ['a/b', ...names].filter((name) => isLeftOut(name, head)));
    expect(wrong).toEqual([]);
  });

  it('leaves out nobody, whatever the first byte is', () => {
    const wrong = sampled(ofEachKind(), 12).flatMap(({ path, head }) =>
      Array.from(new Uint8Array(256).keys(), (first) => Uint8Array.of(first, ...head.subarray(1))).filter((other) =>
        isLeftOut(path, other),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('asks fewer than half of all formats of a pickle', () => {
    expect(askedOf(FORMATS, 'model.pkl', Uint8Array.of(0x80, 4)).length).toBeLessThan(FORMATS.length / 2);
  });

  it('asks all of what is empty', () => {
    expect(askedOf(FORMATS, 'model.pkl', new Uint8Array(0))).toBe(FORMATS);
  });
});
