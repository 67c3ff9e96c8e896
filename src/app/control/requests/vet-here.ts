import type { Caller } from '../../../contract/caller.ts';
import type { VetInput, WantedPolicy } from '../../../contract/vetting.ts';
import type { Evaluator } from '../../../domain/evaluator.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Vetting } from '../../../domain/vetting.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { askingEvaluators } from '../../asking-evaluators.ts';
import type { ControlParts } from '../parts.ts';
import { keptIn } from './kept.ts';
import { saidBefore } from './said-before.ts';

export interface VettingParts extends ControlParts {
  readonly vet: (input: VetInput, caller: Caller) => Promise<Vetting>;
}

export interface VetHere {
  readonly organisation: string;
  readonly request: AdmissionRequest;
  readonly policy: WantedPolicy | null;
  /** Evaluators to run, and what the bytes must be that they run on. */
  readonly evaluate?: { readonly runs: readonly Evaluator[]; readonly manifest: Digest };
}

/** Why there is no dossier; `world`: it may be otherwise the next time. */
export interface NotVetted {
  readonly kind: 'failed' | 'world';
  readonly why: string;
}

/** Vets what a request asks for, with what evaluators said of the same bytes before. Where the server keeps its models is nobody's business, and in nothing that comes of it. */
export async function vetHere(
  parts: VettingParts,
  what: VetHere,
  caller: Caller,
): Promise<{ readonly kind: 'vetted'; readonly vetting: Vetting } | NotVetted> {
  const { organisation, request } = what;
  let reference = request.reference;
  try {
    reference = await parts.locate(organisation, request.reference);
    const vetting = await vettedAt(parts, { ...what, reference }, caller);
    const actions = vetting.actions.map(({ text, command }) => ({
      text,
      command: command?.replaceAll(reference, request.reference) ?? null,
    }));
    return { kind: 'vetted', vetting: { ...vetting, reference: request.reference, actions } };
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) return { kind: 'failed', why: 'a fault of ours' };
    const why = `${error.message.replaceAll(reference, request.reference)} [${error.code}]`;
    return { kind: error.kind === 'world' ? 'world' : 'failed', why };
  }
}

async function vettedAt(
  parts: VettingParts,
  { organisation, request, policy, evaluate, reference }: VetHere & { readonly reference: string },
  caller: Caller,
): Promise<Vetting> {
  const said = (manifest: Digest) =>
    parts.store.within(organisation, (books) => saidBefore(books, manifest, parts.evaluators ?? []));
  const vet = (runs: readonly Evaluator[], before: readonly Evidence[]) =>
    parts.vet(
      {
        reference,
        policy,
        use: null,
        useFlags: request.use,
        downloadTo: null,
        sign: null,
        keep: false,
        kept: keptIn(parts.store, organisation),
        asked: askingEvaluators(runs, before),
      },
      caller,
    );
  if (evaluate !== undefined) return vet(evaluate.runs, await said(evaluate.manifest));
  const vetting = await vet([], []);
  // Which bytes they are is known only now; of few was anything said.
  const { manifest } = vetting.dossier.artifact;
  const before = manifest === null ? [] : await said(manifest);
  return before.length === 0 ? vetting : vet([], before);
}
