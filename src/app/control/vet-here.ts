import type { Caller } from '../../contract/caller.ts';
import type { VetInput, WantedPolicy } from '../../contract/vetting.ts';
import type { AdmissionRequest } from '../../domain/request.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { keptIn } from './kept.ts';
import type { ControlParts } from './parts.ts';

export interface VettingParts extends ControlParts {
  readonly vet: (input: VetInput, caller: Caller) => Promise<Vetting>;
}

export interface VetHere {
  readonly organisation: string;
  readonly request: AdmissionRequest;
  readonly policy: WantedPolicy | null;
  /** What no collector does unasked. */
  readonly asked?: ReadonlyMap<string, string>;
}

/** Why there is no dossier; `world`: it may be otherwise the next time. */
export interface NotVetted {
  readonly kind: 'failed' | 'world';
  readonly why: string;
}

/** Vets what a request asks for. Where the server keeps its models is nobody's business, and in nothing that comes of it. */
export async function vetHere(
  parts: VettingParts,
  { organisation, request, policy, asked = new Map() }: VetHere,
  caller: Caller,
): Promise<{ readonly kind: 'vetted'; readonly vetting: Vetting } | NotVetted> {
  let reference = request.reference;
  try {
    reference = await parts.locate(organisation, request.reference);
    const vetting = await parts.vet(
      {
        reference,
        policy,
        use: null,
        useFlags: request.use,
        downloadTo: null,
        sign: null,
        keep: false,
        kept: keptIn(parts.store, organisation),
        asked,
      },
      caller,
    );
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
