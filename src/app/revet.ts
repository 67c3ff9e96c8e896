import { isModelAnalyzer, type ModelAnalyzer } from '../analyzers/analyzer.ts';
import { runModelChecks } from '../analyzers/run-model.ts';
import type { Caller } from '../contract/caller.ts';
import type { RevetInput, RevetSummary, Revetted } from '../contract/dossiers.ts';
import type { VetInput } from '../contract/vetting.ts';
import { findingDifferences } from '../domain/difference.ts';
import { assembleDossier, type Dossier } from '../domain/dossier.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { Vetting } from '../domain/vetting.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { LicenceKnowledge } from '../licences/load.ts';
import { isProfile } from '../policy/profile-texts.ts';
import { builtInPolicy } from '../policy/profiles.ts';
import type { Changed } from '../ports/advisory-index.ts';
import type { DossierStore } from '../ports/dossier-store.ts';
import type { OpenModel } from '../ports/source.ts';
import { collectEvidence } from './collect.ts';
import { judge } from './judge.ts';
import { licenceKnowledge } from './licence-knowledge.ts';
import { licencesAgain, licencesMoved } from './licences-again.ts';
import { namedPolicy } from './named-policy.ts';
import { newestOfEach } from './newest-of-each.ts';
import { report, type VetParts } from './vet.ts';

/**
 * Judges kept dossiers again, without the model's bytes: collectors, checks and the reading of licences, which need nothing
 * but what is known already, are asked anew, all else stays as it was found. A dossier that comes out otherwise is kept
 * beside the old one.
 */
export async function revet(
  parts: VetParts,
  input: RevetInput,
  onEach: (one: Revetted) => void,
  caller: Caller,
): Promise<RevetSummary> {
  const changed = await parts.advisories.changed();
  const newest =
    input.which === 'named'
      ? await Promise.all(input.dossiers.map((dossier) => parts.store.newest(dossier)))
      : await newestOfEach(parts.store);
  const knowledge = await licenceKnowledge(parts);
  const looked = new Set<Vetting>();
  let chosen = input.which === 'touched' ? await touchedBy(parts, changed, input, newest, knowledge) : newest;
  while (chosen.length > 0) {
    let moved = false;
    for (const before of chosen) {
      caller.signal.throwIfAborted();
      const one = await revetOne(parts, { before, kept: parts.store, policy: input.policy, knowledge }, caller);
      if (one.changed && input.keep) await parts.store.keep(one.after);
      looked.add(before);
      moved ||= one.changed && input.keep;
      onEach(one);
    }
    // What was found of a base just now is news for those that were made from it.
    const left = input.which === 'touched' && moved ? newest.filter((one) => !looked.has(one)) : [];
    chosen = await whoseLicencesMoved(parts, left, knowledge);
  }
  // Only who looked at every dossier that they touch has dealt with the changes.
  if (input.which !== 'named') await parts.advisories.settle(changed);
  return { looked: looked.size, kept: newest.length };
}

/** Those whom an advisory, a fact of their licences, or their policy's new version touches. */
async function touchedBy(
  parts: VetParts,
  changed: Changed,
  { policy }: RevetInput,
  newest: readonly Vetting[],
  knowledge: LicenceKnowledge,
): Promise<readonly Vetting[]> {
  if (changed.all) return newest;
  const touched = new Set<string>(await parts.store.touching(changed.keys));
  const byLicence = new Set(await whoseLicencesMoved(parts, newest, knowledge));
  return newest.filter((one) => touched.has(one.dossier.digest) || byLicence.has(one) || policyMoved(one, policy));
}

async function whoseLicencesMoved(
  { store, clock }: VetParts,
  newest: readonly Vetting[],
  knowledge: LicenceKnowledge,
): Promise<readonly Vetting[]> {
  const found: Vetting[] = [];
  for (const one of newest) {
    if (await licencesMoved(one.dossier, { store, knowledge, now: clock.now() })) found.push(one);
  }
  return found;
}

/** Whether the policy that judged reads otherwise now. Of one that is not at hand nobody knows. */
function policyMoved({ policy }: Vetting, wanted: VetInput['policy']): boolean {
  if (wanted?.kind === 'text' || wanted?.kind === 'stored') {
    const named = namedPolicy(wanted);
    return named.id === policy.id && named.digest !== policy.digest;
  }
  return isProfile(policy.id) && builtInPolicy(policy.id).digest !== policy.digest;
}

