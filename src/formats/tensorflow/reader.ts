import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesInTexts } from '../among-numbers.ts';
import { decodeUtf8, readDocument } from '../document.ts';
import type { Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { lettersIn } from '../letters.ts';
import { filesInMessage } from '../protobuf/carried.ts';
import { readMessage } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import { claimsTensorflow, variantOf } from './claims.ts';
import type { TensorflowFacts, TensorflowVariant } from './facts.ts';
import { readIndex } from './index-file.ts';
import { FINGERPRINT, GRAPH, KERAS_METADATA_FILE, META_GRAPH, SAVED_MODEL } from './shapes.ts';
import { surveyor } from './survey.ts';
import { surveyText } from './text-form.ts';

/**
 * What TensorFlow writes: SavedModels, frozen graphs, graphs of checkpoints, their indexes, what Keras adds. Graphs are
 * walked with their function libraries; tensors are skipped. Paths that operators are given are followed to their constants.
 *
 * Defects:
 * - `no-graph`: a SavedModel or graph without a single node.
 * - `unknown-fields`: fields that TensorFlow's messages do not have.
 * - `no-maker`, `duplicate-name`, `ring`: nodes, functions, signatures and saved objects that TensorFlow refuses.
 * - `tensor-size`: a constant has other bytes than its type and shape ask for.
 * - `tensor-size` of a checkpoint: a tensor has other bytes than its entry's type and shape ask for.
 * - `overlapping-tensors`: two tensors of a checkpoint claim the same bytes.
 */
export const tensorflowFormat: Format<'tensorflow'> = { id: 'tensorflow', claims: claimsTensorflow, read };

const ROOTS: Readonly<Record<Exclude<TensorflowVariant, 'text' | 'checkpoint-index'>, MessageShape>> = {
  'saved-model': SAVED_MODEL,
  'meta-graph': META_GRAPH,
  graph: GRAPH,
  'keras-metadata': KERAS_METADATA_FILE,
  fingerprint: FINGERPRINT,
};
const WITHOUT_NODES: readonly TensorflowVariant[] = ['keras-metadata', 'fingerprint'];

async function read(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<'tensorflow'>> {
  const head = await bytes.read(0, Math.min(LIMITS.head, bytes.size));
  const variant = variantOf(context.path, head, bytes.size) ?? 'graph';
  if (variant === 'checkpoint-index') return readCheckpoint(bytes, context);
  const survey = surveyor(variant !== 'text');
  if (variant === 'text') {
    surveyText(decodeUtf8(await readDocument(bytes)), survey, () => context.budget.spend('opcodes', 1));
  } else {
    const root = ROOTS[variant];
    if (root === GRAPH) survey.enter?.(GRAPH);
    const message = await readMessage(bytes, root, survey, context.budget);
    noteUnknownFields(survey.defects, root.name, message);
    survey.endGraph('graph');
    if (survey.nodes === 0 && !WITHOUT_NODES.includes(variant)) throw new MalformedError('a graph without a node', 0);
  }
  const facts: TensorflowFacts = { format: 'tensorflow', variant, ...survey.facts(), external: [] };
  const parts = variant === 'text' ? await filesInText(bytes) : await filesInMessage(bytes, context.budget);
  return { facts, parts, defects: survey.defects, coverage: 'structure' };
}

async function filesInText(bytes: ByteSource): Promise<readonly Part[]> {
  return filesInTexts(lettersIn(decodeUtf8(await readDocument(bytes))));
}

async function readCheckpoint(bytes: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'tensorflow'>> {
  const { external, defects } = await readIndex(bytes, path, budget);
  const nothing = {
    operators: [],
    touches: [],
    functions: [],
    assets: [],
    kerasMetadata: [],
    sized: [],
    endless: [],
    strains: [],
  };
  return {
    facts: { format: 'tensorflow', variant: 'checkpoint-index', ...nothing, external },
    parts: [],
    defects,
    coverage: 'whole',
  };
}
