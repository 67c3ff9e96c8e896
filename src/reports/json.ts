import type { Check } from '../domain/check.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import type { Vetting } from '../domain/vetting.ts';
import { replaceUnprintable } from '../kernel/printable.ts';

/** A finding as reports print it: with the identity that waivers and comparisons use. */
export type IdentifiedFinding = Finding & { readonly identity: string };

export function identified(finding: Finding): IdentifiedFinding {
  return { identity: identityOf(finding), ...finding };
}

/** The whole vetting (schemas/vet-report-1.0.schema.json), each finding with its identity. */
export function renderJson(vetting: Vetting): string {
  const { dossier } = vetting;
  return safeJson({ ...vetting, dossier: { ...dossier, checks: dossier.checks.map(identifiedCheck) } }, 2);
}

function identifiedCheck(check: Check): unknown {
  const { outcome } = check;
  if (!('findings' in outcome)) return check;
  return { ...check, outcome: { ...outcome, findings: outcome.findings.map(identified) } };
}

/**
 * JSON that may be shown on a terminal: characters that could mislead stand as `\u` escapes, so the value is the same.
 * Indented by `indent` and ended by a line feed; without it, one line and no line feed.
 */
export function safeJson(value: unknown, indent?: number): string {
  const lines = JSON.stringify(value, null, indent).split('\n');
  const safe = lines.map((line) => replaceUnprintable(line, escapeUnits)).join('\n');
  return indent === undefined ? safe : `${safe}\n`;
}

function escapeUnits(character: string): string {
  let escaped = '';
  for (let at = 0; at < character.length; at++) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
