import { type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { learn, learnTensor, makerOf, newScope, numbersBehind, type Scope } from './constants.ts';

/** A loop that nothing ends: it has no last round, and its condition stays what it was. */
export interface EndlessLoop {
  readonly why: string;
  readonly offset: number;
}

/** Rounds that no model makes: a milliard takes days. */
const MOST_ROUNDS = 2 ** 40;
const STEPS = 64;
const MOST_LOOPS = 1000;

/** The graph that is gone through, with the names of the condition that it gives and of the one that it is given. */
interface Body {
  readonly frames: readonly Scope[];
  readonly condition: string;
  readonly given: string;
}

interface Loop {
  readonly rounds: string;
  readonly body: Body;
  readonly offset: number;
}

/** What the condition of a body comes to. */
type Condition = 'true' | 'false' | 'handed-on' | 'turned' | 'computed';

/** Follows the conditions of loops; told of graphs, tensors and nodes as they close. */
export interface LoopSurvey {
  readonly enter: () => void;
  readonly leave: (graph: Message) => void;
  readonly tensor: (tensor: Message) => void;
  readonly node: (node: Message) => void;
  readonly found: () => readonly EndlessLoop[];
}

export function loopSurvey(): LoopSurvey {
  const frames: Scope[] = [newScope()];
  /** Initializers stand behind the nodes that use them: loops are judged at the end. */
  const loops: Loop[] = [];
  let last: readonly number[] | null = null;
  let body: Body | null = null;
  return {
    enter: () => void frames.push(newScope()),
    leave: (graph) => {
      const frame = frames.pop();
      const condition = textOf(messagesOf(graph, 12)[0] ?? graph, 1);
      const given = textOf(messagesOf(graph, 11)[1] ?? graph, 1);
      body = frame === undefined ? null : { frames: [...frames, frame], condition, given };
    },
    tensor: (tensor) => {
      const frame = frames.at(-1);
      last = frame === undefined ? null : learnTensor(frame, tensor);
    },
    node: (node) => {
      const frame = frames.at(-1);
      const operator = textOf(node, 4);
      const input = node.texts.get(1)?.[0] ?? '';
      if (frame !== undefined) learn(frame, node, last);
      last = null;
      if (operator !== 'Loop' || body === null || loops.length >= MOST_LOOPS) return;
      loops.push({ rounds: input, body, offset: node.offset });
    },
    found: () => loops.flatMap(judged),
  };
}

function judged({ rounds, body, offset }: Loop): readonly EndlessLoop[] {
  const told = numbersBehind(body.frames.slice(0, -1), rounds)?.[0];
  if (rounds !== '' && !(told !== undefined && told >= MOST_ROUNDS)) return [];
  const condition = conditionOf(body, body.condition, STEPS);
  if (condition !== 'true' && condition !== 'handed-on') return [];
  const why = condition === 'true' ? 'the condition is always true' : 'the condition never changes';
  return [{ why: `a loop without a last round, of which ${why}`, offset }];
}

/** Where the condition that a body gives comes from, by what is known of all that it is made of. */
function conditionOf(body: Body, name: string, steps: number): Condition {
  if (name === body.given && name !== '') return 'handed-on';
  const value = numbersBehind(body.frames, name)?.[0];
  if (value !== undefined) return value !== 0 ? 'true' : 'false';
  const made = makerOf(body.frames, name);
  if (made === undefined || steps <= 0) return 'computed';
  const of = (index: number): Condition => conditionOf(body, made.inputs[index] ?? '', steps >> 1);
  switch (made.operator) {
    case 'Not':
      return TURNED[of(0)];
    case 'Or':
      return either(of(0), of(1), 'true', 'false');
    case 'And':
      return either(of(0), of(1), 'false', 'true');
    case 'Where':
      return of(1) === of(2) ? of(1) : 'computed';
    default:
      return ONE_INPUT.has(made.operator) ? conditionOf(body, made.inputs[0] ?? '', steps - 1) : 'computed';
  }
}

const ONE_INPUT: ReadonlySet<string> = new Set(['Identity', 'Cast', 'CastLike', 'Reshape', 'Squeeze', 'Unsqueeze']);
const TURNED: Readonly<Record<Condition, Condition>> = {
  true: 'false',
  false: 'true',
  'handed-on': 'turned',
  turned: 'handed-on',
  computed: 'computed',
};

/** Two conditions that are joined: one value decides alone, the other changes nothing. */
function either(left: Condition, right: Condition, decides: Condition, nothing: Condition): Condition {
  if (left === decides || right === decides) return decides;
  if (left === nothing || left === right) return right;
  return right === nothing ? left : 'computed';
}
