import { describe, expect, it } from 'vitest';
import { breaches } from '../../tools/floors/breaches.ts';
import { importsIn } from '../../tools/floors/imports.ts';

const broken = (house: Readonly<Record<string, readonly string[]>>) => breaches(new Map(Object.entries(house)));

describe('the floors', () => {
  it.each([
    ['a room above', 'what-formats-may-import', 'src/formats/zip/reader.ts', 'src/intake/inventory.ts'],
    ['a room beside', 'what-formats-may-import', 'src/formats/zip/reader.ts', 'src/text/re2.ts'],
    ['what stands over all rooms', 'what-kernel-may-import', 'src/kernel/digest.ts', 'src/index.ts'],
    ['another plug-in', 'plug-ins-do-not-know-each-other', 'src/formats/zip/reader.ts', 'src/formats/tar/reader.ts'],
    [
      'another detector',
      'plug-ins-do-not-know-each-other',
      'src/guard/detectors/code/code.ts',
      'src/guard/detectors/terms/terms.ts',
    ],
    ['a test', 'nobody-imports-a-test', 'src/kernel/digest.ts', 'src/kernel/digest.test.ts'],
    ['the world', 'outside-world-only-at-the-edges', 'src/formats/zip/reader.ts', 'node:fs'],
    ['a part of the world', 'outside-world-only-at-the-edges', 'src/domain/artifact.ts', 'node:fs/promises'],
    ['the world from above all rooms', null, 'src/main/bin.ts', 'node:fs'],
    ['what computes', null, 'src/formats/zip/reader.ts', 'node:zlib'],
    ['the world at an edge', null, 'src/cli/run.ts', 'node:fs'],
    ['the world in a test', null, 'src/formats/zip/reader.test.ts', 'node:fs'],
    ['a room below', null, 'src/intake/inventory.ts', 'src/formats/facts.ts'],
    ['its own room', null, 'src/guard/engine.ts', 'src/guard/detector.ts'],
    ['its own plug-in', null, 'src/formats/zip/reader.ts', 'src/formats/zip/facts.ts'],
    ['a grammar that formats share', null, 'src/formats/onnx/reader.ts', 'src/formats/protobuf/reader.ts'],
    ['a table of plug-ins', null, 'src/formats/table.ts', 'src/formats/zip/reader.ts'],
    ['anything, from where all is wired', null, 'src/main/compose.ts', 'src/adapters/hashing/hash-file.ts'],
  ])('hold an import of %s against the table', (_, rule, from, to) => {
    expect(broken({ [from]: [to] })).toEqual(rule === null ? [] : [`${rule}: ${from} → ${to}`]);
  });

  it('have a row for each folder', () => {
    expect(broken({ 'src/helpers/anything.ts': [] })).toEqual(['every-folder-has-a-row: src/helpers/anything.ts']);
  });

  it('know no circle, however long', () => {
    const [a, b, c] = ['src/kernel/a.ts', 'src/kernel/b.ts', 'src/kernel/c.ts'] as const;
    expect(broken({ [a]: [b, c], [b]: [c], [c]: [] })).toEqual([]);
    expect(broken({ [a]: [b], [b]: [c], [c]: [a] })).toEqual([`no-circles: ${a} → ${b} → ${c} → ${a}`]);
    expect(broken({ [a]: [a] })).toEqual([`no-circles: ${a} → ${a}`]);
  });

  it('see every way to import', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import { b } from './b.ts';",
      "import './c.ts';",
      "export * from './d.ts';",
      "export { e } from '../e.ts';",
      "const f = () => import('./f.ts');",
      "type G = typeof import('./g.ts');",
      "type H = import('./h.ts').H;",
      "import { readFileSync } from 'node:fs';",
      "import zlib from 'zlib';",
      "import { z } from 'zod';",
      'const said = "import(\'./said.ts\')";',
    ].join('\n');
    const isThere = (path: string) => path !== 'src/kernel/said.ts';
    expect([...importsIn('src/kernel/all.ts', text, isThere)].sort()).toEqual(
      ['a', 'b', 'c', 'd', 'f', 'g', 'h']
        .map((name) => `src/kernel/${name}.ts`)
        .concat('src/e.ts', 'node:fs', 'node:zlib')
        .sort(),
    );
    expect(() => importsIn('src/kernel/broken.ts', 'import {', isThere)).toThrow('src/kernel/broken.ts');
  });
});
