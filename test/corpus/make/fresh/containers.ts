import { deflateRawSync, gzipSync } from 'node:zlib';
import { type Member, zip } from '../../../../src/formats/zip/archive.fixture.ts';
import { bytes, type Fresh, json, le, named, under, utf8 } from './kit.ts';
import { EVIL, torch } from './pickles.ts';

const GOOD = Uint8Array.from([0x80, 2, 0x7d, 0x2e]);
const CHECKPOINT: readonly Member[] = [
  { name: 'archive/data.pkl', bytes: GOOD },
  { name: 'archive/version', bytes: '3\n' },
];
const withMember = (...members: readonly Member[]): Uint8Array => zip([...CHECKPOINT, ...members]);

interface Entry {
  readonly name: string;
  readonly content?: Uint8Array | string;
  readonly type?: string;
  readonly target?: string;
  readonly mode?: number;
}

export function tar(...entries: readonly Entry[]): Uint8Array {
  const blocks = entries.flatMap(({ name, content = '', type = '0', target = '', mode = 0o644 }) => {
    const data = typeof content === 'string' ? utf8(content) : content;
    const head = Buffer.alloc(512);
    head.write(name, 0, 100, 'latin1');
    head.write(mode.toString(8).padStart(7, '0'), 100);
    head.write('0000000\0'.repeat(2), 108);
    head.write(data.length.toString(8).padStart(11, '0'), 124);
    head.write('00000000000\0        ', 136);
    head.write(type, 156);
    head.write(target, 157, 100, 'latin1');
    head.write('ustar\x0000', 257, 'latin1');
    head.write(
      `${head
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
      'latin1',
    );
    return [new Uint8Array(head), data, new Uint8Array((512 - (data.length % 512)) % 512)];
  });
  return bytes(...blocks, new Uint8Array(1024));
}

const pax = (key: string, value: string): Entry => {
  const body = ` ${key}=${value}\n`;
  const length = [1, 2, 3]
    .map((digits) => body.length + digits)
    .find((total) => String(total).length + body.length === total);
  return { name: 'pax', type: 'x', content: `${length}${body}` };
};

const npy = (header: string, data: Uint8Array): Uint8Array =>
  bytes([0x93], 'NUMPY', [1, 0], le(header.length + 1, 2), `${header}\n`, data);
const OBJECTS = npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", EVIL);

/** Archives whose readers see different things, and files that two readers take. */
const TRICKS: readonly Fresh[] = [
  ...under('zip', 'model.pt', {
    'the attack in constants.pkl': withMember({ name: 'archive/constants.pkl', bytes: EVIL }),
    'in a pickle under another ending': withMember({ name: 'archive/data/0', bytes: EVIL }),
    'in a folder beside the archive': withMember({ name: 'other/data.pkl', bytes: EVIL }),
    'in attributes.pkl of a script module': withMember({ name: 'archive/attributes.pkl', bytes: EVIL }),
    'upper case': zip([{ name: 'archive/DATA.PKL', bytes: EVIL }]),
    'two data.pkl': zip([{ name: 'archive/data.pkl', bytes: EVIL }, ...CHECKPOINT]),
    'the local header names data.pkl': withMember({
      name: 'archive/notes.txt',
      local: { name: 'archive/data.pkl' },
      bytes: EVIL,
    }),
    'a method nobody has': withMember({ name: 'archive/x.pkl', method: 97, bytes: EVIL }),
    'told to be bzip2': withMember({ name: 'archive/x.pkl', method: 12, bytes: EVIL }),
    'stored, told to be deflated': withMember({ name: 'archive/x.pkl', method: 8, bytes: EVIL }),
    'strong encryption told': withMember({ name: 'archive/x.pkl', flags: 0x41, bytes: EVIL }),
    'a size that ends before the attack': withMember({ name: 'archive/x.pkl', size: 1, bytes: EVIL }),
    'in a gap': zip([{ name: 'archive/a', bytes: 'x', gap: EVIL }, ...CHECKPOINT]),
    'in the comment': zip(CHECKPOINT, { comment: EVIL }),
    'in the trailer': zip(CHECKPOINT, { trailer: EVIL }),
    'in the prefix, where pickle.load begins': zip(CHECKPOINT, { prefix: EVIL }),
    'a zip in the prefix': zip(CHECKPOINT, { prefix: torch(EVIL) }),
    'a zip in the trailer': zip(CHECKPOINT, { trailer: torch(EVIL) }),
    'a count that leaves one out': zip([...CHECKPOINT, { name: 'archive/x.pkl', bytes: EVIL }], { count: 2 }),
    'a path that leads out': withMember({ name: 'archive/../../../x.sh', bytes: 'true\n' }),
    'a path of Windows': withMember({ name: 'C:\\Users\\x\\Startup\\x.bat', bytes: 'true\n' }),
    'a name with a NUL': withMember({ name: 'archive/x.pkl\0.txt', bytes: EVIL }),
    'deflated twice': withMember({ name: 'archive/x.gz', deflate: true, bytes: gzipSync(EVIL) }),
  }),
  ...named('polyglots', {
    'picture.gif': bytes('GIF89a', [0x2e, 0x2e, 0x2e, 0x30], EVIL.subarray(2)),
    'picture.ppm': bytes('P6\n', EVIL.subarray(2)),
    'picture.pgm': bytes('P5\n', EVIL.subarray(2)),
    'picture.bmp': bytes('BM', [0, 0, 0], new Uint8Array(0x4d), [0x30], EVIL.subarray(2)),
    'picture.png': bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], new Uint8Array(64), torch(EVIL)),
    'photo.jpg': bytes([0xff, 0xd8, 0xff, 0xe0], new Uint8Array(64), torch(EVIL)),
    'paper.pdf': bytes('%PDF-1.7\n%%EOF\n', torch(EVIL)),
    'sound.wav': bytes('RIFF', le(100, 4), 'WAVE', new Uint8Array(64), torch(EVIL)),
    'film.mp4': bytes([0, 0, 0, 16], 'ftypisom', new Uint8Array(64), EVIL, torch(EVIL)),
    'font.woff': bytes('wOFF', new Uint8Array(64), torch(EVIL)),
    'icon.ico': bytes([0, 0, 1, 0], new Uint8Array(64), torch(EVIL)),
    'model.safetensors': bytes(le(2, 8), '{}', torch(EVIL)),
    'page.html': bytes('<html></html>', torch(EVIL)),
    'notes.md': bytes('# notes\n\n', torch(EVIL)),
    'run.sh.zip': bytes('#!/bin/sh\ntrue\nexit\n', torch(EVIL)),
  }),
  ...named('tar, gz and others', {
    'pax-path.tar': tar(pax('path', '../../../home/ann/.bashrc'), { name: 'ok', content: 'true\n' }),
    'pax-link.tar': tar(pax('linkpath', '/etc/shadow'), { name: 'l', type: '2', target: 'ok' }),
    'long-name.tar': tar(
      { name: '././@LongLink', type: 'L', content: '../../../../tmp/x.sh\0' },
      { name: 'ok', content: 'true\n' },
    ),
    'through-link.tar': tar({ name: 'd', type: '2', target: '/tmp' }, { name: 'd/x', content: 'true\n' }),
    'hard-link.tar': tar({ name: 'h', type: '1', target: '/etc/passwd' }),
    'device.tar': tar({ name: 'disk', type: '4' }),
    'setuid.tar': tar({ name: 'tool', content: bytes([0x7f], 'ELF', new Uint8Array(60)), mode: 0o4755 }),
    'twice.nemo': tar(
      { name: 'model_config.yaml', content: 'a: 1\n' },
      { name: './model_config.yaml', content: '_target_: os.system\n' },
      { name: 'model_weights.ckpt', content: torch(GOOD) },
    ),
    'weights.nemo': tar(
      { name: 'model_config.yaml', content: 'a: 1\n' },
      { name: 'model_weights.ckpt', content: torch(EVIL) },
    ),
    'behind-the-end.tar': bytes(tar({ name: 'a', content: 'x' }), tar({ name: 'b.pkl', content: EVIL })),
    'second-member.tar.gz': bytes(
      gzipSync(tar({ name: 'a', content: 'x' })),
      gzipSync(tar({ name: 'b.pkl', content: EVIL })),
    ),
    'behind.gz': bytes(gzipSync(GOOD), EVIL),
    'skippable.zst': bytes([0x50, 0x2a, 0x4d, 0x18], le(EVIL.length, 4), EVIL),
    'package.deb': bytes('!<arch>\n', 'debian-binary   0           0     0     100644  4         `\n2.0\n'),
    'package.conda': zip([
      { name: 'info/index.json', bytes: '{}' },
      { name: 'etc/conda/activate.d/x.sh', bytes: 'true\n' },
    ]),
    'layer.tar': tar({ name: 'etc/profile.d/x.sh', content: 'true\n' }),
    'layers.tar': tar(
      { name: 'manifest.json', content: json([{ Layers: ['l/layer.tar'] }]) },
      { name: 'l/layer.tar', content: tar({ name: 'opt/model/data.pkl', content: EVIL }) },
    ),
    'wheel.whl': zip([
      { name: 'x.pth', bytes: "import os; os.system('true')\n" },
      { name: 'x-1.dist-info/RECORD', bytes: '' },
    ]),
    'egg.egg': zip([
      { name: 'EGG-INFO/PKG-INFO', bytes: 'Name: x\n' },
      { name: 'x/__init__.py', bytes: 'import os\nos.system("true")\n' },
    ]),
    'jar.jar': zip([
      { name: 'META-INF/MANIFEST.MF', bytes: 'Premain-Class: X\n' },
      { name: 'X.class', bytes: bytes([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61], new Uint8Array(40)) },
    ]),
    'book.xlsm': zip([
      {
        name: 'xl/vbaProject.bin',
        bytes: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(600)),
      },
    ]),
    'letter.docx': zip([
      {
        name: 'word/_rels/settings.xml.rels',
        bytes:
          '<Relationships><Relationship Type="attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>',
      },
    ]),
    'handler.mar': zip([
      {
        name: 'MAR-INF/MANIFEST.json',
        bytes: json({ model: { handler: 'h.py', serializedFile: 'm.pt', requirementsFile: 'requirements.txt' } }),
      },
      { name: 'h.py', bytes: 'import os\nos.system("true")\n' },
    ]),
    'class.mar': zip([
      { name: 'MAR-INF/MANIFEST.json', bytes: json({ model: { handler: '../../tmp/h.py:run', modelName: 'x' } }) },
    ]),
    'objects.npy': OBJECTS,
    'objects.npz': zip([{ name: 'x', bytes: OBJECTS }]),
    'inside.npz': zip([
      { name: 'x.npy', bytes: npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", new Uint8Array(4)) },
      { name: 'y.npy', deflate: true, bytes: OBJECTS },
    ]),
    'expression.npy': npy(
      "{'descr': __import__('os').system('true'), 'fortran_order': False, 'shape': (1,), }",
      new Uint8Array(4),
    ),
    'nested-fields.npy': npy("{'descr': [('a', [('b', 'O')])], 'fortran_order': False, 'shape': (1,), }", EVIL),
    'frame.pkl.gz': gzipSync(EVIL),
    'deflated.bin': new Uint8Array(deflateRawSync(EVIL)),
    'model.7z': bytes([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], new Uint8Array(24), EVIL),
    'model.rar': bytes('Rar!', [0x1a, 7, 1, 0], new Uint8Array(40), EVIL),
  }),
];

export const CONTAINERS = TRICKS;
