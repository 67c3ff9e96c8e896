import type { NamedText } from '../contract/caller.ts';
import type { Weighbridge } from '../contract/weighbridge.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { isProfile, PROFILE_TEXTS } from '../policy/profile-texts.ts';
import type { Parts } from './parts.ts';

/** The application: operation to use case, each loaded when it is called. The compiler finds the one that is missing. */
export function createApp(parts: Parts): Weighbridge {
  return {
    vet: async (input, caller) => {
      const own = await withPacks(parts, input.rulePacks);
      const [{ vet }, analyzers] = await Promise.all([import('./vet.ts'), own.allAnalyzers()]);
      return vet({ ...own, analyzers }, input, caller);
    },
    scan: async (input, onFile, caller) =>
      (await import('./scan.ts')).scan(await withPacks(parts, input.rulePacks), input, onFile, caller),
    disassemble: async function* (input, caller) {
      yield* (await import('./disassemble.ts')).disassembleFile(parts, input, caller);
    },
    convert: async (input, caller) => (await import('./convert.ts')).convert(parts, input, caller),
    verify: async (input, caller) => (await import('./verify.ts')).verify(parts, input, caller),
    holdFolder: async (input, caller) => (await import('./verify.ts')).holdFolder(parts, input, caller),
    verifyProvenance: async (input, caller) =>
      (await import('./verify-provenance.ts')).verifyProvenance(parts, input, caller),
    verifyStatement: async (input, caller) =>
      (await import('./verify-statement.ts')).verifyStatement(parts, input, caller),
    verifyModel: async (input, caller) => (await import('./verify-model.ts')).verifyModel(parts, input, caller),
    signModel: async (input, caller) => (await import('./sign-model.ts')).signModel(parts, input, caller),
    registerBase: async (input, caller) => (await import('./lineage/register.ts')).registerBase(parts, input, caller),
    listBases: async () => (await import('./lineage/register.ts')).listBases(parts),
    attestServing: async (input) => (await import('./attest-serving.ts')).attestServing(parts, input),
    waive: async (input) => (await import('./waive.ts')).waive(parts, input),
    newKey: ({ file, kind }) => parts.keys.make(file, kind),
    trustKey: ({ file }) => parts.keys.trust(file),
    trustIdentity: (who) => parts.keys.trustIdentity(who),
    readLicence: async (input, caller) => (await import('./read-licence.ts')).readLicence(parts, input, caller),
    judgeDeclarations: async (input) => (await import('./judge-declarations.ts')).judgeDeclarations(parts, input),
    licenceFacts: async (input) => (await import('./licence-facts.ts')).licenceFacts(parts, input),
    listDossiers: () => parts.store.list(),
    showDossier: async ({ dossier }) =>
      (await import('./dossiers.ts')).withScorecard(await parts.store.newest(dossier)),
    diffDossiers: async (input) => (await import('./dossiers.ts')).diffDossiers(parts.store, input),
    revet: async (input, onEach, caller) => {
      const [{ revet }, analyzers] = await Promise.all([import('./revet.ts'), parts.allAnalyzers()]);
      return revet({ ...parts, analyzers }, input, onEach, caller);
    },
    revetOne: async (input, caller) => {
      const [{ revetOne }, { licenceKnowledge }, analyzers] = await Promise.all([
        import('./revet.ts'),
        import('./licence-knowledge.ts'),
        parts.allAnalyzers(),
      ]);
      const { before, kept, policy = null } = input;
      const knowledge = await licenceKnowledge(parts);
      return revetOne({ ...parts, analyzers }, { before, kept, policy, knowledge }, caller);
    },
    judgeDossier: async (input) => (await import('./policy/judge-dossier.ts')).judgeDossier(parts, input),
    outboundOf: async (dossier) => (await import('./outbound-of.ts')).outboundOf(parts, dossier),
    takeDossier: async (input) => {
      const [{ takeDossier }, analyzers] = await Promise.all([import('./take-dossier.ts'), parts.allAnalyzers()]);
      return takeDossier({ ...parts, analyzers }, input);
    },
    keepDossier: async (input) => (await import('./dossier-document.ts')).keepDossier(parts.store, input),
    testPolicy: async (input) => (await import('./policy/test-policy.ts')).testPolicy(parts, input),
    whatIf: async (input, caller) => (await import('./policy/what-if.ts')).whatIf(parts, input, caller),
    publishFeed: async (input) => (await import('./advisories/feeds.ts')).publishFeed(parts, input),
    signFeed: async (input) => (await import('./advisories/feeds.ts')).signFeed(parts, input, input.keyFile),
    verifyFeed: async (input) => (await import('./advisories/feeds.ts')).verifyFeed(parts, input, input.keyFiles),
    trustVex: async (input) => (await import('./advisories/vex.ts')).trustVex(parts, input, input.keyFiles),
    followFeed: async (input, caller) => (await import('./advisories/feeds.ts')).followFeed(parts, input, caller),
    updateAdvisories: async (input, caller) =>
      (await import('./advisories/update.ts')).updateAdvisories(parts, input, caller),
    listAdvisories: async (input) => (await import('./advisories/look-up.ts')).listAdvisories(parts, input.package),
    showAdvisory: async ({ id }) => (await import('./advisories/look-up.ts')).showAdvisory(parts, id),
    profileText: ({ id }) => {
      if (!isProfile(id))
        throw new WeighbridgeError(
          'call-invalid',
          `there is no built-in policy ${id}: they are ${Object.keys(PROFILE_TEXTS).join(', ')}`,
        );
      return PROFILE_TEXTS[id];
    },
    testRules: async (input) => (await import('./rules.ts')).testRules(parts, input),
    signRules: async (input) => (await import('./rules.ts')).signRules(parts, input),
    verifyRules: async (input) => (await import('./rules.ts')).verifyRules(parts, input),
    listRules: async (packs) => (await (await withPacks(parts, packs)).allAnalyzers()).flatMap(({ rules }) => rules),
    checkPolicy: async ({ text, name }) => (await import('../policy/parse.ts')).parsePolicy(text, name),
  };
}

/** The application with these rule packs; few calls bring any, and only those load what reads them. */
async function withPacks(parts: Parts, packs: readonly NamedText[] = []): Promise<Parts> {
  return packs.length === 0 ? parts : (await import('./rule-packs/load.ts')).withRulePacks(parts, packs);
}
