import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import type { Defect } from '../../formats/format.ts';
import { type Item, type ReadingAs, readingsAs } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { ARCHIVE_MEMBERS, RULE_OF_DEFECT, TWO_VIEWS } from './rules.ts';
import { judgeStorages } from './storages.ts';
import { judgeParts } from './torch-parts.ts';

/** Judges what the zip reader found wrong with an archive; one finding for each rule that an archive breaks. */
export const archiveMembers: FileAnalyzer = { ...ARCHIVE_MEMBERS, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const reading of readingsAs(item, 'zip')) {
    for (const [rule, defects] of byRule(reading.defects)) yield judge(item, reading, { rule, defects });
    yield* judgeStorages(item, reading);
    yield* judgeParts(item, reading);
  }
}

function byRule(defects: readonly Defect[]): ReadonlyMap<Rule, readonly Defect[]> {
  const groups = new Map<Rule, Defect[]>();
  for (const defect of defects) {
    const rule = RULE_OF_DEFECT.get(defect.code) ?? TWO_VIEWS;
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

function judge({ file }: Item, { member }: ReadingAs<'zip'>, { rule, defects }: Broken): Finding {
  const [first] = defects;
  const what = printable(middleCut(first?.message ?? '', LIMITS.quotation));
  const more = defects.length === 1 ? '' : ` And ${defects.length - 1} more like it.`;
  return findingOf(rule, {
    message: `${rule.title} In this one, ${what}.${more}`,
    location: { path: file.path, ...(member.length === 0 ? {} : { member }), offset: first?.offset ?? 0 },
  });
}
