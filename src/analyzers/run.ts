import type { Check, CheckOutcome } from '../domain/check.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import type { FormatId } from '../formats/facts.ts';
import type { Item } from '../intake/inventory.ts';
import { LIMITS } from '../kernel/limits.ts';
import { compareText } from '../kernel/order.ts';
import type { Analyzer, FileAnalyzer, Material, ModelAnalyzer } from './analyzer.ts';

/** File checks under way: items go in as they are read, checks come out at the end. */
export interface FileChecks {
  /** What the analyzers say of this one file. Each is asked; one that breaks is noted and cannot speak for the model. */
  inspect(item: Item): readonly Finding[];
  checks(): readonly Check[];
  /** Whether an analyzer broke on this file: it must not pass as clean. */
  brokeOn(path: string): boolean;
}

/** Asks every file analyzer of every file. The order of the items does not matter. */
export function startFileChecks(analyzers: readonly FileAnalyzer[]): FileChecks {
  const states = analyzers.map((analyzer) => ({
    analyzer,
    findings: [] as Finding[],
    broken: [] as string[],
    asked: false,
  }));
  const broken = new Set<string>();
  return {
    inspect: (item) => {
      const said: Finding[] = [];
      for (const state of states) {
        if (!looksAt(state.analyzer, item)) continue;
        state.asked = true;
        try {
          said.push(...capped([...state.analyzer.inspect(item)]));
        } catch (error) {
          state.broken.push(`${item.file.path}: ${reasonOf(error)}`);
          broken.add(item.file.path);
        }
      }
      for (const finding of said) states.find(({ analyzer }) => owns(analyzer, finding))?.findings.push(finding);
      return said;
    },
    checks: () => states.map(({ analyzer, ...state }) => checkOf(analyzer, outcomeOf(analyzer, state))),
    brokeOn: (path) => broken.has(path),
  };
}

function looksAt({ formats }: FileAnalyzer, item: Item): boolean {
  return formats.length === 0 || item.readings.some(({ format }) => formats.includes(format));
}

function owns({ id }: Analyzer, finding: Finding): boolean {
  return finding.rule.startsWith(`${id}/`);
}

function outcomeOf(
  { formats }: FileAnalyzer,
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
  const missing = analyzer.needs.filter((kind) => !material.evidence.some((evidence) => evidence.kind === kind));
  const findings: Finding[] = [];
  try {
    const applies = analyzer.appliesTo(material.inventory);
    if (applies !== true) return { kind: 'not-applicable', reason: applies.because };
    if (missing.length > 0) return { kind: 'unanswered', missing };
    for (const finding of analyzer.analyze(material)) findings.push(finding);
    return { kind: 'completed', findings: sorted(capped(findings)) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error), findings: sorted(findings) };
  }
}

function checkOf({ id, version, question }: Analyzer, outcome: CheckOutcome): Check {
  return { analyzer: id, version, question, outcome };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'it threw what is no error';
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
