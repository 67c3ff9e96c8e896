import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { ScanVerdict } from '../../../src/domain/scan.ts';
import { zip } from '../../../src/formats/zip/archive.fixture.ts';

/** One file of the corpus: what it is, why it is there, and what the scanner has to say of it. */
export interface Case {
  readonly path: string;
  readonly why: string;
  readonly verdict: ScanVerdict;
  readonly bytes: Uint8Array;
}

/**
 * Pickles that call `os.system('true')`, by Python 3.11 itself, in what the real encoders make of them (bz2, lzma, lz4
 * 4.4.5, zstandard 0.25.0), and in arrays of numpy 2.4.6 and joblib 1.6.0. Loading one runs `true`.
 */
const BY_PYTHON = {
  pickle: 'gASVHwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAR0cnVllIWUUpQu',
  bzip2:
    'QlpoOTFBWSZTWcMVOUEAAA3z4E8AAACAARAAAiLeYEIEDgAgACGqeoaAyZH5SP1QoABoGTIlAF1AbBSqaSPttbXWRoDAX1W3P8XckU4UJDDFTlBA',
  lzma: 'XQAAgAD//////////wBAAQ5vTZ83EaUc2H85CKphlXoiFU7YfYhF4eOCW/6PUqqZAyVBymDCP////XiAAA==',
  xz: '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQApgASVHwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAR0cnVllIWUUpQuAAAALh4+NCcxsMUAAUIqelFyOR+2830BAAAAAARZWg==',
  lz4: 'BCJNGGxAKgAAAAAAAABtKQAAAFKABJUfAAEA8BCMBXBvc2l4lIwGc3lzdGVtlJOUjAR0cnVllIWUUpQuAAAAAJGy3Vc=',
  zstd: 'KLUv/SQqUQEAgASVHwAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAR0cnVllIWUUpQu7p2dFQ==',
  'joblib object array':
    'gASV1AAAAAAAAABdlCiME2pvYmxpYi5udW1weV9waWNrbGWUjBFOdW1weUFycmF5V3JhcHBlcpSTlCmBlH2UKIwIc3ViY2xhc3OUjAVudW1weZSMB25kYXJyYXmUk5SMBXNoYXBllEsEhZSMBW9yZGVylIwBQ5SMBWR0eXBllGgHjAVkdHlwZZSTlIwCZjiUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYowKYWxsb3dfbW1hcJSIjBtudW1weV9hcnJheV9hbGlnbm1lbnRfYnl0ZXOUSxB1YhD/////////////////////AAAAAAAAAAAAAAAAAADwPwAAAAAAAABAAAAAAAAACECVRwAAAAAAAABoAymBlH2UKGgGaAloCksChZRoDGgNaA5oEIwCTziUiYiHlFKUKEsDjAF8lE5OTkr/////Sv////9LP3SUYmgWiWgXSxB1YoAFlaoAAAAAAAAAjBZudW1weS5fY29yZS5tdWx0aWFycmF5lIwMX3JlY29uc3RydWN0lJOUjAVudW1weZSMB25kYXJyYXmUk5RLAIWUQwFilIeUUpQoSwFLAoWUaAOMBWR0eXBllJOUjAJPOJSJiIeUUpQoSwOMAXyUTk5OSv////9K/////0s/dJRiiV2UKIwFcG9zaXiUjAZzeXN0ZW2Uk5SMBHRydWWUhZRSlEsBZXSUYi5lLg==',
  'joblib after arrays':
    'gASV1AAAAAAAAABdlCiME2pvYmxpYi5udW1weV9waWNrbGWUjBFOdW1weUFycmF5V3JhcHBlcpSTlCmBlH2UKIwIc3ViY2xhc3OUjAVudW1weZSMB25kYXJyYXmUk5SMBXNoYXBllEsEhZSMBW9yZGVylIwBQ5SMBWR0eXBllGgHjAVkdHlwZZSTlIwCZjiUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYowKYWxsb3dfbW1hcJSIjBtudW1weV9hcnJheV9hbGlnbm1lbnRfYnl0ZXOUSxB1YhD/////////////////////AAAAAAAAAAAAAAAAAADwPwAAAAAAAABAAAAAAAAACECVRwAAAAAAAABoAymBlH2UKGgGaAloCksCSwKGlGgMaA1oDmgQjAJmNJSJiIeUUpQoSwNoFE5OTkr/////Sv////9LAHSUYmgWiGgXSxB1Yg////////////////////8AAAAAAAAAAAAAAAAAAAAAlSAAAAAAAAAAjAVwb3NpeJSMBnN5c3RlbZSTlIwEdHJ1ZZSFlFKUZS4=',
  'joblib lzma':
    'XQAAQAD//////////wBAAQ57NhsVF6I680/z6Jky4yvEB5upnqTrQ6dcy3s542TKk1YJgytkCnwpKA8s/VuGnQxDwh1Sf/62SZZXRhGexlC+XQ8Qw6SN9ZQ2yMN20AubLlyhHtCeMe+S1fbRaPTLlAvHjzPZTD3twpy26ZBZL2usKPb6IEB818eedXEwgY+dQ54DfPbP7W/qTNpcDEsKZbkfqaFdvfSmbUyKDtFg2l5lbkE/Tr4WIPXyIysGI6i4jLn9rBrTYl6nGixoApZQTToivCdcExtuWww4yt3GG40N6+a87QIJ0ePJh2T7zd5I7+BJNUDaSucArfp39pc=',
  'npy object':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnfE8nLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoMSwpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAqABJWnAAAAAAAAAIwWbnVtcHkuX2NvcmUubXVsdGlhcnJheZSMDF9yZWNvbnN0cnVjdJSTlIwFbnVtcHmUjAduZGFycmF5lJOUSwCFlEMBYpSHlFKUKEsBSwGFlGgDjAVkdHlwZZSTlIwCTziUiYiHlFKUKEsDjAF8lE5OTkr/////Sv////9LP3SUYoldlIwFcG9zaXiUjAZzeXN0ZW2Uk5SMBHRydWWUhZRSlGF0lGIu',
  'npy structured':
    'k05VTVBZAQB2AHsnZGVzY3InOiBbKCdhJywgJzxpNCcpLCAoJ2InLCAnfE8nKV0sICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgxLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAqABJUIAQAAAAAAAIwWbnVtcHkuX2NvcmUubXVsdGlhcnJheZSMDF9yZWNvbnN0cnVjdJSTlIwFbnVtcHmUjAduZGFycmF5lJOUSwCFlEMBYpSHlFKUKEsBSwGFlGgDjAVkdHlwZZSTlIwDVjEylImIh5RSlChLA4wBfJROjAFhlIwBYpSGlH2UKGgRaAyMAmk0lImIh5RSlChLA4wBPJROTk5K/////0r/////SwB0lGJLAIaUaBJoDIwCTziUiYiHlFKUKEsDaBBOTk5K/////0r/////Sz90lGJLBIaUdUsMSwFLG3SUYoldlEsBjAVwb3NpeJSMBnN5c3RlbZSTlIwEdHJ1ZZSFlFKUhpRhdJRiLg==',
} as const;

