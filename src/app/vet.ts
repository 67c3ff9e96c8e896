import { type Analyzer, isModelAnalyzer } from '../analyzers/analyzer.ts';
import { basesNamed } from '../analyzers/licence/case.ts';
import { runModelChecks } from '../analyzers/run-model.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../attest/statement.ts';
import type { Caller } from '../contract/caller.ts';
import type { KeptDossiers } from '../contract/kept-dossiers.ts';
import type { VetInput } from '../contract/vetting.ts';
import { type Check, findingsOf } from '../domain/check.ts';
import { assembleDossier, type Dossier, findingsIn } from '../domain/dossier.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import type { Rule } from '../domain/finding.ts';
import type { AdmissionPolicy, PolicyRef } from '../domain/policy.ts';
import type { IntendedUse } from '../domain/use.ts';
import { UNSTATED_USE } from '../domain/use.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { DecisionRef, Vetting } from '../domain/vetting.ts';
import { dependencyListOf } from '../intake/dependencies/list.ts';
import type { Inventory } from '../intake/inventory.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import { parseEvaluators } from '../policy/evaluators.ts';
import { explain } from '../policy/explain.ts';
import { mergeUse, parseUse } from '../policy/use.ts';
import type { Sealer } from '../ports/signer.ts';
import type { OpenModel } from '../ports/source.ts';
import { formatBytes } from '../reports/words.ts';
import { scoreModel } from '../scorecard/scorecard.ts';
import { decide, decisionPayload } from './admission.ts';
import { askingEvaluators, runsEvaluators } from './asking-evaluators.ts';
import { baseDataEvidence } from './base-data.ts';
import { collectEvidence } from './collect.ts';
import { judge } from './judge.ts';
import { licenceKnowledge } from './licence-knowledge.ts';
import { readingEvidence, readLicences, statedEvidence } from './licence-reading.ts';
import { namedPolicy } from './named-policy.ts';
import { openModel, sizeOf } from './open-model.ts';
import { papersEvidence } from './papers.ts';
import type { Parts } from './parts.ts';
import { readModel } from './read-model.ts';
import { shownReference } from './shown-reference.ts';
import { vettedBases } from './vetted-bases.ts';

/** Everything the caller brings, parsed before a byte of the model is read: a mistake in it costs no download. */
interface Brief {
  readonly policy: AdmissionPolicy;
  readonly use: IntendedUse;
  readonly signer: Sealer | null;
  readonly asked: ReadonlyMap<string, string>;
}

/** Parts with every analyzer at hand. */
export interface VetParts extends Parts {
  readonly analyzers: readonly Analyzer[];
}

/** Looks into a model and judges it by a policy. Throws WeighbridgeError when no dossier could be made. */
export async function vet(parts: VetParts, input: VetInput, caller: Caller): Promise<Vetting> {
  const started = parts.clock.monotonic();
  const brief = await prepare(parts, input);
  const opened = await resolve(parts, input.reference, caller);
  try {
    const model = await fetched(parts, opened, input, caller);
    const { inventory, checks, evidence } = await look(
      parts,
      model,
      { reference: input.reference, use: brief.use, asked: brief.asked, kept: input.kept ?? parts.store },
      caller,
    );
    const dossier = assembleDossier({ artifact: inventory.artifact, use: brief.use, checks, evidence });
    const verdict = await judge(parts, brief.policy, dossier);
    const decision = await sign(parts, input, dossier, verdict, brief);
    const traffic = opened.traffic();
    // A local model was read whole to hash it; what the readers took a second time is nobody's business.
    const bytesRead = opened.localPath === null ? traffic.bytesRead : sizeOf(opened);
    const reading = {
      bytesRead,
      bytesTotal: sizeOf(opened),
      requests: traffic.requests,
      milliseconds: Math.round(parts.clock.monotonic() - started),
    };
    const vetting = report(parts, input, dossier, verdict, { policy: brief.policy, decision, reading });
    await attest(parts, input, vetting, brief);
    if (input.keep) await parts.store.keep(vetting);
    return vetting;
  } finally {
    await opened.close();
  }
}

