import type { Defect } from '../format.ts';
import { type GraphNode, nameOf } from './node.ts';

/** Operators of one output. */
const SINGLE: ReadonlySet<string> = new Set(
  'Const Placeholder PlaceholderWithDefault PlaceholderV2 Identity VarHandleOp ReadVariableOp Add AddV2 Sub Mul MatMul BiasAdd Relu Softmax Cast Reshape'.split(
    ' ',
  ),
);
/** The one edge that may lead back: the rest of a graph has an order (tensorflow/core/graph/validate.cc). */
const LEADS_BACK = 'NextIteration';

/** What TensorFlow refuses of a graph or function: names twice, inputs that nobody makes, nodes that wait for each other. */
export function* wiringDefects(
  nodes: readonly GraphNode[],
  given: ReadonlySet<string>,
  within: string,
): Iterable<Defect> {
  const byName = new Map<string, number>();
  for (const [index, { name, offset, problem }] of nodes.entries()) {
    if (byName.has(name) || given.has(name))
      yield { code: 'duplicate-name', message: `${printed(name)} stands twice in the ${within}`, offset };
    byName.set(name, index);
    if (problem !== null) yield { code: 'tensor-size', message: `constant ${printed(name)}: ${problem}`, offset };
  }
  for (const { name, inputs, offset } of nodes)
    for (const input of inputs) {
      const source = nameOf(input);
      const maker = nodes[byName.get(source) ?? -1];
      if (maker === undefined && !given.has(source))
        yield {
          code: 'no-maker',
          message: `${printed(name)} waits for ${printed(input)}, which nothing makes`,
          offset,
        };
      else if (maker !== undefined && SINGLE.has(maker.operator) && /:[1-9]\d*$/.test(input))
        yield {
          code: 'no-maker',
          message: `${printed(name)} waits for ${printed(input)}: its maker has one output`,
          offset,
        };
    }
  const ring = inRing(nodes, byName);
  if (ring !== null) yield { code: 'ring', message: `${printed(ring.name)} is made of itself`, offset: ring.offset };
}

export function printed(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

/** A node that waits for what it makes itself, by whatever way; each node and each input is looked at once. */
function inRing(nodes: readonly GraphNode[], byName: ReadonlyMap<string, number>): GraphNode | null {
  const waiting = new Uint32Array(nodes.length);
  const after: number[][] = nodes.map(() => []);
  for (const [index, { inputs }] of nodes.entries())
    for (const input of inputs) {
      const source = byName.get(nameOf(input));
      if (source === undefined || nodes[source]?.operator === LEADS_BACK) continue;
      after[source]?.push(index);
      waiting[index] = (waiting[index] ?? 0) + 1;
    }
  const ready = nodes.flatMap((_, index) => (waiting[index] === 0 ? [index] : []));
  let done = 0;
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    done++;
    for (const next of after[index] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) ready.push(next);
    }
  }
  return done === nodes.length ? null : (nodes.find((_, index) => (waiting[index] ?? 0) > 0) ?? null);
}
