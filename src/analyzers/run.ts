import type { Check, CheckOutcome } from '../domain/check.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import type { FormatId } from '../formats/facts.ts';
import type { Item } from '../intake/inventory.ts';
import { LIMITS } from '../kernel/limits.ts';
import { compareText } from '../kernel/order.ts';
import { withoutSecrets } from '../text/secrets/redact.ts';
import type { Analyzer, AnyFileAnalyzer, Material, ModelAnalyzer } from './analyzer.ts';

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
      findings.push(...capped([...(found instanceof Promise ? await found : found)]).map(harmless));
    } catch (error) {
      broken.push({ analyzer: analyzer.id, reason: reasonOf(error) });
    }
  }
  return { findings, asked: asked.map(({ id }) => id), broken };
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

/** Asks every model analyzer, once everything was read and collected. */
export function runModelChecks(analyzers: readonly ModelAnalyzer[], material: Material): readonly Check[] {
  return analyzers.map((analyzer) => checkOf(analyzer, askedOf(analyzer, material)));
}

function askedOf(analyzer: ModelAnalyzer, material: Material): CheckOutcome {
  const findings: Finding[] = [];
  try {
    const needs = typeof analyzer.needs === 'function' ? analyzer.needs(material.evidence) : analyzer.needs;
    const missing = needs.filter((kind) => !material.evidence.some((evidence) => evidence.kind === kind));
    const applies = analyzer.appliesTo(material.inventory, material.evidence);
    if (applies !== true) return { kind: 'not-applicable', reason: applies.because };
    if (missing.length > 0) return { kind: 'unanswered', missing };
    for (const finding of analyzer.analyze(material)) findings.push(finding);
    return { kind: 'completed', findings: sorted(capped(findings).map(harmless)) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error), findings: sorted(capped(findings).map(harmless)) };
  }
}

function checkOf({ id, version, question }: Analyzer, outcome: CheckOutcome): Check {
  return { analyzer: id, version, question, outcome };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'it threw what is no error';
}

/** No finding carries a credential further than it lay: what an analyzer quotes may hold one. */
function harmless(finding: Finding): Finding {
  const { message, operation } = finding;
  return {
    ...finding,
    message: withoutSecrets(message),
    ...(operation === undefined ? {} : { operation: withoutSecrets(operation) }),
  };
}

/** At most LIMITS.findingsOfARule of one rule on one file; the last one says how many more there were. */
function capped(findings: readonly Finding[]): readonly Finding[] {
  return [...byRule(findings).values()].flatMap((group) => {
    const more = group.length - LIMITS.findingsOfARule;
    const last = group[LIMITS.findingsOfARule - 1];
    if (more <= 0 || last === undefined) return group;
    return [
      ...group.slice(0, LIMITS.findingsOfARule - 1),
      { ...last, message: `${last.message} And ${more} more like it.` },
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
function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, key: `${finding.location?.path ?? ''}\0${finding.rule}\0${identityOf(finding)}` }))
    .sort((a, b) => compareText(a.key, b.key) || (a.finding.location?.offset ?? 0) - (b.finding.location?.offset ?? 0))
    .map(({ finding }) => finding);
}
