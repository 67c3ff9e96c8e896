import { createServer, type OutgoingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText } from '../../../test/support/any-text.ts';
import { cases } from '../../../test/support/deep.ts';
import { AnswerError } from './answer-head.ts';
import { AnswerReader } from './answer-reader.ts';

interface Read {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
  readonly whole: boolean;
  readonly keeps: boolean;
  /** Bytes behind the answer. */
  readonly behind: number;
}

/** What is read of these pieces, before which nothing came; the connection ends after them. */
function read(pieces: readonly Buffer[]): Read | 'refused' {
  let [status, headers, keeps, body, whole, behind] = [0, [] as readonly string[], false, '', false, 0];
  const reader = new AnswerReader({
    head: (head) => {
      ({ status, headers, keeps } = head);
    },
    data: (bytes) => {
      body += bytes.toString('latin1');
    },
    end: () => {
      whole = true;
    },
  });
  try {
    for (const piece of pieces) {
      // It may change what it is given.
      const own = Buffer.from(piece);
      behind += piece.length - (whole ? 0 : reader.take(own));
    }
  } catch (error) {
    if (error instanceof AnswerError) return 'refused';
    throw error;
  }
  if (!whole) reader.close();
  return { status, headers, body, whole, keeps, behind };
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const answerTo = (text: string): Read | 'refused' => read([bytesOf(text)]);

/** The bytes, cut at these shares of their length. */
function cutAt(bytes: Buffer, shares: readonly number[]): Buffer[] {
  const cuts = [0, ...shares.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b), bytes.length];
  return cuts.slice(1).map((to, at) => bytes.subarray(cuts[at], to));
}

