import type { Digest } from '../kernel/digest.ts';
import { type Finding, identityOf } from './finding.ts';

/** Something about which somebody has already decided that it is no news. */
export interface KnownFinding {
  /**
   * Either one finding in the bytes that somebody looked at, by its identity and the file's digest, or every finding of a
   * rule below a path, or only those of one operation. `bytes` is null in old files, which cover nothing.
   */
  readonly what:
    | { readonly kind: 'finding'; readonly identity: string; readonly bytes: Met['bytes'] }
    | { readonly kind: 'rule'; readonly rule: string; readonly operation: string | null; readonly path: string | null };
  /** The rule that the entry names, also of one finding, for people. */
  readonly rule: string | null;
  readonly reason: string;
  /** `YYYY-MM-DD`, to the end of that day UTC; null for no end. */
  readonly until: string | null;
}

/** Where a finding was met. */
export interface Met {
  /** What the file may be called, however the way to it was spelt: each end of its path. */
  readonly names: readonly string[];
  /** The digest of its bytes; `none` for what has none, as a link; null where there are bytes and nobody hashed them. */
  readonly bytes: Digest | 'none' | null;
  /** Its path as it was typed, and as it would be typed from where the scan was started. */
  readonly paths: readonly string[];
}

/** Who answers for this finding today (`YYYY-MM-DD`); null when nobody does. */
export function knownBy(
  finding: Finding,
  known: readonly KnownFinding[],
  today: string,
  met: Met,
): KnownFinding | null {
  const identities = new Set(met.names.map((path) => identityAt(finding, path)));
  const answers = known.find(({ what, until }) => {
    if (until !== null && until < today) return false;
    if (what.kind === 'finding') return isOfBytes(what.bytes, met.bytes) && identities.has(what.identity);
    if (what.operation !== null && !isWhole(what.operation, finding)) return false;
    return what.rule === finding.rule && met.paths.some((path) => isBelow(path, what.path));
  });
  return answers ?? null;
}

/** The identity of a finding in a file that is called so: one scan says `models/a.pt`, another `a.pt`. */
export function identityAt(finding: Finding, path: string): string {
  if (finding.location === undefined) return identityOf(finding);
  return identityOf({ ...finding, location: { ...finding.location, path } });
}

/** An operation that was cut for show, or that stands for more, may hide anything: no name of one covers it. */
function isWhole(operation: string, finding: Finding): boolean {
  return operation === finding.operation && !operation.includes('…');
}

/** Bytes that nobody hashed are nobody's to answer for. */
function isOfBytes(accepted: Met['bytes'], there: Met['bytes']): boolean {
  return accepted !== null && accepted === there;
}

/** What whoever keeps the file should know: entries that have ended, and names of rules that there are not. */
export function remarksOn(
  known: readonly KnownFinding[],
  rules: ReadonlySet<string>,
  today: string,
): readonly string[] {
  const ended = known.filter(({ until }) => until !== null && until < today);
  const unknown = [...new Set(known.flatMap(({ rule }) => (rule === null || rules.has(rule) ? [] : [rule])))];
  const of = ended.map((one) => `${nameOf(one)} (${one.until})`);
  const old = known.filter(({ what }) => what.kind === 'finding' && what.bytes === null).map(nameOf);
  const cut = known.filter(({ what }) => what.kind === 'rule' && what.operation?.includes('…') === true).map(nameOf);
  return [
    ...(old.length === 0 ? [] : [`no longer heeded, for these say no bytes: ${listed(old)}. ${RENEW}`]),
    ...(cut.length === 0 ? [] : [`never heeded, for an operation that was cut may end in anything: ${listed(cut)}`]),
    ...(ended.length === 0 ? [] : [`ended, and no longer heeded: ${listed(of)}`]),
    ...(unknown.length === 0 ? [] : [`no rule of this scan: ${listed(unknown)}`]),
  ];
}

/** An entry without bytes is from before they were asked for. */
const RENEW = 'Look at them again, and write them anew with --format known=FILE';

const SHOWN = 5;

function nameOf({ rule, what }: KnownFinding): string {
  return rule ?? (what.kind === 'finding' ? what.identity : '');
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return `${names.slice(0, SHOWN).join(', ')}${more}`;
}

function isBelow(path: string, folder: string | null): boolean {
  if (folder === null) return true;
  const root = folder.replace(/\/+$/, '');
  return path === root || path.startsWith(`${root}/`);
}
