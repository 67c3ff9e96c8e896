import { type Finding, findingOf, locationIn, type Rule } from '../domain/finding.ts';
import type { Defect } from '../formats/format.ts';
import type { Item, Reading } from '../intake/inventory.ts';
import { LIMITS } from '../kernel/limits.ts';
import { middleCut, printable } from '../kernel/printable.ts';

/** What an analyzer makes of a reader's defects: the rule of each code, and that of a code without one. */
export interface DefectRules {
  readonly ofCode: ReadonlyMap<string, Rule>;
  readonly otherwise: Rule;
}

/** One finding for each rule that a reading breaks; its first defect is told, the others are counted. */
export function* brokenRules({ file }: Item, { member, defects }: Reading, rules: DefectRules): Iterable<Finding> {
  for (const [rule, [first, ...others]] of byRule(defects, rules)) {
    const what = printable(middleCut(first.message, LIMITS.quotation));
    const more = others.length === 0 ? '' : ` And ${others.length} more like it.`;
    yield findingOf(rule, {
      message: `${rule.title} Here, ${what}.${more}`,
      location: locationIn(file, member, { offset: first.offset }),
    });
  }
}

function byRule(
  defects: readonly Defect[],
  { ofCode, otherwise }: DefectRules,
): ReadonlyMap<Rule, readonly [Defect, ...Defect[]]> {
  const groups = new Map<Rule, [Defect, ...Defect[]]>();
  for (const defect of defects) {
    const rule = ofCode.get(defect.code) ?? otherwise;
    const group = groups.get(rule);
    if (group === undefined) groups.set(rule, [defect]);
    else group.push(defect);
  }
  return groups;
}
