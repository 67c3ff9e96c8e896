import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zip } from '../../../../src/formats/zip/archive.fixture.ts';
import { tar } from './containers.ts';
import { gguf } from './graphs.ts';
import { bytes, type Fresh, json, le, named, under } from './kit.ts';

const GENUINE = 'test/corpus/genuine';
/** Formats that end where they say, one genuine file of each, cut at three places. */
const CUT =
  /\.(?:pkl|pt|joblib|npy|npz|onnx|h5|tflite|parquet|arrow|feather|mat|rds|RData|skops|tar|gz|xz|bz2|zst|7z|cbm|ort|pt2|ubj|tfrecord)$/;

function* cutFiles(): Iterable<Fresh> {
  const seen = new Set<string>();
  for (const name of readdirSync(GENUINE, { recursive: true, encoding: 'utf8' }).sort()) {
    const ending = CUT.exec(name)?.[0];
    if (ending === undefined || seen.has(ending)) continue;
    const whole = new Uint8Array(readFileSync(join(GENUINE, name)));
    if (whole.length < 64) continue;
    seen.add(ending);
    for (const share of [0.35, 0.8])
      yield {
        family: 'cut short',
        path: `cut${ending}`,
        why: `${name} at ${share}`,
        bytes: whole.subarray(0, Math.floor(whole.length * share)),
      };
  }
}

const st = (header: unknown, data = new Uint8Array(0), length?: number | bigint): Uint8Array => {
  const head = typeof header === 'string' ? header : json(header);
  return bytes(le(length ?? Buffer.byteLength(head), 8), head, data);
};
const w = (dtype: string, shape: readonly number[], ...data_offsets: readonly number[]): unknown => ({
  w: { dtype, shape, data_offsets },
});
const FOUR = new Uint8Array(4);
const SAFETENSORS: Readonly<Record<string, Uint8Array>> = {
  'no header': st(''),
  'a header of a number': st('1'),
  'a header that goes on': st(w('F32', [1], 0, 4), FOUR, 4096),
  'a header of two to the 63': st(w('F32', [1], 0, 4), FOUR, 1n << 63n),
  'a header that is no JSON': st('{"w": {'),
  'a header in Latin-1': bytes(le(14, 8), '{"', [0xe9], '":[],"b":1}', FOUR),
  'text behind the object': st(`${json(w('F32', [1], 0, 4))}x`, FOUR),
  'a NaN in it': st('{"w":{"dtype":"F32","shape":[NaN],"data_offsets":[0,4]}}', FOUR),
  'offsets backwards': st(w('F32', [1], 4, 0), FOUR),
  'offsets that do not begin at zero': st(w('F32', [1], 4, 8), new Uint8Array(8)),
  'three offsets': st(w('F32', [1], 0, 4, 8), FOUR),
  'offsets past the end': st(w('F32', [2], 0, 8), FOUR),
  'offsets that are no numbers': st('{"w":{"dtype":"F32","shape":[1],"data_offsets":["0","4"]}}', FOUR),
  'half an element': st(w('F32', [1], 0, 3), new Uint8Array(3)),
  'a shape with a fraction': st(w('F32', [0.5, 2], 0, 4), FOUR),
  'a shape below nothing': st(w('F32', [-1, -1], 0, 4), FOUR),
  'a product that wraps': st(w('U8', [2 ** 32, 2 ** 32], 0, 4), FOUR),
  'a type nobody has': st(w('F33', [1], 0, 4), FOUR),
  'no shape': st('{"w":{"dtype":"F32","data_offsets":[0,4]}}', FOUR),
  'two tensors in one place': st(
    { a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] }, b: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } },
    FOUR,
  ),
  'a name twice': st(
    '{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"a":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}',
    FOUR,
  ),
  'metadata that is a list': st('{"__metadata__":[],"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', FOUR),
  'a space more behind it': st(w('F32', [1], 0, 4), new Uint8Array(5)),
};
const text = (value: string): Uint8Array => bytes(le(value.length, 8), value);
const pair = (key: string, type: number, value: Uint8Array): Uint8Array => bytes(text(key), le(type, 4), value);
const tensor = (name: string, dims: readonly (number | bigint)[], type: number, offset: number): Uint8Array =>
  bytes(text(name), le(dims.length, 4), ...dims.map((dim) => le(dim, 8)), le(type, 4), le(offset, 8));