const byPython = (name: keyof typeof BY_PYTHON): Buffer => Buffer.from(BY_PYTHON[name], 'base64');
const EVIL = byPython('pickle');
/** `{'w': [1.0]}`, protocol 2. */
const HARMLESS = Buffer.from('\x80\x02}q\x00X\x01\x00\x00\x00wq\x01]q\x02G?\xf0\x00\x00\x00\x00\x00\x00as.', 'latin1');

const given =
  (verdict: ScanVerdict) =>
  (path: string, why: string, bytes: Uint8Array): Case => ({ path, why, verdict, bytes: new Uint8Array(bytes) });
const clean = given('clean');
const suspicious = given('suspicious');
const malicious = given('malicious');
const unscannable = given('unscannable');

const BLOCK = 512;

/** A member of a tar; what is not given is told truly. */
interface TarMember {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly target?: string;
  readonly mode?: number;
  /** What the header tells instead. */
  readonly size?: number;
  readonly checksum?: number;
}

function tarHeader({ name, bytes, type = '0', target = '', mode = 0o644, size, checksum }: TarMember): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number): string => value.toString(8).padStart(width - 1, '0');
  block.write(name, 0, 100, 'latin1');
  block.write(octal(mode, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size ?? bytes?.length ?? 0, 12), 124);
  block.write(octal(0, 12), 136);
  block.fill(0x20, 148, 156);
  block.write(type, 156);
  block.write(target, 157, 100, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(checksum ?? sum, 7)}\0 `, 148, 'latin1');
  return block;
}

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

const END = Buffer.alloc(2 * BLOCK);

/** A tar without its end blocks. */
function tarOpen(...members: readonly TarMember[]): Buffer {
  return Buffer.concat(members.map((member) => Buffer.concat([tarHeader(member), padded(member.bytes ?? NOTHING)])));
}

function tar(...members: readonly TarMember[]): Buffer {
  return Buffer.concat([tarOpen(...members), END]);
}

const NOTHING = new Uint8Array(0);
const text = (value: string): Buffer => Buffer.from(value);

/** Pax records for the next member. */
function pax(records: Readonly<Record<string, string>>): TarMember {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`;
    let length = rest.length + 1;
    while (String(length).length + rest.length !== length) length += 1;
    return `${length}${rest}`;
  });
  return { name: 'pax', type: 'x', bytes: text(lines.join('')) };
}

