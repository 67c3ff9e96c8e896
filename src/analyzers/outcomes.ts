import type { Check, CheckOutcome } from '../domain/check.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import { LIMITS } from '../kernel/limits.ts';
import { compareText } from '../kernel/order.ts';
import type { Analyzer } from './analyzer.ts';

/** What an analyzer said, as a check. */
export function checkOf({ id, version, question }: Analyzer, outcome: CheckOutcome): Check {
  return { analyzer: id, version, question, outcome };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'it threw what is no error';
}

/** No finding carries a credential further than it lay: what an analyzer quotes may hold one. */
export function harmless(finding: Finding, withoutSecrets: (text: string) => string): Finding {
  const { message, operation } = finding;
  return {
    ...finding,
    message: withoutSecrets(message),
    ...(operation === undefined ? {} : { operation: withoutSecrets(operation) }),
  };
}

/** At most LIMITS.findingsOfARule of one rule on one file; the last one says how many more there were. */
export function capped(findings: readonly Finding[]): readonly Finding[] {
  return [...byRule(findings).values()].flatMap((group) => {
    const more = group.length - LIMITS.findingsOfARule;
    const last = group[LIMITS.findingsOfARule - 1];
    if (more <= 0 || last === undefined) return group;
    return [
      ...group.slice(0, LIMITS.findingsOfARule - 1),
      // It stands for others too: who knows the one by its name does not know those.
      {
        ...last,
        message: `${last.message} And ${more} more like it.`,
        ...(last.operation === undefined ? {} : { operation: `${last.operation} … and ${more} more` }),
      },
    ];
  });
}

function byRule(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) groups.set(finding.rule, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** The same material gives the same findings in the same order, whichever file was read first. */
export function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, key: `${finding.location?.path ?? ''}\0${finding.rule}\0${identityOf(finding)}` }))
    .sort((a, b) => compareText(a.key, b.key) || (a.finding.location?.offset ?? 0) - (b.finding.location?.offset ?? 0))
    .map(({ finding }) => finding);
}
