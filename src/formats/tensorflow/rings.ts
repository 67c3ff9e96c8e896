import { conditionOf, handedOnFrom } from './condition.ts';
import { type GraphNode, nameOf } from './node.ts';
import { type ByName, numbersBehind } from './values.ts';

/** What goes round and is never ended. */
export interface Endless {
  readonly why: string;
  readonly offset: number;
}

export const ALWAYS_TRUE = 'the condition is always true';
export const NEVER_CHANGES = 'the condition never changes';
const STEPS = 64;

/** Loops of the older form, of Enter, Merge, Switch and NextIteration (tensorflow/core/common_runtime), that nothing ends, and rows of data without an end. */
export function* endlessRings(nodes: readonly GraphNode[], byName: ByName): Iterable<Endless> {
  for (const node of nodes) {
    const { operator, name, inputs, offset } = node;
    if (operator === 'LoopCond') {
      const why = whyEndless(byName, inputs[0] ?? '');
      if (why !== null) yield { why: `the loop of ${name}, of which ${why}`, offset };
    } else if (operator === 'NextIteration' && goesRound(byName, node)) {
      yield { why: `the loop of ${name}, which nothing leaves`, offset };
    } else if (operator === 'For' && numbersBehind(byName, inputs[2] ?? '')?.[0] === 0) {
      yield { why: `the loop ${name}, whose steps are 0`, offset };
    } else if (operator === 'ReduceDataset' && repeatsForEver(byName, inputs[0] ?? '')) {
      yield { why: `${name}, which sums up rows that are repeated for ever`, offset };
    }
  }
}

function whyEndless(byName: ByName, input: string): string | null {
  const condition = conditionOf(byName, input, (_, node) => node?.operator === 'Merge' || node?.operator === 'Enter');
  if (condition.kind === 'constant') return condition.holds ? ALWAYS_TRUE : null;
  if (condition.kind === 'computed') return null;
  return [...condition.on].every((name) => isHandedRound(byName, name)) ? NEVER_CHANGES : null;
}

/** A value that enters and is never made anew. */
function isHandedRound(byName: ByName, name: string): boolean {
  const node = byName.get(name);
  if (node === undefined || node.operator === 'Enter') return true;
  return node.inputs.every((input) => {
    const source = byName.get(nameOf(input));
    return source?.operator !== 'NextIteration' || handedOnFrom(byName, source.inputs[0] ?? '') === name;
  });
}

/** Whether the first inputs lead back to the node itself, past no Switch. */
function goesRound(byName: ByName, node: GraphNode): boolean {
  let at = byName.get(nameOf(node.inputs[0] ?? ''));
  for (let left = STEPS; at !== undefined && left > 0; left--) {
    if (at.operator === 'Switch' || at.operator === 'RefSwitch') return false;
    if (at.operator === 'Merge') return at.inputs.some((input) => nameOf(input) === node.name);
    at = byName.get(nameOf(at.inputs[0] ?? ''));
  }
  return false;
}

const ENDS_ROWS = /^(?:Experimental)?Take(?:While)?Dataset$/;

function repeatsForEver(byName: ByName, input: string): boolean {
  let at = byName.get(nameOf(input));
  for (let left = STEPS; at !== undefined && left > 0; left--) {
    if (ENDS_ROWS.test(at.operator)) return false;
    if (at.operator === 'RepeatDataset') return (numbersBehind(byName, at.inputs[1] ?? '')?.[0] ?? 1) < 0;
    at = byName.get(nameOf(at.inputs[0] ?? ''));
  }
  return false;
}