function checkpoint(data: Buffer): Buffer {
  return Buffer.from(
    zip([
      { name: 'm/data.pkl', bytes: data },
      { name: 'm/version', bytes: text('3\n') },
    ]),
  );
}

const TARS: readonly Case[] = [
  clean(
    'tar/plain.tar',
    'a configuration and weights',
    tar({ name: 'a.json', bytes: text('{}') }, { name: 'w.pkl', bytes: HARMLESS }),
  ),
  clean(
    'tar/folders.tar',
    'folders, and a file in one',
    tar({ name: 'd/', type: '5', mode: 0o755 }, { name: 'd/w.pkl', bytes: HARMLESS }),
  ),
  clean(
    'tar/pax-size.tar',
    'pax records that tell what the header tells',
    tar(pax({ path: 'w.pkl', size: String(HARMLESS.length) }), { name: 'x', bytes: HARMLESS }),
  ),
  clean(
    'tar/link-inside.tar',
    'a link to a file beside it is for a person to see',
    tar({ name: 'w.pkl', bytes: HARMLESS }, { name: 'v.pkl', type: '2', target: 'w.pkl' }),
  ),
  clean(
    'tar/model.nemo',
    'NeMo writes a tar',
    tar({ name: './model_config.yaml', bytes: text('a: 1\n') }, { name: './model_weights.ckpt', bytes: HARMLESS }),
  ),
  unscannable(
    'tar/weights.nemo',
    'NeMo asks for a configuration',
    tar({ name: './model_weights.ckpt', bytes: HARMLESS }),
  ),
  clean(
    'tar/archive-first.tar',
    'a checkpoint, which is a stored zip, as its first member: how SageMaker and others pack',
    tar({ name: 'm.pt', bytes: checkpoint(HARMLESS) }, { name: 'a.json', bytes: text('{}') }),
  ),
  malicious(
    'tar/evil-archive-first.tar',
    'such a checkpoint that attacks',
    tar({ name: 'm.pt', bytes: checkpoint(EVIL) }),
  ),
  malicious(
    'tar/archive-behind.tar',
    'a checkpoint that the header of its first member does not reach around',
    Buffer.concat([tarOpen({ name: 'm', bytes: NOTHING }), checkpoint(EVIL)]),
  ),
  malicious('tar/evil.tar', 'a pickle in a tar', tar({ name: 'w.pkl', bytes: EVIL })),
  malicious(
    'tar/evil.pt',
    'a tar under the name of a checkpoint',
    tar(
      { name: 'sys_info', bytes: HARMLESS },
      { name: 'pickle', bytes: EVIL },
      { name: 'storages', bytes: HARMLESS },
      { name: 'tensors', bytes: HARMLESS },
    ),
  ),
  malicious('tar/no-name.tar', 'a pickle under a name that promises nothing', tar({ name: 'notes', bytes: EVIL })),
  malicious('tar/traversal.tar', 'a name that climbs', tar({ name: '../../.bashrc', bytes: text('#\n') })),
  malicious('tar/absolute.tar', 'a name from the root', tar({ name: '/etc/cron.d/x', bytes: text('#\n') })),
  malicious('tar/windows.tar', 'a name with a drive', tar({ name: 'C:\\x.txt', bytes: text('#\n') })),
  malicious(
    'tar/pax-traversal.tar',
    'the name that counts is in the pax records',
    tar(pax({ path: '../x' }), { name: 'x', bytes: text('#\n') }),
  ),
  malicious(
    'tar/gnu-traversal.tar',
    'the name that counts is in a GNU long name',
    tar({ name: '././@LongLink', type: 'L', bytes: text('../x\0') }, { name: 'x', bytes: text('#\n') }),
  ),
  malicious(
    'tar/symlink-out.tar',
    'a link out, and a file through it',
    tar({ name: 'd', type: '2', target: '../..' }, { name: 'd/x', bytes: text('#\n') }),
  ),
  malicious('tar/symlink-absolute.tar', 'a link to the root', tar({ name: 'd', type: '2', target: '/etc/passwd' })),
  malicious(
    'tar/pax-link.tar',
    'the target that counts is in the pax records',
    tar(pax({ linkpath: '/etc' }), { name: 'd', type: '2', target: 'x' }),
  ),
  malicious('tar/hardlink-out.tar', 'a hard link out', tar({ name: 'd', type: '1', target: '../x' })),
  malicious('tar/block-device.tar', 'a disk', tar({ name: 'd', type: '4' })),
  malicious('tar/character-device.tar', 'a terminal, or the memory', tar({ name: 'd', type: '3' })),
  suspicious('tar/pipe.tar', 'a pipe', tar({ name: 'd', type: '6' })),
  suspicious(
    'tar/set-id.tar',
    'a program that runs as its owner',
    tar({ name: 'x.txt', bytes: text('x\n'), mode: 0o4755 }),
  ),
  suspicious(
    'tar/duplicate.tar',
    'the first reader and the last see different files',
    tar({ name: 'a.txt', bytes: text('a\n') }, { name: './a.txt', bytes: text('b\n') }),
  ),
  malicious(
    'tar/duplicate-evil.tar',
    'the second of a name is evil',
    tar({ name: 'w.pkl', bytes: HARMLESS }, { name: 'w.pkl', bytes: EVIL }),
  ),
  malicious(
    'tar/after-end.tar',
    'a second archive after the end',
    Buffer.concat([tar({ name: 'w.pkl', bytes: HARMLESS }), tar({ name: 'x.pkl', bytes: EVIL })]),
  ),
  malicious(
    'tar/behind-bad-header.tar',
    'GNU tar goes on behind a broken header',
    Buffer.concat([
      tarOpen({ name: 'a.txt', bytes: text('a\n') }, { name: 'b', checksum: 1 }),
      tar({ name: 'x.pkl', bytes: EVIL }),
    ]),
  ),
  malicious(
    'tar/two-sizes.tar',
    'pax says 512 bytes more than the header, and hides a member',
    tar(pax({ size: '1024' }), { name: 'a.txt', bytes: text('a'.repeat(512)) }, { name: 'x.pkl', bytes: EVIL }),
  ),
  malicious(
    'tar/data-of-link.tar',
    'a link with bytes, in which Python sees members',
    tar(
      { name: 'l', type: '2', target: 'a.txt', bytes: tarOpen({ name: 'x.pkl', bytes: EVIL }) },
      { name: 'a.txt', bytes: text('a\n') },
    ),
  ),
  malicious('tar/cut-evil.tar', 'cut off behind what runs', tarOpen({ name: 'x.pkl', bytes: EVIL, size: 4096 })),
  unscannable('tar/cut.tar', 'cut off in a member', tarOpen({ name: 'a.txt', bytes: text('a\n'), size: 4096 })),
  unscannable(
    'tar/cut-header.tar',
    'cut off in a header',
    Buffer.concat([tarOpen({ name: 'a.txt', bytes: text('a\n') }), Buffer.alloc(100, 65)]),
  ),
  unscannable('tar/no-end.tar', 'without its end', tarOpen({ name: 'a.txt', bytes: text('a\n') })),
  unscannable(
    'tar/cut-padding.tar',
    'cut within what fills its last record',
    Buffer.concat([tarOpen({ name: 'a.txt', bytes: text('a\n') }), Buffer.alloc(1600)]),
  ),
  unscannable(
    'tar/checksum.tar',
    'a header without its checksum',
    tar({ name: 'a.txt', bytes: text('a\n') }, { name: 'b.txt', bytes: text('b\n'), checksum: 7 }),
  ),
  unscannable(
    'tar/trailing.tar',
    'bytes after the end',
    Buffer.concat([tar({ name: 'a.txt', bytes: text('a\n') }), text('hidden'.repeat(100))]),
  ),
  unscannable(
    'tar/sparse.tar',
    'a file with holes',
    tar(pax({ 'GNU.sparse.major': '1' }), { name: 'a.txt', bytes: text('a\n') }),
  ),
  unscannable('tar/no-tar.tar', 'random bytes under the name of a tar', Buffer.alloc(1024, 0x41)),
];