describe('an answer of a model server', () => {
  it('is read with a length, in chunks, to the end of its connection, or without a body', () => {
    expect(answerTo('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-A: \t b \t\r\n\r\nabc')).toEqual({
      status: 200,
      headers: ['content-length', '3', 'x-a', 'b'],
      body: 'abc',
      whole: true,
      keeps: true,
      behind: 0,
    });
    const chunked =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3;a="b"\r\nabc\r\n0A\r\n0123456789\r\n0\r\nx: y\r\n\r\n';
    expect(answerTo(chunked)).toMatchObject({ body: 'abc0123456789', whole: true, keeps: true });
    expect(answerTo('HTTP/1.1 200\r\n\r\nabc')).toMatchObject({ body: 'abc', whole: true, keeps: false });
    expect(answerTo('HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na')).toMatchObject({ body: 'a', keeps: false });
    for (const status of [204, 304])
      expect(answerTo(`HTTP/1.1 ${status} \r\nContent-Length: 9\r\n\r\n`)).toMatchObject({ body: '', whole: true });
    expect(answerTo('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: x, Close\r\n\r\n')).toMatchObject({
      whole: true,
      keeps: false,
    });
    const early = 'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n';
    expect(answerTo(`${early}${early}HTTP/1.1 500 \xe9\r\nContent-Length: 1\r\n\r\na`)).toMatchObject({ status: 500 });
  });

  it('is not whole before all of it came', () => {
    for (const text of [
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n',
      'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n',
    ])
      expect(answerTo(text)).toMatchObject({ whole: false });
  });

  it('ends where it says, and what comes behind it is not part of it', () => {
    const next = 'HTTP/1.1 200 OK\r\n\r\n';
    expect(answerTo(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na${next}`)).toMatchObject({ body: 'a', behind: 19 });
    expect(answerTo(`HTTP/1.1 204 OK\r\n\r\n${next}`)).toMatchObject({ body: '', behind: 19 });
    expect(answerTo(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${next}`)).toMatchObject({
      body: '',
      behind: 19,
    });
  });

  const head = (lines: string): string => `HTTP/1.1 200 OK\r\n${lines}\r\n\r\n`;
  const chunks = (body: string): string => `${head('Transfer-Encoding: chunked')}${body}`;
  it.each([
    ['a length and a coding', `${head('Content-Length: 1\r\nTransfer-Encoding: chunked')}0\r\n\r\n`],
    ['two lengths', `${head('Content-Length: 1\r\nContent-Length: 2')}a`],
    ['a length twice', `${head('Content-Length: 1\r\nContent-Length: 1')}a`],
    ['lengths in a list', `${head('Content-Length: 1, 1')}a`],
    ['a length with a sign', `${head('Content-Length: +1')}a`],
    ['a length below nothing', `${head('Content-Length: -1')}a`],
    ['a length in hexadecimal', `${head('Content-Length: 0x1')}a`],
    ['a length that no number holds', head(`Content-Length: ${'9'.repeat(17)}`)],
    ['no length where one stands', head('Content-Length:')],
    ['a coding before chunked', head('Transfer-Encoding: gzip, chunked')],
    ['another coding', head('Transfer-Encoding: identity')],
    ['a coding that looks like chunked', head('Transfer-Encoding: \x0bchunked')],
    ['chunked twice', head('Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked')],
    ['chunks of HTTP/1.0', 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['chunks without a body', 'HTTP/1.1 204 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a space before the colon', head('Content-Length : 1')],
    ['a header without a name', head(': 1')],
    ['a header without a colon', head('Content-Length 1')],
    ['a line that continues one', head('X-A: b\r\n c')],
    ['a space before the first header', head(' X-A: b')],
    ['a bare line feed', 'HTTP/1.1 200 OK\nContent-Length: 1\r\n\r\na'],
    ['bare line feeds alone', 'HTTP/1.1 200 OK\nContent-Length: 1\n\na'],
    ['a bare line feed between headers', head('X-A: b\nContent-Length: 1')],
    ['a bare carriage return', head('X-A: b\rContent-Length: 1')],
    ['a null', head('X-A: b\0')],
    ['another version', 'HTTP/2.0 200 OK\r\n\r\n'],
    ['no version', 'ICY 200 OK\r\n\r\n'],
    ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
    ['an empty line before it', '\r\nHTTP/1.1 200 OK\r\n\r\n'],
    ['another protocol', 'HTTP/1.1 101 OK\r\nUpgrade: h2c\r\n\r\n'],
    ['interim answers without end', 'HTTP/1.1 100 OK\r\n\r\n'.repeat(17)],
    ['a head without end', `HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(17_000)}`],
    ['a long head', head(`X-A: ${'a'.repeat(17_000)}`)],
    ['many headers', head(`${'a:\r\n'.repeat(300)}Content-Length: 0`)],
    ['a chunk without a size', chunks('\r\nabc\r\n')],
    ['a size with a sign', chunks('+3\r\nabc\r\n0\r\n\r\n')],
    ['a size with a prefix', chunks('0x3\r\nabc\r\n0\r\n\r\n')],
    ['a size behind a space', chunks(' 3\r\nabc\r\n0\r\n\r\n')],
    ['a size before a space', chunks('3 \r\nabc\r\n0\r\n\r\n')],
    ['a size that no number holds', chunks(`${'f'.repeat(16)}\r\n`)],
    ['a size that ends in a bare line feed', chunks('3\nabc\r\n0\r\n\r\n')],
    ['a chunk that ends in a bare line feed', chunks('3\r\nabc\n0\r\n\r\n')],
    ['an extension without end', chunks(`3;${'a'.repeat(300)}`)],
    ['a carriage return in an extension', chunks('3;a\r\rb\r\nabc\r\n0\r\n\r\n')],
    ['more in a chunk than its size', chunks('3\r\nabcd\r\n0\r\n\r\n')],
    ['trailers that are none', chunks('0\r\nabc\r\n\r\n')],
    ['trailers without end', chunks(`0\r\n${'a: b\r\n'.repeat(2_000)}`)],
  ])('is refused with %s', (_, text) => {
    expect(answerTo(text)).toBe('refused');
    expect(read([...bytesOf(text)].map((byte) => Buffer.from([byte])))).toBe('refused');
  });

  it('is the same, however it is cut', () => {
    const body = anyText({ maxLength: 60 }).map((text) => Buffer.from(text).toString('latin1'));
    const whole = body.map((text) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
    const pieces = fc.array(
      body.filter((text) => text !== ''),
      { maxLength: 6 },
    );
    const inChunks = pieces.map((all) =>
      chunks(
        [...all, ''].map((text) => `${text.length.toString(16)};x\r\n${text}${text === '' ? '' : '\r\n'}`).join(''),
      ),
    );
    const texts = fc.oneof(
      whole,
      inChunks.map((text) => `${text}\r\n`),
      inChunks.map((text) => `${text}a: b\r\n\r\n`),
    );
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, body, fc.nat(300), shares, (text, more, at, cuts) => {
        const broken = `${text.slice(0, at)}${more}${text.slice(at)}`;
        for (const bytes of [bytesOf(text), bytesOf(broken), bytesOf(more)])
          expect(read(cutAt(bytes, cuts))).toEqual(read([bytes]));
        expect(answerTo(text)).toMatchObject({ whole: true, behind: 0 });
      }),
      { numRuns: cases(60) },
    );
  });
});

describe('answers that node:http writes', () => {
  let answer: { status: number; headers: OutgoingHttpHeaders; pieces: readonly string[] };
  const server = createServer((_, response) => {
    response.writeHead(answer.status, answer.headers);
    for (const piece of answer.pieces) response.write(piece);
    response.end();
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void server.close());

  const written = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const parts: Buffer[] = [];
      connect((server.address() as AddressInfo).port, '127.0.0.1')
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => resolve(Buffer.concat(parts)))
        .on('error', reject)
        .end('POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });

  it('are read as they were meant', async () => {
    const value = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,20}[\x21-\x7e])?$/);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(200, 201, 400, 429, 503),
        fc.dictionary(fc.stringMatching(/^x-[a-z0-9]{1,9}$/), value, { maxKeys: 5 }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 5 }),
        fc.boolean(),
        async (status, more, pieces, measured) => {
          const body = pieces.join('');
          const length = measured ? { 'content-length': String(Buffer.byteLength(body)) } : {};
          answer = { status, headers: { ...more, ...length }, pieces };
          const found = read([await written()]);
          expect(found).toMatchObject({ status, body: Buffer.from(body).toString('latin1'), whole: true, behind: 0 });
          const headers = found === 'refused' ? [] : found.headers;
          for (const [name, text] of Object.entries(more)) expect(headers[headers.indexOf(name) + 1]).toBe(text);
        },
      ),
      { numRuns: cases(50) },
    );
  });
});
