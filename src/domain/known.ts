import { type Finding, identityOf } from './finding.ts';

/** Something about which somebody has already decided that it is no news. */
export interface KnownFinding {
  /** Either one finding, by its identity, or every finding of a rule below a path, or only those of one operation. */
  readonly what:
    | { readonly kind: 'finding'; readonly identity: string }
    | { readonly kind: 'rule'; readonly rule: string; readonly operation: string | null; readonly path: string | null };
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

function isBelow(path: string, folder: string | null): boolean {
  if (folder === null) return true;
  const root = folder.replace(/\/+$/, '');
  return path === root || path.startsWith(`${root}/`);
}