/** Blocks of a codec that stores, for encoders that are not at hand. */
const lz4Stored = (bytes: Uint8Array): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE((bytes.length | 0x80000000) >>> 0);
  return Buffer.concat([Buffer.from('04224d186040', 'hex'), Buffer.of(0x82), size, bytes, Buffer.alloc(4)]);
};

const zlibBomb = (size: number): Buffer => deflateSync(Buffer.alloc(size), { level: 9 });

function gzipMember(
  bytes: Uint8Array,
  told: { readonly crc?: number; readonly size?: number; readonly name?: string } = {},
): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, told.name === undefined ? 0 : 8, 0, 0, 0, 0, 0, 3]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(told.crc ?? crc32(bytes), 0);
  trailer.writeUInt32LE(told.size ?? bytes.length, 4);
  const name = told.name === undefined ? NOTHING : text(`${told.name}\0`);
  return Buffer.concat([header, name, deflateRawSync(bytes), trailer]);
}

function corrupted(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function nested(depth: number, bytes: Uint8Array): Uint8Array {
  return depth === 0 ? bytes : nested(depth - 1, gzipSync(bytes));
}

const CODECS = ['bzip2', 'lzma', 'xz', 'lz4', 'zstd'] as const;
const PROSE = text('All that glitters is not gold.\n'.repeat(40));

const STREAMS: readonly Case[] = [
  clean('stream/notes.txt.gz', 'a text', gzipMember(PROSE, { name: 'notes.txt' })),
  clean(
    'stream/padded.txt.gz',
    'NUL bytes after a member are padding',
    Buffer.concat([gzipMember(PROSE), Buffer.alloc(100)]),
  ),
  clean(
    'stream/formula.txt',
    'words that begin like a header of zlib',
    text('x^2 + y^2 = z^2, said the teacher, and wrote it down.\n'.repeat(30)),
  ),
  clean('stream/short.txt', 'so, and few', text('x^10 is a lot.\n')),
  malicious(
    'stream/cut-evil.bin',
    'zlib cut off behind what runs',
    deflateSync(Buffer.concat([EVIL, randomBytes(5000)])).subarray(0, 3000),
  ),
  clean('stream/weights.pkl', 'zlib, as joblib has it', deflateSync(HARMLESS)),
  clean('stream/stored.pkl', 'LZ4 that stores', lz4Stored(HARMLESS)),
  clean(
    'stream/zeros.pkl.gz',
    'eight million zeros in a pickle compress a thousand times',
    gzipSync(
      Buffer.concat([
        Buffer.from('\x80\x04\x8e\x00\x12\x7a\x00\x00\x00\x00\x00', 'latin1'),
        Buffer.alloc(8_000_000),
        text('.'),
      ]),
    ),
  ),
  malicious('stream/evil.pkl.gz', 'gzip', gzipMember(EVIL)),
  malicious('stream/evil.joblib', 'zlib', deflateSync(EVIL)),
  malicious('stream/evil-level-0.joblib', 'zlib that stores', deflateSync(EVIL, { level: 0 })),
  ...CODECS.map((codec) => malicious(`stream/evil-${codec}.joblib`, codec, byPython(codec))),
  ...CODECS.map((codec) => malicious(`stream/evil-${codec}.bin`, `${codec} under another name`, byPython(codec))),
  malicious(
    'stream/zfile.pkl',
    'the header of joblib before 0.10',
    Buffer.concat([text('ZF'), text(`0x${EVIL.length.toString(16)}`.padEnd(19)), deflateSync(EVIL)]),
  ),
  malicious(
    'stream/second-member.gz',
    'a pickle that is whole with the second member only',
    Buffer.concat([gzipMember(EVIL.subarray(0, 20)), gzipMember(EVIL.subarray(20))]),
  ),
  malicious('stream/wrong-crc.pkl.gz', 'loaders read the pickle before the checksum', gzipMember(EVIL, { crc: 1 })),
  malicious('stream/wrong-adler.joblib', 'so with zlib', corrupted(deflateSync(EVIL), deflateSync(EVIL).length - 1)),
  malicious(
    'stream/cut.pkl.gz',
    'cut off behind the pickle',
    gzipSync(Buffer.concat([EVIL, PROSE])).subarray(0, 60 + EVIL.length),
  ),
  malicious(
    'stream/broken-later.pkl.gz',
    'broken far behind the pickle',
    corrupted(gzipSync(Buffer.concat([EVIL, randomBytes(100_000)])), 60_000),
  ),
  malicious('stream/trailing.pkl.gz', 'bytes after the stream', Buffer.concat([gzipMember(EVIL), text('more')])),
  malicious('stream/name.txt.gz', 'a name that climbs, for gunzip -N', gzipMember(PROSE, { name: '../../x.txt' })),
  malicious(
    'nested/tar-gz-zip.zip',
    'a pickle in a tar in gzip in a zip',
    zip([{ name: 'a.tar.gz', bytes: gzipSync(tar({ name: 'w', bytes: EVIL })) }]),
  ),
  malicious('nested/gz-gz-bz2.pkl', 'bzip2 in gzip in gzip', nested(2, byPython('bzip2'))),
  malicious(
    'nested/tar-in-tar.tar',
    'a tar in a tar',
    tar({ name: 'in.tar', bytes: tar({ name: 'x', bytes: byPython('xz') }) }),
  ),
  malicious('nested/zip-in-zlib.joblib', 'a zip in zlib', deflateSync(zip([{ name: 'w.pkl', bytes: EVIL }]))),
  unscannable('nested/deep.gz', 'gzip in gzip, twelve deep', nested(12, HARMLESS)),
  unscannable('stream/bomb.gz', 'zeros that grow a thousand times', gzipSync(Buffer.alloc(40_000_000))),
  unscannable('stream/bomb.joblib', 'so in zlib', zlibBomb(40_000_000)),
  unscannable('stream/bomb-of-bombs.gz', 'so in gzip', gzipSync(gzipSync(Buffer.alloc(40_000_000)))),
  unscannable('stream/cut.txt.gz', 'cut off', gzipMember(PROSE).subarray(0, 30)),
  unscannable('stream/cut-trailer.txt.gz', 'cut off in its trailer', gzipMember(PROSE).subarray(0, -3)),
  unscannable('stream/header-only.gz', 'nothing but a header', gzipMember(PROSE).subarray(0, 10)),
  unscannable('stream/crc.txt.gz', 'a wrong checksum', gzipMember(PROSE, { crc: 7 })),
  unscannable('stream/size.txt.gz', 'a wrong size', gzipMember(PROSE, { size: 7 })),
  unscannable(
    'stream/adler.pkl',
    'a wrong checksum of zlib',
    corrupted(deflateSync(HARMLESS), deflateSync(HARMLESS).length - 1),
  ),
  unscannable('stream/trailing.txt.gz', 'bytes after the stream', Buffer.concat([gzipMember(PROSE), text('more')])),
  unscannable(
    'stream/trailing.pkl',
    'bytes after a stream of zlib',
    Buffer.concat([deflateSync(HARMLESS), text('more')]),
  ),
  unscannable('stream/no.gz', 'no gzip under its name', PROSE),
  unscannable(
    'stream/skipped.zst',
    'a frame that decoders skip, in which anything lies',
    Buffer.from('502a4d180400000041414141', 'hex'),
  ),
  ...CODECS.map((codec) =>
    unscannable(`stream/cut-${codec}.bin`, `${codec}, cut off at its header`, byPython(codec).subarray(0, 16)),
  ),
];

function randomBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[index] = state >>> 16;
  }
  return bytes;
}

