import { OverBudgetError } from '../../kernel/budget.ts';
import type { Defect } from '../format.ts';
import { type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import type { Visitor } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import type { FileTouch, TensorflowFacts } from './facts.ts';
import { type GraphNode, nodeOf, type PathNode } from './node.ts';
import { fileTouches } from './paths.ts';
import {
  ARGUMENT,
  ASSET,
  ATTRIBUTE,
  CALLED,
  DIM,
  FUNCTION,
  GRAPH,
  KERAS_OBJECT,
  LIST,
  META_GRAPH,
  NAMING,
  NODE,
  OBJECT_PARTS,
  RETURN,
  SAVED_OBJECT,
  SHAPE,
  SIGNATURE,
  TENSOR,
  TENSOR_INFO,
  USER_OBJECT,
  VALUE,
} from './shapes.ts';
import { type StructureSurvey, structureSurvey } from './structure.ts';

/** What Keras wrote, in characters; past it a file is over budget. */
const KERAS_TEXT = 64 * 1024 * 1024;
const TOUCHES = 10_000;

/** Hears of a file's messages and gathers its facts. */
export interface Survey extends Visitor {
  readonly defects: Defect[];
  nodes: number;
  takeNode(node: GraphNode): void;
  endGraph(within: string): void;
  facts(): Omit<TensorflowFacts, 'format' | 'variant' | 'external'>;
}

/** What a node, a function or an asset is judged by; of all others the news was taken. */
const KEPT: ReadonlySet<MessageShape> = new Set([
  ATTRIBUTE,
  VALUE,
  LIST,
  TENSOR,
  SHAPE,
  DIM,
  CALLED,
  SIGNATURE,
  ARGUMENT,
  RETURN,
  TENSOR_INFO,
  ...NAMING,
  ...OBJECT_PARTS,
]);

interface State {
  readonly operators: ReturnType<typeof operatorCounter>;
  readonly touches: FileTouch[];
  readonly functions: string[];
  readonly assets: string[];
  readonly assetTensors: Set<string>;
  readonly kerasMetadata: { readonly text: string; readonly offset: number }[];
  /** Nodes of the graphs that are open, innermost last: a graph's library stands inside it. */
  readonly open: GraphNode[][];
  /** Graphs wait for their assets, which come after them. */
  readonly waiting: { readonly nodes: readonly PathNode[]; readonly within: string }[];
}

/** `whole`: of the form whose functions and shapes are read, so that what a graph lacks can be told. */
export function surveyor(whole: boolean): Survey {
  const structure = structureSurvey(whole);
  const state: State = {
    operators: operatorCounter(),
    touches: [],
    functions: [],
    assets: [],
    assetTensors: new Set(),
    kerasMetadata: [],
    open: [[]],
    waiting: [],
  };
  const survey: Survey = {
    defects: structure.defects,
    nodes: 0,
    enter: (shape) => {
      if (shape === GRAPH) structure.enterGraph();
      if (shape === GRAPH || shape === FUNCTION) state.open.push([]);
    },
    leave: (shape, message) => {
      noteUnknownFields(survey.defects, shape.name, message);
      if (KEPT.has(shape)) return true;
      if (shape === NODE) survey.takeNode(nodeOf(message));
      else if (shape === FUNCTION) endFunction(state, structure, message);
      else if (shape === GRAPH) survey.endGraph('graph');
      else if (shape === META_GRAPH) structure.leaveMeta(message);
      else if (shape === SAVED_OBJECT) structure.takeObject(message);
      else if (shape === ASSET) takeAsset(state, structure, message);
      else if (shape === USER_OBJECT) takeKeras(state, textOf(message, 3), message.offset);
      else if (shape === KERAS_OBJECT) takeKeras(state, textOf(message, 5), message.offset);
      return false;
    },
    takeNode: (node) => {
      survey.nodes++;
      const within = state.open.length > 2 ? 'function' : 'graph';
      state.operators.add({ domain: '', type: node.operator, offset: node.offset, within });
      state.open.at(-1)?.push(node);
    },
    endGraph: (within) => {
      const nodes = state.open.pop() ?? [];
      structure.leaveGraph(nodes);
      state.waiting.push({ nodes: followed(nodes), within });
    },
    facts: () => {
      settle(state);
      const { operators, touches, functions, assets, kerasMetadata } = state;
      const { sized, endless, strains } = structure;
      return { operators: operators.uses(), touches, functions, assets, kerasMetadata, sized, endless, strains };
    },
  };
  return survey;
}

function endFunction(state: State, structure: StructureSurvey, message: Message): void {
  const signature = messagesOf(message, 1)[0] ?? message;
  const name = textOf(signature, 1);
  const nodes = state.open.pop() ?? [];
  state.functions.push(name);
  structure.leaveFunction(nodes, signature, messagesOf(message, 4));
  state.waiting.push({ nodes: followed(nodes), within: `function ${name}` });
}

/** A graph without a single file operator need not be kept until its assets are known. */
function followed(nodes: readonly PathNode[]): readonly PathNode[] {
  return [...fileTouches(nodes, new Set(), '')].length === 0 ? [] : nodes;
}

function settle({ waiting, touches, assetTensors }: State): void {
  for (const { nodes, within } of waiting.splice(0)) {
    for (const touch of fileTouches(nodes, assetTensors, within)) {
      if (touches.push(touch) > TOUCHES) throw new OverBudgetError(`more than ${TOUCHES} operators on files`);
    }
  }
}

function takeAsset(state: State, structure: StructureSurvey, message: Message): void {
  structure.takeAsset();
  state.assets.push(textOf(message, 2));
  const tensor = textOf(messagesOf(message, 1)[0] ?? message, 1);
  state.assetTensors.add(tensor.split(':', 1)[0] ?? '');
}

function takeKeras({ kerasMetadata }: State, text: string, offset: number): void {
  if (text === '') return;
  kerasMetadata.push({ text, offset });
  const all = kerasMetadata.reduce((sum, each) => sum + each.text.length, 0);
  if (all > KERAS_TEXT) throw new OverBudgetError('more is written of Keras layers than any model has');
}
