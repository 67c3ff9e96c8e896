import type { Defect } from '../format.ts';
import { type Message, textOf } from '../protobuf/message.ts';
import type { TensorflowFacts } from './facts.ts';
import {
  type Call,
  callsIn,
  endlessLoops,
  type FunctionTold,
  functionTold,
  inputsOf,
  loopsIn,
  neededBy,
  recursions,
  returnDefects,
  type WhileLoop,
} from './functions.ts';
import { metaDefects, objectDefects, type SavedObject, savedObjectOf, sizeOfVariable } from './meta.ts';
import type { GraphNode } from './node.ts';
import { type Endless, endlessRings } from './rings.ts';
import { type SizedOperator, sizedOperators } from './sizes.ts';
import { printed, wiringDefects } from './wiring.ts';

/** Hears of graphs and functions as they close; tells what TensorFlow refuses of them, what never ends and what grows too large. */
export interface StructureSurvey {
  readonly defects: Defect[];
  readonly sized: SizedOperator[];
  readonly endless: Endless[];
  readonly strains: TensorflowFacts['strains'][number][];
  enterGraph(): void;
  leaveFunction(nodes: readonly GraphNode[], signature: Message, returns: readonly Message[]): void;
  leaveGraph(nodes: readonly GraphNode[]): void;
  takeAsset(): void;
  takeObject(object: Message): void;
  leaveMeta(meta: Message): void;
}

/** What is known of the graph that is open, and of what stands around it. */
interface Frame {
  readonly functions: Map<string, FunctionTold>;
  readonly calls: Call[];
  readonly needed: Call[];
  readonly loops: WhileLoop[];
  nodes: ReadonlySet<string>;
  objects: SavedObject[];
  assets: number;
}

const TOLD = 20;
/** Machines have some hundred cores. */
const MOST_THREADS = 65_536;
const THREADS: readonly string[] = ['num_threads', 'num_batch_threads', 'num_enqueued_batches', 'max_concurrency'];

export function structureSurvey(whole: boolean): StructureSurvey {
  const survey: Omit<StructureSurvey, keyof Listener> = { defects: [], sized: [], endless: [], strains: [] };
  let frame = newFrame();
  const tell = (defects: Iterable<Defect>): void => {
    if (!whole) return;
    for (const defect of defects) {
      if (survey.defects.length >= TOLD) return;
      survey.defects.push(defect);
    }
  };
  const take = (nodes: readonly GraphNode[], from: string): ReadonlyMap<string, GraphNode> => {
    const byName = new Map(nodes.map((node) => [node.name, node]));
    survey.sized.push(...sizedOperators(nodes, byName));
    survey.endless.push(...endlessRings(nodes, byName));
    survey.strains.push(...strainsIn(nodes));
    frame.calls.push(...callsIn(nodes, from));
    frame.needed.push(...neededBy(nodes));
    frame.loops.push(...loopsIn(nodes));
    return byName;
  };
  const listener: Listener = {
    enterGraph: () => {
      frame = newFrame();
    },
    leaveFunction: (nodes, signature, returns) => {
      const name = textOf(signature, 1);
      const byName = take(nodes, name);
      if (frame.functions.has(name))
        tell([{ code: 'duplicate-name', message: `function ${printed(name)} stands twice`, offset: signature.offset }]);
      frame.functions.set(name, functionTold(signature, returns, byName));
      tell(wiringDefects(nodes, new Set(inputsOf(signature)), `function ${printed(name)}`));
      tell(returnDefects(signature, returns, byName));
    },
    leaveGraph: (nodes) => {
      frame.nodes = new Set(take(nodes, '').keys());
      tell(wiringDefects(nodes, new Set(), 'graph'));
      tell(missing(frame));
      survey.endless.push(...endlessLoops(frame.loops, frame.functions), ...recursions(frame.functions, frame.calls));
    },
    takeAsset: () => {
      frame.assets++;
    },
    takeObject: (object) => {
      frame.objects.push(savedObjectOf(object));
      const variable = sizeOfVariable(object);
      if (variable !== null) survey.sized.push(variable);
    },
    leaveMeta: (meta) => {
      const names = { nodes: frame.nodes, functions: new Set(frame.functions.keys()) };
      tell(metaDefects(meta, names));
      tell(objectDefects(frame.objects, names, frame.assets));
      frame = newFrame();
    },
  };
  return { ...survey, ...listener };
}

type Listener = Pick<
  StructureSurvey,
  'enterGraph' | 'leaveFunction' | 'leaveGraph' | 'takeAsset' | 'takeObject' | 'leaveMeta'
>;

function newFrame(): Frame {
  return { functions: new Map(), calls: [], needed: [], loops: [], nodes: new Set(), objects: [], assets: 0 };
}

function* missing({ needed, functions }: Frame): Iterable<Defect> {
  for (const { from, to, offset } of needed)
    if (to !== '' && !functions.has(to))
      yield { code: 'no-maker', message: `${from} calls ${printed(to)}, which the library does not have`, offset };
}

function strainsIn(nodes: readonly GraphNode[]): TensorflowFacts['strains'] {
  return nodes.flatMap(({ operator, integers, offset }) => {
    if (operator === 'Abort') return [{ operation: 'Abort', offset }];
    const asked = THREADS.find((key) => (integers.get(key) ?? 0) > MOST_THREADS);
    return asked === undefined ? [] : [{ operation: `${operator} with ${asked} = ${integers.get(asked)}`, offset }];
  });
}
