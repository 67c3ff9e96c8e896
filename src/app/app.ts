import type { Weighbridge } from '../contract/weighbridge.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { parsePolicy } from '../policy/parse.ts';
import { isProfile, PROFILE_TEXTS } from '../policy/profiles.ts';
import { listAdvisories, showAdvisory } from './advisories/look-up.ts';
import { convert } from './convert.ts';
import { disassembleFile } from './disassemble.ts';
import { diffDossiers } from './dossiers.ts';
import type { Parts } from './parts.ts';
import { scan } from './scan.ts';
import { signModel } from './sign-model.ts';
import { verify } from './verify.ts';
import { verifyModel } from './verify-model.ts';
import { vet } from './vet.ts';

/** The application: operation to use case. The compiler finds the one that is missing. */
export function createApp(parts: Parts): Weighbridge {
  return {
    vet: (input, caller) => vet(parts, input, caller),
    scan: (input, onFile, caller) => scan(parts, input, onFile, caller),
    disassemble: (input, caller) => disassembleFile(parts, input, caller),
    convert: (input, caller) => convert(parts, input, caller),
    verify: (input, caller) => verify(parts, input, caller),
    verifyModel: (input, caller) => verifyModel(parts, input, caller),
    signModel: (input, caller) => signModel(parts, input, caller),
    newKey: ({ file, kind }) => parts.keys.make(file, kind),
    trustKey: ({ file }) => parts.keys.trust(file),
    trustIdentity: (who) => parts.keys.trustIdentity(who),
    listDossiers: () => parts.store.list(),
    showDossier: ({ dossier }) => parts.store.newest(dossier),
    diffDossiers: (input) => diffDossiers(parts.store, input),
    updateAdvisories: async (input, caller) =>
      (await import('./advisories/update.ts')).updateAdvisories(parts, input, caller),
    listAdvisories: (input) => listAdvisories(parts, input.package),
    showAdvisory: ({ id }) => showAdvisory(parts, id),
    profileText: ({ id }) => {
      if (!isProfile(id))
        throw new WeighbridgeError(
          'call-invalid',
          `there is no built-in policy ${id}: they are ${Object.keys(PROFILE_TEXTS).join(', ')}`,
        );
      return PROFILE_TEXTS[id];
    },
    listRules: () => parts.analyzers.flatMap(({ rules }) => rules),
    checkPolicy: ({ text, name }) => parsePolicy(text, name),
  };
}