const ARCH = pair('general.architecture', 8, text('llama'));
const GGUF: Readonly<Record<string, Uint8Array>> = {
  'only the first word': bytes('GGUF'),
  'a version of nought': bytes('GGUF', le(0, 4), new Uint8Array(16)),
  'a version to come': bytes('GGUF', le(77, 4), new Uint8Array(16)),
  'more keys than bytes': bytes('GGUF', le(3, 4), le(0, 8), le(2 ** 40, 8)),
  'more tensors than bytes': bytes('GGUF', le(3, 4), le(2 ** 40, 8), le(0, 8)),
  'a key without an end': bytes('GGUF', le(3, 4), le(0, 8), le(1, 8), le(2 ** 62, 8), 'x'),
  'a type nobody has': gguf([pair('x', 99, new Uint8Array(8))]),
  'an array of arrays without end': gguf([
    pair('x', 9, bytes(...Array.from({ length: 200 }, () => bytes(le(9, 4), le(1, 8))))),
  ]),
  'an array longer than the file': gguf([pair('x', 9, bytes(le(4, 4), le(2 ** 50, 8)))]),
  'a key twice': gguf([ARCH, ARCH]),
  'an alignment of nought': gguf(
    [ARCH, pair('general.alignment', 4, le(0, 4))],
    [tensor('w', [1], 0, 0)],
    new Uint8Array(64),
  ),
  'an alignment of three': gguf(
    [ARCH, pair('general.alignment', 4, le(3, 4))],
    [tensor('w', [1], 0, 0)],
    new Uint8Array(64),
  ),
  'dimensions that wrap': gguf([ARCH], [tensor('w', [2n ** 33n, 2n ** 33n], 0, 0)], new Uint8Array(64)),
  'five dimensions': gguf([ARCH], [tensor('w', [1, 1, 1, 1, 1], 0, 0)], new Uint8Array(64)),
  'a dimension of nought': gguf([ARCH], [tensor('w', [0, 4], 0, 0)], new Uint8Array(64)),
  'a tensor past the end': gguf([ARCH], [tensor('w', [4096], 0, 0)], new Uint8Array(64)),
  'an offset past the end': gguf([ARCH], [tensor('w', [1], 0, 2 ** 40)], new Uint8Array(64)),
  'an offset between alignments': gguf([ARCH], [tensor('w', [1], 0, 5)], new Uint8Array(64)),
  'two tensors in one place': gguf([ARCH], [tensor('a', [8], 0, 0), tensor('b', [8], 0, 0)], new Uint8Array(64)),
  'a tensor twice': gguf([ARCH], [tensor('a', [8], 0, 0), tensor('a', [8], 0, 32)], new Uint8Array(96)),
  'a kind of numbers nobody has': gguf([ARCH], [tensor('a', [8], 250, 0)], new Uint8Array(64)),
  'half a block': gguf([ARCH], [tensor('a', [7], 2, 0)], new Uint8Array(64)),
};
const PICKLES: Readonly<Record<string, Uint8Array>> = {
  'no STOP': bytes([0x80, 4, 0x7d]),
  'a frame of two to the 60': bytes([0x80, 4, 0x95], le(2 ** 60, 8), [0x7d, 0x2e]),
  'a text of two to the 60': bytes([0x80, 4, 0x8d], le(2 ** 60, 8), 'x'),
  'a protocol of ninety': bytes([0x80, 90, 0x7d, 0x2e]),
  'an opcode nobody has': bytes([0x80, 4, 0xff, 0x2e]),
  'nothing on the stack': bytes([0x80, 4, 0x2e]),
  'a MARK too few': bytes([0x80, 4, 0x5d, 0x65, 0x2e]),
  'a memo that is empty': bytes([0x80, 4, 0x68, 9, 0x2e]),
  'an int of letters': bytes('Iabc\n.'),
  'a text that is not UTF-8': bytes([0x80, 4, 0x8c, 2, 0xff, 0xfe, 0x2e]),
  'a length below nothing': bytes([0x80, 2, 0x54], [0xff, 0xff, 0xff, 0xff], [0x2e]),
};
const pkl = bytes([0x80, 2, 0x7d, 0x2e]);
const OTHERS: Readonly<Record<string, Uint8Array | string>> = {
  'end-only.zip': bytes('PK', [5, 6], new Uint8Array(12), le(99, 4), [0, 0]),
  'crc.zip': zip([{ name: 'a.pkl', bytes: pkl, crc: 1 }]),
  'far.zip': zip([{ name: 'a.pkl', bytes: pkl, offset: 0xfffffff }]),
  'over.zip': zip([
    { name: 'a', bytes: pkl },
    { name: 'b', bytes: pkl, offset: 0 },
  ]),
  'count.zip': zip([{ name: 'a', bytes: pkl }], { count: 7 }),
  'local.pt': zip([{ name: 'a/data.pkl', bytes: pkl, local: { size: 9 } }]),
  'head.tar': tar({ name: 'a', content: 'x' }).fill(0x39, 148, 154),
  'size.tar': tar({ name: 'a', content: 'x' }).subarray(0, 700),
  'check.gz': bytes(gzipSync(pkl).subarray(0, -8), new Uint8Array(8)),
  'array.npy': bytes(
    [0x93],
    'NUMPY',
    [1, 0],
    le(70, 2),
    "{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }".padEnd(69),
    '\n',
  ),
  'header.npy': bytes([0x93], 'NUMPY', [1, 0], le(20, 2), "{'descr': '<f4'}   \n"),
  'version.npy': bytes([0x93], 'NUMPY', [9, 0], le(20, 2), new Uint8Array(20)),
  'comma.json': '{"a": 1,}',
  'twice.json': '{"a": 1} {"b": 2}',
  'deep/config.json': '['.repeat(100_000),
  'nan/config.json': '{"a": NaN',
  'index.model.safetensors.index.json': '{"weight_map": ',
  'bad.xml': '<net><layers></net>',
  'bad.pmml': '<PMML version="4.4"><Header>',
  'length.parquet': bytes('PAR1', new Uint8Array(8), le(0xfffffff, 4), 'PAR1'),
  'length.arrow': bytes('ARROW1\0\0', new Uint8Array(8), le(0xfffffff, 4), 'ARROW1'),
  'root.tflite': bytes(le(0xffffff, 4), 'TFL3', new Uint8Array(24)),
  'block.h5': bytes([0x89], 'HDF\r\n', [0x1a, 0x0a, 9], new Uint8Array(80)),
  'field.onnx': bytes([8, 8, 0x3a, 0xff, 0xff, 0xff, 0xff, 0x7f], new Uint8Array(20)),
  'field/saved_model.pb': bytes([8, 1, 0x12, 0xff, 0xff, 0x7f], new Uint8Array(20)),
  'nothing.pt': new Uint8Array(4096),
  'noise.bin': bytes([0xf1, 0xc2, 0x93, 0x04], new Uint8Array(60).fill(0xee)),
};

export const MALFORMED: readonly Fresh[] = [
  ...cutFiles(),
  ...under('safetensors', 'model.safetensors', SAFETENSORS),
  ...under('GGUF', 'model.gguf', GGUF),
  ...under('pickles', 'model.pkl', PICKLES),
  ...named('others', OTHERS),
];
