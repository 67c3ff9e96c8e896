import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { VectorIndexFacts } from './facts.ts';

/** Where the ids of a node begin, for each metric's node (spotify/annoy, src/annoylib.h): angular, dot, the others. */
const HEADS = [4, 8, 4] as const;
/** Dimensions that are tried; the file does not say how many it has. */
const MOST_DIMENSIONS = 16_384;
const PAGE = 64 * 1024;

/**
 * An index of Annoy, which its loader maps into memory: nodes of one size, whose links lead to nodes. The size of a node
 * is not written down; one has to be found with which every link stays within the file. Throws MalformedError.
 */
export async function readAnnoy(source: ByteSource, budget: Budget): Promise<VectorIndexFacts> {
  if (source.size % 4 !== 0) throw new MalformedError('nodes are whole numbers of four bytes', 0);
  for (let dimension = 1; dimension <= MOST_DIMENSIONS; dimension++) {
    if (dimension % 64 === 0) budget.checkTime();
    for (const head of new Set(HEADS)) {
      const bytes = head + 8 + 4 * dimension;
      if (source.size % bytes === 0 && (await holdsTogether(source, { bytes, head, budget })))
        return { format: 'vector-index', library: 'annoy', codes: [] };
    }
  }
  throw new MalformedError('no size of a node with which all links stay within the file', 0);
}

interface Layout {
  readonly bytes: number;
  readonly head: number;
  readonly budget: Budget;
}

/** The last node is a root, over all items; these come first, and the links of the nodes behind them lead to nodes. */
async function holdsTogether(source: ByteSource, layout: Layout): Promise<boolean> {
  const nodes = source.size / layout.bytes;
  const root = view(await source.read(source.size - layout.bytes, layout.bytes)).getInt32(0, true);
  // An item has a root beside it; with one node alone, any bytes would hold together.
  if (nodes < 2 || root < 1 || root > nodes) return false;
  const each = Math.max(1, Math.floor(PAGE / layout.bytes));
  for (let first = 0; first < nodes; first += each) {
    layout.budget.checkTime();
    const count = Math.min(each, nodes - first);
    const page = view(await source.read(first * layout.bytes, count * layout.bytes));
    layout.budget.spend('opcodes', count);
    for (let node = 0; node < count; node++)
      if (!stands(page, node * layout.bytes, { node: first + node, nodes, root, layout })) return false;
  }
  return true;
}

interface Place {
  readonly node: number;
  readonly nodes: number;
  readonly root: number;
  readonly layout: Layout;
}

/** Items have themselves below them, or nothing where an id was left out; other nodes have more (`_make_tree`). */
function stands(page: DataView, at: number, { node, nodes, root, layout }: Place): boolean {
  const below = page.getInt32(at, true);
  if (below < 0 || below > root) return false;
  if (node < root) return below <= 1;
  return root === 1 ? below === 1 : below > 1 && leadsWithin(page, at, nodes, layout);
}

function leadsWithin(page: DataView, at: number, nodes: number, { bytes, head }: Layout): boolean {
  const below = page.getInt32(at, true);
  const listed = below <= (bytes - head) / 4 ? below : 2;
  for (let index = 0; index < listed; index++) {
    const link = page.getInt32(at + head + 4 * index, true);
    if (link < 0 || link >= nodes) return false;
  }
  return true;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
