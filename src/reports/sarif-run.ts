import { type Finding, identityOf, type Location, type Rule, type Severity } from '../domain/finding.ts';
import type { Vetting } from '../domain/vetting.ts';
import type { JsonObject } from '../kernel/json.ts';
import { printable } from '../kernel/printable.ts';
import { referencePage } from './facts.ts';
import { safeJson } from './json.ts';
import { markdownText } from './markdown-text.ts';
import type { SarifObject, SarifPlace } from './sarif-place.ts';
import { compareFindings, placeOf, rulesNamed } from './view.ts';

/** What a run is made of. */
export interface SarifParts {
  readonly tool: Vetting['tool'];
  /** Tells runs of different models apart when they land in one place. */
  readonly category: string;
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  /** What is known of a file, by path. */
  readonly artifacts: ReadonlyMap<string, SarifObject>;
  readonly invocation: SarifObject;
  readonly place: SarifPlace;
  /** Why somebody answers for a finding, by its identity. */
  readonly answered: ReadonlyMap<string, string>;
  readonly properties: JsonObject | SarifObject;
}

/** A whole log (SARIF 2.1.0 with Errata 01, section 3.13). */
export function sarifLog(runs: readonly SarifObject[]): string {
  return safeJson(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs,
    },
    2,
  );
}

/** One run (section 3.14). Artifacts are those that a result names. */
export function sarifRun(parts: SarifParts): SarifObject {
  const findings = parts.findings.toSorted(compareFindings);
  const rules = rulesNamed(findings, parts.rules);
  const indexes = new Map(rules.map(({ id }, at) => [id, at]));
  const paths = new Set(findings.flatMap(({ location }) => location?.path ?? []));
  return {
    tool: {
      driver: {
        name: 'Weighbridge',
        version: parts.tool.version,
        rules: rules.map(describeRule),
        notifications: NOTIFICATIONS,
      },
    },
    automationDetails: { id: `weighbridge/${printable(parts.category)}/` },
    originalUriBaseIds: parts.place.bases,
    invocations: [parts.invocation],
    artifacts: [...paths].map((path) => ({ location: parts.place.locationOf(path), ...parts.artifacts.get(path) })),
    results: findings.map((finding) => resultOf(finding, indexes.get(finding.rule) ?? -1, parts)),
    properties: parts.properties,
  };
}

const NOTIFICATIONS = [
  { id: 'check-failed', shortDescription: { text: 'A check broke before it could answer.' } },
  { id: 'check-unanswered', shortDescription: { text: 'A check lacked the evidence to answer.' } },
  { id: 'path-unopened', shortDescription: { text: 'A path could not be looked at.' } },
];

/** Code hosts sort by this number, 0 to 10, after CVSS: above 9 critical, from 7 high, from 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.0',
};

const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

function levelOf({ says, severity }: Pick<Finding, 'says' | 'severity'>): string {
  if (says === 'malicious') return 'error';
  return says === 'note' ? 'note' : LEVELS[severity];
}

function describeRule(rule: Rule): SarifObject {
  const [analyzer = rule.id] = rule.id.split('/');
  const page = rule.references.map(referencePage).find((url) => url !== null);
  const help = [rule.why, rule.remedy].filter((text) => text !== '');
  return {
    id: rule.id,
    shortDescription: { text: printable(rule.title) },
    fullDescription: { text: printable(help[0] ?? rule.title) },
    help: {
      text: printable(help.length === 0 ? rule.title : help.join(' What to do: ')),
      markdown: `${markdownText(help[0] ?? rule.title)}\n\n**What to do:** ${markdownText(help[1] ?? 'Look at it.')}`,
    },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levelOf(rule) },
    properties: {
      tags: ['security', ...new Set([analyzer, rule.says, ...rule.references])],
      'security-severity': SECURITY_SEVERITY[rule.severity],
    },
  };
}

function resultOf(finding: Finding, ruleIndex: number, { answered, place }: SarifParts): SarifObject {
  const identity = identityOf(finding);
  const { location, operation } = finding;
  const why = answered.get(identity);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levelOf(finding),
    message: { text: messageOf(finding) },
    ...(location === undefined ? {} : { locations: [locationOf(location, place)] }),
    partialFingerprints: { 'weighbridgeIdentity/v1': identity },
    ...(why === undefined ? {} : { suppressions: [suppressionOf(why)] }),
    properties: {
      says: finding.says,
      severity: finding.severity,
      confidence: finding.confidence,
      ...(operation === undefined ? {} : { operation: printable(operation) }),
    },
  };
}

function messageOf({ message, operation, location }: Finding): string {
  const what =
    operation === undefined || message.includes(operation) ? message : `${message} It would do: ${operation}.`;
  // A viewer shows the file but not the way into it.
  const inside = location?.member === undefined || location.member.length === 0 ? '' : ` In: ${placeOf(location)}`;
  // `[text](target)` is a link in a SARIF message (section 3.11.6).
  return printable(`${what}${inside}`).replaceAll('](', '] (');
}

function suppressionOf(why: string): SarifObject {
  return { kind: 'external', status: 'accepted', justification: printable(why) };
}

function locationOf(location: Location, place: SarifPlace): SarifObject {
  const { member = [], offset, line, key } = location;
  const own = {
    ...(line === undefined ? {} : { startLine: line }),
    ...(offset === undefined ? {} : { byteOffset: offset }),
  };
  // Viewers want a line of every result, and bytes have but one. Lines and offsets count from the innermost member: in the
  // file itself they would point elsewhere.
  const region = { startLine: 1, ...(member.length === 0 ? own : {}) };
  const physicalLocation = { artifactLocation: place.locationOf(location.path), region };
  if (member.length === 0 && key === undefined) return { physicalLocation };
  const name = printable(placeOf(location));
  return {
    physicalLocation,
    logicalLocations: [{ fullyQualifiedName: name, kind: key === undefined ? 'member' : 'property' }],
    properties: { member, ...own, ...(key === undefined ? {} : { key: printable(key) }) },
  };
}
