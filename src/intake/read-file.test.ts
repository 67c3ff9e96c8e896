import { describe, expect, it } from 'vitest';
import { FILE_ANALYZERS } from '../analyzers/file-table.ts';
import { inspectItem } from '../analyzers/run.ts';
import type { Finding } from '../domain/finding.ts';
import { scanVerdictOf } from '../domain/scan.ts';
import { FORMATS } from '../formats/table.ts';
import { createBudget } from '../kernel/budget.ts';
import { sourceOf } from '../kernel/bytes.ts';
import { readFileAs } from './read-file.ts';
import { itemOf, type Listed } from './take-inventory.ts';

/** From bytes to the scanner's word, through every format and every file check. */
async function verdictOn(path: string, content: string | Uint8Array): Promise<string> {
  return scanVerdictOf(await findingsOn(path, content));
}

async function rulesOf(path: string, content: string): Promise<readonly string[]> {
  return (await findingsOn(path, content)).map(({ rule }) => rule);
}

async function findingsOn(path: string, content: string | Uint8Array): Promise<readonly Finding[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const readings = await readFileAs(
    FORMATS,
    path,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  const file: Listed = { kind: 'file', path, size: bytes.length, claim: null };
  const item = itemOf(file, { kind: 'unknown', reason: 'a test' }, readings);
  return (await inspectItem(FILE_ANALYZERS, item)).findings;
}

const PAYLOAD = "cos\nsystem\n(S'true'\ntR.";
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100' +
    'c9fe92ef0000000049454e44ae426082',
  'hex',
);

describe('from bytes to verdict', () => {
  it.each<[string, string, string | Uint8Array]>([
    ['a picture', 'docs/logo.png', PNG],
    ['words that begin like PERSID', 'README.md', 'Phi-3 Mini\n====\nA model.\n'],
    ['requirements', 'requirements.txt', 'Pillow==9.0\nnumpy\n'],
    ['requirements that begin like GLOBAL', 'requirements.txt', 'certifi==2024.1\nnumpy\ntorch\n'],
    ['a vocabulary', 'vocab.txt', 'PAD\nUNK\ncat\ndog\n'],
    ['a vocabulary that begins like GLOBAL', 'vocab.txt', 'cat\ndog\nbird\n'],
    ['a licence', 'LICENSE', 'PREAMBLE\n\nThe licences for most software\n'],
    ['one long line of words', 'notes.txt', `Various ${'word '.repeat(2000)}\nmore\n`],
    ['results', 'eval_results.txt', 'Pearson = 0.91\nSpearman = 0.90\n'],
    ['a page in Latin-1', 'index.html', Buffer.from('<p>caf\xe9 \xa9 2004</p>', 'latin1')],
    ['settings in Latin-1', 'names.yaml', Buffer.from('name: Jos\xe9\n', 'latin1')],
    ['a directive between documents', 'data.yaml', 'a: 1\n---\n%TAG ! tag:example.org,2000:app/\n---\nb: 2\n'],
    ['a Targa picture', 'map.tga', Buffer.from('000002000000000000000000010001001800010203', 'hex')],
    ['Python that begins with a constant', 'consts.py', 'PI = 3.14\n'],
  ])('%s is clean, and never unscannable', async (_, path, content) => {
    expect(await verdictOn(path, content)).toBe('clean');
  });

  it.each([
    'model.safetensors',
    'model.onnx',
    'weights.h5',
    'tokenizer.json',
    'flax_model.msgpack',
    'model.tflite',
    'a.parquet',
  ])('a pointer in the place of %s says so', async (path) => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;
    expect(await rulesOf(path, pointer)).toEqual(['unread-files/pointer']);
  });

  it('a directive does not hide the tag behind it', async () => {
    const text = 'a: 1\n---\n%TAG !p! tag:yaml.org,2002:python/object/\n---\nb: !p!apply:os.system [id]\n';
    expect(await verdictOn('data.yaml', text)).toBe('malicious');
  });

  it.each<[string, string, string]>([
    ['its first operand reaches past what is shown', 'state', `S'${'a'.repeat(3000)}'\n0${PAYLOAD}`],
    ['under the name of a text', 'notes.txt', `V${'a'.repeat(3000)}\n0${PAYLOAD}`],
    ['behind a persistent id', 'weights.th', `Pabc\n${PAYLOAD}`],
    ['plainly, without a telling name', 'state', PAYLOAD],
    ['behind two thousand harmless instructions', 'data', `${'N0'.repeat(2000)}${PAYLOAD}`],
  ])('a payload is found when %s', async (_, path, content) => {
    expect(await verdictOn(path, content)).toBe('malicious');
  });

  it('weights whose header is as long as a letter, and whose first tensor is all zeros, are clean', async () => {
    const zeros = 17 * 1024 * 1024;
    const header = JSON.stringify({ w: { dtype: 'U8', shape: [zeros], data_offsets: [0, zeros] } }).padEnd(0x50);
    const file = Buffer.alloc(8 + 0x50 + zeros);
    file.write('P', 'latin1');
    file.write(header, 8, 'latin1');
    expect(await verdictOn('model.safetensors', file)).toBe('clean');
  });

  it('a payload is found behind a persistent id of a hundred thousand letters', async () => {
    expect(await verdictOn('weights.th', `P${'a'.repeat(100_000)}\n${PAYLOAD}`)).toBe('malicious');
  });

  it.each(['memo.dat', 'state', 'notes.txt', 'x.cloudpickle'])(
    'what is over budget is unscannable as %s',
    async (path) => {
      expect(await verdictOn(path, `${'('.repeat(1_100_000)}${PAYLOAD}`)).toBe('unscannable');
    },
  );
});

describe('a script that begins as a model of LightGBM', () => {
  const dressed = 'tree\nversion=v4\nnum_class=1\nend of trees\ncurl -s http://127.0.0.1:9/x | sh\n';
  it.each(['run.sh', 'Makefile', 'docker/Dockerfile', 'a.bat'])(
    'is read as one under the name of one: %s',
    async (path) => {
      const { readings } = await readFileAs(
        FORMATS,
        path,
        sourceOf(Buffer.from(dressed)),
        createBudget(() => 0),
      );
      expect(readings.map(({ format }) => format)).toEqual(['lightgbm', 'text']);
    },
  );
  it('is told where it is a script of a shell', async () => {
    expect(await rulesOf('run.sh', dressed)).toContain('remote-code/fetched-code');
  });
});

describe('a shard that an index describes', () => {
  it.each([
    [4, []],
    [5, ['trailing-bytes']],
    [3, ['too-short']],
    [0, ['too-short']],
  ])('of %d bytes for four', async (size, codes) => {
    const described = { namedBy: ['m.index'], end: 4, whole: true } as const;
    const { readings } = await readFileAs(
      FORMATS,
      'm.data-00000-of-00001',
      sourceOf(new Uint8Array(size).fill(0xfe)),
      createBudget(() => 0),
      described,
    );
    expect(readings.flatMap(({ defects }) => defects.map(({ code }) => code))).toEqual(codes);
  });
});
