import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { type WireField, wireFields } from './wire.ts';

/**
 * Reads a sentencepiece tokenizer (google/sentencepiece, src/sentencepiece_model.proto): a `ModelProto` of pieces and
 * of the settings it was trained with. Nothing in it can run; what is proved is that every byte belongs to a field.
 */
export const sentencepieceFormat: Format<'sentencepiece'> = {
  id: 'sentencepiece',
  claims: (path, head, size) => NAME.test(path) && beginsWithPiece(head, size),
  read,
};

const NAME = /\.(?:model|spm)$/i;

/** `ModelProto`: pieces, trainer_spec, normalizer_spec, self_test_data, denormalizer_spec; from 200 on, extensions. */
const PIECES = 1;
const LAST_FIELD = 5;
const FIRST_EXTENSION = 200;
/** `SentencePiece`: the wire type of piece, score and type. */
const PIECE_FIELDS: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 5],
  [3, 0],
]);
const LENGTH_DELIMITED = 2;

/** Writers put the pieces first, and each piece's text first in it. A piece's length fits into two bytes. */
function beginsWithPiece(head: Uint8Array, size: number): boolean {
  const [tag, length = 0, next, afterNext] = head;
  return tag === 0x0a && length >= 2 && size > 4 && (length < 0x80 ? next : afterNext) === 0x0a;
}

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'sentencepiece'>> {
  if (bytes.size > LIMITS.document) throw new OverBudgetError(`a tokenizer of ${bytes.size} bytes`);
  const model = await bytes.read(0, bytes.size);
  const pieces = countPieces(model, budget);
  if (pieces === 0) throw new MalformedError('a sentencepiece model without pieces', 0);
  return { facts: { format: 'sentencepiece', pieces }, parts: [], defects: [], coverage: 'whole' };
}

function countPieces(model: Uint8Array, budget: Budget): number {
  let pieces = 0;
  let fields = 0;
  for (const field of wireFields(model, 0, model.length)) {
    if (fields++ % 4096 === 0) budget.checkTime();
    if (field.number >= FIRST_EXTENSION) continue;
    if (field.number > LAST_FIELD || field.type !== LENGTH_DELIMITED) {
      throw new MalformedError(`field ${field.number} is none of a sentencepiece model`, field.start);
    }
    if (field.number === PIECES) {
      checkPiece(model, field);
      pieces++;
    } else {
      for (const inner of wireFields(model, field.start, field.end)) void inner;
    }
  }
  return pieces;
}

function checkPiece(model: Uint8Array, { start, end }: WireField): void {
  let hasText = false;
  for (const { number, type } of wireFields(model, start, end)) {
    if (number >= FIRST_EXTENSION) continue;
    if (PIECE_FIELDS.get(number) !== type) throw new MalformedError(`field ${number} is none of a piece`, start);
    if (number === 1) hasText = true;
  }
  if (!hasText) throw new MalformedError('a piece without text', start);
}
