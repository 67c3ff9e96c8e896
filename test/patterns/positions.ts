import type { AST } from '@eslint-community/regexpp';
import type { Alphabet, Characters } from './alphabet.ts';

/** What must stand right before and right after a place between two characters. */
interface Gap {
  readonly before: Characters;
  readonly after: Characters;
}

interface Place {
  readonly at: number;
  readonly gap: Gap;
}

/** A part of a pattern: where it may begin, where it may end, and the ways in which it may match nothing. */
interface Part {
  readonly first: readonly Place[];
  readonly last: readonly Place[];
  readonly empty: readonly Gap[];
}

/** A step from one position to another, with a character of `label`; `twice` where two ways lead there with the same. */
export interface Step {
  readonly to: number;
  readonly label: Characters;
  readonly twice: boolean;
}

/**
 * The positions of a pattern (Glushkov's automaton): each character in it is one, and a backtracking matcher goes through them.
 * Position 0 stands before the pattern.
 */
export interface Positions {
  readonly steps: readonly (readonly Step[])[];
  /** Those behind which the pattern has matched, whatever follows: nothing that was tried before is tried again. */
  readonly matched: ReadonlySet<number>;
}

/** Repetitions that may be this much longer than they must count as without bound. */
export const LONG = 8;
/** Copies of what is repeated a number of times. */
const COPIES = 64;
/** More are no pattern that a person wrote. */
const MOST = 20_000;

/** Lookarounds are taken as far as they look at one character; what else they ask for only makes a pattern less ambiguous. */
export function positionsOf(alternatives: readonly AST.Alternative[], flags: string, alphabet: Alphabet): Positions {
  const builder = createBuilder(flags, alphabet);
  const start = builder.start();
  const whole = builder.alternatives(alternatives);
  builder.join(start.last, whole.first);
  return builder.finish(whole);
}

function createBuilder(flags: string, alphabet: Alphabet) {
  const any = alphabet.all | alphabet.edge;
  const open: Gap = { before: any, after: any };
  const sets: Characters[] = [];
  const joints: Map<number, Gap[]>[] = [];
  const newline = alphabet.matchedBy(String.raw`[\n\r\u2028\u2029]`, '');
  const word = alphabet.matchedBy(String.raw`\w`, flags);
  const within = new Set<AST.Node>();

  const position = (set: Characters): Part => {
    if (sets.length > MOST) throw new Error('too many positions');
    const at = sets.push(set) - 1;
    joints.push(new Map());
    return { first: [{ at, gap: open }], last: [{ at, gap: open }], empty: [] };
  };
  const nothing = (...empty: Gap[]): Part => ({ first: [], last: [], empty });

  function join(from: readonly Place[], to: readonly Place[]): void {
    for (const one of from)
      for (const other of to) {
        const gap = meet(one.gap, other.gap);
        if ((gap.before & (sets[one.at] ?? 0n)) === 0n || (gap.after & (sets[other.at] ?? 0n)) === 0n) continue;
        const gaps = joints[one.at]?.get(other.at);
        if (gaps === undefined) joints[one.at]?.set(other.at, [gap]);
        else gaps.push(gap);
      }
  }

  function sequence(one: Part, other: Part): Part {
    join(one.last, other.first);
    const through = (places: readonly Place[], empty: readonly Gap[]) =>
      places.flatMap(({ at, gap }) => empty.map((more) => ({ at, gap: meet(gap, more) })));
    return {
      first: [...one.first, ...through(other.first, one.empty)],
      last: [...other.last, ...through(one.last, other.empty)],
      empty: one.empty.flatMap((gap) => other.empty.map((more) => meet(gap, more))),
    };
  }

  const elements = (nodes: readonly AST.Element[]): Part =>
    nodes.reduce((before, node) => sequence(before, element(node)), nothing(open));

  function alternatives(nodes: readonly AST.Alternative[]): Part {
    const parts = nodes.map((node) => elements(node.elements));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: parts.flatMap(({ empty }) => empty),
    };
  }

  // A round of a repetition that matches nothing is given up, so that only the one without a round is left.
  const optional = ({ first, last }: Part): Part => ({ first, last, empty: [open] });

  function repeated({ element: node, min, max }: AST.Quantifier): Part {
    const endless = max === Number.POSITIVE_INFINITY || max - min >= LONG;
    const must = Math.min(min, endless ? 2 : COPIES);
    const copies = Array.from({ length: must }, () => element(node));
    const last = copies.at(-1);
    if (endless) {
      const loop = last ?? element(node);
      join(loop.last, loop.first);
      if (last === undefined) return optional(loop);
    }
    let may: Part = nothing(open);
    if (!endless) for (let more = min; more < max; more++) may = optional(sequence(element(node), may));
    return [...copies, may].reduce(sequence, nothing(open));
  }

  function element(node: AST.Element): Part {
    switch (node.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return position(alphabet.matchedBy(node.raw, flags));
      case 'Quantifier':
        return repeated(node);
      case 'Group':
      case 'CapturingGroup':
        return alternatives(node.alternatives);
      case 'Assertion':
        return nothing(...gapsOf(node));
      case 'Backreference':
        return referred(node);
    }
  }

  /** What a group matched: anything that it may match. */
  function referred({ resolved }: AST.Backreference): Part {
    const group = [resolved].flat()[0];
    if (group === undefined || within.has(group)) return nothing(open);
    within.add(group);
    const part = alternatives(group.alternatives);
    within.delete(group);
    return part;
  }

  function gapsOf(node: AST.Assertion): Gap[] {
    const breaks = flags.includes('m') ? newline : 0n;
    switch (node.kind) {
      case 'start':
        return [{ before: alphabet.edge | breaks, after: any }];
      case 'end':
        return [{ before: any, after: alphabet.edge | breaks }];
      case 'word': {
        const [inside, outside] = [word, any & ~word];
        const [same, other] = node.negate ? [inside, outside] : [outside, inside];
        return [
          { before: inside, after: same },
          { before: outside, after: other },
        ];
      }
      case 'lookahead':
      case 'lookbehind': {
        const beside = nextTo(node);
        return [node.kind === 'lookahead' ? { before: any, after: beside } : { before: beside, after: any }];
      }
    }
  }

  /** The characters that may stand where a lookaround looks. */
  function nextTo(node: AST.LookaroundAssertion): Characters {
    const apart = createBuilder(flags, alphabet);
    let [set, sure] = [0n, true];
    for (const alternative of node.alternatives) {
      const part = apart.alternatives([alternative]);
      const single =
        alternative.elements.length === 1 && part.first.length === 1 && part.first[0]?.at === part.last[0]?.at;
      const edge =
        alternative.elements.length === 1 && alternative.elements[0]?.type === 'Assertion' ? part.empty[0] : undefined;
      const side = node.kind === 'lookahead' ? ('after' as const) : ('before' as const);
      if (edge !== undefined && part.empty.length === 1) set |= edge[side];
      else if (node.negate ? single && part.empty.length === 0 : part.empty.length === 0)
        for (const { at, gap } of node.kind === 'lookahead' ? part.first : part.last)
          set |= apart.setOf(at) & gap[side];
      else if (!node.negate) sure = false;
    }
    if (!sure) return any;
    return node.negate ? any & ~set : set;
  }

  return {
    start: () => position(any),
    setOf: (at: number) => sets[at] ?? 0n,
    alternatives,
    join,
    finish(whole: Part): Positions {
      const free = ({ gap }: { readonly gap: Gap }) => gap.before === any && gap.after === any;
      const ends = new Set(whole.last.filter(free).map(({ at }) => at));
      if (whole.empty.some((gap) => free({ gap }))) ends.add(0);
      return stepsBetween(sets, joints, ends);
    },
  };
}

