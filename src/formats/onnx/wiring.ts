import type { Defect } from '../format.ts';
import { type Message, textOf, textsOf } from '../protobuf/message.ts';

interface Wired {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly offset: number;
}

interface Frame {
  /** Inputs and initializers. */
  readonly given: Set<string>;
  readonly nodes: Wired[];
  readonly gives: string[];
  /** What the graphs within the node that is being read take from outside. */
  taken: string[];
}

/** Hears of graphs as they open and close; tells values that nobody makes, and nodes that wait for each other. */
export interface WiringSurvey {
  readonly enter: () => void;
  readonly input: (name: string) => void;
  readonly output: (name: string) => void;
  readonly node: (node: Message) => void;
  /** `judged`: it is no part of what a trainer puts together. */
  readonly leave: (at: Message, judged: boolean) => void;
  readonly defects: readonly Defect[];
}

const TOLD = 10;

export function wiringSurvey(): WiringSurvey {
  const frames: Frame[] = [];
  const defects: Defect[] = [];
  const tell = (code: string, message: string, offset: number): void => {
    if (defects.length < TOLD) defects.push({ code, message, offset });
  };
  return {
    defects,
    enter: () => void frames.push({ given: new Set(), nodes: [], gives: [], taken: [] }),
    input: (name) => void frames.at(-1)?.given.add(name),
    output: (name) => void frames.at(-1)?.gives.push(name),
    node: (node) => {
      const frame = frames.at(-1);
      if (frame === undefined) return;
      const inputs = [...textsOf(node, 1), ...frame.taken].filter((name) => name !== '');
      frame.taken = [];
      frame.nodes.push({ inputs, outputs: textsOf(node, 2), offset: node.offset });
    },
    leave: (at, judged) => {
      const frame = frames.pop();
      if (frame === undefined || !judged) return;
      if (frames.length === 0 && frame.nodes.length + frame.given.size + frame.gives.length === 0)
        tell('no-graph', 'the graph of the model is empty', at.offset);
      const makers = new Map(frame.nodes.flatMap((node, index) => node.outputs.map((name) => [name, index] as const)));
      const unmade = new Set(
        [...frame.nodes.flatMap(({ inputs }) => inputs), ...frame.gives].filter(
          (name) => !frame.given.has(name) && !makers.has(name),
        ),
      );
      const outer = frames.at(-1);
      if (outer !== undefined) for (const name of unmade) outer.taken.push(name);
      else for (const name of unmade) tell('no-maker', `nothing makes ${printed(name)}`, at.offset);
      const waits = inRing(frame.nodes, makers);
      if (waits !== null) tell('ring', `${printed(waits.outputs[0] ?? '')} is made of itself`, waits.offset);
    },
  };
}

/** Inputs and outputs of a function, which names them itself. */
export function namesOfFunction(wiring: WiringSurvey, message: Message): void {
  for (const name of textsOf(message, 4)) wiring.input(name);
  for (const name of textsOf(message, 5)) wiring.output(name);
}

export function nameOfTensor(tensor: Message): string {
  return textOf(tensor, 8);
}

function printed(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

/** A node that waits for what it makes itself, by whatever way; each node and each input is looked at once. */
function inRing(nodes: readonly Wired[], makers: ReadonlyMap<string, number>): Wired | null {
  const before = nodes.map(({ inputs }) => inputs.flatMap((name) => makers.get(name) ?? []));
  const waiting = before.map(({ length }) => length);
  const after = new Map<number, number[]>();
  for (const [index, sources] of before.entries())
    for (const source of sources) {
      const list = after.get(source);
      if (list === undefined) after.set(source, [index]);
      else list.push(index);
    }
  const ready = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  let done = 0;
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    done++;
    for (const next of after.get(index) ?? []) {
      const left = (waiting[next] ?? 0) - 1;
      waiting[next] = left;
      if (left === 0) ready.push(next);
    }
  }
  return done === nodes.length ? null : (nodes[waiting.findIndex((count) => count > 0)] ?? null);
}
