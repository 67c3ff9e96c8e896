import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryIn, createFormReader, FormError, type FormPiece } from './form.ts';
import { formFrame } from './form-body.ts';

const part = (head: string, body: string) => `--B\r\n${head}\r\n\r\n${body}\r\n`;
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const read = (...chunks: readonly (string | Buffer)[]) => {
  const reader = createFormReader('B');
  const pieces = chunks.flatMap((chunk) => reader.push(Buffer.from(chunk)));
  reader.end();
  return pieces;
};
const bytesOf = (pieces: readonly FormPiece[]) =>
  Buffer.concat(pieces.flatMap((piece) => (piece.kind === 'bytes' ? [piece.bytes] : [])));

describe('a form', () => {
  it('is read with its fields and its file', () => {
    const file = part(
      'Content-Disposition: form-data; name="file"; filename="Gespräch mit Anna Lee.MP3"\r\nContent-Type: audio/mpeg',
      'abc',
    );
    expect(read(`${field('model', 'whisper')}${file}${field('prompt', 'grüezi')}--B--\r\n`)).toMatchObject([
      { kind: 'field', name: 'model', value: 'whisper' },
      { kind: 'file', name: 'file', extension: 'mp3', type: 'audio/mpeg' },
      { kind: 'bytes' },
      { kind: 'field', name: 'prompt', value: 'grüezi' },
    ]);
  });

  it('written here is read as what it was, wherever it is cut', () => {
    const texts = fc.dictionary(fc.stringMatching(/^[a-z_]{1,9}$/), fc.string({ unit: 'grapheme', maxLength: 30 }), {
      maxKeys: 5,
      noNullPrototype: true,
    });
    const cuts = fc.array(fc.nat(600), { maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.uint8Array({ maxLength: 200 }), cuts, (fields, audio, places) => {
        const frame = formFrame(fields, { name: 'file', extension: 'wav', type: 'audio/wav' }, 'B');
        const whole = Buffer.concat([frame.head, audio, frame.tail]);
        const ends = [0, ...places.toSorted((a, b) => a - b), whole.length];
        const pieces = read(...ends.slice(1).map((end, at) => whole.subarray(ends[at], Math.max(end, ends[at] ?? 0))));
        expect(bytesOf(pieces).equals(Buffer.from(audio))).toBe(true);
        const found = pieces.flatMap((one) => (one.kind === 'field' ? [[one.name, one.value]] : []));
        expect(Object.fromEntries(found)).toEqual(fields);
      }),
    );
  });

  it.each<[string, string]>([
    ['begins otherwise', `hello\r\n${field('a', 'b')}--B--`],
    ['breaks off in a head', '--B\r\nContent-Disp'],
    ['breaks off in a field', '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['has no end', field('a', 'b')],
    ['goes on after its end', `${field('a', 'b')}--B--\r\n${field('c', 'd')}`],
    ['has a part without a name', `${part('Content-Disposition: form-data', 'b')}--B--`],
    ['has two names in one part', `${part('Content-Disposition: form-data; name="a"; name="b"', 'b')}--B--`],
    ['has a name with a line in it', `${part('Content-Disposition: form-data; name="a\nb"', 'b')}--B--`],
    [
      'has two dispositions',
      `${part('Content-Disposition: form-data; name="a"\r\ncontent-disposition: form-data; name="b"', 'c')}--B--`,
    ],
    ['has a folded head', `${part('Content-Disposition: form-data;\r\n name="a"', 'b')}--B--`],
    [
      'has an encoded part',
      `${part('Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64', 'Yg==')}--B--`,
    ],
    ['has a head that never ends', `--B\r\nContent-Disposition: form-data; name="${'a'.repeat(9000)}`],
    ['has more parts than a form may have', `${field('a', 'b').repeat(65)}--B--`],
    ['has a field that is too long', `${field('a', 'b'.repeat(2 ** 20 + 1))}--B--`],
  ])('that %s is refused', (_, text) => {
    expect(() => read(text)).toThrow(FormError);
  });

  it('whose field is not UTF-8 is refused', () => {
    expect(() =>
      read('--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n', Buffer.from([0xff]), '\r\n--B--'),
    ).toThrow(/UTF-8/);
  });

  it('answers any bytes with pieces or with FormError', () => {
    const bits = fc.constantFrom(
      '--B',
      '\r\n',
      '--',
      'Content-Disposition: form-data; name="a"',
      '; filename="x"',
      'é',
      '\0',
      'x',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), (some) => {
        try {
          read(some.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(FormError);
        }
      }),
    );
  });
});

it.each<[string | undefined, string | null]>([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; Boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/mixed; boundary=abc', null],
  ['multipart/form-data; boundary=abc; boundary=def', null],
  [undefined, null],
])('the boundary in %j is %j', (type, boundary) => {
  expect(boundaryIn(type)).toBe(boundary);
});