/** Everything that was concluded, for others to rely on. */
async function attest(
  parts: Parts,
  { attestFile = null }: VetInput,
  vetting: Vetting,
  { signer }: Brief,
): Promise<void> {
  if (attestFile === null) return;
  if (signer === null) throw new WeighbridgeError('call-invalid', 'attestations are signed: name a key to sign with');
  const { signedLines, statementsOf } = await import('./attestations.ts');
  await parts.files.write(attestFile, await signedLines(statementsOf(vetting), signer));
}

async function prepare(parts: Parts, input: VetInput): Promise<Brief> {
  parts.isolation.warm('policy-condition', { heapMiB: LIMITS.conditionHeapMiB });
  const policy = namedPolicy(input.policy);
  const stated = input.use === null ? UNSTATED_USE : parseUse(input.use.text, input.use.name);
  const signer = input.sign === null ? null : await parts.keys.sealer(input.sign.keyFile);
  return { policy, use: mergeUse(stated, input.useFlags), signer, asked: askedOf(input) };
}

function askedOf({ asked = new Map(), evaluators = null }: VetInput): ReadonlyMap<string, string> {
  if (evaluators === null) return asked;
  const runs = parseEvaluators(evaluators.text, evaluators.name);
  return new Map([...asked, ...askingEvaluators(runs, [])]);
}

async function resolve(parts: Parts, reference: string, caller: Caller): Promise<OpenModel> {
  caller.progress.start('resolve');
  const model = await openModel(parts.sources, reference, caller);
  const revision = model.origin.revision === null ? '' : `${model.origin.revision.slice(0, 12)}, `;
  caller.progress.end(`${revision}${model.files.length} files, ${formatBytes(sizeOf(model))}`);
  return model;
}

async function fetched(parts: Parts, model: OpenModel, { downloadTo }: VetInput, caller: Caller): Promise<OpenModel> {
  if (downloadTo === null) return model;
  if (model.localPath !== null)
    throw new WeighbridgeError('call-invalid', '--download is for models that are not on this machine');
  caller.progress.start('download');
  const total = sizeOf(model);
  let done = 0;
  const copy = await parts.files.download(model, downloadTo, {
    signal: caller.signal,
    onBytes: (bytes) => {
      done += bytes;
      caller.progress.update({ done, total, unit: 'bytes' });
    },
  });
  caller.progress.end(`${formatBytes(total)} in ${downloadTo}`);
  return copy;
}

interface Look {
  readonly inventory: Inventory;
  readonly checks: readonly Check[];
  readonly evidence: readonly Evidence[];
}

/** What a look takes besides the model. */
interface Brought {
  readonly reference: string;
  readonly use: IntendedUse;
  readonly asked: ReadonlyMap<string, string>;
  readonly kept: KeptDossiers;
}

async function look(
  parts: VetParts,
  model: OpenModel,
  { reference, use, asked, kept }: Brought,
  caller: Caller,
): Promise<Look> {
  caller.progress.start('read');
  const { inventory, checks: fileChecks } = await readModel(parts, model, caller);
  assertHoldsModel(inventory);
  caller.progress.end(`${inventory.items.length} files`);
  caller.progress.start('check');
  const now = parts.clock.now();
  const own = [...dependencyEvidence(inventory, now), papersEvidence(inventory, now)];
  const known = { ...model, evidence: [...model.evidence, ...own] };
  const collected = await collectEvidence(parts, { artifact: inventory.artifact, model: known, asked }, caller);
  if (runsEvaluators(asked)) {
    const { assertUnchanged } = await import('./assert-unchanged.ts');
    await assertUnchanged(parts, { reference, model, artifact: inventory.artifact }, caller);
  }
  const bases = await vettedBases(kept, basesNamed(inventory));
  const knowledge = await licenceKnowledge(parts);
  const { stated, reading } = readLicences({ inventory, evidence: collected }, use, bases, knowledge);
  const licences = [...statedEvidence(stated, now), readingEvidence(reading, knowledge, now)];
  const evidence = [...collected, ...licences, ...baseDataEvidence(bases, now)];
  const modelChecks = runModelChecks(parts.analyzers.filter(isModelAnalyzer), {
    inventory,
    evidence,
    use,
    found: fileChecks.flatMap(findingsOf),
  });
  const checks = inTableOrder(parts.analyzers, [...fileChecks, ...modelChecks]);
  const answered = checks.filter(
    ({ outcome }) => outcome.kind === 'completed' || outcome.kind === 'not-applicable',
  ).length;
  caller.progress.end(`${answered} of ${checks.length} answered`);
  return { inventory, checks, evidence };
}

