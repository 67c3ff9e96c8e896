import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { hasForm, OPERATORS } from './operators.ts';

/** Graphs within graphs: bodies of loops and branches. */
const DEEPEST = 16;
const MOST_ID = 0xffff_ffff;
const MOST_INTEGER = 0x7fff_ffff;
/** Graphs within operators that have some. */
const BODIES: ReadonlyMap<string, number> = new Map([
  ['_foreach', 1],
  ['_while_loop', 2],
  ['_cond', 3],
]);

/** Whether a document is a network of MXNet, which TVM's graphs are written like: by its name, or by two of its three lists. */
export function isSymbol(value: Json, name: string): boolean {
  if (!isJsonObject(value)) return false;
  const lists = ['nodes', 'arg_nodes', 'heads'].filter((key) => Array.isArray(value[key]));
  return lists.length > 1 || (name.endsWith('-symbol.json') && (lists.length > 0 || Object.hasOwn(value, 'nodes')));
}

/**
 * What is wrong with a network of MXNet, or null: its nodes come after what they take, every number leads to what is
 * there, texts are texts, and what the commonest operators need is given (nnvm, saveload_json.cc; dmlc, json.h).
 */
export function brokenSymbol(value: Json): string | null {
  return brokenGraph(value, { isNamed: madeByMxnet(value), depth: 0 });
}

/** Who wrote which version of itself also wrote every input and parameter; those before, and TVM, have their own ways. */
function madeByMxnet(value: Json): boolean {
  const version = member(member(value, 'attrs'), 'mxnet_version');
  return Array.isArray(version) && version[0] === 'int' && typeof version[1] === 'number' && version[1] >= 10_000;
}

interface Where {
  readonly isNamed: boolean;
  readonly depth: number;
}

const GRAPH: ReadonlySet<string> = new Set(['nodes', 'arg_nodes', 'heads', 'node_row_ptr', 'attrs']);

function brokenGraph(graph: Json, where: Where): string | null {
  if (where.depth > DEEPEST) return 'graphs nest too deep';
  if (!isJsonObject(graph)) return 'a graph that is none';
  const [nodes, variables, heads] = [graph['nodes'], graph['arg_nodes'], graph['heads']];
  if (!isList(nodes) || !isList(variables) || !isList(heads)) return 'a graph without its nodes, variables and heads';
  const foreign = Object.keys(graph).find((key) => !GRAPH.has(key));
  if (foreign !== undefined) return `a graph has no ${foreign}`;
  const attributes = graph['attrs'];
  if (attributes !== undefined && !areTyped(attributes)) return 'attributes of the graph without their types';
  const starts = startsOf(graph['node_row_ptr'], nodes.length);
  if (typeof starts === 'string') return starts;
  return brokenNodes(nodes, starts, where) ?? brokenEnds(nodes, variables, heads, starts);
}

function areTyped(attributes: Json): boolean {
  return (
    isJsonObject(attributes) &&
    Object.values(attributes).every(
      (pair) =>
        isList(pair) &&
        pair.length === 2 &&
        typeof pair[0] === 'string' &&
        /^\w+$/.test(pair[0]) &&
        (pair[0] !== 'int' || (Number.isInteger(pair[1]) && Math.abs(Number(pair[1])) <= MOST_INTEGER)),
    )
  );
}

/** Where the outputs of each node begin, with their end; null where the writer left it out. */
function startsOf(written: Json | undefined, nodes: number): readonly number[] | null | string {
  if (written === undefined) return null;
  if (!isList(written) || written.length !== nodes + 1) return `outputs are counted for other than ${nodes} nodes`;
  let before = 0;
  for (const [index, start] of written.entries()) {
    if (!isId(start) || start < before || (index === 0 && start !== 0)) return `outputs of node ${index} begin nowhere`;
    before = start;
  }
  return written as readonly number[];
}

function brokenNodes(nodes: readonly Json[], starts: readonly number[] | null, where: Where): string | null {
  const names = new Set<string>();
  for (const [index, node] of nodes.entries()) {
    if (!isJsonObject(node)) return `node ${index} is none`;
    const wrong = brokenNode(node, index, { nodes, starts, where });
    if (wrong !== null) return `node ${index}: ${wrong}`;
    const { op, name } = node;
    if (op !== 'null' || typeof name !== 'string') continue;
    if (names.has(name)) return `node ${index}: a second variable of its name`;
    names.add(name);
  }
  return null;
}

const NODE: ReadonlySet<string> = new Set(
  'op name attrs attr param inputs control_deps subgraphs backward_source_id'.split(' '),
);

