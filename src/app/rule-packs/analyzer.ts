import type { FileAnalyzer } from '../../analyzers/analyzer.ts';
import { type Finding, findingOf, locationIn } from '../../domain/finding.ts';
import type { ExampleFacts, FactKind, PackRule, RulePack } from '../../domain/rule-pack.ts';
import type { Item } from '../../intake/inventory.ts';
import { OverBudgetError } from '../../kernel/budget.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { LinearPattern } from '../../text/re2.ts';
import { type Fact, factsOf } from './facts.ts';
import type { Patterns } from './patterns.ts';

interface Compiled {
  readonly own: PackRule;
  readonly patterns: readonly { readonly fact: FactKind; readonly matcher: LinearPattern }[];
}

/** A pack as one more check of files. Its patterns are compiled here, once. */
export function analyzerOfPack(pack: RulePack, engine: Patterns): FileAnalyzer {
  const rules = pack.rules.map((own) => compiled(own, engine));
  return {
    id: pack.name,
    version: pack.version,
    question: `Does a rule of the pack ${pack.name} (${pack.digest}) fire?`,
    rules: pack.rules.map(({ rule }) => rule),
    scope: 'file',
    formats: [],
    inspect: (item) => inspect(item, rules),
  };
}

function compiled(own: PackRule, engine: Patterns): Compiled {
  const patterns = own.patterns.map(({ fact, pattern, ignoreCase }) => ({
    fact,
    matcher: engine.compilePattern(pattern, { ignoreCase }),
  }));
  return { own, patterns };
}

/** Whether a rule fires on the facts of an example. */
export function firesOn(own: PackRule, example: ExampleFacts, engine: Patterns): boolean {
  const facts = Object.entries(example).flatMap(([kind, texts]) =>
    texts.map((text): Fact => ({ kind: kind as FactKind, text, member: [] })),
  );
  return hitOf(compiled(own, engine), facts) !== null;
}

function* inspect(item: Item, rules: readonly Compiled[]): Iterable<Finding> {
  const facts = [...factsOf(item)];
  spend(facts, rules);
  for (const rule of rules) {
    const hit = hitOf(rule, facts);
    if (hit === null) continue;
    const operation = printable(middleCut(hit.text.replace(/\s+/g, ' '), LIMITS.quotation));
    yield findingOf(rule.own.rule, {
      message: `${rule.own.rule.title} Here: ${operation}.`,
      location: locationIn(item.file, hit.member),
      operation: `${hit.kind} ${operation}`,
    });
  }
}

/** A check that would take minutes is no answer: throws, which fails the check instead of calling the file clean. */
function spend(facts: readonly Fact[], rules: readonly Compiled[]): void {
  const perKind = new Map<FactKind, number>();
  for (const { patterns } of rules) for (const { fact } of patterns) perKind.set(fact, (perKind.get(fact) ?? 0) + 1);
  let characters = 0;
  for (const { kind, text } of facts) characters += (text.length + 1) * (perKind.get(kind) ?? 0);
  if (characters > LIMITS.packCharacters)
    throw new OverBudgetError(`patterns over ${characters} characters; at most ${LIMITS.packCharacters} are looked at`);
}

/** The fact by which a rule fires: of `all`, the one that its first pattern found. */
function hitOf({ own, patterns }: Compiled, facts: readonly Fact[]): Fact | null {
  const hits = patterns.map(({ fact, matcher }) =>
    facts.find(({ kind, text }) => kind === fact && matcher.found(text)),
  );
  if (own.needs === 'all' && hits.some((hit) => hit === undefined)) return null;
  return hits.find((hit) => hit !== undefined) ?? null;
}
