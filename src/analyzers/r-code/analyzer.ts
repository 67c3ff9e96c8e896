import { type Finding, findingOf, locationIn, type Rule } from '../../domain/finding.ts';
import type { RCode, RdsFacts } from '../../formats/rds/facts.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { notPure } from './pure.ts';
import { ACTIVE, ATTACKING_CALL, FUNCTIONS, PROMISE, R_CODE } from './rules.ts';

/** Judges what of serialized R values would run. */
export const rCode: FileAnalyzer = { ...R_CODE, inspect };

/** Functions of base R that start programs, touch files or the network, or evaluate. */
const DANGEROUS: ReadonlySet<string> = new Set(
  'system system2 shell shell.exec eval evalq eval.parent parse source sys.source download.file url socketConnection file readRDS load unlink file.remove writeLines dyn.load library.dynam .Call .External .C .Internal Sys.setenv install.packages do.call pipe mmap_real mmap_integer'.split(
    ' ',
  ),
);

function* inspect(item: Item): Iterable<Finding> {
  for (const { facts, member } of readingsAs(item, 'rds')) {
    const location = locationIn(item.file, member);
    for (const { rule, operation } of judge(facts)) {
      yield findingOf(rule, { message: `${rule.title} Here: ${operation}.`, location, operation });
    }
  }
}

function* judge(facts: RdsFacts): Iterable<{ readonly rule: Rule; readonly operation: string }> {
  const { promises, closures, byteCode, activeBindings, calls } = facts;
  // An argument that was never asked for stays a promise, harmless when all it would do is compute.
  const asked = promises === 0 ? [] : reached(facts.openCode);
  const dangerous = calls.filter((name) => DANGEROUS.has(name));
  if (asked.length > 0) yield { rule: PROMISE, operation: `${promises} promises; calls ${listed(asked)}` };
  else if (dangerous.length > 0) yield { rule: ATTACKING_CALL, operation: `calls ${listed(dangerous)}` };
  if (activeBindings > 0) yield { rule: ACTIVE, operation: `${activeBindings} active bindings` };
  const reaching = closures + byteCode === 0 ? [] : reached(facts.functionCode);
  if (reaching.length > 0) {
    const holds = `${closures} functions, ${byteCode} pieces of byte code`;
    yield { rule: FUNCTIONS, operation: `${holds}; they call ${listed(reaching)}` };
  }
}

function reached(code: RCode | null): readonly string[] {
  return code === null ? ['more than is kept'] : notPure(code.calls, code.names);
}

function listed(names: readonly string[]): string {
  return printable(names.slice(0, 8).join(', '));
}