interface Around {
  readonly nodes: readonly Json[];
  readonly starts: readonly number[] | null;
  readonly where: Where;
}

function brokenNode(node: JsonObject, index: number, { starts, where }: Around): string | null {
  const { op, name, inputs } = node;
  if (typeof op !== 'string' || op === '') return 'no operator';
  if (typeof name !== 'string') return 'no name';
  if (!isList(inputs)) return 'no inputs';
  const foreign = Object.keys(node).find((key) => !NODE.has(key));
  if (foreign !== undefined) return `it has no ${foreign}`;
  if (op === 'null' && inputs.length > 0) return 'a variable with inputs';
  if (!inputs.every((entry) => leadsBack(entry, index, starts))) return 'an input that is not there before it';
  const dependencies = node['control_deps'];
  if (dependencies !== undefined && !(isList(dependencies) && dependencies.every((id) => isId(id) && id < index)))
    return 'it waits for what is not there before it';
  return (
    brokenWords(node) ??
    (where.isNamed ? brokenOperator(op, node, inputs.length) : null) ??
    brokenInner(op, node, where)
  );
}

function brokenWords(node: JsonObject): string | null {
  for (const key of ['attrs', 'attr', 'param']) {
    const words = node[key];
    if (words === undefined) continue;
    if (!isJsonObject(words) || !Object.values(words).every((word) => typeof word === 'string'))
      return 'parameters that are no texts';
  }
  return null;
}

function brokenInner(op: string, node: JsonObject, { isNamed, depth }: Where): string | null {
  const inner = node['subgraphs'];
  const bodies = BODIES.get(op) ?? null;
  if (inner === undefined) return bodies === null ? null : 'no body';
  if (!isList(inner)) return 'graphs within that are no list';
  if (bodies !== null && inner.length !== bodies) return `${inner.length} bodies instead of ${bodies}`;
  for (const graph of inner) {
    const wrong = brokenGraph(graph, { isNamed, depth: depth + 1 });
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Settings of training, which every node may have (MXNet, `kHiddenKeys`). */
const HIDDEN = /^__\w+__$|(?:^|_)(?:ctx_group|lr_mult|wd_mult|force_mirroring|mirror_stage)$/;

function brokenOperator(op: string, node: JsonObject, inputs: number): string | null {
  const known = OPERATORS.get(op);
  if (known === undefined) return null;
  const given = wordsOf(node['attrs']);
  for (const [key, { required }] of known.forms) if (required && !given.has(key)) return `${op} without ${key}`;
  for (const [key, text] of given) {
    const form = known.forms.get(key);
    if (form === undefined ? !HIDDEN.test(key) : !hasForm(form.kind, text)) return `${op} with another ${key}`;
  }
  const leaves = known.bias && /^(?:true|1)$/i.test(given.get('no_bias') ?? '') ? 1 : 0;
  const wanted = known.inputs === 'counted' ? Number(given.get('num_args')) : known.inputs;
  return wanted !== null && inputs !== wanted - leaves ? `${op} with ${inputs} inputs` : null;
}

function wordsOf(words: Json | undefined): ReadonlyMap<string, string> {
  const pairs = isJsonObject(words) ? Object.entries(words) : [];
  return new Map(pairs.flatMap(([key, word]) => (typeof word === 'string' ? [[key, word] as const] : [])));
}

/** Variables are told apart, every one of them; what comes out leads to what is there. */
function brokenEnds(
  nodes: readonly Json[],
  variables: readonly Json[],
  heads: readonly Json[],
  starts: readonly number[] | null,
): string | null {
  const told = new Set(variables);
  if (told.size !== variables.length) return 'a variable is told twice';
  const real = nodes.flatMap((node, index) => (member(node, 'op') === 'null' ? [index] : []));
  if (real.length !== told.size || !real.every((index) => told.has(index))) return 'other variables than it tells of';
  if (heads.length === 0) return 'nothing comes out of it';
  return heads.every((entry) => leadsBack(entry, nodes.length, starts)) ? null : 'an end that leads nowhere';
}

/** An entry: a node before this one, which of its outputs, and how often it was changed. */
function leadsBack(entry: Json, before: number, starts: readonly number[] | null): boolean {
  if (!isList(entry) || entry.length < 2 || entry.length > 3 || !entry.every(isId)) return false;
  const [node = 0, output = 0] = entry as readonly number[];
  if (node >= before) return false;
  return starts === null || output < (starts[node + 1] ?? 0) - (starts[node] ?? 0);
}

function isId(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_ID;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
