import { AnswerError, type AnswerHead, answerHeadIn } from './answer-head.ts';
import { Chunks, CR, LF } from './chunks.ts';

/** Who is told of an answer, in this order. */
export interface AnswerParts {
  head(head: AnswerHead): void;
  /** A copy that may be kept. */
  data(bytes: Buffer): void;
  end(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
/** As long as Node lets a head be. */
const LONGEST_HEAD = 16_384;
/** `100 Continue`, `103 Early Hints`: nobody sends many. */
const MOST_INTERIM = 16;

/** Reads one answer after the other from one connection. What it cannot read it never guesses at. */
export class AnswerReader {
  readonly #parts: AnswerParts;
  #head: AnswerHead | null = null;
  #interim = 0;
  /** The beginning of a head whose end has not come; made when one is cut. */
  #held: Buffer | null = null;
  #heldLength = 0;
  /** Bytes of a body of known length that have not come yet. */
  #left = 0;
  #chunks: Chunks | null = null;
  #begun = false;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  /** Whether anything of an answer came that is not over. */
  get begun(): boolean {
    return this.#begun;
  }

  /** An answer is waited for. */
  expect(): void {
    this.#interim = 0;
    this.#begun = false;
  }

  /** Takes bytes, which it may change, up to the end of an answer, and gives how many those were. Throws AnswerError. */
  take(bytes: Buffer): number {
    this.#begun = true;
    let at = 0;
    while (this.#head === null) {
      at = this.#takeHead(bytes, at);
      if (this.#head === null && at >= bytes.length) return at;
    }
    return this.#takeBody(this.#head, bytes, at);
  }

  /** The connection ends: gives whether the answer was one that ends so. */
  close(): boolean {
    if (this.#head?.framing.kind !== 'close') return false;
    this.#over();
    return true;
  }

  #takeHead(bytes: Buffer, from: number): number {
    if (this.#held !== null) return this.#takeHeldHead(this.#held, bytes, from);
    const end = bytes.indexOf(HEAD_END, from);
    if (end < 0) {
      this.#held = Buffer.allocUnsafe(LONGEST_HEAD);
      return this.#takeHeldHead(this.#held, bytes, from);
    }
    if (end + 4 - from > LONGEST_HEAD) throw new AnswerError('the head is too long');
    this.#headOf(bytes.toString('latin1', from, end + 2));
    return end + 4;
  }

  /** What came before, and this: its end may lie across both. */
  #takeHeldHead(held: Buffer, bytes: Buffer, from: number): number {
    const before = this.#heldLength;
    const copied = bytes.copy(held, before, from);
    const full = before + copied;
    this.#heldLength = full;
    const head = held.subarray(0, full);
    const end = head.indexOf(HEAD_END, Math.max(0, before - 3));
    if (end < 0) {
      assertNoBareLineFeed(head, before);
      if (full === LONGEST_HEAD) throw new AnswerError('the head is too long');
      return bytes.length;
    }
    this.#held = null;
    this.#heldLength = 0;
    this.#headOf(held.toString('latin1', 0, end + 2));
    return from + end + 4 - before;
  }

  #headOf(text: string): void {
    const head = answerHeadIn(text);
    if (head.status === 101) throw new AnswerError('nobody asked for another protocol');
    if (head.status < 200) {
      if (++this.#interim > MOST_INTERIM) throw new AnswerError('there are too many interim answers');
      return;
    }
    this.#head = head;
    const { framing } = head;
    this.#left = framing.kind === 'length' ? framing.bytes : 0;
    this.#chunks = framing.kind === 'chunked' ? new Chunks() : null;
    this.#parts.head(head);
  }

  #takeBody({ framing }: AnswerHead, bytes: Buffer, from: number): number {
    switch (framing.kind) {
      case 'none':
        this.#over();
        return from;
      case 'close':
        this.#data(bytes, from, bytes.length);
        return bytes.length;
      case 'length': {
        const end = Math.min(bytes.length, from + this.#left);
        this.#left -= end - from;
        this.#data(bytes, from, end);
        if (this.#left === 0) this.#over();
        return end;
      }
      case 'chunked':
        return this.#takeChunks(this.#chunks ?? new Chunks(), bytes, from);
    }
  }

  #takeChunks(chunks: Chunks, bytes: Buffer, from: number): number {
    this.#data(bytes, from, chunks.take(bytes, from));
    if (chunks.over) this.#over();
    return chunks.endAt;
  }

  #data(bytes: Buffer, from: number, to: number): void {
    if (to <= from) return;
    const copy = Buffer.allocUnsafe(to - from);
    bytes.copy(copy, 0, from, to);
    this.#parts.data(copy);
  }

  #over(): void {
    this.#head = null;
    this.#chunks = null;
    this.#begun = false;
    this.#parts.end();
  }
}

/** Such a head would have no end here, and one elsewhere. */
function assertNoBareLineFeed(bytes: Buffer, from: number): void {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1))
    if (bytes[at - 1] !== CR) throw new AnswerError('a line ends without a carriage return');
}
