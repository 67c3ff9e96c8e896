import { type Finding, identityOf } from './finding.ts';

/** Something about which somebody has already decided that it is no news. */
export interface KnownFinding {
  /** Either one finding, by its identity, or every finding of a rule below a path, or only those of one operation. */
  readonly what:
    | { readonly kind: 'finding'; readonly identity: string }
    | { readonly kind: 'rule'; readonly rule: string; readonly operation: string | null; readonly path: string | null };
  /** The rule that the entry names, also of one finding, for people. */
  readonly rule: string | null;
  readonly reason: string;
  /** `YYYY-MM-DD`, to the end of that day UTC; null for no end. */
  readonly until: string | null;
}

/** Who answers for this finding today (`YYYY-MM-DD`); null when nobody does. */
export function knownBy(finding: Finding, known: readonly KnownFinding[], today: string): KnownFinding | null {
  const identity = identityOf(finding);
  const answers = known.find(({ what, until }) => {
    if (until !== null && until < today) return false;
    if (what.kind === 'finding') return what.identity === identity;
    if (what.operation !== null && what.operation !== finding.operation) return false;
    return what.rule === finding.rule && isBelow(finding.location?.path ?? '', what.path);
  });
  return answers ?? null;
}

/** What whoever keeps the file should know: entries that have ended, and names of rules that there are not. */
export function remarksOn(
  known: readonly KnownFinding[],
  rules: ReadonlySet<string>,
  today: string,
): readonly string[] {
  const ended = known.filter(({ until }) => until !== null && until < today);
  const unknown = [...new Set(known.flatMap(({ rule }) => (rule === null || rules.has(rule) ? [] : [rule])))];
  const of = ended.map(
    ({ rule, what, until }) => `${rule ?? (what.kind === 'finding' ? what.identity : '')} (${until})`,
  );
  return [
    ...(ended.length === 0 ? [] : [`ended, and no longer heeded: ${listed(of)}`]),
    ...(unknown.length === 0 ? [] : [`no rule of this scan: ${listed(unknown)}`]),
  ];
}

const SHOWN = 5;

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return `${names.slice(0, SHOWN).join(', ')}${more}`;
}

function isBelow(path: string, folder: string | null): boolean {
  if (folder === null) return true;
  const root = folder.replace(/\/+$/, '');
  return path === root || path.startsWith(`${root}/`);
}