/** One dossier, judged anew; kept by nobody yet. `kept`: where dossiers of its bases lie. */
export async function revetOne(
  parts: VetParts,
  {
    before,
    kept,
    policy: wanted,
    knowledge,
  }: {
    readonly before: Vetting;
    readonly kept: Pick<DossierStore, 'list' | 'newest'>;
    readonly policy: VetInput['policy'];
    readonly knowledge: LicenceKnowledge;
  },
  caller: Caller,
): Promise<Revetted> {
  const policy = policyFor(before, wanted);
  const collected = await evidenceAgain(parts, before.dossier, caller);
  const now = parts.clock.now();
  const evidence = await licencesAgain(before.dossier, collected, { store: kept, knowledge, now });
  const checks = checksAgain(parts, before.dossier, evidence);
  const { artifact, use } = before.dossier;
  const dossier = assembleDossier({ artifact, use, checks, evidence });
  const verdict = await judge(parts, policy, dossier);
  const reading = { bytesRead: 0, bytesTotal: before.reading.bytesTotal, requests: 0, milliseconds: 0 };
  const after = report(parts, before, dossier, verdict, { policy, decision: null, reading });
  const { added, gone } = findingDifferences(before.dossier, dossier);
  const same = dossier.digest === before.dossier.digest && verdict.outcome === before.verdict.outcome;
  const changed = !same || policy.digest !== before.policy.digest;
  return { before, after, changed, findingsAdded: added, findingsGone: gone };
}

/** The policy that is named now; else the one that judged before, when it is built in. */
function policyFor({ policy, reference }: Vetting, wanted: VetInput['policy']): AdmissionPolicy {
  if (wanted?.kind === 'text' || wanted?.kind === 'stored') return namedPolicy(wanted);
  const id = wanted?.id ?? policy.id;
  if (isProfile(id)) return builtInPolicy(id);
  const detail = `${reference} was judged by the policy ${id}, which is not at hand`;
  throw new WeighbridgeError('policy-invalid', detail, { remedy: 'Name it: --policy FILE.' });
}

/** What collectors say today that need no bytes; where one brings nothing any more, what it brought before is gone too. */
async function evidenceAgain(parts: VetParts, dossier: Dossier, caller: Caller): Promise<readonly Evidence[]> {
  const again = (await parts.allCollectors()).filter(({ needsBytes }) => needsBytes === false);
  const kinds = again.flatMap(({ brings }) => brings);
  const stays = dossier.evidence.filter(({ kind }) => !kinds.includes(kind));
  const { artifact } = dossier;
  const model = withoutBytes(dossier, stays);
  const all = await collectEvidence(
    { ...parts, allCollectors: async () => again },
    { artifact, model, asked: new Map() },
    caller,
  );
  // In the order in which they were found first, so that what is the same has the same digest.
  const place = (kind: Evidence['kind']): number => dossier.evidence.findIndex((one) => one.kind === kind);
  return all.toSorted((a, b) => (place(a.kind) < 0 ? 1e6 : place(a.kind)) - (place(b.kind) < 0 ? 1e6 : place(b.kind)));
}

function withoutBytes({ artifact }: Dossier, evidence: readonly Evidence[]): OpenModel {
  return {
    origin: artifact.origin,
    files: [],
    evidence,
    localPath: null,
    open: async (path) => {
      throw new WeighbridgeError('path-missing', `${path}: revet has no bytes`);
    },
    traffic: () => ({ bytesRead: 0, requests: 0 }),
    close: async () => {},
  };
}

function checksAgain(
  parts: VetParts,
  { artifact, use, checks: before }: Dossier,
  evidence: readonly Evidence[],
): Dossier['checks'] {
  const again = parts.analyzers.filter(
    (one): one is ModelAnalyzer => isModelAnalyzer(one) && one.fromEvidence === true,
  );
  const inventory = { artifact, items: [], mismatches: [] };
  const fresh = runModelChecks(again, { inventory, evidence, use });
  const kept = before.map((check) => fresh.find(({ analyzer }) => analyzer === check.analyzer) ?? check);
  const asked = new Set(before.map(({ analyzer }) => analyzer));
  return [...kept, ...fresh.filter(({ analyzer }) => !asked.has(analyzer))];
}