/** The packages that the model names: what collectors look for, and what is held against new advisories later. */
function dependencyEvidence({ items }: Inventory, now: Date): readonly Evidence[] {
  const list = dependencyListOf(items);
  if (list === null) return [];
  return [evidenceOf('dependencies', 'intake', now.toISOString(), list as unknown as Json)];
}

/** A folder of texts and pictures is a slip of the hand, not a model without findings. */
function assertHoldsModel({ items, artifact }: Inventory): void {
  const dull = ['card', 'licence', 'document'];
  const model = items.some(
    ({ file }) => !dull.includes(file.role) && file.kind !== 'git-folder' && file.kind !== 'text',
  );
  if (!model) throw new WeighbridgeError('folder-without-model', artifact.origin.name);
}

function inTableOrder(analyzers: readonly Analyzer[], checks: readonly Check[]): readonly Check[] {
  return analyzers.flatMap(({ id }) => checks.find(({ analyzer }) => analyzer === id) ?? []);
}

async function sign(
  parts: Parts,
  input: VetInput,
  dossier: Dossier,
  verdict: Verdict,
  { policy, signer }: Brief,
): Promise<DecisionRef | null> {
  if (input.sign === null || signer === null) return null;
  const { name } = dossier.artifact.origin;
  const decision = decide(name, dossier, policy, verdict, parts.clock.now());
  const { document, by } = await signer.seal(STATEMENT_PAYLOAD_TYPE, decisionPayload(decision));
  await parts.files.write(input.sign.decisionFile, `${JSON.stringify(document, null, 2)}\n`);
  return { file: input.sign.decisionFile, keyId: by, expiresAt: decision.expiresAt };
}

/** All that a person reads of one run. */
export function report(
  parts: VetParts,
  input: Pick<VetInput, 'reference'>,
  dossier: Dossier,
  verdict: Verdict,
  rest: {
    readonly policy: AdmissionPolicy;
    readonly decision: DecisionRef | null;
    readonly reading: Vetting['reading'];
  },
): Vetting {
  const policy: PolicyRef = { id: rest.policy.id, version: rest.policy.version, digest: rest.policy.digest };
  const rules = rulesNamed(parts.analyzers, dossier);
  const vettedAt = parts.clock.now().toISOString();
  const { actions, openQuestions } = explain({
    reference: input.reference,
    dossier,
    verdict,
    rules,
    decision: rest.decision,
  });
  return {
    schemaVersion: '1.0',
    tool: { name: 'weighbridge', version: parts.version },
    reference: shownReference(input.reference),
    vettedAt,
    dossier,
    policy,
    verdict,
    actions,
    openQuestions,
    reading: rest.reading,
    rules,
    decision: rest.decision,
    scorecard: scoreModel({ dossier, at: vettedAt }),
  };
}

function rulesNamed(analyzers: readonly Analyzer[], dossier: Dossier): readonly Rule[] {
  const named = new Set(findingsIn(dossier).map(({ rule }) => rule));
  return analyzers.flatMap(({ rules }) => rules.filter(({ id }) => named.has(id)));
}