const meet = (one: Gap, other: Gap): Gap => ({ before: one.before & other.before, after: one.after & other.after });

/**
 * Positions become states: one for each set of characters behind which the same steps may be taken, so that what a step asks to
 * stand before it is known from the state alone.
 */
function stepsBetween(
  sets: readonly Characters[],
  joints: readonly ReadonlyMap<number, readonly Gap[]>[],
  ends: ReadonlySet<number>,
): Positions {
  const states: { readonly at: number; readonly set: Characters }[] = [];
  const statesOf = sets.map((set, at) => {
    let cells = [set];
    for (const before of new Set([...(joints[at]?.values() ?? [])].flat().map((gap) => gap.before)))
      cells = cells.flatMap((cell) => [cell & before, cell & ~before]).filter((cell) => cell !== 0n);
    return cells.map((cell) => states.push({ at, set: cell }) - 1);
  });
  const steps = states.map(({ at, set }) =>
    [...(joints[at] ?? [])].flatMap(([next, gaps]) => {
      const [one, other] = [labelOf(gaps, set), overlapOf(gaps, set)];
      return (statesOf[next] ?? []).flatMap((to) => {
        const label = one & (states[to]?.set ?? 0n);
        return label === 0n ? [] : [{ to, label, twice: (other & label) !== 0n }];
      });
    }),
  );
  return { steps, matched: new Set(states.flatMap(({ at }, state) => (ends.has(at) ? [state] : []))) };
}

const labelOf = (gaps: readonly Gap[], set: Characters): Characters =>
  gaps.reduce((label, { before, after }) => ((before & set) === 0n ? label : label | after), 0n);

/** What more than one of the gaps lets through. */
function overlapOf(gaps: readonly Gap[], set: Characters): Characters {
  let [once, twice] = [0n, 0n];
  for (const { before, after } of gaps) {
    if ((before & set) === 0n) continue;
    twice |= once & after;
    once |= after;
  }
  return twice;
}
