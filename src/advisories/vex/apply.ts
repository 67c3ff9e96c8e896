import type { ListedPackage } from '../../domain/dependency.ts';
import type { VexStatement } from '../../domain/vex.ts';
import { versioningOf } from '../versions/table.ts';

/** What the latest of these statements says of a vulnerability in a package; null when none speaks of it. */
export function statementOn<Statement extends VexStatement>(
  statements: readonly Statement[],
  ids: readonly string[],
  asked: ListedPackage,
): Statement | null {
  const about = statements.filter((one) => one.ids.some((id) => ids.includes(id)) && speaksOf(one, asked));
  return about.reduce<Statement | null>(
    (best, one) => (best === null || Date.parse(one.at) >= Date.parse(best.at) ? one : best),
    null,
  );
}

/** A statement on one version speaks of that version pinned, and of no range. */
function speaksOf({ ecosystem, name, version }: VexStatement, asked: ListedPackage): boolean {
  if (ecosystem !== asked.ecosystem || name !== asked.name) return false;
  if (version === null) return true;
  if (asked.requirement.kind !== 'pinned') return false;
  const normal = (text: string): string => versioningOf(ecosystem)?.normal(text) ?? text;
  return normal(version) === normal(asked.requirement.version);
}
