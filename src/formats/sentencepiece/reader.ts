import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsSentencepiece } from './claims.ts';
import { FIRST_EXTENSION, Vocabulary } from './vocabulary.ts';
import { type WireField, wireFields } from './wire.ts';

/**
 * Reads a sentencepiece tokenizer (google/sentencepiece, src/sentencepiece_model.proto): a `ModelProto` of pieces and
 * of the settings it was trained with. Nothing in it can run; what is proved is that every byte belongs to a field.
 */
export const sentencepieceFormat: Format<'sentencepiece'> = {
  id: 'sentencepiece',
  claims: claimsSentencepiece,
  read,
};

/** `ModelProto`: pieces, trainer_spec, normalizer_spec, self_test_data, denormalizer_spec. */
const PIECES = 1;
const LAST_FIELD = 5;
const LENGTH_DELIMITED = 2;

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'sentencepiece'>> {
  if (bytes.size > LIMITS.document) throw new OverBudgetError(`a tokenizer of ${bytes.size} bytes`);
  const model = await bytes.read(0, bytes.size);
  const pieces = countPieces(model, budget);
  return { facts: { format: 'sentencepiece', pieces }, parts: [], defects: [], coverage: 'whole' };
}

function countPieces(model: Uint8Array, budget: Budget): number {
  const vocabulary = new Vocabulary();
  let fields = 0;
  for (const field of wireFields(model, 0, model.length)) {
    if (fields++ % 4096 === 0) budget.checkTime();
    if (field.number >= FIRST_EXTENSION) continue;
    if (field.number > LAST_FIELD || field.type !== LENGTH_DELIMITED) {
      throw new MalformedError(`field ${field.number} is none of a sentencepiece model`, field.start);
    }
    if (field.number === PIECES) vocabulary.add(model, field);
    else readSettings(model, field, vocabulary);
  }
  vocabulary.check();
  return vocabulary.pieces;
}

const TRAINER_SPEC = 2;
const NORMALIZER_SPECS = [3, 5];
/** `TrainerSpec.byte_fallback`, `NormalizerSpec.precompiled_charsmap`. */
const BYTE_FALLBACK = 35;
const CHARSMAP = 2;

function readSettings(model: Uint8Array, field: WireField, vocabulary: Vocabulary): void {
  for (const { number, type, start, end } of wireFields(model, field.start, field.end)) {
    if (field.number === TRAINER_SPEC && number === BYTE_FALLBACK && type === 0)
      vocabulary.bytesAreFallback = model[start] !== 0;
    if (NORMALIZER_SPECS.includes(field.number) && number === CHARSMAP && type === LENGTH_DELIMITED && end > start)
      checkCharsmap(model, start, end);
  }
}

/** `Normalizer::DecodePrecompiledCharsMap`: the length of a trie, the trie, and texts behind it. */
function checkCharsmap(model: Uint8Array, start: number, end: number): void {
  const size = end - start;
  const trie =
    size > 4 ? new DataView(model.buffer, model.byteOffset + start, 4).getUint32(0, true) : Number.POSITIVE_INFINITY;
  if (trie >= size) throw new MalformedError('rules for normal forms that end before their trie does', start);
}
