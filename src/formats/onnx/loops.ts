import { type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { valuesOf } from './sizes.ts';

/** A loop that nothing ends: it has no last round, and its condition stays what it was. */
export interface EndlessLoop {
  readonly why: string;
  readonly offset: number;
}

/** Rounds that no model makes: a milliard takes days. */
const MOST_ROUNDS = 2 ** 40;
/** Operators that hand their input on as it is. */
const HANDS_ON: ReadonlySet<string> = new Set(['Identity', 'Cast', 'CastLike', 'Reshape', 'Squeeze', 'Unsqueeze']);
const STEPS = 64;
const MOST_LOOPS = 1000;

interface Frame {
  /** What makes each name: an operator with its first input, or values that are known. */
  readonly made: Map<string, { readonly operator: string; readonly input: string }>;
  readonly known: Map<string, readonly number[]>;
}

/** The graph that is gone through, with the names of the condition that it gives and of the one that it is given. */
interface Body {
  readonly frames: readonly Frame[];
  readonly condition: string;
  readonly given: string;
}

interface Loop {
  readonly rounds: string;
  readonly body: Body;
  readonly offset: number;
}

/** What the condition of a body comes to. */
type Condition = 'true' | 'handed-on' | 'computed';

/** Follows the conditions of loops; told of graphs, tensors and nodes as they close. */
export interface LoopSurvey {
  readonly enter: () => void;
  readonly leave: (graph: Message) => void;
  readonly tensor: (tensor: Message) => void;
  readonly node: (node: Message) => void;
  readonly found: () => readonly EndlessLoop[];
}

export function loopSurvey(): LoopSurvey {
  const frames: Frame[] = [newFrame()];
  /** Initializers stand behind the nodes that use them: loops are judged at the end. */
  const loops: Loop[] = [];
  let last: readonly number[] | null = null;
  let body: Body | null = null;
  return {
    enter: () => void frames.push(newFrame()),
    leave: (graph) => {
      const frame = frames.pop();
      const condition = textOf(messagesOf(graph, 12)[0] ?? graph, 1);
      const given = textOf(messagesOf(graph, 11)[1] ?? graph, 1);
      body = frame === undefined ? null : { frames: [...frames, frame], condition, given };
    },
    tensor: (tensor) => {
      last = valuesOf(tensor);
      const name = textOf(tensor, 8);
      if (last !== null && name !== '') frames.at(-1)?.known.set(name, last);
    },
    node: (node) => {
      const frame = frames.at(-1);
      const operator = textOf(node, 4);
      const input = node.texts.get(1)?.[0] ?? '';
      const output = node.texts.get(2)?.[0] ?? '';
      if (operator === 'Constant' && last !== null) frame?.known.set(output, last);
      else if (HANDS_ON.has(operator) || operator === 'Not') frame?.made.set(output, { operator, input });
      last = null;
      if (operator !== 'Loop' || body === null || loops.length >= MOST_LOOPS) return;
      loops.push({ rounds: input, body, offset: node.offset });
    },
    found: () => loops.flatMap(judged),
  };
}

function judged({ rounds, body, offset }: Loop): readonly EndlessLoop[] {
  const told = valueIn(body.frames.slice(0, -1), rounds)?.[0];
  if (rounds !== '' && !(told !== undefined && told >= MOST_ROUNDS)) return [];
  const condition = conditionOf(body.frames, body.condition, body.given);
  if (condition === 'computed') return [];
  const why = condition === 'true' ? 'the condition is always true' : 'the condition never changes';
  return [{ why: `a loop without a last round, of which ${why}`, offset }];
}

function newFrame(): Frame {
  return { made: new Map(), known: new Map() };
}

/** Where the condition that a body gives comes from: through what hands it on, and through pairs of Not. */
function conditionOf(frames: readonly Frame[], condition: string, given: string): Condition {
  let [name, turned] = [condition, false];
  for (let step = 0; step < STEPS; step++) {
    if (name === given && name !== '') return turned ? 'computed' : 'handed-on';
    const value = valueIn(frames, name)?.[0];
    if (value !== undefined) return (value !== 0) === turned ? 'computed' : 'true';
    const by = frames.findLast(({ made }) => made.has(name))?.made.get(name);
    if (by === undefined) return 'computed';
    if (by.operator === 'Not') turned = !turned;
    name = by.input;
  }
  return 'computed';
}

function valueIn(frames: readonly Frame[], name: string): readonly number[] | undefined {
  return frames.findLast(({ known }) => known.has(name))?.known.get(name);
}
