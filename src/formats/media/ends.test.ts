import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { mediaFormat } from './reader.ts';

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const length = (value: number): string => Buffer.from([0, 0, value >> 8, value & 255]).toString('latin1');

/** The smallest of each kind that says where it ends; nothing here is shown to anybody. */
const WHOLE: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a.png', latin1(`\x89PNG\r\n\x1a\n${length(13)}IHDR${'\0'.repeat(17)}\0\0\0\0IEND\xae\x42\x60\x82`)],
  ['a.jpg', latin1(`\xff\xd8\xff\xe0\0\x10JFIF${'\0'.repeat(12)}\xff\xda\0\x08abcdef\x12\x34\xff\xd9`)],
  ['a.gif', latin1(`GIF89a${'\0'.repeat(7)},${'\0'.repeat(9)}\x02\x02\x4c\x01\0;`)],
  ['a.webp', latin1('RIFF\x0e\0\0\0WEBPVP8L\x02\0\0\0ab')],
  ['a.wav', latin1('RIFF\x14\0\0\0WAVEdata\x08\0\0\0abcdefgh')],
  ['a.avi', latin1('RIFF\x18\0\0\0AVI LIST\x0c\0\0\0hdrlabcdefgh')],
  ['a.mid', latin1(`MThd${length(6)}\0\x01\0\x01\0\x60MTrk${length(8)}\0\x90abc\xff\x2f\0`)],
  ['a.glb', latin1('glTF\x02\0\0\0\x24\0\0\0\x10\0\0\0JSON{"asset":{}}    ')],
  ['labels-idx1-ubyte', latin1(`\0\0\x08\x01${length(10)}\x07\x02\x01\0\x04\x01\x04\x09\x05\x09`)],
  ['numbers-idx2-float', latin1(`\0\0\x0d\x02${length(2)}${length(3)}${'\x3f\x80\0\x01'.repeat(6)}`)],
  ['a.pdf', latin1('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n')],
  ['a.woff2', latin1(`wOF2\0\x01\0\0${length(24)}${'a'.repeat(12)}`)],
  ['a.mp4', latin1(`${length(16)}ftypisom\0\0\0\0${length(12)}mdatabcd`)],
];

async function codesOf(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const result = await mediaFormat.read(sourceOf(bytes), { path: name, budget: createBudget(() => 0) });
  return result.defects.map(({ code }) => code);
}

describe('ends of pictures, sounds, films, fonts and papers', () => {
  it.each(WHOLE)('stand where the file ends in a whole %s, and in one that was padded', async (name, bytes) => {
    expect(await codesOf(name, bytes)).toEqual([]);
    expect(await codesOf(name, Buffer.concat([bytes, Buffer.alloc(9)]))).toEqual([]);
  });

  it('hand out a file that stands behind them', async () => {
    const program = Buffer.concat([WHOLE[0]?.[1] ?? new Uint8Array(), latin1('\x80\x04cos\nsystem\n(S"true"\ntR.')]);
    const read = (bytes: Uint8Array) =>
      mediaFormat.read(sourceOf(bytes), { path: 'a.png', budget: createBudget(() => 0) });
    expect((await read(program)).parts.map(({ name }) => name)).toEqual(['behind the end']);
    expect((await read(Buffer.concat([WHOLE[0]?.[1] ?? new Uint8Array(), latin1('some words')]))).parts).toEqual([]);
  });

  it('may be odd in RIFF, with a zero behind and with nothing else', async () => {
    const sound = latin1('RIFF\x13\0\0\0WAVEdata\x07\0\0\0abcdefg');
    expect(await codesOf('a.wav', Buffer.concat([sound, latin1('\0')]))).toEqual([]);
    expect(await codesOf('a.wav', Buffer.concat([sound, latin1('!')]))).toEqual(['trailing-bytes']);
  });

  it.each(WHOLE)('are missed in %s when it is cut', async (name, bytes) => {
    expect(await codesOf(name, bytes.subarray(0, bytes.length - 7))).toEqual(['cut-short']);
  });

  it.each(WHOLE)('are told when bytes follow %s', async (name, bytes) => {
    const longer = Buffer.concat([bytes, Buffer.from('payload of somebody')]);
    // What follows a film is a box, or the beginning of one.
    expect(await codesOf(name, longer)).toEqual([name === 'a.mp4' ? 'cut-short' : 'trailing-bytes']);
  });
});
