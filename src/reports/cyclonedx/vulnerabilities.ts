import type { KnownVulnerability } from '../bom/facts.ts';
import { shown } from '../bom/names.ts';
import { packageRef } from './components.ts';
import { type CycloneObject, REFS } from './parts.ts';

/**
 * A known vulnerability with what is known of its effect here (VEX). Nobody has tried whether it can be reached, so its
 * state is `in_triage`, also where somebody answers for it.
 */
export function vulnerabilityOf(one: KnownVulnerability, listed: ReadonlySet<unknown>): CycloneObject {
  const [id = 'unknown', ...aliases] = one.ids;
  const refs = [packageRef(one.ecosystem, one.package, one.version), packageRef(one.ecosystem, one.package, null)];
  const ref = refs.find((candidate) => listed.has(candidate)) ?? REFS.model;
  return {
    'bom-ref': shown(`vulnerability:${id}/${one.package}/${one.version}`),
    id: shown(id, 200),
    source: sourceOf(id),
    references: aliases.map((alias) => ({ id: shown(alias, 200), source: sourceOf(alias) })),
    ratings: one.score === null ? [] : [ratingOf(one.score, one.vector)],
    description: shown(one.finding.message),
    ...(one.fixed === null ? {} : { recommendation: shown(`Use ${one.package} ${one.fixed} or later.`) }),
    affects: [{ ref }],
    analysis: { state: 'in_triage', ...responseOf(one) },
  };
}

function responseOf({ waiver }: KnownVulnerability): CycloneObject {
  if (waiver === null) return { detail: 'Matched by version; whether the model reaches the fault was not tried.' };
  const detail = `Accepted by ${waiver.owner} until ${waiver.until}: ${waiver.reason}`;
  return { response: ['will_not_fix'], detail: shown(detail) };
}

function sourceOf(id: string): CycloneObject {
  if (/^CVE-\d{4}-\d+$/.test(id)) return { name: 'NVD', url: `https://nvd.nist.gov/vuln/detail/${id}` };
  if (/^[A-Za-z][\w-]{2,60}$/.test(id)) return { name: 'OSV', url: `https://osv.dev/vulnerability/${id}` };
  return { name: 'not known' };
}

function ratingOf(score: number, vector: string | null): CycloneObject {
  return { score, method: methodOf(vector), ...(vector === null ? {} : { vector: shown(vector, 300) }) };
}

function methodOf(vector: string | null): string {
  if (vector === null) return 'other';
  if (vector.startsWith('CVSS:4.0')) return 'CVSSv4';
  if (vector.startsWith('CVSS:3.1')) return 'CVSSv31';
  if (vector.startsWith('CVSS:3.0')) return 'CVSSv3';
  return /^\(?AV:/.test(vector) ? 'CVSSv2' : 'other';
}
