import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { integersOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { readMessage } from '../protobuf/reader.ts';
import { firstTexts, INTEGER, type MessageShape, nested, partOf, STRING } from '../protobuf/shape.ts';
import { sequenceOver } from '../sequence.ts';
import { claimsYdf, MAGIC, partOfName } from './claims.ts';
import type { YdfFacts } from './facts.ts';

/**
 * A model of Yggdrasil Decision Forests (google/yggdrasil-decision-forests, model/model_library.cc): messages of protobuf
 * that describe the model, its columns and its trees, and nodes one after the other in a sequence of blobs
 * (utils/blob_sequence.h). All of it is names and numbers; nothing in it can run or lead anywhere.
 */
export const ydfFormat: Format<'ydf'> = {
  id: 'ydf',
  claims: claimsYdf,
  read,
};
const HEADER = 8;
const GZIP = 1;

/** AbstractModel (model/abstract_model.proto). */
const MODEL = partOf('AbstractModel', { 1: STRING, 2: INTEGER });
/** Column and DataSpecification (dataset/data_spec.proto). */
const COLUMN = partOf('Column', { 1: INTEGER, 2: firstTexts(1) });
const COLUMNS = partOf('DataSpecification', { 1: nested(() => COLUMN) });
/** Headers of forests: how many shards, how many trees, and how nodes are kept. */
const TREES = partOf('Header', { 1: INTEGER, 2: INTEGER, 7: firstTexts(1) });
/** Node (model/decision_tree/decision_tree.proto). */
const NODE = partOf('Node', {});

async function read(source: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'ydf'>> {
  const part = partOfName(path, await source.read(0, Math.min(MAGIC.length, source.size)));
  const of = (shape: MessageShape, bytes: ByteSource = source): Promise<Message> =>
    readMessage(bytes, shape, { leave: () => true }, budget);
  const told = (facts: Omit<YdfFacts, 'format'>): ReaderResult<'ydf'> => ({
    facts: { format: 'ydf', ...facts },
    parts: [],
    defects: [],
    coverage: 'structure',
  });
  switch (part) {
    case 'model': {
      const learner = textOf(await of(MODEL), 1);
      if (!/^[A-Z][A-Z0-9_]{1,60}$/.test(learner)) throw new MalformedError('a model without the name of its kind', 0);
      return told({ part, learner, count: 0 });
    }
    case 'columns': {
      const columns = messagesOf(await of(COLUMNS), 1);
      if (columns.length === 0 || columns.some((column) => textsOf(column, 2).length !== 1))
        throw new MalformedError('columns without names', 0);
      return told({ part, learner: '', count: columns.length });
    }
    case 'trees': {
      const [shards] = integersOf(await of(TREES), 1);
      if (shards === undefined)
        throw new MalformedError('a forest that does not say in how many files its nodes are', 0);
      return told({ part, learner: '', count: 0 });
    }
    case 'nodes':
      return told({ part, learner: '', count: await countNodes(source, of) });
    case null:
      throw new MalformedError('no file of a forest', 0);
  }
}

/** Walks the sequence to its end: every blob is a message, and the last one ends the file. */
async function countNodes(
  source: ByteSource,
  of: (shape: MessageShape, bytes: ByteSource) => Promise<Message>,
): Promise<number> {
  const fields = sequenceOver(source, MAGIC.length);
  const version = (await fields.u8()) + 256 * (await fields.u8());
  const compression = await fields.u8();
  fields.skip(HEADER - MAGIC.length - 3);
  if (version > 1) throw new MalformedError(`version ${version} of a sequence of blobs`, 2);
  if (version === 1 && compression === GZIP)
    throw new MalformedError('a compressed sequence of nodes, which is not read', 4);
  let count = 0;
  while (fields.left() > 0) {
    const at = fields.position() + 4;
    const size = await fields.u32();
    fields.skip(size);
    if (size > LIMITS.document) throw new MalformedError(`a node of ${size} bytes`, at - 4);
    await of(NODE, sliceOf(source, at, size));
    count += 1;
  }
  return count;
}
