import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { filesAmong } from '../among-numbers.ts';
import { type FlatBuffer, type FlatTable, flatBuffer, flatText, tablesOf } from '../flatbuffer/buffer.ts';
import { verifyFlat } from '../flatbuffer/verify.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import { standsAt } from '../magic.ts';
import { type OperatorCounter, operatorCounter } from '../protobuf/operators.ts';
import { claimsOrt, IDENTIFIER } from './claims.ts';
import { ORT_SCHEMA } from './schema.ts';

/**
 * Models of ONNX Runtime in its own form (onnxruntime, core/flatbuffers/schema/ort.fbs): the same operators as ONNX, in
 * a flat buffer. Operators of the graph and of all graphs within are told.
 */
export const ortFormat: Format<'ort'> = {
  id: 'ort',
  claims: claimsOrt,
  read,
};
/** Fields by their place in the schema. */
const SESSION = { version: 0, model: 1 };
const MODEL_GRAPH = 7;
const GRAPH_NODES = 2;
const NODE = { domain: 2, type: 5, attributes: 10 };
const ATTRIBUTE = { graph: 7, graphs: 12 };
/** Branches and loops within one another. */
const DEEPEST = 16;

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'ort'>> {
  const flat = flatBuffer(bytes, budget);
  if (!standsAt(await flat.bytes(0, Math.min(8, bytes.size)), 4, IDENTIFIER))
    throw new MalformedError('no ORTM at byte 4', 4);
  const lists = await verifyFlat(flat, ORT_SCHEMA, 'InferenceSession', bytes.size);
  const session = await flat.root();
  const version = await flatText(flat, session, SESSION.version, bytes.size);
  const model = await tableIn(flat, session, SESSION.model);
  const graph = model === null ? null : await tableIn(flat, model, MODEL_GRAPH);
  if (graph === null) throw new MalformedError('a session without a graph', session.position);
  const uses = operatorCounter();
  await walkGraph({ flat, uses, budget, size: bytes.size }, graph, 0);
  const defects = await endDefects(bytes, flat.end());
  return {
    facts: { format: 'ort', version, operators: uses.uses() },
    parts: await filesAmong(bytes, lists),
    defects,
    coverage: 'structure',
  };
}

/** A builder writes from the end (flatbuffers.dev, 'Internals'), and the version first: behind it stand a zero and padding. */
async function endDefects(bytes: ByteSource, end: number): Promise<readonly Defect[]> {
  const rest = await bytes.read(end, Math.min(bytes.size - end, 2 * ALIGNED));
  if (bytes.size - end > ALIGNED || rest.some((byte) => byte !== 0))
    return [
      { code: 'trailing-bytes', message: `${bytes.size - end} bytes behind the model belong to nothing`, offset: end },
    ];
  if (bytes.size % ALIGNED !== 0) return [{ code: 'cut-short', message: 'the file is cut short', offset: bytes.size }];
  return [];
}

/** A text's length is padded to. */
const ALIGNED = 4;

interface Walk {
  readonly flat: FlatBuffer;
  readonly uses: OperatorCounter;
  readonly budget: Budget;
  readonly size: number;
}

async function walkGraph(walk: Walk, graph: FlatTable, depth: number): Promise<void> {
  const { flat, uses, budget, size } = walk;
  if (depth > DEEPEST) throw new OverBudgetError(`graphs nested deeper than ${DEEPEST}`);
  const within = depth === 0 ? 'graph' : 'sub-graph';
  for (const node of await tablesOf(flat, graph, GRAPH_NODES, size)) {
    budget.checkTime();
    const domain = await flatText(flat, node, NODE.domain, size);
    uses.add({ domain, type: await flatText(flat, node, NODE.type, size), offset: node.position, within });
    for (const attribute of await tablesOf(flat, node, NODE.attributes, size)) {
      const inner = await tableIn(flat, attribute, ATTRIBUTE.graph);
      if (inner !== null) await walkGraph(walk, inner, depth + 1);
      for (const each of await tablesOf(flat, attribute, ATTRIBUTE.graphs, size))
        await walkGraph(walk, each, depth + 1);
    }
  }
}

async function tableIn(flat: FlatBuffer, { field }: FlatTable, index: number): Promise<FlatTable | null> {
  const at = field(index);
  return at === null ? null : flat.table(at + (await flat.u32(at)));
}
