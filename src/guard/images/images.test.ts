import { crc32, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { IMAGE_LEAKS } from '../../domain/guard.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { exifIn, exifOf } from './exif.ts';
import { inspectImage, prepareImage } from './image.ts';
import { markedXmp, sourceTermIn } from './xmp.ts';

function chunk(kind: string, content: Uint8Array | string): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), Buffer.from(content as string, 'latin1')]);
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeUInt32BE(body.length - 4, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), 4 + body.length);
  return bytes;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const IHDR = chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0');
const IDAT = chunk('IDAT', deflateSync(Buffer.from([0, 7])));
const pngOf = (...told: readonly Buffer[]) => Buffer.concat([SIGNATURE, IHDR, ...told, IDAT, chunk('IEND', '')]);

/** A TIFF block with an orientation, an artist and a directory of places. */
function tiff(): Buffer {
  const bytes = Buffer.alloc(80);
  bytes.write('II*\0\x08\0\0\0\x03\0', 'latin1');
  const entry = (at: number, row: readonly [tag: number, type: number, count: number, value: number]) => {
    bytes.writeUInt16LE(row[0], at);
    bytes.writeUInt16LE(row[1], at + 2);
    bytes.writeUInt32LE(row[2], at + 4);
    bytes.writeUInt32LE(row[3], at + 8);
  };
  entry(10, [0x0112, 3, 1, 6]);
  entry(22, [0x013b, 2, 8, 60]);
  entry(34, [0x8825, 4, 1, 70]);
  bytes.write('Ann Lee', 60, 'latin1');
  return bytes;
}

function segment(marker: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const PICTURE = Buffer.concat([
  segment(0xdb, Buffer.alloc(65)),
  segment(0xda, '\x01\x01\0\0\x3f\0'),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9]),
]);
const jpegOf = (...told: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'), ...told, PICTURE]);

function riff(...chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const body = chunks.map(([kind, content]) => {
    const head = Buffer.alloc(8);
    head.write(kind, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length & 1)]);
  });
  const all = Buffer.concat(body);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(all.length + 4, 4);
  return Buffer.concat([head, all]);
}

/** A lossless picture of 3 by 2 with transparency. */
const VP8L = Buffer.concat([
  Buffer.from([0x2f]),
  Buffer.from(new Uint32Array([2 | (1 << 14) | (1 << 28)]).buffer),
  Buffer.alloc(9),
]);

const PLAIN = { png: pngOf(), jpeg: jpegOf(), webp: riff(['VP8L', VP8L]) };
const TELLING = {
  png: pngOf(chunk('tEXt', 'parameters\0a cat, Steps: 20'), chunk('eXIf', tiff()), chunk('tEXt', 'Comment\0hello')),
  jpeg: jpegOf(
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff()])),
    segment(0xfe, 'Steps: 20, a cat'),
  ),
  webp: riff(['VP8X', Buffer.from([0x18, 0, 0, 0, 2, 0, 0, 1, 0, 0])], ['VP8L', VP8L], ['EXIF', tiff()]),
};
const FORMATS = ['png', 'jpeg', 'webp'] as const;

