import { MalformedError } from '../../kernel/bytes.ts';
import { type WireField, wireFields } from './wire.ts';

/** Fields of every message from here on are extensions. */
export const FIRST_EXTENSION = 200;

/** `SentencePiece`: the wire type of piece, score and type. */
const PIECE_FIELDS: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 5],
  [3, 0],
]);

/** `SentencePiece.Type`. */
const NORMAL = 1;
const UNKNOWN = 2;
const USER_DEFINED = 4;
const UNUSED = 5;
const BYTE = 6;
const OF_TEXT: ReadonlySet<number> = new Set([NORMAL, USER_DEFINED, UNUSED]);

/** The pieces of a model, as the loader takes them (google/sentencepiece, src/model_interface.cc, `InitializePieces`). */
export class Vocabulary {
  pieces = 0;
  bytesAreFallback = false;
  readonly #texts = new Set<string>();
  readonly #marks = new Set<string>();
  #unknown = 0;
  #bytes = 0;

  add(model: Uint8Array, { start, end }: WireField): void {
    this.pieces++;
    let text: string | null = null;
    let type = NORMAL;
    for (const field of wireFields(model, start, end)) {
      if (field.number >= FIRST_EXTENSION) continue;
      if (PIECE_FIELDS.get(field.number) !== field.type)
        throw new MalformedError(`field ${field.number} is none of a piece`, start);
      if (field.number === 1)
        text = Buffer.from(model.buffer, model.byteOffset + field.start, field.end - field.start).toString('latin1');
      else if (field.number === 2) checkScore(model, field.start);
      else if (field.number === 3) type = model[field.start] ?? NORMAL;
    }
    if (text === null || text === '') throw new MalformedError('a piece without text', start);
    const known = OF_TEXT.has(type) || type > BYTE ? this.#texts : this.#marks;
    if (known.has(text)) throw new MalformedError('a piece that stands there twice', start);
    known.add(text);
    if (type === UNKNOWN) this.#unknown++;
    else if (type === BYTE) {
      if (!/^<0x[0-9A-F]{2}>$/.test(text)) throw new MalformedError('a piece of a byte that is none', start);
      this.#bytes++;
    }
  }

  check(): void {
    if (this.pieces === 0) throw new MalformedError('a sentencepiece model without pieces', 0);
    if (this.#unknown !== 1) throw new MalformedError(`${this.#unknown} pieces for what is unknown`, 0);
    const bytes = this.bytesAreFallback ? 256 : 0;
    if (this.#bytes !== bytes) throw new MalformedError(`${this.#bytes} pieces of bytes, where ${bytes} belong`, 0);
  }
}

/** Scores that are no numbers are refused. */
function checkScore(model: Uint8Array, at: number): void {
  const score = new DataView(model.buffer, model.byteOffset + at, 4).getFloat32(0, true);
  if (!Number.isFinite(score)) throw new MalformedError('a piece whose score is no number', at);
}
