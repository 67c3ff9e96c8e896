import { OverBudgetError } from '../../kernel/budget.ts';
import type { Defect } from '../format.ts';
import { type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import type { Visitor } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import type { FileTouch, TensorflowFacts } from './facts.ts';
import { fileTouches, type PathNode } from './paths.ts';
import {
  ASSET,
  ATTRIBUTE,
  FUNCTION,
  GRAPH,
  KERAS_OBJECT,
  LIST,
  NODE,
  SIGNATURE,
  TENSOR,
  TENSOR_INFO,
  USER_OBJECT,
  VALUE,
} from './shapes.ts';

/** What Keras wrote, in characters; past it a file is over budget. */
const KERAS_TEXT = 64 * 1024 * 1024;
const TOUCHES = 10_000;

/** Hears of a file's messages and gathers its facts. */
export interface Survey extends Visitor {
  readonly defects: Defect[];
  nodes: number;
  takeNode(node: PathNode): void;
  endGraph(within: string): void;
  facts(): Omit<TensorflowFacts, 'format' | 'variant' | 'external'>;
}

/** What a node, a function or an asset is judged by; of all others the news was taken. */
const KEPT: readonly MessageShape[] = [ATTRIBUTE, VALUE, LIST, TENSOR, SIGNATURE, TENSOR_INFO];

interface State {
  readonly operators: ReturnType<typeof operatorCounter>;
  readonly touches: FileTouch[];
  readonly functions: string[];
  readonly assets: string[];
  readonly assetTensors: Set<string>;
  readonly kerasMetadata: { readonly text: string; readonly offset: number }[];
  /** Nodes of the graphs that are open, innermost last: a graph's library stands inside it. */
  readonly open: PathNode[][];
  /** Graphs wait for their assets, which come after them. */
  readonly waiting: { readonly nodes: readonly PathNode[]; readonly within: string }[];
}

export function surveyor(): Survey {
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
    defects: [],
    nodes: 0,
    enter: (shape) => {
      if (shape === GRAPH || shape === FUNCTION) state.open.push([]);
    },
    leave: (shape, message) => {
      noteUnknownFields(survey.defects, shape.name, message);
      if (shape === NODE) survey.takeNode(pathNodeOf(message));
      else if (shape === FUNCTION) endFunction(survey, state, message);
      else if (shape === GRAPH) survey.endGraph('graph');
      else if (shape === ASSET) takeAsset(state, message);
      else if (shape === USER_OBJECT) takeKeras(state, textOf(message, 3), message.offset);
      else if (shape === KERAS_OBJECT) takeKeras(state, textOf(message, 5), message.offset);
      else return KEPT.includes(shape);
      return false;
    },
    takeNode: (node) => {
      survey.nodes++;
      const within = state.open.length > 2 ? 'function' : 'graph';
      state.operators.add({ domain: '', type: node.operator, offset: node.offset, within });
      state.open.at(-1)?.push(slim(node));
    },
    endGraph: (within) => {
      state.waiting.push({ nodes: followed(state.open.pop() ?? []), within });
    },
    facts: () => {
      settle(state);
      const { operators, touches, functions, assets, kerasMetadata } = state;
      return { operators: operators.uses(), touches, functions, assets, kerasMetadata };
    },
  };
  return survey;
}

function endFunction(survey: Survey, state: State, message: Message): void {
  const name = textOf(messagesOf(message, 1)[0] ?? message, 1);
  state.functions.push(name);
  survey.endGraph(`function ${name}`);
}

/** A graph without a single file operator need not be kept until its assets are known. */
function followed(nodes: readonly PathNode[]): readonly PathNode[] {
  return [...fileTouches(nodes, new Set(), '')].length === 0 ? [] : nodes;
}

/** Only what paths can be followed by. */
function slim(node: PathNode): PathNode {
  return node.constants.length === 0 && node.attributes.size === 0
    ? { ...node, constants: [], attributes: new Map() }
    : node;
}

function settle({ waiting, touches, assetTensors }: State): void {
  for (const { nodes, within } of waiting.splice(0)) {
    for (const touch of fileTouches(nodes, assetTensors, within)) {
      if (touches.push(touch) > TOUCHES) throw new OverBudgetError(`more than ${TOUCHES} operators on files`);
    }
  }
}

function takeAsset(state: State, message: Message): void {
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

function pathNodeOf(message: Message): PathNode {
  const attributes = new Map<string, readonly string[]>();
  const constants: string[] = [];
  for (const entry of messagesOf(message, 5)) {
    const value = messagesOf(entry, 2)[0];
    if (value === undefined) continue;
    const lists = messagesOf(value, 1).flatMap((list) => textsOf(list, 2));
    const texts = [...textsOf(value, 2), ...lists];
    if (texts.length > 0) attributes.set(textOf(entry, 1), texts);
    if (textOf(entry, 1) === 'value') constants.push(...messagesOf(value, 8).flatMap((tensor) => textsOf(tensor, 8)));
  }
  return {
    name: textOf(message, 1),
    operator: textOf(message, 2),
    inputs: textsOf(message, 3),
    constants,
    attributes,
    offset: message.offset,
  };
}
