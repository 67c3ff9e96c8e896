import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, FrameError } from './sse.ts';

const read = (pieces: readonly Buffer[]) => {
  const reader = createFrameReader(1000);
  const frames = pieces.flatMap((piece) => [...reader.push(piece)]);
  return {
    frames: frames.map(({ raw, ...said }) => ({ ...said, raw: raw.toString() })),
    left: reader.end().toString(),
  };
};

describe('a stream of events', () => {
  it('is the same however its bytes are cut, and none is lost', () => {
    const piece = fc.constantFrom(
      'data: a',
      'data:b',
      ': note',
      'event: x',
      '\n',
      '\r\n',
      '\r',
      'data: é',
      'id',
      '\n\n',
      '',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(200), { maxLength: 8 }), (parts, cuts) => {
        const bytes = Buffer.from(`${parts.join('')}x`);
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b);
        const pieces = at.slice(1).map((end, index) => Buffer.from(bytes.subarray(at[index], end)));
        const cut = read(pieces);
        expect(cut).toEqual(read([bytes]));
        expect(cut.frames.map(({ raw }) => raw).join('') + cut.left).toBe(bytes.toString());
      }),
    );
  });

  it.each([
    ['line feeds', 'data: a\n\ndata: b\n\n', ['a', 'b']],
    ['both', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['carriage returns', 'data: a\r\rdata: b\r\rx', ['a', 'b']],
    ['several lines of data', 'event: m\ndata: a\ndata: b\n\n', ['a\nb']],
    ['a comment', ': ping\n\n', [null]],
  ])('reads %s', (_, text, data) => {
    expect(read([Buffer.from(text)]).frames.map((frame) => frame.data)).toEqual(data);
  });

  it('keeps events as they were when later pieces come', () => {
    const reader = createFrameReader(1000);
    const [first] = [...reader.push(Buffer.from('data: o')), ...reader.push(Buffer.from('ne\n\ndata: t'))];
    reader.push(Buffer.from('wo, and more of it\n\n'));
    expect(first?.raw.toString()).toBe('data: one\n\n');
  });

  it('has a longest event', () => {
    const reader = createFrameReader(1000);
    expect(() => {
      for (let size = 0; size < 2000; size += 10) reader.push(Buffer.from('data: 789\n'));
    }).toThrow(FrameError);
  });
});
