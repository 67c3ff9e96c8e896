import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { type Characters, createAlphabet } from './alphabet.ts';
import { LONG, positionsOf } from './positions.ts';
import { loopsOf, type Steps, shortest } from './ways.ts';

/** A text that doubles a pattern's time with each `pump` behind its `start`, once what follows does not match. */
export interface Attack {
  readonly start: string;
  readonly pump: string;
}

const parser = new RegExpParser({ ecmaVersion: 2024 });
const common = createAlphabet();

/**
 * Whether a repetition in the pattern can read one text in two ways: a backtracking matcher then tries two ways for each round,
 * 2^n in all, before it says no (Weber and Seidl, 'On the degree of ambiguity of finite automata', 1991: criterion EDA).
 * Repetitions of eight rounds or more count as endless ones. Answers the first attack that is found.
 */
export function attackOn({ source, flags }: { readonly source: string; readonly flags: string }): Attack | null {
  const { pattern } = parser.parseLiteral(`/${source}/${flags}`);
  const bodies: (readonly AST.Alternative[])[] = [pattern.alternatives];
  let mayBe = false;
  visitRegExpAST(pattern, {
    onAssertionEnter: (node) => {
      if (node.kind === 'lookahead' || node.kind === 'lookbehind') bodies.push(node.alternatives);
    },
    // What repeats one character reads a text in one way.
    onQuantifierEnter: ({ min, max, element }) => {
      mayBe ||= max - min >= LONG && (element.type === 'Group' || element.type === 'CapturingGroup');
    },
  });
  if (!mayBe) return null;
  const further = Array.from(source).filter((character) => character > '\u007f');
  const alphabet = further.length === 0 ? common : createAlphabet(further.slice(0, 64));
  for (const alternatives of bodies) {
    const { steps, matched } = positionsOf(alternatives, flags.replaceAll(/[dgy]/g, ''), alphabet);
    const toCome = steps.map((next, state) => (matched.has(state) ? [] : next.filter(({ to }) => !matched.has(to))));
    for (const loop of loopsOf(toCome)) {
      const way = doubled(toCome, loop);
      if (way === null) continue;
      const said = (word: readonly Characters[]) => word.map((set) => alphabet.oneOf(set)).join('');
      return { start: said(shortest(steps, 0, way.from) ?? []), pump: said(way.word) };
    }
  }
  return null;
}

interface Way {
  readonly from: number;
  readonly word: readonly Characters[];
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly by: Pair | null;
  readonly label: Characters;
}

/** A word that leads from a state of the loop back to it in two ways. */
function doubled(steps: Steps, loop: ReadonlySet<number>): Way | null {
  const inside = new Map([...loop].map((state) => [state, (steps[state] ?? []).filter(({ to }) => loop.has(to))]));
  for (const [state, next] of inside)
    for (const { to, label, twice } of next)
      if (twice) return { from: state, word: [label, ...(shortest(steps, to, state, loop) ?? [])] };
  // Pairs of states that one word leads to from one state: if it leads to two and on to one again, there are two ways.
  const queue: Pair[] = [...loop].map((state) => ({ one: state, other: state, by: null, label: 0n }));
  const seen = new Set<number>();
  for (const pair of queue)
    for (const a of inside.get(pair.one) ?? [])
      for (const b of inside.get(pair.other) ?? []) {
        const label = a.label & b.label;
        const key = a.to * steps.length + b.to;
        // Pairs of one state with itself stand in the queue already.
        if (label === 0n || seen.has(key) || (a.to === b.to && pair.one === pair.other)) continue;
        if (a.to === b.to) {
          const { from, word } = cameTo(pair);
          return { from, word: [...word, label, ...(shortest(steps, a.to, from, loop) ?? [])] };
        }
        seen.add(key);
        queue.push({ one: a.to, other: b.to, by: pair, label });
      }
  return null;
}

function cameTo(pair: Pair): Way {
  const word: Characters[] = [];
  let at = pair;
  for (; at.by !== null; at = at.by) word.unshift(at.label);
  return { from: at.one, word };
}
