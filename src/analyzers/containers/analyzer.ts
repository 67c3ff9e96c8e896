import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import type { FormatId } from '../../formats/facts.ts';
import type { Defect } from '../../formats/format.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { CONTAINER_RULES, DAMAGED, RULE_OF_DEFECT } from './rules.ts';

const FORMATS: readonly FormatId[] = ['tar', 'compressed', 'npy', 'sevenzip'];

/** Judges what is wrong with tars, compressed streams and arrays; one finding for each rule that one of them breaks. */
export const containers: FileAnalyzer = {
  id: 'containers',
  version: 1,
  question: 'Is every container whole, and does all it holds stay in its folder?',
  rules: CONTAINER_RULES,
  scope: 'file',
  formats: FORMATS,
  inspect,
};

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of item.readings) {
    if (!FORMATS.includes(reading.format)) continue;
    for (const [rule, defects] of byRule(reading.defects)) yield judge(item, reading, { rule, defects });
  }
}

function byRule(defects: readonly Defect[]): ReadonlyMap<Rule, readonly Defect[]> {
  const groups = new Map<Rule, Defect[]>();
  for (const defect of defects) {
    const rule = RULE_OF_DEFECT.get(defect.code) ?? DAMAGED;
    const group = groups.get(rule);
    if (group === undefined) groups.set(rule, [defect]);
    else group.push(defect);
  }
  return groups;
}

interface Broken {
  readonly rule: Rule;
  readonly defects: readonly Defect[];
}

function judge({ file }: Item, { member }: Reading, { rule, defects }: Broken): Finding {
  const [first] = defects;
  const what = printable(middleCut(first?.message ?? '', LIMITS.quotation));
  const more = defects.length === 1 ? '' : ` And ${defects.length - 1} more like it.`;
  return findingOf(rule, {
    message: `${rule.title} Here, ${what}.${more}`,
    location: { path: file.path, ...(member.length === 0 ? {} : { member }), offset: first?.offset ?? 0 },
  });
}
