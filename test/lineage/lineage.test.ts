import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TensorToWrite, writeSafetensors } from '../../src/formats/safetensors/write.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const CONFIG = { model_type: 'llama', hidden_size: 64, num_hidden_layers: 4, vocab_size: 128 };

/** Numbers that look trained: the same for the same seed. */
function numbers(seed: number, count: number): Float32Array {
  let state = seed * 2654435761 + 1;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) / 8;
  });
}

interface Made {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  readonly dtype?: 'F32' | 'BF16' | 'I8';
}

function layers(seed: number): Made[] {
  const made = [{ name: 'model.embed_tokens.weight', shape: [128, 64], values: numbers(1000 * seed, 128 * 64) }];
  for (let layer = 0; layer < 4; layer++) {
    const at = `model.layers.${layer}`;
    made.push({
      name: `${at}.self_attn.q_proj.weight`,
      shape: [64, 64],
      values: numbers(1000 * seed + 10 + layer, 64 * 64),
    });
    made.push({
      name: `${at}.mlp.up_proj.weight`,
      shape: [96, 64],
      values: numbers(1000 * seed + 20 + layer, 96 * 64),
    });
    made.push({ name: `${at}.input_layernorm.weight`, shape: [64], values: new Float32Array(64).fill(1) });
  }
  return made;
}

/** Other values at these places of the first tensor of that name. */
function edited(tensors: readonly Made[], name: string, places: readonly number[]): Made[] {
  const at = tensors.findIndex((one) => one.name.includes(name));
  return tensors.map((one, index) =>
    index === at
      ? { ...one, values: one.values.map((value, place) => (places.includes(place) ? -value : value)) }
      : one,
  );
}

async function write(name: string, tensors: readonly Made[], config: object = CONFIG, card = ''): Promise<string> {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSafetensors(tensors.map(toWrite))) chunks.push(chunk);
  writeFileSync(join(folder, 'model.safetensors'), Buffer.concat(chunks));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  if (card !== '') writeFileSync(join(folder, 'README.md'), card);
  return folder;
}

function toWrite({ name, shape, values, dtype = 'F32' }: Made): TensorToWrite {
  const bytes = {
    F32: () => Buffer.from(values.buffer),
    BF16: () => toBfloat(values),
    I8: () => Buffer.alloc(values.length, 3),
  }[dtype]();
  return {
    name,
    dtype,
    shape,
    bytes: async function* () {
      yield bytes;
    },
  };
}

/** To the nearest, ties to even, as torch converts. */
function toBfloat(values: Float32Array): Buffer {
  const bits = new Uint32Array(values.buffer);
  const out = Buffer.alloc(values.length * 2);
  for (const [at, value] of bits.entries())
    out.writeUInt16LE(((value + 0x7fff + ((value >>> 16) & 1)) >>> 16) & 0xffff, 2 * at);
  return out;
}

async function ask(folder: string) {
  const { stdout, stderr } = await wb(['lineage', folder, '--format', 'json', '--quiet'], { home });
  expect(stderr).toBe('');
  const { check, evidence } = JSON.parse(stdout);
  const rules = (check.outcome.findings ?? []).map(({ rule }: { rule: string }) => rule.replace('lineage/', ''));
  return { outcome: check.outcome.kind, rules, kinship: evidence?.bases[0]?.kinship, base: evidence?.bases[0] };
}

const NAMED = '---\nbase_model: org/base\n---\n# A model\n';

beforeAll(async () => {
  const base = await write('base', layers(1));
  expect((await ask(base)).outcome).toBe('not-applicable');
  const registered = await wb(
    ['lineage', 'register', base, '--name', 'org/base', '--alias', 'org/base-hf', '--quiet'],
    { home },
  );
  expect(registered.stdout).toContain('Registered org/base, 13 tensors');
  expect((await wb(['lineage', 'list'], { home })).stdout).toContain('org/base');
});

