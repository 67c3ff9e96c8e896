import type { TakeInput } from '../contract/dossiers.ts';
import type { Vetting } from '../domain/vetting.ts';
import { vettingIn } from './dossier-document.ts';
import { judge } from './judge.ts';
import { namedPolicy } from './named-policy.ts';
import { report, type VetParts } from './vet.ts';

/**
 * A vetting from somewhere else, as one of ours: the dossier is what its digest says, and the verdict is found here, since a
 * digest proves nothing of that. Keeps nothing. Throws `dossier-invalid`, `policy-invalid`.
 */
export async function takeDossier(parts: VetParts, { document, name, policy: wanted }: TakeInput): Promise<Vetting> {
  const { reference, dossier } = vettingIn(document, name);
  const policy = namedPolicy(wanted);
  const verdict = await judge(parts, policy, dossier);
  const reading = { bytesRead: 0, bytesTotal: 0, requests: 0, milliseconds: 0 };
  return report(parts, { reference }, dossier, verdict, { policy, decision: null, reading });
}
