import type { PolicyTestInput } from '../../contract/dossiers.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { PolicyCase, PolicyCaseResult } from '../../domain/policy-case.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { parseCases } from '../../policy/cases.ts';
import { vettingIn } from '../dossier-document.ts';
import { namedPolicy } from '../named-policy.ts';
import type { Parts } from '../parts.ts';
import { judgedBy } from './judge-dossier.ts';

type TestParts = Pick<Parts, 'clock' | 'isolation' | 'store'>;

/** Judges every case's dossier by the policy. A dossier that is lost or damaged fails its own case, and no other. */
export async function testPolicy(parts: TestParts, input: PolicyTestInput): Promise<readonly PolicyCaseResult[]> {
  const policy = namedPolicy(input.policy);
  const results: PolicyCaseResult[] = [];
  for (const one of parseCases(input.cases.text, input.cases.name)) {
    const dossier = await dossierOf(parts, one, input).catch(asComplaint);
    if (typeof dossier === 'string') results.push(resultOf(one, null, [dossier]));
    else {
      const verdict = await judgedBy(parts, policy, { dossier, on: one.on });
      results.push(resultOf(one, verdict, complaintsAbout(one, verdict)));
    }
  }
  return results;
}

async function dossierOf(
  { store }: TestParts,
  { dossier }: PolicyCase,
  { readDossier }: PolicyTestInput,
): Promise<Dossier> {
  if (/^(sha256:)?[0-9a-f]{1,64}$/.test(dossier)) return (await store.newest(dossier)).dossier;
  return vettingIn(jsonIn(await readDossier(dossier), dossier), dossier).dossier;
}

function jsonIn(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new WeighbridgeError('dossier-invalid', `${name} is no JSON`, { cause });
  }
}

function asComplaint(error: unknown): string {
  if (error instanceof WeighbridgeError) return `${error.message} [${error.code}]`;
  throw error;
}

function complaintsAbout({ expect, because }: PolicyCase, { outcome, reasons }: Verdict): readonly string[] {
  const given = reasons.map(({ id }) => id);
  return [
    ...(outcome === expect ? [] : [`it is ${outcome}, not ${expect}`]),
    ...because.filter((id) => !given.includes(id)).map((id) => `${id} is none of its grounds`),
  ];
}

function resultOf(
  { name, line, expect }: PolicyCase,
  verdict: Verdict | null,
  complaints: readonly string[],
): PolicyCaseResult {
  const reasons = [...new Set(verdict?.reasons.map(({ id }) => id))];
  return {
    name,
    line,
    expect,
    passed: complaints.length === 0,
    outcome: verdict?.outcome ?? null,
    reasons,
    complaints,
  };
}