describe.each(FORMATS)('a %s image', (format) => {
  it('is marked once, and read back', () => {
    const { image, before, after } = prepareImage(PLAIN[format], { mark: 'generated', strip: [] });
    expect(before).toMatchObject({ format, marked: false, source: null, leaks: [] });
    expect(after).toMatchObject({ format, marked: true, source: 'trainedAlgorithmicMedia' });
    expect(Buffer.from(prepareImage(image, { mark: 'generated', strip: [] }).image).equals(image)).toBe(true);
  });

  it('keeps its picture to the byte', () => {
    const { image } = prepareImage(TELLING[format], { mark: 'composite', strip: IMAGE_LEAKS });
    const picture = { png: IDAT, jpeg: PICTURE, webp: VP8L }[format];
    expect(Buffer.from(image).includes(picture)).toBe(true);
  });

  it('tells nothing of what is stripped, and still which way up it is', () => {
    expect(inspectImage(TELLING[format]).leaks.map(({ leak }) => leak)).toEqual(
      expect.arrayContaining(['location', 'author']),
    );
    const { image, after } = prepareImage(TELLING[format], { mark: 'generated', strip: IMAGE_LEAKS });
    expect(after.leaks).toEqual([]);
    expect(Buffer.from(image).includes('Ann Lee')).toBe(false);
    expect(Buffer.from(image).includes('a cat')).toBe(false);
    expect(Buffer.from(image).includes(Buffer.from(exifOf(6)))).toBe(true);
  });

  it('tells nothing behind its end, where no decoder looks', () => {
    const { image } = prepareImage(Buffer.concat([PLAIN[format], TELLING[format]]), { mark: null, strip: [] });
    expect(Buffer.from(image).equals(PLAIN[format])).toBe(true);
  });

  it('is the same when there is nothing to do', () => {
    const { image } = prepareImage(PLAIN[format], { mark: null, strip: IMAGE_LEAKS });
    expect(Buffer.from(image).equals(PLAIN[format])).toBe(true);
  });

  it('is read, marked or refused whatever its bytes', () => {
    const whole = TELLING[format];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(whole.length),
        (flips, length) => {
          const bytes = Buffer.from(whole.subarray(0, length));
          for (const [at, value] of flips) if (at < length) bytes[at] = value;
          try {
            expect(prepareImage(bytes, { mark: 'generated', strip: IMAGE_LEAKS }).after.marked).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedError);
          }
        },
      ),
      { numRuns: cases(300) },
    );
  });
});

it('finds what a JPEG tells between its scans', () => {
  const scan = PICTURE.subarray(0, -2);
  const bytes = Buffer.concat([jpegOf().subarray(0, -PICTURE.length), scan, segment(0xfe, 'Steps: 20'), PICTURE]);
  expect(inspectImage(bytes).leaks).toEqual([{ leak: 'prompt', where: 'COM' }]);
  const { image } = prepareImage(bytes, { mark: null, strip: IMAGE_LEAKS });
  expect(Buffer.from(image).equals(Buffer.concat([jpegOf().subarray(0, -PICTURE.length), scan, PICTURE]))).toBe(true);
});

it('finds prompts where generators write them', () => {
  const packed = Buffer.concat([Buffer.from('workflow\0\0', 'latin1'), deflateSync('{"nodes": []}')]);
  const told = [
    chunk('tEXt', 'prompt\0{"3": {"class_type": "KSampler"}}'),
    chunk('zTXt', packed),
    chunk('tEXt', 'Software\0ours'),
  ];
  expect(inspectImage(pngOf(...told)).leaks).toEqual([
    { leak: 'prompt', where: 'tEXt' },
    { leak: 'prompt', where: 'zTXt' },
  ]);
});

it('does not unpack a bomb', () => {
  const bomb = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(50_000_000))]);
  expect(inspectImage(pngOf(chunk('zTXt', bomb))).leaks).toEqual([{ leak: 'comment', where: 'zTXt' }]);
});

it('notices a C2PA manifest', () => {
  expect(inspectImage(pngOf(chunk('caBX', 'jumb'))).c2pa).toBe(true);
  expect(inspectImage(jpegOf(segment(0xeb, 'JP\0\x01\0\0\0\x01\0\0\0\x20jumb'))).c2pa).toBe(true);
  expect(inspectImage(PLAIN.jpeg).c2pa).toBe(false);
});

it('adds to a packet that says something else', () => {
  const other = '<x:xmpmeta><rdf:RDF xmlns:rdf="r"><rdf:Description dc:format="image/png"/></rdf:RDF></x:xmpmeta>';
  const marked = markedXmp('generated', other);
  expect(marked).toContain('dc:format="image/png"');
  expect(sourceTermIn(marked)).toBe('trainedAlgorithmicMedia');
});

it.each([
  [
    '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>',
    'digitalCapture',
  ],
  ['<a:DigitalSourceType rdf:resource="http://x/trainedAlgorithmicMedia"/>', 'trainedAlgorithmicMedia'],
  ['<rdf:Description/>', null],
])('reads a source in any of its forms: %s', (xml, term) => {
  expect(sourceTermIn(xml)).toBe(term);
});

it('reads Exif of either byte order, and nothing from what is none', () => {
  expect(exifIn(tiff())).toMatchObject({ orientation: 6, author: true, location: true });
  expect(exifIn(exifOf(3))).toMatchObject({ orientation: 3, author: false, location: false });
  expect(exifIn(Buffer.from('no tiff'))).toMatchObject({ orientation: null });
});
