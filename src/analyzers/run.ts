import type { Check, CheckOutcome } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import type { FormatId } from '../formats/facts.ts';
import type { Item } from '../intake/inventory.ts';
import { compareText } from '../kernel/order.ts';
import type { AnyFileAnalyzer } from './analyzer.ts';
import { capped, checkOf, harmless, reasonOf, sorted } from './outcomes.ts';

/** What the file analyzers made of one item. Plain data: it may come from another thread. */
export interface Inspection {
  readonly findings: readonly Finding[];
  /** Analyzers that had something to look at. */
  readonly asked: readonly string[];
  /** Analyzers that broke, and how: they cannot speak for the model. */
  readonly broken: readonly { readonly analyzer: string; readonly reason: string }[];
}

/** Asks each file analyzer of one item. One that breaks is noted, and keeps no other from being asked. */
export async function inspectItem(analyzers: readonly AnyFileAnalyzer[], item: Item): Promise<Inspection> {
  const findings: Finding[] = [];
  const broken: { analyzer: string; reason: string }[] = [];
  const asked = analyzers.filter((analyzer) => looksAt(analyzer, item));
  for (const analyzer of asked) {
    try {
      const found = analyzer.inspect(item);
      const said = [...(found instanceof Promise ? await found : found)];
      if (said.length > 0) findings.push(...capped(said));
    } catch (error) {
      broken.push({ analyzer: analyzer.id, reason: reasonOf(error) });
    }
  }
  return {
    findings: findings.length === 0 ? findings : await withoutCredentials(findings),
    asked: asked.map(({ id }) => id),
    broken,
  };
}

/** What credentials look like is loaded with the first finding: most files have none. */
async function withoutCredentials(findings: readonly Finding[]): Promise<readonly Finding[]> {
  const { withoutSecrets } = await import('../text/secrets/redact.ts');
  return findings.map((finding) => harmless(finding, withoutSecrets));
}

/** File checks under way: inspections go in as files are read, checks come out at the end. */
export interface FileChecks {
  add(path: string, inspection: Inspection): void;
  checks(): readonly Check[];
}

/** Gathers what was said of each file into one check an analyzer. The order of the files does not matter. */
export function startFileChecks(analyzers: readonly AnyFileAnalyzer[]): FileChecks {
  const states = new Map(
    analyzers.map(({ id }) => [id, { findings: [] as Finding[], broken: [] as string[], asked: false }]),
  );
  return {
    add: (path, { findings, asked, broken }) => {
      for (const finding of findings) states.get(analyzerOf(finding))?.findings.push(finding);
      for (const { analyzer, reason } of broken) states.get(analyzer)?.broken.push(`${path}: ${reason}`);
      for (const analyzer of asked) Object.assign(states.get(analyzer) ?? {}, { asked: true });
    },
    checks: () =>
      analyzers.map((analyzer) => {
        const state = states.get(analyzer.id) ?? { findings: [], broken: [], asked: false };
        return checkOf(analyzer, outcomeOf(analyzer, state));
      }),
  };
}

function analyzerOf({ rule }: Finding): string {
  return rule.slice(0, rule.indexOf('/'));
}

function looksAt({ formats }: AnyFileAnalyzer, item: Item): boolean {
  return formats.length === 0 || item.readings.some(({ format }) => formats.includes(format));
}

function outcomeOf(
  { formats }: AnyFileAnalyzer,
  { asked, broken, findings }: { asked: boolean; broken: readonly string[]; findings: readonly Finding[] },
): CheckOutcome {
  const [first] = [...broken].sort(compareText);
  if (first !== undefined) return { kind: 'failed', reason: first, findings: sorted(findings) };
  if (!asked && formats.length > 0)
    return { kind: 'not-applicable', reason: `no ${formats.map(nameOf).join(' or ')} in it` };
  return { kind: 'completed', findings: sorted(findings) };
}

function nameOf(format: FormatId): string {
  return format === 'gguf' || format === 'json' ? format.toUpperCase() : format;
}
