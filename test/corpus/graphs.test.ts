import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/formats/table.ts';
import { readFileAs } from '../../src/intake/read-file.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';
import { judge, told } from './judge.ts';
import { external, GRAPH_CASES, graph, node, onnx, tensor } from './make/graphs.ts';
import { TENSORFLOW_STRUCTURE_CASES } from './make/tensorflow-structure.ts';

const GENUINE = new URL('genuine/graphs/', import.meta.url);

/** What the command says of each file of a folder. */
async function scanFolder(folder: string, home: string): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await wb(['scan', folder, '--format', 'jsonl', '--quiet'], { home });
  const lines = stdout.split('\n').filter((line) => line !== '');
  const files = lines
    .map((line) => JSON.parse(line) as { path?: string; verdict?: string })
    .filter(({ path }) => path !== undefined);
  return Object.fromEntries(files.map(({ path = '', verdict = '' }) => [path.slice(folder.length + 1), verdict]));
}

describe('graphs of the corpus', () => {
  it.each(
    [...GRAPH_CASES, ...TENSORFLOW_STRUCTURE_CASES].map((each) => [`${each.verdict}: ${each.what}`, each] as const),
  )('%s', async (_, each) => {
    expect(await told(each)).toBe(each.verdict);
  });
});

describe('genuine graphs', () => {
  it.each(readdirSync(GENUINE).filter((name) => statSync(new URL(name, GENUINE)).isDirectory()))(
    'are clean with the files they name: %s',
    async (name) => {
      const home = scratchFolder();
      const verdicts = await scanFolder(fileURLToPath(new URL(name, GENUINE)), home);
      expect(Object.entries(verdicts).filter(([, verdict]) => verdict !== 'clean')).toEqual([]);
      expect(Object.keys(verdicts).length).toBeGreaterThan(3);
    },
  );
});

describe('raw tensors', () => {
  const model = (location: string, length: number): Uint8Array =>
    onnx(
      graph(
        [node('Relu')],
        [
          (() => {
            const inner = external(
              location,
              [length].map(
                (each) =>
                  new Uint8Array([
                    0x0a,
                    6,
                    ...Buffer.from('length'),
                    0x12,
                    String(each).length,
                    ...Buffer.from(String(each)),
                  ]),
              ),
              length,
              2,
            );
            return new Uint8Array([0x2a, inner.length, ...inner]);
          })(),
        ],
      ),
    );

  it('are known by the model that names them, and by nothing else', async () => {
    const folder = scratchFolder();
    const noise = Uint8Array.from({ length: 64 }, (_, at) => (at * 197 + 131) % 256);
    writeFileSync(join(folder, 'model.onnx'), model('weights.bin', 64));
    for (const name of ['weights.bin', 'other.bin']) writeFileSync(join(folder, name), noise);
    expect(await scanFolder(folder, scratchFolder())).toEqual({
      'model.onnx': 'clean',
      'weights.bin': 'clean',
      'other.bin': 'unscannable',
    });
  });

  it('must be as long as the model says', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'model.onnx'), model('weights.bin', 65));
    writeFileSync(join(folder, 'weights.bin'), new Uint8Array(64).fill(0xc1));
    expect((await scanFolder(folder, scratchFolder()))['weights.bin']).toBe('unscannable');
  });

  it('are no excuse for a pickle under their name', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'model.onnx'), model('weights.bin', 20));
    writeFileSync(join(folder, 'weights.bin'), "cposix\nsystem\n(S'true'\ntR.");
    expect((await scanFolder(folder, scratchFolder()))['weights.bin']).toBe('malicious');
  });

  it('are not to be reached by a link out of the folder', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'model.onnx'), model('weights.bin', 4));
    symlinkSync('/etc/hostname', join(folder, 'weights.bin'));
    expect((await scanFolder(folder, scratchFolder()))['weights.bin']).toBe('malicious');
  });
});

describe('the readers of graphs', () => {
  const seeds = GRAPH_CASES.filter(({ verdict }) => verdict !== 'unscannable');

  it('answer changed bytes with facts or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        async ({ path, bytes }, changes) => {
          const changed = bytes.slice();
          for (const [at, value] of changes) changed[at % changed.length] = value;
          await judge(path, changed);
        },
      ),
      { numRuns: cases(300) },
    );
  });

  it('never find less when bytes are put behind', async () => {
    const malicious = seeds.filter(
      ({ verdict, path }) => verdict === 'malicious' && !/\.(?:xml|pmml|pbtxt)$/.test(path),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...malicious),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async ({ path, bytes }, more) => {
          const { verdict } = await judge(path, new Uint8Array([...bytes, ...more]));
          expect(['malicious', 'unscannable']).toContain(verdict);
        },
      ),
      { numRuns: cases(200) },
    );
  });

  it('read little of a large tensor', async () => {
    const bytes = onnx(
      graph(
        [node('Relu')],
        [
          (() => {
            const inner = tensor('w', [4_000_000], new Uint8Array(16_000_000));
            return Buffer.concat([
              Buffer.from([
                0x2a,
                0x80 | (inner.length & 0x7f),
                0x80 | ((inner.length >> 7) & 0x7f),
                0x80 | ((inner.length >> 14) & 0x7f),
                inner.length >> 21,
              ]),
              inner,
            ]);
          })(),
        ],
      ),
    );
    let read = 0;
    const source = sourceOf(bytes);
    const counted = {
      size: source.size,
      read: (offset: number, length: number) => {
        read += length;
        return source.read(offset, length);
      },
    };
    const { readings } = await readFileAs(
      FORMATS,
      'model.onnx',
      counted,
      createBudget(() => 0),
    );
    expect(readings.map(({ format, defects }) => [format, defects.length])).toEqual([['onnx', 0]]);
    expect(read).toBeLessThan(200_000);
  });
});

it('holds every class in good number', () => {
  for (const kind of ['clean', 'malicious', 'suspicious', 'unscannable'] as const) {
    expect(GRAPH_CASES.filter(({ verdict }) => verdict === kind).length).toBeGreaterThan(10);
  }
});