function npy(header: string, data: Uint8Array, version = 1): Buffer {
  const bytes = text(`${header}\n`);
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(bytes.length);
  else length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(`\x93NUMPY${String.fromCharCode(version)}\0`, 'latin1'), length, bytes, data]);
}

const array = (descr: string, shape = '(1,)'): string =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`;
const EIGHT = Buffer.alloc(8);

const ARRAYS: readonly Case[] = [
  clean('npy/float.npy', 'one number', npy(array("'<f8'"), EIGHT)),
  clean('npy/python2.npy', 'Python 2 writes an L', npy(array("'<f8'", '(1L,)'), EIGHT)),
  clean(
    'npy/fields.npy',
    'fields with a title and a shape',
    npy(array("[(('t', 'a'), '<i4'), ('b', '|u1', (2, 2))]"), EIGHT),
  ),
  clean('npy/bare', 'as a member of npz without its suffix', npy(array("'<f8'"), EIGHT)),
  malicious('npy/object.npy', 'by numpy', byPython('npy object')),
  malicious('npy/structured.npy', 'an object in a field, by numpy', byPython('npy structured')),
  malicious('npy/version-2.npy', 'the wide header', npy(array("'|O'"), EVIL, 2)),
  malicious('npy/version-3.npy', 'the UTF-8 header', npy(array("'|O'"), EVIL, 3)),
  malicious('npy/spelt.npy', 'a spelling that numpy reads and never writes', npy(array("'i4,O'"), EVIL)),
  malicious('npy/dict.npy', 'a type as a dict', npy(array("{'names': ['a'], 'formats': ['O']}"), EVIL)),
  malicious('npy/joined.npy', 'texts side by side are one', npy(array("'|' 'O'"), EVIL)),
  malicious('npy/after.npy', 'after the data', npy(array("'<f8'"), Buffer.concat([EIGHT, EVIL]))),
  malicious(
    'npy/second.npy',
    'in the second array of the file',
    Buffer.concat([npy(array("'<f8'"), EIGHT), npy(array("'|O'"), EVIL)]),
  ),
  malicious('npy/pickle.npy', 'numpy.load takes a bare pickle', EVIL),
  malicious('npy/evil.npz', 'a member without a suffix', zip([{ name: 'arr_0', bytes: byPython('npy object') }])),
  malicious('npy/pickle.npz', 'a pickle for a member', zip([{ name: 'arr_0.npy', bytes: EVIL }])),
  unscannable('npy/cut.npy', 'less data than the shape takes', npy(array("'<f8'", '(2,)'), EIGHT)),
  unscannable('npy/cut-header.npy', 'cut off in the header', npy(array("'<f8'"), EIGHT).subarray(0, 30)),
  unscannable('npy/trailing.npy', 'bytes after the data', npy(array("'<f8'"), Buffer.alloc(20))),
  unscannable(
    'npy/huge.npy',
    'a shape beyond all measure',
    npy(array("'<f8'", '(99999999999999, 99999999999999)'), EIGHT),
  ),
  unscannable('npy/negative.npy', 'a negative length', npy(array("'<f8'", '(-1,)'), EIGHT)),
  unscannable('npy/huge-header.npy', 'a header of a gigabyte', Buffer.from('\x93NUMPY\x02\0\0\0\0\x40', 'latin1')),
  unscannable('npy/nested.npy', 'a header of ten thousand brackets', npy('['.repeat(10_000), EIGHT)),
  unscannable('npy/version.npy', 'a version that does not exist', npy(array("'<f8'"), EIGHT, 9)),
  unscannable('npy/empty-object.npy', 'objects without their pickle', npy(array("'|O'"), NOTHING)),
  unscannable('npy/no.npy', 'no npy under its name', text('hello')),
];

const JOBLIB = byPython('joblib object array');

const JOBLIBS: readonly Case[] = [
  malicious('joblib/object-array.joblib', 'in an array of objects within the stream', JOBLIB),
  malicious('joblib/after-arrays.joblib', 'after two arrays', byPython('joblib after arrays')),
  malicious('joblib/compressed.joblib', 'so in LZMA', byPython('joblib lzma')),
  malicious('joblib/gzip.joblib', 'so in gzip', gzipSync(byPython('joblib after arrays'))),
  malicious('joblib/cut.joblib', 'cut off behind what runs', JOBLIB.subarray(0, -4)),
  malicious('joblib/trailing.joblib', 'bytes after the end', Buffer.concat([JOBLIB, text('more')])),
  unscannable('joblib/cut-array.joblib', 'cut off within an array', byPython('joblib after arrays').subarray(0, 280)),
];

export const CASES: readonly Case[] = [...TARS, ...STREAMS, ...ARRAYS, ...JOBLIBS];
