import { AnswerError, fieldsIn } from './answer-head.ts';

/** Where in a chunked body (RFC 9112, section 7.1) we are. `end`: after the bytes of a chunk. */
type Where = 'size' | 'bytes' | 'end' | 'trailers' | 'over';

/** Bytes of a line that says a chunk's size, with whatever extensions nobody reads. */
const LONGEST_LINE = 256;
const LONGEST_TRAILERS = 8_192;
/** At most 48 bits. */
const SIZE_LINE = /^([\dA-Fa-f]{1,12})(?:[\t ]*;[\t\x20-\x7e\x80-\xff]*)?$/;
export const [CR, LF] = [0x0d, 0x0a] as const;

/** Takes the chunks' bytes out of what comes, however it is cut. */
export class Chunks {
  #where: Where = 'size';
  /** Bytes of this chunk that have not come yet. */
  #left = 0;
  /** A line that has not ended, and lines of trailers that have. */
  #line = '';
  #trailers = '';
  #endAt = 0;

  /** Moves the chunks' bytes from there on together, to `from`, and gives where they end. Throws AnswerError. */
  take(bytes: Buffer, from: number): number {
    let [at, out] = [from, from];
    while (at < bytes.length && this.#where !== 'over') {
      if (this.#where === 'bytes') {
        const end = Math.min(bytes.length, at + this.#left);
        if (out !== at) bytes.copyWithin(out, at, end);
        out += end - at;
        this.#left -= end - at;
        at = end;
        if (this.#left === 0) this.#where = 'end';
      } else at = this.#takeLine(bytes, at);
    }
    this.#endAt = at;
    return out;
  }

  get over(): boolean {
    return this.#where === 'over';
  }

  /** Where in the bytes that were taken last the body ended. */
  get endAt(): number {
    return this.#endAt;
  }

  /** Gives where the line ends, or the bytes do. */
  #takeLine(bytes: Buffer, from: number): number {
    const found = bytes.indexOf(LF, from);
    const end = found < 0 ? bytes.length : found + 1;
    if (this.#line.length + end - from > LONGEST_LINE && this.#where !== 'trailers')
      throw new AnswerError('a line between chunks is too long');
    if (this.#line.length + this.#trailers.length + end - from > LONGEST_TRAILERS)
      throw new AnswerError('the trailers are too long');
    this.#line += bytes.toString('latin1', from, end);
    if (bytes[end - 1] !== LF) return end;
    const line = this.#line;
    this.#line = '';
    if (line.charCodeAt(line.length - 2) !== CR) throw new AnswerError('a line ends without a carriage return');
    this.#lineOf(line.slice(0, -2));
    return end;
  }

  #lineOf(line: string): void {
    switch (this.#where) {
      case 'size': {
        const size = SIZE_LINE.exec(line)?.[1];
        if (size === undefined) throw new AnswerError('this is no size of a chunk');
        this.#left = Number.parseInt(size, 16);
        this.#where = this.#left === 0 ? 'trailers' : 'bytes';
        break;
      }
      case 'end':
        if (line !== '') throw new AnswerError('a chunk is longer than its size');
        this.#where = 'size';
        break;
      case 'trailers':
        if (line === '') {
          // Nobody is told of them; they only have to be some.
          fieldsIn(this.#trailers, 0);
          this.#where = 'over';
        } else this.#trailers += `${line}\r\n`;
        break;
      case 'bytes':
      case 'over':
        break;
    }
  }
}