describe('first lineage', () => {
  it.each<[string, () => Made[], object, string, string, readonly string[]]>([
    ['the base itself', () => layers(1), CONFIG, '', 'identical', ['is-registered']],
    [
      'the base under other names',
      () => layers(1).map((one) => ({ ...one, name: `x.${one.name}` })),
      CONFIG,
      '',
      'identical',
      ['is-registered'],
    ],
    [
      'the base with one value edited in a layer',
      () => edited(layers(1), 'mlp.up_proj', [3]),
      CONFIG,
      NAMED,
      'shares-tensors',
      ['altered-tensors', 'confirmed'],
    ],
    [
      'the base with a row of its embeddings taught anew',
      () =>
        edited(
          layers(1),
          'embed_tokens',
          Array.from({ length: 64 }, (_, at) => at),
        ),
      CONFIG,
      NAMED,
      'shares-tensors',
      ['altered-embedding', 'confirmed'],
    ],
    [
      'the base in BF16, named',
      () => layers(1).map((one) => ({ ...one, dtype: 'BF16' as const })),
      CONFIG,
      NAMED,
      'format-change',
      ['confirmed'],
    ],
    [
      'the base in BF16, hidden',
      () => layers(1).map((one) => ({ ...one, dtype: 'BF16' as const })),
      CONFIG,
      '',
      'format-change',
      ['hidden-base'],
    ],
    [
      'one layer of the base in another model',
      () => [
        ...layers(7),
        ...layers(1)
          .slice(1, 2)
          .map((one) => ({ ...one, name: 'stolen' })),
      ],
      CONFIG,
      '',
      'shares-tensors',
      ['hidden-base'],
    ],
    [
      'half the layers, named by an alias',
      () => layers(1).slice(0, 7),
      { ...CONFIG, num_hidden_layers: 2 },
      NAMED.replace('base\n', 'base-hf\n'),
      'shares-tensors',
      ['confirmed'],
    ],
    ['a twin that is built alike', () => layers(2), CONFIG, '', 'same-architecture', ['same-architecture']],
    ['a twin that names the base', () => layers(2), CONFIG, NAMED, 'same-architecture', ['claim-unproven']],
    [
      'another model that names the base',
      () => layers(2).slice(0, 4),
      { ...CONFIG, hidden_size: 9 },
      NAMED,
      'no-evidence',
      ['claim-contradicted'],
    ],
    ['another model', () => layers(2).slice(0, 4), { ...CONFIG, hidden_size: 9 }, '', 'no-evidence', []],
    [
      'integers that name the base',
      () => layers(1).map((one) => ({ ...one, dtype: 'I8' as const })),
      CONFIG,
      NAMED,
      'undetermined',
      ['undetermined'],
    ],
  ])('%s', async (name, tensors, config, card, kinship, rules) => {
    const folder = await write(`model-${name.replaceAll(/\W+/g, '-')}`, tensors(), config, card);
    const answer = await ask(folder);
    expect([answer.kinship, answer.rules]).toEqual([kinship, rules]);
  });

  it('takes no constant and no short tensor for a trace', async () => {
    const folder = await write('norms', [
      ...layers(3),
      { name: 'pad', shape: [128, 64], values: new Float32Array(8192) },
    ]);
    expect((await ask(folder)).base).toMatchObject({ shared: 0 });
  });

  it('says which file of the registry is damaged', async () => {
    const other = scratchFolder();
    mkdirSync(join(other, 'bases'));
    writeFileSync(join(other, 'bases', 'x.json'), '{"version":1}');
    const { code, stderr } = await wb(['lineage', join(home, 'base'), '--quiet'], { home: other });
    expect([code, stderr]).toEqual([4, expect.stringContaining('[base-damaged]')]);
  });
});

describe('the licence of a hidden base', () => {
  it('follows the weights, whatever the card says', async () => {
    const other = scratchFolder();
    const base = join(home, 'base');
    await wb(['lineage', 'register', base, '--name', 'meta-llama/Llama-3.1-8B', '--quiet'], { home: other });
    const hiding = await write('hiding', layers(1), CONFIG, '---\nlicense: apache-2.0\n---\n# Mine\n');
    const { stdout } = await wb(['vet', hiding, '--format', 'json', '--quiet', '--no-keep'], { home: other });
    const { evidence } = JSON.parse(stdout).dossier;
    const reading = evidence.find(({ kind }: { kind: string }) => kind === 'licence-reading').body;
    expect(reading.verdict).not.toBe('allow');
    expect(JSON.stringify(reading)).toContain('9 of 9 tensors are identical to meta-llama/Llama-3.1-8B');
  });
});

describe('a claimed conversion', () => {
  const checkpoint = 'test/corpus/genuine/pickle/files/torch-t-state-dict.pt';

  it('is redone, and holds when nothing was changed', async () => {
    const folder = join(home, 'converted');
    mkdirSync(folder);
    cpSync(checkpoint, join(folder, 'pytorch_model.bin'));
    const converted = await wb(
      ['convert', join(folder, 'pytorch_model.bin'), '--out', join(folder, 'model.safetensors')],
      { home },
    );
    expect(converted.code, converted.stderr).toBe(0);
    expect((await ask(folder)).rules).toContain('conversion-holds');
    const bytes = readFileSync(join(folder, 'model.safetensors'));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(folder, 'model.safetensors'), bytes);
    expect((await ask(folder)).rules).toContain('conversion-differs');
  });
});
