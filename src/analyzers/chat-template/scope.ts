import { isCount, readsClock } from './conditions.ts';
import { foldAny } from './fold.ts';
import type { Folded } from './fold-format.ts';
import { isSpelling, type Scope } from './judge.ts';
import { type Expression, partsOf } from './parser.ts';
import type { Assignment, Step } from './statements.ts';
import { givesTexts, isMessage, isMessages, isText } from './texts.ts';

/** Rounds in which values are followed from name to name. */
const ROUNDS = 4;

/** What the names of a template stand for, followed through assignments, loops and macros. */
export function scopeOf(steps: readonly Step[]): Scope {
  const constants = new Map<string, Folded | null>();
  const names = {
    constants,
    texts: new Set<string>(),
    characters: new Set<string>(),
    messages: new Set<string>(),
    lists: new Set<string>(),
    literals: new Map<string, Expression>(),
    counts: new Set<string>(),
    clocks: new Set<string>(),
  };
  const { texts, characters, messages, lists, literals, counts, clocks } = names;
  const spelt = new Set<string>();
  const macros = new Map(
    steps.flatMap(({ macro }) => (macro === null ? [] : [[macro.name, macro.parameters] as const])),
  );
  const assigns = steps.flatMap((step) => step.assigns);
  // A parameter stands for what is given in its place.
  for (const given of steps.flatMap(({ expressions }) => expressions.flatMap((one) => [...argumentsOf(one, macros)])))
    if (assigns.length < MAX_ASSIGNS) assigns.push(given);
  // A name of several values is followed no further: which one it has depends on the conversation.
  const timesAssigned = countAssignments(assigns);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, value, each, last } of assigns) {
      constants.set(name, each || timesAssigned.get(name) !== 1 ? null : foldAny(value, constants));
      const literal = value.kind === 'name' ? literals.get(value.name) : value;
      // Never one that holds itself: a name of several values is followed no further.
      if (literal?.kind === 'list' && timesAssigned.get(name) === 1) literals.set(name, flat(literal));
      if (each) {
        if (isMessages(value, names)) messages.add(name);
        // The members of a message's parts are objects; those of a text that was split are text.
        if (last && givesTexts(value, names)) texts.add(name);
        else if (last && isText(value, names)) {
          // A text gives its characters; a list of parts gives objects, which nobody compares with a letter.
          texts.add(name);
          characters.add(name);
        }
        continue;
      }
      if (constants.get(name) === null && isSpelling(value, { spelt })) spelt.add(name);
      if (isText(value, names)) texts.add(name);
      if (isMessages(value, names)) lists.add(name);
      if (isMessage(value, names)) messages.add(name);
      if (isCount(value, names)) counts.add(name);
      if (readsClock(value, names)) clocks.add(name);
    }
  }
  const own = new Set(steps.flatMap((step) => step.assigns.map(({ name }) => name)));
  return { ...names, macros: new Set(macros.keys()), own, spelt };
}

/** The constants of a list that is written out. */
function flat({ items }: Extract<Expression, { kind: 'list' }>): Expression {
  return { kind: 'list', items: items.filter(({ kind }) => kind === 'constant') };
}

/** Arguments of macros that are followed; real templates have some dozen. */
const MAX_ASSIGNS = 5_000;

/** What calls of macros give to their parameters, by position. */
function* argumentsOf(expression: Expression, macros: ReadonlyMap<string, readonly string[]>): Iterable<Assignment> {
  if (expression.kind === 'call' && expression.of.kind === 'name') {
    const parameters = macros.get(expression.of.name) ?? [];
    for (const [index, value] of expression.arguments.entries()) {
      const name = parameters[index];
      if (name !== undefined) yield { name, value, each: false, last: true };
    }
  }
  for (const part of partsOf(expression)) yield* argumentsOf(part, macros);
}

function countAssignments(assigns: readonly Assignment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of assigns) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
