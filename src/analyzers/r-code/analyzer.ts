import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import type { RdsFacts } from '../../formats/rds/facts.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { ACTIVE, ATTACKING_CALL, FUNCTIONS, PROMISE, R_CODE_RULES } from './rules.ts';

/** Judges what of serialized R values would run. */
export const rCode: FileAnalyzer = {
  id: 'r-code',
  version: 1,
  question: 'Does saved R data bring code?',
  rules: R_CODE_RULES,
  scope: 'file',
  formats: ['rds'],
  inspect,
};

/** Functions of base R that start programs, touch files or the network, or evaluate. */
const DANGEROUS: ReadonlySet<string> = new Set(
  'system system2 shell shell.exec eval evalq eval.parent parse source sys.source download.file url socketConnection file readRDS load unlink file.remove writeLines dyn.load library.dynam .Call .External .C .Internal Sys.setenv install.packages do.call pipe mmap_real mmap_integer'.split(
    ' ',
  ),
);

function* inspect(item: Item): Iterable<Finding> {
  for (const { facts, member } of readingsAs(item, 'rds')) {
    const location = { path: item.file.path, ...(member.length === 0 ? {} : { member }) };
    for (const { rule, operation } of judge(facts)) {
      yield findingOf(rule, { message: `${rule.title} Here: ${operation}.`, location, operation });
    }
  }
}

function* judge(facts: RdsFacts): Iterable<{ readonly rule: Rule; readonly operation: string }> {
  const { promises, closures, byteCode, activeBindings, calls } = facts;
  const dangerous = calls.filter((name) => DANGEROUS.has(name));
  const listed = printable(dangerous.slice(0, 8).join(', '));
  if (promises > 0)
    yield { rule: PROMISE, operation: `${promises} promises${listed === '' ? '' : `; calls ${listed}`}` };
  else if (dangerous.length > 0) yield { rule: ATTACKING_CALL, operation: `calls ${listed}` };
  if (activeBindings > 0) yield { rule: ACTIVE, operation: `${activeBindings} active bindings` };
  if (closures + byteCode > 0)
    yield { rule: FUNCTIONS, operation: `${closures} functions, ${byteCode} pieces of byte code` };
}
